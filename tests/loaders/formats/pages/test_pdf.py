"""Pages of PDF files give the text that a reader sees: paragraphs, tables, footnotes, nothing of their furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from loaders.blocks.source import Source
from loaders.formats.pages.pdf import Pdf
from tests.loaders.fixtures.pdf_file import LEFT, Page, Rule, Text, column, grid, pdf, rows, table

LONG = "各级医疗机构要把基层服务能力提升摆在更加突出的位置，健全分级诊疗制度，落实家庭医生签约服务，做到预约转诊畅通有序。"
SHORT = "各地要抓好落实。"
TABLE = [
    ["任务", "牵头单位", "完成时限"],
    ["健康驿站", "青山县卫生健康局", "6月底前"],
    ["巡诊", "县医院", "9月底前"],
]
EDGES = (80, 200, 360, 500)


def body(*paragraphs: str, **places: float) -> Iterator[Text]:
    yield from column((list(rows(words)) for words in paragraphs), **places)


def read(*pages: Page | Sequence[Text | Rule]) -> Source:
    return Pdf().load(pdf([page if isinstance(page, Page) else Page(list(page)) for page in pages]))


def printed(source: Source) -> list[str]:
    end = min((stretch.start for stretch in source.left_out), default=len(source.text))
    return source.text[:end].splitlines()


def left_out(source: Source) -> list[tuple[str, str]]:
    return [(source.text[stretch.start : stretch.end], stretch.reason) for stretch in source.left_out]


def told_rows(source: Source) -> list[list[tuple[str, str]]]:
    rows = [row for row in source.rows if row.cells]
    return [[(cell.header, source.text[cell.start : cell.end]) for cell in row.cells] for row in rows]


def test_lines_are_joined_into_paragraphs() -> None:
    assert printed(read(list(body(LONG, SHORT, LONG)))) == [LONG, SHORT, LONG]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    whole = list(body(LONG, LONG))
    first = [text for text in whole if text.y < whole[4].y]
    rest = [Text(text.x, 110 + 28 * i, text.words) for i, text in enumerate(whole[len(first) :])]
    source = read(first, rest)
    assert printed(source) == [LONG, LONG]
    assert len(source.pages) == 2 and source.text[source.pages[1] :].startswith(rest[0].words)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_for_the_screen_is_read_upright(rotate: int) -> None:
    lying = [
        Text(300 - 28 * i, 120, words, 16.0, 90)
        for i, words in enumerate(["各级医疗机构要把", "能力建设落实。"])
    ]
    source = read(Page(lying, rotate=rotate), Page(list(body(LONG)), rotate=rotate))
    assert "".join(printed(source)) == f"各级医疗机构要把能力建设落实。{LONG}"


@pytest.mark.parametrize("turned", [90, 270])
def test_an_annex_printed_sideways_is_read_after_the_upright_text(turned: int) -> None:
    step = -28 if turned == 90 else 28
    sideways = [
        Text(300 + step * i, 120 if turned == 90 else 700, words, 16.0, turned)
        for i, words in enumerate(["附表一任务清单", "健康驿站建设完成"])
    ]
    source = read(list(body(LONG)), sideways)
    assert printed(source)[0] == LONG
    assert "".join(printed(source)[1:]) == "附表一任务清单健康驿站建设完成"


def test_a_ruled_table_is_rows_under_headers() -> None:
    source = read([*body(LONG), *table(TABLE, EDGES, 300), *body(SHORT, top=420)])
    assert told_rows(source) == [
        [("任务", "健康驿站"), ("牵头单位", "青山县卫生健康局"), ("完成时限", "6月底前")],
        [("任务", "巡诊"), ("牵头单位", "县医院"), ("完成时限", "9月底前")],
    ]
    assert printed(source)[-1] == SHORT


@pytest.mark.parametrize("sides", [True, False])
def test_a_table_goes_on_over_a_page_break_under_the_same_headers(sides: bool) -> None:
    above = [*body(LONG), *table(TABLE, EDGES, 700, sides=sides)]
    source = read(above, [*table([TABLE[0], ["义诊", "县中医院", "10月底前"]], EDGES, 80, sides=sides)])
    assert told_rows(source)[-1] == [("任务", "义诊"), ("牵头单位", "县中医院"), ("完成时限", "10月底前")]
    assert left_out(source) == [("任务 牵头单位 完成时限", "repeated")]


def test_a_table_without_lines_is_known_by_its_columns() -> None:
    source = read([*body(LONG), *grid(TABLE, EDGES, 300)])
    assert told_rows(source)[0] == [
        ("任务", "健康驿站"),
        ("牵头单位", "青山县卫生健康局"),
        ("完成时限", "6月底前"),
    ]


def test_page_numbers_and_running_heads_are_left_out_and_told() -> None:
    pages = [
        [Text(200, 60, "青山县卫生健康局文件", 10.5), *body(LONG), Text(280, 800, f"- {n} -", 10.5)]
        for n in (1, 2, 3)
    ]
    source = read(*pages)
    assert printed(source).count(LONG) == 3
    assert sorted(reason for _, reason in left_out(source)) == ["page"] * 3 + ["repeated"] * 3


def test_footnotes_stand_after_the_text() -> None:
    note = "①健康驿站：村卫生室内为居民提供服务的场所。"
    source = read([*body(LONG, top=500), Text(LEFT, 760, note, 9.0)], list(body(SHORT)))
    assert printed(source) == [LONG, SHORT, note]
    assert source.notes == source.text.index(note)


def test_small_type_under_the_text_without_a_sign_is_no_footnote() -> None:
    source = read([*body(LONG, top=500), Text(LEFT, 760, "县卫健局负责汇总各乡镇的报表。", 9.0)])
    assert source.notes is None


def test_entries_of_a_table_of_contents_stay_apart() -> None:
    entries = ["一、总体要求…………………………………1", "二、主要任务…………………………………2"]
    source = read([Text(LEFT, 110 + 28 * i, words) for i, words in enumerate(entries)])
    assert printed(source) == entries


def test_what_is_set_right_begins_no_paragraph() -> None:
    signed = [Text(340, 300, "青山县卫生健康局"), Text(370, 328, "2027年3月1日")]
    assert printed(read([*body(LONG), *signed])) == [LONG, "青山县卫生健康局", "2027年3月1日"]


def test_room_that_the_program_put_between_han_and_digits_is_no_space() -> None:
    apart = [
        Text(LEFT, 110, "计划到"),
        Text(LEFT + 52, 110, "2027"),
        Text(LEFT + 88, 110, "年底前完成任务。"),
    ]
    assert printed(read(apart)) == ["计划到2027年底前完成任务。"]


def test_spaces_between_latin_words_stay() -> None:
    assert (
        printed(read([Text(LEFT, 110, "WHO Guideline on"), *body(SHORT, top=300)]))[0] == "WHO Guideline on"
    )


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    first = "各医疗机构要继续做好常态化的疫情监测工作，落实 COVID-"
    assert "COVID-19" in "".join(printed(read([Text(LEFT, 110, first), Text(LEFT, 138, "19疫苗接种任务。")])))


@pytest.mark.parametrize(
    ("written", "meant"), [("⼯作⽉报", "工作月报"), ("⻓⻘⺠", "长青民"), ("错𬌗畸形", "错𬌗畸形")]
)
def test_characters_are_those_that_are_meant(written: str, meant: str) -> None:
    assert printed(read([Text(LEFT, 110, written)])) == [meant]


def test_what_is_outside_the_visible_page_is_no_text() -> None:
    page = Page([*body(SHORT), Text(LEFT, 830, "裁切线外的字样")], crop=(0, 0, 595, 820))
    source = read(page)
    assert printed(source) == [SHORT]
