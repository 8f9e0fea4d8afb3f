"""Workbooks of Excel 97 to 2003 and of older WPS (.xls, .et)."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

import olefile
import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet as Page
from xlrd.xldate import xldate_as_datetime

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EncryptedFile
from loaders.formats.sheets.number_formats import BUILT_IN, is_date, shown_date, shown_number
from loaders.formats.sheets.sheet import Sheet, checked_size, source_of

_STREAMS = ("Workbook", "Book")


class Xls:
    """Workbooks that are a compound file."""

    name = "xls"
    suffixes = frozenset({".xls", ".xlt", ".et"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a compound file with a workbook in it."""
        if kind_of(data) != "ole":
            return False
        try:
            with olefile.OleFileIO(io.BytesIO(data)) as file:
                return any(file.exists(name) for name in _STREAMS)
        except MemoryError:
            raise
        except Exception:  # olefile raises whatever a broken sector table leads to
            return False

    def load(self, data: bytes) -> Source:
        """The sheets of the workbook; raises DamagedFile, EncryptedFile or TooBig."""
        try:
            with redirect_stdout(io.StringIO()):  # xlrd prints what it wonders at
                book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        except MemoryError:
            raise
        except Exception as error:  # XLRDError, and whatever a bent file leads to
            raise EncryptedFile if "encrypted" in str(error) else DamagedFile("structure") from error
        return source_of([_sheet(book, page) for page in book.sheets()], "xls")


def _sheet(book: Book, page: Page) -> Sheet:
    checked_size(page.nrows, page.ncols)
    return Sheet(
        page.name,
        [[_shown(book, page, row, column) for column in range(page.ncols)] for row in range(page.nrows)],
        [(top, left, bottom - 1, right - 1) for top, bottom, left, right in page.merged_cells],
        frozenset(row for row, shape in page.rowinfo_map.items() if shape.hidden),
        frozenset(column for column, shape in page.colinfo_map.items() if shape.hidden),
        page.visibility != 0,
    )


def _shown(book: Book, page: Page, row: int, column: int) -> str:
    """What a cell shows."""
    cell = page.cell(row, column)
    if cell.ctype not in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return "" if cell.ctype == xlrd.XL_CELL_ERROR else str(cell.value).strip()
    key = book.xf_list[cell.xf_index].format_key
    number_format = BUILT_IN.get(key) or book.format_map[key].format_str
    if is_date(number_format):
        return shown_date(xldate_as_datetime(cell.value, book.datemode), number_format)
    return shown_number(cell.value, number_format)
