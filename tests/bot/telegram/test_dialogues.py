"""Dialogues: what people say in Telegram, and what the bot replies."""

import pytest

from bot.messages import CHINESE, ENGLISH
from tests.bot.sample import ANSWER, ANSWERED, UNSURE

WHEN = ANSWERED.question


async def test_start_greets(office):
    (reply,) = await office.dialogue().says("/start")
    assert reply.text.startswith("您好，我是健答")


async def test_start_with_a_payload_greets(office):
    (reply,) = await office.dialogue().says("/start abc")
    assert reply.text.startswith("您好")


@pytest.mark.parametrize("typed", ["/help", "／help", "帮助", "/帮助", "/HELP@jianda_bot"])
async def test_help_tells_the_commands(office, typed):
    (reply,) = await office.dialogue().says(typed)
    assert "/ask 提问" in reply.text and "/reload" not in reply.text


async def test_english_telegrams_get_english_words(office, api):
    dialogue = office.dialogue(api.user("Ann", language_code="en-US"))
    (reply,) = await dialogue.says("/help")
    assert reply.text.startswith("Just ask")
    (reply,) = await dialogue.says("食堂几点开饭")
    assert ENGLISH.declined in reply.text


async def test_a_question_in_private_is_answered_with_passage_and_source(office):
    (reply,) = await office.dialogue().says(WHEN)
    assert ANSWER.passage in reply.text
    assert "《在全市卫生健康工作会议上的讲话》（2026） › 三、抓重点" in reply.text
    assert reply.reply_to is None
    assert [entity.type for entity in reply.entities] == ["blockquote", "bold"]


async def test_ask_works_in_private_too(office):
    (reply,) = await office.dialogue().says(f"/ask {WHEN}")
    assert ANSWER.passage in reply.text


async def test_ask_alone_tells_the_usage(office):
    (reply,) = await office.dialogue().says("/ask")
    assert reply.text == CHINESE.usage


@pytest.mark.parametrize("typed", ["/weather", "/天气", "／weather"])
async def test_an_unknown_command_is_said_to_be_one(office, typed):
    (reply,) = await office.dialogue().says(typed)
    assert reply.text == CHINESE.unknown_command


async def test_a_file_is_answered_with_a_request_for_text(office, api):
    dialogue = office.dialogue()
    api.document(dialogue.chat, dialogue.user, "讲话.docx", b"...")
    (reply,) = await dialogue.settled(0)
    assert reply.text == CHINESE.only_text


async def test_an_unsure_reply_offers_buttons_that_open_the_passages(office):
    dialogue = office.dialogue()
    (offer,) = await dialogue.says(UNSURE.question)
    assert offer.text.startswith("没有找到十分确切的答案，最接近的内容是：")
    (opened,) = await dialogue.presses("今年6月底前")
    assert ANSWER.passage in opened.text


async def test_a_declined_reply_offers_questions_that_are_answered(office):
    dialogue = office.dialogue()
    (declined,) = await dialogue.says("食堂几点开饭")
    assert declined.labels == [["细则什么时候出台"], ["价格怎么办"]]
    (answered,) = await dialogue.presses("细则什么时候出台")
    assert ANSWER.passage in answered.text


async def test_an_old_button_says_that_the_text_has_changed(office):
    dialogue = office.dialogue()
    await dialogue.says(UNSURE.question)
    office.knowledge.passages.clear()
    (reply,) = await dialogue.presses("要理顺价格")
    assert reply.text == CHINESE.text_changed


async def test_a_button_under_a_message_too_old_to_be_shown_opens_its_passage(office, api):
    dialogue = office.dialogue(chat=api.group())
    (offer,) = await dialogue.says(f"/ask {UNSURE.question}")
    api.delete(offer)
    (opened,) = await dialogue.presses("今年6月底前", under=offer)
    assert ANSWER.passage in opened.text


async def test_a_question_on_a_button_too_old_to_be_shown_is_asked_for_again(office, api):
    dialogue = office.dialogue()
    (declined,) = await dialogue.says("食堂几点开饭")
    api.delete(declined)
    (reply,) = await dialogue.presses("价格怎么办", under=declined)
    assert reply.text == CHINESE.button_old


async def test_a_press_that_is_too_old_to_be_acknowledged_is_handled_all_the_same(office, api):
    dialogue = office.dialogue()
    (offer,) = await dialogue.says(UNSURE.question)
    query = api.press(dialogue.user, offer, "今年6月底前")
    api.expire(query)
    await office.process_updates()
    assert ANSWER.passage in api.sent(dialogue.chat)[-1].text


@pytest.mark.parametrize(
    "typed", ["<b>粗</b> & </blockquote>", "\"引号\" '' “”", "a\tb\u200bc\u202e", "甲" * 999, "*_[`~", "😀"]
)
async def test_odd_characters_are_answered_like_any_others(office, typed):
    (reply,) = await office.dialogue().says(typed)
    assert CHINESE.declined in reply.text


async def test_a_question_of_4096_characters_is_refused_politely(office):
    (reply,) = await office.dialogue().says("问" * 4096)
    assert "4096" in reply.text and "1000" in reply.text
    assert office.knowledge.asked == []


async def test_a_group_is_only_answered_when_it_asks(office, api):
    api.world.privacy = False
    dialogue = office.dialogue(chat=api.group())
    for silent in ("大家好", WHEN, "帮助", "/ask@other_bot 问", "/weather"):
        assert await dialogue.says(silent) == []
    assert office.knowledge.asked == []


@pytest.mark.parametrize("typed", [f"/ask {WHEN}", f"/ask@jianda_bot {WHEN}", f"／ask＠jianda_bot {WHEN}"])
async def test_a_group_is_answered_as_a_reply_to_the_asker(office, api, typed):
    api.world.privacy = False
    group = api.group()
    dialogue = office.dialogue(chat=group)
    question = api.message(group, dialogue.user, typed)
    (reply,) = await dialogue.settled(0)
    assert ANSWER.passage in reply.text
    assert reply.reply_to == question.message_id
    assert "message_thread_id" not in api.calls_of("sendMessage")[-1].parameters


def opened_topic(api, group):
    """A topic; its number is never that of the group's first message."""
    api.message(group, api.user(), "大家好")
    return api.topic(group, "医改")


async def test_an_answer_stays_in_the_topic_of_its_forum(office, api):
    group = api.group(forum=True)
    dialogue = office.dialogue(chat=group)
    topic = opened_topic(api, group)
    (reply,) = await dialogue.says(f"/ask {WHEN}", thread=topic)
    assert reply.thread == topic


async def test_the_general_topic_of_a_forum_has_no_thread(office, api):
    assert await office.dialogue(chat=api.group(forum=True)).says(f"/ask {WHEN}")
    assert "message_thread_id" not in api.calls_of("sendMessage")[-1].parameters


async def test_ask_as_a_reply_asks_that_message(office, api):
    group, asker = api.group(), api.user()
    question = api.message(group, asker, WHEN)
    dialogue = office.dialogue(chat=group)
    (reply,) = await dialogue.says("/ask", reply_to=question)
    assert ANSWER.passage in reply.text
    assert office.knowledge.asked == [WHEN]


async def test_ask_in_a_topic_without_a_question_tells_the_usage(office, api):
    group = api.group(forum=True)
    dialogue = office.dialogue(chat=group)
    (reply,) = await dialogue.says("/ask", thread=opened_topic(api, group))
    assert reply.text == CHINESE.usage


async def test_a_question_deleted_meanwhile_is_answered_all_the_same(office, api):
    dialogue = office.dialogue(chat=api.group())
    question = api.message(dialogue.chat, dialogue.user, f"/ask {WHEN}")
    api.delete(question)
    (reply,) = await dialogue.settled(0)
    assert ANSWER.passage in reply.text and reply.reply_to is None


async def test_an_anonymous_administrator_is_answered(office, api):
    dialogue = office.dialogue(chat=api.group())
    api.anonymous(dialogue.chat, f"/ask {WHEN}")
    (reply,) = await dialogue.settled(0)
    assert ANSWER.passage in reply.text


async def test_service_messages_are_passed_over(office, api):
    dialogue = office.dialogue(chat=api.group(forum=True))
    api.topic(dialogue.chat, "医改", dialogue.user)
    assert await dialogue.settled(0) == []
