"""A table of tasks in a workbook gives its rows under their headers, and tells what is hidden."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest

from loaders.blocks.source import Source
from loaders.errors import LoaderError, TooBig
from loaders.formats.sheets import sheet as sheets
from loaders.formats.sheets.number_formats import is_date, shown_date, shown_number
from loaders.registry import choose, load
from tests.loaders.fixtures.make_sheets import workbook

FIXTURES = Path(__file__).parents[2] / "fixtures"
FILES = ["tasks.xlsx", "tasks.xls"]


def read(data: bytes) -> Source:
    return choose(data).load(data)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def of_rows(*rows: tuple[object, ...], name: str = "Sheet1") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return book


def told(source: Source) -> list[list[tuple[str, str]]]:
    rows = [row.cells for row in source.rows if row.cells]
    return [[(cell.header, source.text[cell.start : cell.end]) for cell in cells] for cells in rows]


def printed(source: Source) -> list[str]:
    end = min((stretch.start for stretch in source.left_out), default=len(source.text))
    return source.text[:end].splitlines()


@pytest.mark.parametrize("name", FILES)
def test_rows_stand_under_two_header_lines_with_merged_cells(name: str) -> None:
    source = read((FIXTURES / name).read_bytes())
    assert told(source)[0] == [
        ("类别", "健康促进"),
        ("任务", "建成健康驿站 26个"),
        ("责任单位牵头单位", "县卫健局"),
        ("责任单位配合单位", "各乡镇"),
        ("完成时限", "2027年6月30日"),
        ("达标率", "85%"),
        ("经费", "1,200"),
    ]
    assert [row[0][1] for row in told(source)] == ["健康促进", "健康促进", "医疗服务"]
    assert printed(source)[:2] == ["青山县2027年卫生健康重点任务清单", "填报单位：青山县卫生健康局"]
    assert printed(source)[-1] == "注：经费以县财政局批复为准。"


@pytest.mark.parametrize("name", FILES)
def test_hidden_rows_and_sheets_are_told_and_not_read(name: str) -> None:
    source = read((FIXTURES / name).read_bytes())
    left_out = [(source.text[s.start : s.end], s.reason) for s in source.left_out]
    assert left_out == [("内部测算不公开 县卫健局 5月底前 0.1 1", "hidden"), ("底稿数据 勿外传", "hidden")]


@pytest.mark.parametrize("name", FILES)
def test_the_title_is_that_of_the_table(name: str) -> None:
    (speech,) = load((FIXTURES / name).read_bytes(), name).speeches
    assert speech.metadata.title == "青山县2027年卫生健康重点任务清单"
    assert speech.metadata.place == "青山"


def test_the_committed_workbook_is_that_of_the_script() -> None:
    assert read(saved(workbook())) == read((FIXTURES / "tasks.xlsx").read_bytes())


def test_a_hidden_column_is_told() -> None:
    book = of_rows(("任务", "完成时限", "内部"), ("建驿站", "6月底前", "缓办"))
    book.active.column_dimensions["C"].hidden = True
    source = read(saved(book))
    assert told(source) == [[("任务", "建驿站"), ("完成时限", "6月底前")]]
    assert [source.text[s.start : s.end] for s in source.left_out] == ["内部", "缓办"]


def test_sheets_are_sections_and_a_lone_one_gives_its_name() -> None:
    book = of_rows(("任务", "完成时限"), ("建驿站", "6月底前"), name="青山县任务清单")
    assert printed(read(saved(book)))[0] == "青山县任务清单"
    other = book.create_sheet("医疗服务")
    other.append(("任务", "完成时限"))
    other.append(("改造门诊楼", "9月底前"))
    source = read(saved(book))
    assert [source.text[at:].splitlines()[0] for at, _ in source.headings] == ["青山县任务清单", "医疗服务"]


def test_a_formula_is_what_it_gave_when_saved() -> None:
    source = read(saved(of_rows(("任务", "经费"), ("甲", 1), ("合计", "=B2"))))
    assert "=B2" not in source.text


def test_the_date_formats_of_a_chinese_excel() -> None:
    """Saved with the number of a format alone, which openpyxl takes for General."""
    import zipfile

    data = saved(of_rows(("任务", "完成时限"), ("甲", 46568), ("乙", 2)))
    packed = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bent:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "xl/styles.xml":
                content = content.replace(b'<cellXfs count="1">', b'<cellXfs count="2">').replace(
                    b"</cellXfs>",
                    b'<xf numFmtId="31" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
                )
            bent.writestr(name, content.replace(b'<c r="B2" t="n">', b'<c r="B2" s="1" t="n">'))
    assert told(read(out.getvalue()))[0][1] == ("完成时限", "2027年6月30日")


@pytest.mark.parametrize(
    ("number", "number_format", "words"),
    [
        (0.85, "0%", "85%"),
        (0.315, "0.00%", "31.50%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (7, "General", "7"),
        (30.5, "General", "30.5"),
        (0.1 + 0.2, "General", "0.3"),
        (46023, "HK$#,##0", "46,023"),
    ],
)
def test_numbers_are_as_shown(number: float, number_format: str, words: str) -> None:
    assert not is_date(number_format)
    assert shown_number(number, number_format) == words


@pytest.mark.parametrize(
    ("number_format", "words"),
    [
        ('yyyy"年"m"月"d"日"', "2027年6月30日"),
        ("yyyy/m/d", "2027年6月30日"),
        ("[$-804]yyyy-mm", "2027年6月"),
        ("m/d", "6月30日"),
        ("h:mm", "09:30"),
    ],
)
def test_dates_are_written_as_in_texts(number_format: str, words: str) -> None:
    assert is_date(number_format)
    assert shown_date(dt.datetime(2027, 6, 30, 9, 30), number_format) == words


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 10)
    with pytest.raises(TooBig):
        read((FIXTURES / "tasks.xlsx").read_bytes())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
def test_a_workbook_cut_anywhere_never_gives_more(name: str, part: float) -> None:
    data = (FIXTURES / name).read_bytes()
    try:
        short = read(data[: int(len(data) * part)])
    except LoaderError:
        return
    assert len(short.text) <= len(read(data).text)
