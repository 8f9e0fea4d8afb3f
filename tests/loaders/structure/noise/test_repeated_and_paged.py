"""Watermarks, page numbers and tables of contents go; headings that come again and figures of tables stay."""

from __future__ import annotations

import pytest

from loaders.structure.headings import one_form
from loaders.structure.lines import printed_lines
from loaders.structure.noise.lines import find_noise

BODY = "要坚持以人民健康为中心，加快推进紧密型县域医共体建设，提升基层服务能力，让群众在家门口看得上病、看得好病。"


def noise(*lines: str) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    return [
        (one.reason, text[one.start : one.end])
        for one in find_noise(text, one_form(text), printed_lines(text))
    ]


def test_headings_of_a_compilation_are_no_watermark() -> None:
    assert noise("工作要点", *(["一、总体要求", BODY, "主要做法", BODY] * 5)) == []


def test_a_line_that_breaks_into_sentences_is_one() -> None:
    half = BODY[:-1]
    assert noise("工作要点", *([half, "青汀卫健", BODY] * 5)) == [("repeated", "青汀卫健")] * 5


def test_the_title_on_every_page_stays_once() -> None:
    title = "青汀县2027年卫生健康工作要点"
    assert noise(*([title, BODY, BODY] * 5)) == [("repeated", title)] * 4


@pytest.mark.parametrize("line", ["牵头单位：县卫健局", "县卫健局", "年底前完成", "26"])
def test_what_forms_say_again_stays(line: str) -> None:
    assert noise("任务清单", *(["任务名称：改造门诊楼", line, "目标值：26处"] * 5)) == []


def test_figures_of_tables_are_no_page_numbers() -> None:
    assert (
        noise("工作要点", BODY, "序号", "指标", "1", "新建健康村", "26", "2", "培训乡村医生", "310", BODY)
        == []
    )


def test_a_table_of_contents_is_no_outline() -> None:
    found = noise("应急预案", "目　录", "一、总则", "二、组织体系……3", "一、总则", BODY, "二、组织体系", BODY)
    assert [words for reason, words in found if reason == "contents"] == [
        "目　录",
        "一、总则",
        "二、组织体系……3",
    ]


def test_leaders_tell_a_table_of_contents_without_its_title() -> None:
    entries = ["一、总则…………1", "二、组织体系…………3", "三、附则…………9"]
    assert [words for _, words in noise("应急预案", *entries, "一、总则", BODY)] == entries


def test_the_word_alone_is_no_table_of_contents() -> None:
    assert noise("工作要点", BODY, "目录", "药品目录由县卫健局公布。", BODY) == []
