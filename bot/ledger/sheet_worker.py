"""What runs in the confined process that reads a workbook: its cells as text, and nothing else of it.

A module for `loaders.isolation.workers`: somebody else may have made the file, so it is read where it can do no harm.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

import openpyxl

from loaders.containers.zip_limits import LimitedZip
from loaders.errors import DamagedFile, TooBig
from loaders.isolation.frames import Json

MOST_COLUMNS = 60


def prepare() -> None:
    """Reads a workbook of one cell: what that needs is imported before the workers can open no file."""
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    work({"rows": 1}, buffer.getvalue())


def work(job: Json, data: bytes) -> Json:
    """The sheets of a workbook, the first so many `rows` of each as text, a date as 2027-03-31; or the `error` for
    which there are none."""
    try:
        LimitedZip(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return {"sheets": [list(_rows(sheet, job["rows"])) for sheet in book.worksheets]}
    except TooBig:
        return {"error": "large"}
    except MemoryError:
        raise
    except (DamagedFile, Exception):  # openpyxl raises whatever a damaged part brings about
        return {"error": "damaged"}


def _rows(sheet: openpyxl.worksheet._read_only.ReadOnlyWorksheet, most: int) -> Iterator[list[str]]:
    for row in sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True):
        yield [_text(value) for value in row]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
