"""OpenDocument texts: numbers as printed, changes, hidden text, boxes, tables, footnotes."""

from __future__ import annotations

import pytest

from loaders.errors import DamagedFile, EncryptedFile
from loaders.formats.odt.loader import Odt
from loaders.registry import choose, load
from tests.loaders.fixtures.odt_file import LISTS, odt


def lines(body: str, styles: str = LISTS) -> list[str]:
    source = Odt().load(odt(body, styles))
    end = min((stretch.start for stretch in source.left_out), default=len(source.text))
    return source.text[:end].splitlines()


def left_out(body: str, styles: str = LISTS) -> list[tuple[str, str]]:
    source = Odt().load(odt(body, styles))
    return [(source.text[stretch.start : stretch.end], stretch.reason) for stretch in source.left_out]


def items(*words: str, start: int | None = None, more: str = "") -> str:
    first = f' text:start-value="{start}"' if start else ""
    inner = "".join(
        f"<text:list-item{first if not n else ''}><text:p>{word}</text:p></text:list-item>"
        for n, word in enumerate(words)
    )
    return f'<text:list text:style-name="L1" {more}>{inner}</text:list>'


def test_it_is_claimed_by_its_type() -> None:
    assert choose(odt("<text:p>要快。</text:p>")).name == "odt"


def test_a_list_begins_anew_unless_it_continues_another() -> None:
    body = (
        items("抓", "抓")
        + "<text:p>要快。</text:p>"
        + items("抓", more='text:continue-numbering="true"')
        + items("抓")
    )
    assert lines(body) == ["一、抓", "二、抓", "要快。", "三、抓", "一、抓"]


def test_a_list_continues_the_one_that_it_names() -> None:
    body = items("抓", more='xml:id="l7"') + items("抓") + items("抓", more='text:continue-list="l7"')
    assert lines(body) == ["一、抓", "一、抓", "二、抓"]


def test_a_start_of_its_own() -> None:
    assert lines(items("抓", "抓", start=5)) == ["五、抓", "六、抓"]


def test_levels_and_further_paragraphs_of_an_item() -> None:
    inner = "<text:list><text:list-item><text:p>内</text:p></text:list-item></text:list>"
    item = f"<text:list-item><text:p>抓</text:p><text:p>又一段</text:p>{inner}</text:list-item>"
    body = f'<text:list text:style-name="L1">{item * 2}</text:list>'
    assert lines(body) == ["一、抓", "又一段", "（一）内", "二、抓", "又一段", "（一）内"]


def test_headings_number_themselves_by_the_outline() -> None:
    styles = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = "".join(f'<text:h text:outline-level="{level}">题</text:h>' for level in (1, 2, 2, 1, 2))
    assert lines(body, styles) == ["1.题", "1.1题", "1.2题", "2.题", "2.1题"]


def test_deleted_text_notes_of_readers_and_hidden_sections_are_out() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>要<text:change-start/>快<text:change-end/>。<office:annotation><text:p>批注</text:p></office:annotation></text:p>"
        '<text:section text:display="none"><text:p>藏起</text:p></text:section>'
        "<text:table-of-content><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>"
        '<text:p>要<text:span text:style-name="T9">藏</text:span>准。<text:hidden-text text:string-value="暗"/></text:p>'
    )
    hidden = '<style:style style:name="T9" style:family="text"><style:text-properties text:display="none"/></style:style>'
    assert lines(body, LISTS + hidden) == ["要快。", "要准。"]
    told = [("旧", "deleted"), ("藏起", "hidden"), ("藏", "hidden"), ("暗", "hidden")]
    assert left_out(body, LISTS + hidden) == told


def test_spaces_breaks_and_boxes() -> None:
    box = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
    body = f'<text:p>甲<text:s text:c="2"/>乙\n  丙<text:tab/>丁<text:line-break/>戊{box}</text:p>'
    assert lines(body) == ["甲  乙 丙 丁", "戊", "框"]


def test_footnotes_stand_after_the_body() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注释。</text:p></text:note-body></text:note>"
    file = load(odt(f"<text:p>要快{note}。</text:p><text:p>要准。</text:p>"), "a.odt")
    assert file.text.splitlines() == ["要快。", "要准。", "注释。"]


def test_a_repeated_cell_and_a_merged_one() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("指标") + cell("2026年") + cell("2027年"),
        cell("托位", 'table:number-rows-spanned="2"') + cell("5个", 'table:number-columns-repeated="2"'),
        covered + cell("6个") + cell("7个"),
    )
    body = (
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        + "</table:table>"
    )
    source = Odt().load(odt(body))
    told = [[(c.header, source.text[c.start : c.end]) for c in row.cells] for row in source.rows]
    assert told[1] == [("指标", "托位"), ("2026年", "5个"), ("2027年", "5个")]
    assert told[2] == [("指标", "托位"), ("2026年", "6个"), ("2027年", "7个")]


def test_one_with_a_password_says_so() -> None:
    manifest = {"META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"}
    with pytest.raises(EncryptedFile):
        Odt().load(odt("<text:p>x</text:p>", extra=manifest))


def test_a_document_type_is_refused() -> None:
    with pytest.raises(DamagedFile, match="part_unsafe"):
        Odt().load(odt("", extra={"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}))
