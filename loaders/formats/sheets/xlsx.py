"""Workbooks of Excel 2007 and later and of WPS (.xlsx, .xlsm, .et)."""

from __future__ import annotations

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.containers.zip_limits import LimitedZip
from loaders.errors import DamagedFile
from loaders.formats.sheets.sheet import source_of

_BOOK = "xl/workbook.xml"


class Xlsx:
    """Workbooks that are a zip of XML: the values that formulas had when they were saved."""

    name = "xlsx"
    suffixes = frozenset({".xlsx", ".xlsm", ".xltx", ".et"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a zip with a workbook in it."""
        if kind_of(data) != "zip":
            return False
        try:
            return _BOOK in LimitedZip(data)
        except DamagedFile:
            return False

    def load(self, data: bytes) -> Source:
        """The sheets of the workbook; raises DamagedFile or TooBig."""
        # openpyxl takes as long to import as three plans to read, and most corpora hold no workbook.
        from loaders.formats.sheets.workbook import sheets_of

        return source_of(sheets_of(data), "xlsx")
