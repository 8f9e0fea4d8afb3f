"""Over a bad line every answer comes once, or the next message says that it may not have come."""

import asyncio
import random

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.telegram import application
from tests.bot.sample import ANSWERED
from tests.bot.telegram.online import hurry, online, people, until
from tests.bot_api import serve

pytestmark = pytest.mark.fault

WHEN = ANSWERED.question
ANSWER = "出台实施细则"
MAY_BE_LOST = CHINESE.may_be_lost["answer"]
SENDING = ("sendMessage", "editMessageText", "answerCallbackQuery")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    hurry(monkeypatch)
    monkeypatch.setattr(application, "READ", 0.5)


def texts(api, chat):
    return [sent.text for sent in api.sent(chat)]


@pytest.mark.parametrize("kind", ["500", "502", "flood"])
async def test_what_telegram_did_not_take_is_sent_again(api, tmp_path, kind):
    ((user, chat),) = people(api, 1)
    api.strike(kind, methods=SENDING, times=2)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            api.message(chat, user, WHEN)
            await bot.sent_to(chat)
            await bot.idle()
    (answer,) = texts(api, chat)
    assert ANSWER in answer and MAY_BE_LOST not in answer and api.faults.struck[kind] == 2


@pytest.mark.parametrize("kind", ["cut", "late"])
async def test_what_may_have_arrived_is_not_sent_again_and_the_next_message_says_so_once(api, tmp_path, kind):
    ((user, chat),) = people(api, 1)
    api.strike(kind, methods=SENDING, times=1)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            for count in (1, 2, 3):
                api.message(chat, user, WHEN)
                await bot.sent_to(chat, count)
                await bot.idle()
    lost, second, third = texts(api, chat)
    assert ANSWER in lost and second.startswith(MAY_BE_LOST) and ANSWER in second
    assert ANSWER in third and MAY_BE_LOST not in third


@pytest.mark.parametrize("kind", ["reset", "silence"])
async def test_what_may_not_have_arrived_is_told(api, tmp_path, kind):
    user = api.user(language_code="en")
    chat = api.private(user)
    api.strike(kind, methods=SENDING, times=1)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            api.message(chat, user, WHEN)
            await until(lambda: bot.state.unsure.of(chat.id))
            await bot.idle()
            api.message(chat, user, "/help")
            (told,) = await bot.sent_to(chat)
    assert told.text.startswith(ENGLISH.may_be_lost["answer"]) and "/ask" in told.text


async def test_an_edit_is_made_again_until_it_is_made(api, tmp_path):
    ((user, chat),) = people(api, 1)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            api.message(chat, user, "/language")
            (asked,) = await bot.sent_to(chat)
            for kind in ("cut", "500", "reset"):
                api.strike(kind, methods=("editMessageText", "answerCallbackQuery"), times=1)
            query = api.press(user, asked, "English")
            await asyncio.to_thread(api.wait_for, lambda: "English" in texts(api, chat)[0], 60)
            await bot.idle()
            assert api.callback_answer(query) and bot.state.unsure.of(chat.id) is None


async def test_telegram_held_back_again_and_again_is_waited_for_in_order(api, tmp_path):
    ((user, chat),) = people(api, 1)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            api.strike("flood", methods=SENDING, times=4, retry_after=1)
            for text in (WHEN, "/help", WHEN):
                api.message(chat, user, text)
            await bot.sent_to(chat, 3)
    first, second, third = texts(api, chat)
    assert ANSWER in first and "/ask" in second and ANSWER in third


async def test_a_chat_that_is_held_back_keeps_no_other_waiting(api, tmp_path, monkeypatch):
    held, ((user, chat),) = people(api, 40), people(api, 1)
    monkeypatch.setattr(application, "AT_ONCE", 4)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            api.strike("flood", methods=SENDING, chats={other.id for _, other in held}, retry_after=30)
            for person, other in held:
                api.message(other, person, WHEN)
            await asyncio.to_thread(api.wait_for, lambda: api.faults.struck["flood"] >= 40, 60)
            api.message(chat, user, "/help")
            await bot.sent_to(chat)
            assert api.faults.struck["flood"] == 40  # none of them has been tried again meanwhile
            assert not any(api.sent(other) for _, other in held)


async def test_when_it_is_too_long_for_telegram_to_take_it_the_next_message_says_so(api, tmp_path, caplog):
    ((user, chat),) = people(api, 1)
    api.strike("flood", methods=SENDING, times=1, retry_after=100_000)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            api.message(chat, user, WHEN)
            await until(lambda: bot.state.unsure.of(chat.id))
            await bot.idle()
    assert len([one for one in caplog.records if one.name == "bot.telegram.error_handler"]) == 1


async def test_the_notice_stands_alone_before_a_picture_or_a_long_message(api, tmp_path):
    ((user, chat),) = people(api, 1)
    api.strike("cut", methods=SENDING, times=1)
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url, editors=(user.id,)) as bot:
            api.message(chat, user, WHEN)
            await bot.sent_to(chat)
            await bot.idle()
            await bot.application.bot.send_document(chat.id, b"1", filename="a.txt")
            _, told, file = await bot.sent_to(chat, 3)
            assert told.text == MAY_BE_LOST and file.file == b"1"
            assert bot.state.unsure.of(chat.id) is None


async def test_of_many_questions_over_a_bad_line_none_is_lost_in_silence_and_none_comes_twice(api, tmp_path):
    asking = people(api, 30)
    for number, kind in enumerate(("500", "502", "reset", "cut", "flood")):
        api.strike(kind, share=0.1, methods=SENDING, chance=random.Random(number))
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            for user, chat in asking:
                api.message(chat, user, WHEN)
            await asyncio.to_thread(api.wait_for, lambda: not api.world.updates.pending, 60)
            await bot.idle()
            unsure = {chat.id for _, chat in asking if bot.state.unsure.of(chat.id)}
            api.calm()
            for user, chat in asking:
                api.message(chat, user, "/help")
            await asyncio.to_thread(
                api.wait_for, lambda: all("/ask" in "".join(texts(api, chat)) for _, chat in asking), 60
            )
    for _, chat in asking:
        *answers, last = texts(api, chat)
        assert len(answers) <= 1 and (answers or chat.id in unsure)
        assert last.startswith(MAY_BE_LOST) == (chat.id in unsure)
    assert all(api.faults.struck[kind] for kind in ("500", "502", "reset", "cut", "flood"))
