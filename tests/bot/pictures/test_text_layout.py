"""Words in a picture keep to their room, and a line breaks neither a figure nor before a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.png import render
from bot.pictures.text_layout import lines, shortened, width
from tests.bot.pictures.ink import inked_box

SIZE = 36
PAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="80"><text x="0" y="60" font-size="36">{}</text></svg>'
WORDS = (
    "县域内就诊率达到90%以上",
    "2027年12月31日  还有 404 天",
    "《健康栖云三年行动计划（2026—2028年）》",
    "MMMWWW %%% @@@",
    "Timeline of deadlines: 2027",
    "“强县惠乡”……①②③",
)


@pytest.mark.parametrize("words", WORDS)
def test_words_are_no_wider_than_reckoned(words: str) -> None:
    box = inked_box(render(PAGE.format(words)))
    assert box and box[2] <= width(words, SIZE) + 2
    assert box[2] >= 0.6 * width(words, SIZE)


LINES = [
    ("县域内就诊率", 4, 3, ["县域内就", "诊率"]),
    ("达到12.5%以上", 4, 3, ["达到", "12.5%", "以上"]),
    ("一二三，四五六", 3, 3, ["一二", "三，四", "五六"]),
    ("一二“三四”五", 3, 3, ["一二", "“三", "四”五"]),
    ("一二三四五六七八", 3, 2, ["一二三", "四五…"]),
    ("一二，三四五六", 3, 1, ["一二…"]),
    ("", 4, 2, []),
    ("一二三", 9, 2, ["一二三"]),
]


@pytest.mark.parametrize(("text", "ems", "most", "expected"), LINES)
def test_lines_are_cut_where_a_reader_expects(text: str, ems: int, most: int, expected: list[str]) -> None:
    assert lines(text, SIZE, SIZE * ems, most) == expected


@given(st.text("医共体，。“”（）12.5%abc 《》", max_size=60), st.integers(3, 12), st.integers(1, 4))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, ems: int, most: int) -> None:
    found = lines(text, SIZE, SIZE * ems, most)
    assert len(found) <= most
    assert all(width(line, SIZE) <= SIZE * ems for line in found)
    whole = lines(text, SIZE, SIZE * ems, 100)
    assert "".join("".join(whole).split()) == "".join(text.split())


def test_a_long_word_is_cut() -> None:
    assert shortened("a" * 99, SIZE, SIZE * 6).endswith("…")
