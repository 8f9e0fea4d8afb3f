"""Rich text: escaped, counted and cut as Telegram wants it, whatever stands in it."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.markup import Block, Span, line, pages, quotation, to_html, units, visible
from bot.rendering.plain_text import plain

TAG = re.compile(r"</?(?:b|blockquote)(?: expandable)?>")
TEXTS = st.text(max_size=300)
BLOCKS = st.lists(
    st.builds(
        lambda spans, quote: Block(tuple(Span(visible(text), bold) for text, bold in spans), quote),
        st.lists(st.tuples(TEXTS, st.booleans()), max_size=4),
        st.booleans(),
    ),
    max_size=6,
)


def text_of(message):
    return html.unescape(TAG.sub("", message))


def test_everything_is_escaped():
    assert to_html([line("<b>&\"'")]) == "&lt;b&gt;&amp;\"'"


def test_a_highlight_is_bold_inside_the_quotation():
    assert to_html([quotation("甲乙丙丁", [(1, 3)])]) == "<blockquote>甲<b>乙丙</b>丁</blockquote>"


def test_a_long_quotation_is_folded():
    assert to_html([quotation("甲" * 301)]).startswith("<blockquote expandable>")


def test_overlapping_and_outlying_highlights_do_no_harm():
    assert quotation("甲乙丙", [(1, 9), (0, 2), (5, 7)]).text == "甲乙丙"


def test_control_characters_and_lone_surrogates_vanish():
    assert visible("甲\x00\x07\ud800乙\n") == "甲乙\n"


def test_characters_outside_the_basic_plane_count_twice():
    assert units("甲𠮷") == 3


def test_a_cut_is_made_at_a_sentence_end():
    first, second = pages([line("第一句。" * 6)], limit=22)
    assert (first[0].text, second[0].text) == ("第一句。" * 5, "第一句。")


def test_without_sentences_the_cut_is_made_at_a_comma():
    first, _ = pages([line("甲甲甲甲甲甲，乙乙乙乙乙")], limit=10)
    assert first[0].text == "甲甲甲甲甲甲，"


def test_a_block_that_fits_a_message_is_not_cut():
    found = pages([line("甲" * 6), line("乙" * 6)], limit=10)
    assert [page[0].text for page in found] == ["甲" * 6, "乙" * 6]


def test_blocks_of_white_space_alone_make_no_message():
    assert pages([line(" "), line("")]) == []


@given(BLOCKS, st.integers(min_value=3, max_value=400))
def test_whatever_is_said_stays_within_the_limit_and_whole(blocks, limit):
    messages = [to_html(page) for page in pages(blocks, limit)]
    assert all(units(text_of(message)) <= limit for message in messages)
    squash = lambda text: "".join(text.split())  # noqa: E731
    assert squash("".join(map(text_of, messages))) == squash("".join(block.text for block in blocks))


@given(BLOCKS, st.integers(min_value=3, max_value=400))
def test_no_cut_falls_inside_a_tag(blocks, limit):
    for page in pages(blocks, limit):
        opened = []
        for tag in TAG.findall(to_html(page)):
            if tag.startswith("</"):
                assert opened.pop() == tag[2:-1]
            else:
                opened.append(tag[1:-1].split()[0])
        assert not opened


@given(TEXTS, st.lists(st.tuples(st.integers(-5, 320), st.integers(-5, 320)), max_size=5))
def test_a_quotation_keeps_the_words(text, highlights):
    assert quotation(text, highlights).text == visible(text)


def test_the_terminal_sees_quotations_behind_a_bar_and_bold_by_codes():
    shown = plain("说明 &lt;甲&gt;\n<blockquote>甲\n<b>乙</b></blockquote>\n出处", styled=True)
    assert shown == "说明 <甲>\n  │ 甲\n  │ \x1b[1m乙\x1b[0m\n出处"
    assert plain("<b>甲</b>") == "甲"
