"""The ledger as a workbook (.xlsx): real dates, filters, a frozen header, ready to print, and to be filled in."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.ledger.columns import COLUMNS, KEYS, Cell, Column, Key, cells
from bot.ledger.rows import STATES, LedgerRow
from bot.marks.marking import LONGEST_NOTE
from bot.messages import Messages
from bot.messages.ledger import LedgerWords
from bot.rendering.escaping.spreadsheet import guarded
from bot.rendering.markup import visible

LONGEST_CELL = 32_767  # characters that Excel takes
LONGEST_NAME = 31  # characters of the name of a sheet
FONT = "微软雅黑"
# Red, amber and green of Excel's own styles; the word stands in the cell, so no colour has to be told from another.
COLOURS = {
    "late": "#FFC7CE",
    "soon": "#FFEB9C",
    "active": "#C6EFCE",
    "done": "#C6EFCE",
    "postponed": "#DDEBF7",
}
HEADER, FILLED = "#D9E1F2", "#FFF2CC"
A4 = 9
LINE, HIGHEST = 14, 409  # points; Excel takes no higher row


@dataclass(frozen=True, slots=True)
class Formats:
    """The styles of the cells; `quoted` is for text that begins as a formula does."""

    header: Format
    filled: Format
    text: Format
    quoted: Format
    date: Format


def workbook(
    rows: Sequence[LedgerRow], title: str, words: Messages, today: dt.date, zone: dt.tzinfo
) -> bytes:
    """The workbook of some rows; text that begins as a formula does stays text."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": visible(title), "created": dt.datetime.combine(today, dt.time())})
        sheet, formats = book.add_worksheet(words.ledger.title[:LONGEST_NAME]), _formats(book)
        _header(sheet, formats, words.ledger)
        for place, row in enumerate(rows, 1):
            _row(sheet, place, cells(row, words, zone), formats)
        _rules(book, sheet, len(rows), words.ledger)
        made = words.ledger.made.format(today=today.isoformat(), count=len(rows))
        _print_set_up(sheet, len(rows), f"{title}　{made}")
        _how_to(book, words.ledger)
    return buffer.getvalue()


def _formats(book: xlsxwriter.Workbook) -> Formats:
    base = {"font_name": FONT, "font_size": 10, "text_wrap": True, "valign": "top", "border": 1}
    header = {**base, "bold": True, "valign": "vcenter", "align": "center"}
    return Formats(
        book.add_format({**header, "bg_color": HEADER}),
        book.add_format({**header, "bg_color": FILLED}),
        book.add_format(base),
        book.add_format({**base, "quote_prefix": True}),
        book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "left"}),
    )


def _header(sheet: Worksheet, formats: Formats, say: LedgerWords) -> None:
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width, None, {"hidden": column.hidden})
        sheet.write_string(
            0, place, say.columns[column.key], formats.filled if column.filled else formats.header
        )
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 2)


def _row(sheet: Worksheet, place: int, values: Mapping[Key, Cell], formats: Formats) -> None:
    lines = max(_lines(values[column.key], column.width) for column in COLUMNS if not column.hidden)
    sheet.set_row(place, min(LINE * lines + 4, HIGHEST))
    for at, column in enumerate(COLUMNS):
        _cell(sheet, place, at, values[column.key], formats)


def _cell(sheet: Worksheet, row: int, column: int, value: Cell, formats: Formats) -> None:
    if isinstance(value, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), formats.date)
    elif isinstance(value, int):
        sheet.write_number(row, column, value, formats.text)
    elif value:
        formula = guarded(value) != value
        sheet.write_string(row, column, value[:LONGEST_CELL], formats.quoted if formula else formats.text)
    else:
        sheet.write_blank(row, column, None, formats.text)


def _lines(value: Cell, width: int) -> int:
    """How many lines a text takes in a column: not every program makes room for wrapped text by itself."""
    if not isinstance(value, str):
        return 1
    room = max(1, width - 1)
    return sum(max(1, -(-_columns(part) // room)) for part in value.split("\n"))


def _columns(text: str) -> int:
    """How wide a text is; a Chinese character takes two columns."""
    return sum(1 + (east_asian_width(character) in "WF") for character in text)


def _rules(book: xlsxwriter.Workbook, sheet: Worksheet, count: int, say: LedgerWords) -> None:
    """The filters, the states to choose from with their colours, the limits of what is filled in."""
    last, state, until, report = max(count, 1), _at("state"), _at("until"), _at("report")
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    names = [say.names[name] for name in STATES]
    sheet.data_validation(1, state, last, state, {"validate": "list", "source": names})
    earliest = {"validate": "date", "criteria": ">", "value": dt.date(2000, 1, 1)}
    sheet.data_validation(1, until, last, until, earliest)
    length = {"validate": "length", "criteria": "<=", "value": LONGEST_NOTE}
    sheet.data_validation(1, report, last, report, length)
    for name, colour in COLOURS.items():
        style = book.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{say.names[name]}"', "format": style}
        sheet.conditional_format(1, state, last, state, rule)


def _print_set_up(sheet: Worksheet, count: int, heading: str) -> None:
    """On A4 across, a page wide, the header on each page, the pages numbered."""
    shown: list[Column] = [column for column in COLUMNS if not column.hidden]
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(count, 1), len(shown) - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    sheet.set_header("&C&12" + visible(heading).replace("&", "&&")[:200])
    sheet.set_footer("&C&P / &N")


def _how_to(book: xlsxwriter.Workbook, say: LedgerWords) -> None:
    sheet = book.add_worksheet(say.how_to_title[:LONGEST_NAME])
    wrapped = book.add_format({"font_name": FONT, "font_size": 11, "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90)
    for place, text in enumerate(say.how_to):
        sheet.write_string(place, 0, text, wrapped)


def _at(key: Key) -> int:
    return KEYS.index(key)
