"""The ledger as a sheet to be signed (.docx): a row a task with a place for the name and the day."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table

from bot.ledger.rows import LedgerRow
from bot.ledger.wording import bodies_line
from bot.messages import Messages
from bot.rendering.dates import day_in_words
from bot.rendering.markup import visible

MOST = 300  # tasks of a sheet
FONT, LATIN = "仿宋", "Times New Roman"
WIDTHS = (1.2, 9.6, 5.2, 3.6, 1.9, 4.0)  # centimetres
LONG, SHORT, MARGIN = Cm(29.7), Cm(21.0), Cm(1.8)


def signing_sheet(rows: Sequence[LedgerRow], title: str, words: Messages, today: dt.date) -> bytes:
    """The sheet of the first of some rows, on A4 across, with the heading of the table on each page."""
    say, document = words.ledger, docx.Document()
    _set_up(document)
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(visible(say.signing_title.format(title=title)))
    run.bold, run.font.size = True, Pt(18)
    document.add_paragraph(say.made.format(today=day_in_words(today, words), count=len(rows)))
    _fill(document, rows[:MOST], words)
    if len(rows) > MOST:
        document.add_paragraph(say.signing_cut.format(most=MOST, rest=len(rows) - MOST))
    document.add_paragraph()
    document.add_paragraph("　　　".join(say.signing_end))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Document) -> None:
    section, style = document.sections[0], document.styles["Normal"]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = LONG, SHORT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    style.font.name, style.font.size = LATIN, Pt(11)
    # Word takes the font of Chinese characters from an attribute of its own.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.rPr.append(language)


def _fill(document: Document, rows: Sequence[LedgerRow], words: Messages) -> None:
    table = document.add_table(rows=1 + len(rows), cols=len(WIDTHS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    texts = [list(words.ledger.signing_columns), *(_texts(row, words) for row in rows)]
    cells = table._cells  # each look at a row of python-docx goes through the whole table
    for place, text in enumerate(text for row in texts for text in row):
        cell = cells[place]
        cell.width = Cm(WIDTHS[place % len(WIDTHS)])
        cell.text = text
    for cell in cells[: len(WIDTHS)]:
        cell.paragraphs[0].runs[0].bold = True
    _repeat_heading(table)


def _texts(row: LedgerRow, words: Messages) -> list[str]:
    day = day_in_words(row.day, words) if row.day else row.due.item.phrase
    parts = (row.due.item.task, bodies_line(row, words), day)
    return [str(row.number), *map(visible, parts), words.ledger.names[row.state], ""]


def _repeat_heading(table: Table) -> None:
    """The first row stands on each page, and no row is cut by the end of one."""
    for place, row in enumerate(table._tbl.tr_lst):
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if place == 0:
            properties.append(OxmlElement("w:tblHeader"))
