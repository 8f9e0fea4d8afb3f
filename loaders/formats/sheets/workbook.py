"""What openpyxl reads of a workbook, cell by cell as Excel shows it."""

from __future__ import annotations

import datetime as dt
import io

from loaders.formats.sheets.number_formats import BUILT_IN, is_date, shown_date, shown_number
from loaders.formats.sheets.sheet import Sheet, checked_size
from loaders.hidden_library import hidden

with hidden("numpy"):
    import openpyxl
    from openpyxl.cell.cell import Cell
    from openpyxl.utils.datetime import to_excel
    from openpyxl.worksheet.worksheet import Worksheet


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, with the values that formulas had when it was saved."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    return [_sheet(sheet) for sheet in book.worksheets]


def _sheet(sheet: Worksheet) -> Sheet:
    checked_size(sheet.max_row, sheet.max_column)
    areas = sheet.merged_cells.ranges
    columns = frozenset(
        column - 1
        for shape in sheet.column_dimensions.values()
        if shape.hidden
        for column in range(shape.min or 1, min(shape.max or 1, sheet.max_column) + 1)
    )
    return Sheet(
        sheet.title,
        [[_shown(cell) for cell in row] for row in sheet.iter_rows()],
        sorted((area.min_row - 1, area.min_col - 1, area.max_row - 1, area.max_col - 1) for area in areas),
        frozenset(number - 1 for number, shape in sheet.row_dimensions.items() if shape.hidden),
        columns,
        sheet.sheet_state != "visible",
    )


def _shown(cell: Cell) -> str:
    """What a cell shows."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).upper()
    # openpyxl takes the built-in formats of a Chinese Excel for General, and HK$#,##0 for a date.
    chinese = BUILT_IN.get(cell._style.numFmtId) if cell.has_style else None
    number_format = chinese or cell.number_format
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        if is_date(number_format) or isinstance(value, dt.time):
            return shown_date(value, number_format)
        value = to_excel(value)
    if isinstance(value, (int, float)):
        return shown_date(_day(value), number_format) if chinese else shown_number(value, number_format)
    return str(value).strip()


def _day(serial: float) -> dt.datetime:
    return dt.datetime(1899, 12, 30) + dt.timedelta(days=serial)
