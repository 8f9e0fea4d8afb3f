"""A whole section: in as many messages as it needs, each one that Telegram takes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.callback_data.browsing import OpenSection
from bot.chat.context import ChatContext
from bot.messages import CHINESE
from bot.pages.section import MOST_PASSAGES, whole_section
from bot.rendering.markup import units
from bot.rendering.plain_text import QUOTE, plain
from tests.bot.sample import ANSWER, SECTION, Knowledge
from tests.clock import TODAY

SETTING = ChatContext(CHINESE, TODAY)


def section(*texts, headings=()):
    """The messages of a section with these passages."""
    knowledge = Knowledge()
    deeper = [*headings, *[()] * len(texts)]
    passages = [
        replace(ANSWER, passage=text, section=(*SECTION, *deeper[place])) for place, text in enumerate(texts)
    ]
    knowledge.section = lambda passage_id: passages
    return whole_section(knowledge, SETTING, OpenSection(ANSWER.passage_id)).messages


def test_passages_under_one_heading_are_one_quotation():
    (message,) = section("第一句。", "第二句。", "小标题下的句子。", headings=[(), (), ("一是",)])
    assert message.html.count("<blockquote>") == 2 and "第一句。\n第二句。" in message.html
    assert message.html.startswith("<b>《在全市卫生健康工作会议上的讲话》（2026） › 三、抓重点")


def test_a_long_section_is_split_at_sentence_ends():
    messages = section(*["这是一句有二十个字的话，用来把一节写得很长。" * 10] * 40)
    assert len(messages) > 1
    assert all(plain(message.html).endswith("。") for message in messages)
    assert all(
        message.html.count("<blockquote") == message.html.count("</blockquote>") for message in messages
    )


def test_a_section_without_end_is_cut_and_says_so():
    messages = section(*["一句话。"] * (MOST_PASSAGES + 1))
    assert messages[-1].html.endswith(CHINESE.section_cut)


@given(st.lists(st.text(min_size=1, max_size=3000).filter(str.strip), min_size=1, max_size=6))
def test_any_text_makes_messages_that_telegram_takes(texts):
    for message in section(*texts):
        assert 0 < units(plain(message.html).replace(QUOTE, "")) <= 4096
