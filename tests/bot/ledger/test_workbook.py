"""The ledger as files: real dates, filters, a frozen header, no formula made of text, a place to sign; opened by others."""

import datetime as dt
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from bot.ledger.columns import KEYS
from bot.ledger.rows import rows_of
from bot.ledger.signing_sheet import MOST, WIDTHS, signing_sheet
from bot.ledger.workbook import workbook
from bot.marks.status import MarkStatus
from bot.messages import CHINESE, ENGLISH
from bot.state.chats.marks import Mark
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.ledger.tasks import FAR, LATE, NEXT, SOON, task
from tests.clock import TODAY, today

SAID = {
    NEXT.item.id: MarkStatus(
        Mark(
            "",
            "postponed",
            "",
            "",
            "",
            "",
            TODAY + dt.timedelta(days=100),
            "等批复",
            name="李四",
            at=0,
            assignee="王五",
        )
    )
}
ROWS = rows_of([LATE, SOON, NEXT, FAR], SAID, TODAY)


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet_of(rows=ROWS, words=CHINESE):
    return opened(workbook(rows, "台账：民政局", words, TODAY, dt.UTC)).worksheets[0]


def column(sheet, key):
    return [row[KEYS.index(key)] for row in sheet.iter_rows(min_row=2)]


def test_a_row_a_task_with_real_dates():
    sheet = sheet_of()
    assert [cell.value for cell in column(sheet, "number")] == [1, 2, 3, 4]
    assert [cell.value.date() for cell in column(sheet, "due")] == [row.day for row in ROWS]
    assert all(cell.number_format == "yyyy-mm-dd" for cell in column(sheet, "due"))
    postponed = next(row for row in sheet.iter_rows(min_row=2) if row[KEYS.index("state")].value == "延期")
    told = {key: postponed[KEYS.index(key)].value for key in KEYS}
    assert told["until"].date() == TODAY + dt.timedelta(days=100)
    assert (told["assignee"], told["report"], told["reported"]) == ("王五", "等批复", "李四 1970-01-01")
    assert (told["task"], told["lead"], told["id"]) == ("完成改造", "县民政局", NEXT.item.id)


def test_it_is_ready_to_be_filtered_and_printed():
    sheet = sheet_of()
    assert sheet.freeze_panes == "C2" and sheet.auto_filter.ref == "A1:O5"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$1" and sheet.page_setup.fitToWidth in (None, 1)
    (hidden,) = [shape for shape in sheet.column_dimensions.values() if shape.hidden]
    assert KEYS[hidden.min - 1 : hidden.max] == ("id", "version")
    choices = next(rule for rule in sheet.data_validations.dataValidation if rule.type == "list")
    assert choices.formula1.strip('"').split(",") == list(CHINESE.ledger.names.values())


@pytest.mark.parametrize("odd", ["=1+1", "@SUM(A1)", "+86 10", "-1", "\t=1", "http://example.org", "{=1}"])
def test_text_is_never_a_formula_or_a_link(odd):
    odd_task = replace(LATE, item=replace(LATE.item, task=odd))
    sheet = sheet_of(
        rows_of([odd_task], {LATE.item.id: MarkStatus(Mark("", "begun", "", "", "", "", note=odd))}, TODAY)
    )
    for key in ("task", "report"):
        (cell,) = column(sheet, key)
        assert cell.data_type == "s" and cell.value.strip() == odd.strip() and cell.hyperlink is None
        assert cell.quotePrefix is (odd[0] in "=@+-\t")


def test_each_state_has_its_word_beside_its_colour():
    sheet = sheet_of()
    assert [cell.value for cell in column(sheet, "state")] == ["逾期", "临期", "未开始", "延期"]
    assert column(sheet_of(words=ENGLISH), "state")[0].value == "overdue"
    assert sheet.conditional_formatting


def test_an_empty_ledger_is_a_sheet_too():
    assert sheet_of([]).max_row == 1


def test_a_sheet_to_be_signed_has_a_row_a_task_and_a_place_to_sign():
    document = docx.Document(io.BytesIO(signing_sheet(ROWS, "台账", CHINESE, TODAY)))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == list(CHINESE.ledger.signing_columns) and len(rows[0]) == len(WIDTHS)
    assert rows[1] == ["1", "报送总结", "牵头：县民政局；配合：县财政局", "2026年11月17日", "逾期", ""]
    text = "\n".join(part.text for part in document.paragraphs)
    assert "台账签收单" in text and "审核：" in text and "共 4 项" in text


def test_of_very_many_tasks_the_first_are_listed_and_the_rest_told():
    rows = rows_of([task(number, f"第{number}件") for number in range(MOST + 7)], {}, TODAY)
    document = docx.Document(io.BytesIO(signing_sheet(rows, "台账", CHINESE, TODAY)))
    assert len(document.tables[0]._tbl.tr_lst) == MOST + 1
    assert any("其余 7 项" in part.text for part in document.paragraphs)


@pytest.fixture
async def desk(closed_office, api):
    office = await closed_office.open()
    office.knowledge.due = [LATE, SOON, NEXT, FAR]
    return office.dialogue()


async def test_the_files_are_sent_by_buttons(desk):
    await desk.says("/ledger 民政局")
    (sent,) = await desk.presses("Excel")
    assert sent.file_name == "台账-责任单位-民政局-2026-11-22.xlsx" and "共 3 项" in sent.text
    assert opened(sent.file).worksheets[0].max_row == 4
    (sent,) = await desk.presses("签收单")
    assert sent.file_name.endswith(".docx") and docx.Document(io.BytesIO(sent.file)).tables


CORPUS = Path(__file__).parents[3] / "corpus"


@pytest.fixture(scope="module")
def every_task(tmp_path_factory):
    """The tasks of the example corpus."""
    database = tmp_path_factory.mktemp("ledger") / "k.db"
    load(CORPUS, database)
    return rows_of(KnowledgeBase(database, today).deadlines(), {}, TODAY)


def test_the_example_corpus_is_read_back_whole(every_task):
    sheet = sheet_of(every_task)
    assert [cell.value for cell in column(sheet, "task")] == [row.due.item.task for row in every_task]
    assert len(every_task) > 200


@pytest.mark.service
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_libreoffice_prints_every_task(every_task, tmp_path, form):
    rows = every_task[:60]
    made = {
        "xlsx": lambda: workbook(rows, "台账", CHINESE, TODAY, dt.UTC),
        "docx": lambda: signing_sheet(rows, "台账", CHINESE, TODAY),
    }
    path = tmp_path / f"ledger.{form}"
    path.write_bytes(made[form]())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        path,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pages = pypdfium2.PdfDocument(tmp_path / "ledger.pdf")
    printed = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    beginnings = ["".join(row.due.item.task.split())[:6] for row in rows]
    assert [text for text in beginnings if text not in printed] == []
