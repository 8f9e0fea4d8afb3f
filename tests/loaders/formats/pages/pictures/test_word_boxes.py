"""The words of a passage are found on their page whatever white space and furniture stand between them, or not at all."""

from __future__ import annotations

import pytest

from loaders.formats.pages.pictures.word_boxes import SURE, word_boxes
from loaders.formats.pages.sheet import Glyph

EM = 10.0
FIRST = "今年6月底前由市医保局牵头出台实施细则，"
SECOND = "力争基层诊疗量占比达到百分之五十五以上。"
OTHER = "各级各部门要提高认识把卫生健康工作摆上重要日程"


def printed(*lines: str) -> list[Glyph]:
    """Lines of print, one below the other, a blank as a glyph without breadth."""
    return [
        Glyph(character, column * EM, row * 2 * EM, column * EM + EM * (character != " "), row * 2 * EM + EM)
        for row, line in enumerate(lines)
        for column, character in enumerate(line)
    ]


def line_box(row: int, line: str, first: int = 0) -> tuple[float, float, float, float]:
    return first * EM, row * 2 * EM, len(line) * EM, row * 2 * EM + EM


def test_each_line_of_a_passage_has_a_box():
    page = printed(OTHER, FIRST, SECOND, OTHER)
    assert word_boxes(page, FIRST + SECOND) == [line_box(1, FIRST), line_box(2, SECOND)]


@pytest.mark.parametrize(
    "words", [FIRST + "\n" + SECOND, f"　　{FIRST} {SECOND}\n", "\t".join(FIRST + SECOND)]
)
def test_white_space_is_no_difference(words):
    spaced = FIRST[:6] + " " + FIRST[6:]
    assert word_boxes(printed(spaced, SECOND), words) == [line_box(0, spaced), line_box(1, SECOND)]


def test_what_stands_at_the_foot_of_a_page_is_left_out():
    page = printed(FIRST, "— 12 —", SECOND)
    assert word_boxes(page, FIRST + SECOND) == [line_box(0, FIRST), line_box(2, SECOND)]


def test_of_a_passage_that_goes_on_the_part_of_this_page_is_framed():
    assert word_boxes(printed(OTHER, FIRST), FIRST + SECOND) == [line_box(1, FIRST)]


def test_words_far_away_from_the_others_are_not_of_the_passage():
    far = printed(FIRST, *[OTHER[::-1]] * 12, SECOND[:5])
    assert word_boxes(far, FIRST + SECOND) == [line_box(0, FIRST)]


@pytest.mark.parametrize("words", [SECOND, FIRST[: SURE - 3] + SECOND, "", " \n"])
def test_what_is_not_there_has_no_boxes(words):
    assert word_boxes(printed(OTHER, FIRST), words) == []


def test_words_of_two_columns_are_not_joined_over_the_gap():
    page = printed(FIRST[:8] + "    " + OTHER[:8])
    boxes = word_boxes(page, FIRST[:8])
    assert boxes == [line_box(0, FIRST[:8])]


def test_a_short_passage_has_to_be_there_whole():
    assert word_boxes(printed("附件2"), "附件2") == [line_box(0, "附件2")]
    assert word_boxes(printed("附件3"), "附件2") == []
