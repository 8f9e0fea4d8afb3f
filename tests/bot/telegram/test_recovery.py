"""After a crash each update is answered once, in its parts, or the next message says that it may not have been."""

import asyncio
import time

import pytest
from telegram import Update
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.errors import StateUnusable
from bot.messages import CHINESE
from bot.rendering.message import say
from bot.state.usage.inbox import Waiting
from bot.telegram.delivery.durable_queue import MOST_RUNS
from bot.telegram.delivery.notices import LATE
from bot.telegram.transport.sending import send
from bot.telegram.transport.services import services_of
from tests.bot.sample import ANSWERED, Knowledge
from tests.bot.telegram.online import Online, hurry, online, people, until
from tests.bot_api import serve

pytestmark = pytest.mark.fault

WHEN = ANSWERED.question
ANSWER = "出台实施细则"
MAY_BE_LOST = CHINESE.may_be_lost


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    hurry(monkeypatch)


@pytest.fixture
def asking(api):
    ((user, chat),) = people(api, 1)
    return user, chat


def texts(api, chat):
    return [sent.text for sent in api.sent(chat)]


def taken(api, asking, text):
    """An update that the program before has taken, as it stands in its inbox."""
    user, chat = asking
    api.message(chat, user, text)
    (raw,) = api.take_updates()
    return Waiting(raw["update_id"], chat.id, user.id, time.time(), Update.de_json(raw).to_json())


class Started:
    """A bot that starts over an inbox that an earlier run has left, and ends with the block."""

    def __init__(self, api, folder, *left, prepare=lambda state: None):
        self.api, self.folder, self.left, self.prepare = api, folder, left, prepare

    async def __aenter__(self):
        self.server = serve(self.api)
        self.bot = Online(self.api, self.folder, self.server.__enter__(), Knowledge(), owners=(1,))
        for waiting in self.left:
            self.bot.state.inbox.put(waiting)
        self.prepare(self.bot.state)
        self.bot.application.add_handler(MessageHandler(filters.Regex("^三条$"), three), group=-3)
        self.bot.application.add_handler(MessageHandler(filters.Regex("^改动$"), change), group=-3)
        await self.bot.start()
        return self.bot

    async def __aexit__(self, *error):
        await self.bot.stop()
        self.server.__exit__(*error)


async def three(update, context):
    for word in ("一", "二", "三"):
        await send(context.bot, update.message, say(word))
    raise ApplicationHandlerStop


async def change(update, context):
    services_of(context).state.scopes.set(update.message.chat.id, ["d1"])
    await asyncio.Event().wait()


async def test_what_was_taken_and_not_answered_is_answered_after_the_start_once(api, tmp_path, asking):
    left = taken(api, asking, WHEN)
    async with Started(api, tmp_path, left) as bot:
        await bot.sent_to(asking[1])
        await bot.idle()
    async with Started(api, tmp_path) as bot:
        assert bot.state.inbox.left() == []
    (answer,) = texts(api, asking[1])
    assert ANSWER in answer and "问的" not in answer


async def test_an_update_that_telegram_brings_again_after_the_answer_is_passed_over(api, tmp_path, asking):
    user, chat = asking
    left = taken(api, asking, WHEN)
    async with Started(api, tmp_path, left) as bot:
        await bot.idle()
        await bot.sent_to(chat)
    api.message(chat, user, WHEN)
    api.world.updates.pending[-1]["update_id"] = left.id
    async with Started(api, tmp_path) as bot:
        await until(lambda: not api.world.updates.pending)
        api.message(chat, user, "/help")
        await bot.sent_to(chat, 2)
    assert ["/ask" in text for text in texts(api, chat)] == [False, True]


async def test_what_was_on_its_way_is_not_sent_again_and_the_next_message_says_so(api, tmp_path, asking):
    user, chat = asking
    left = taken(api, asking, WHEN)
    async with Started(api, tmp_path, left, prepare=lambda state: state.inbox.claim(left.id, chat.id)) as bot:
        await bot.idle()
        assert texts(api, chat) == []
        api.message(chat, user, "/help")
        (told,) = await bot.sent_to(chat)
    assert told.text.startswith(MAY_BE_LOST["answer"]) and "/ask" in told.text


async def test_the_parts_that_arrived_are_not_sent_again(api, tmp_path, asking):
    left = taken(api, asking, "三条")
    async with Started(api, tmp_path, left, prepare=lambda state: state.inbox.sent(left.id, 77)) as bot:
        await bot.sent_to(asking[1], 2)
        await bot.idle()
    assert texts(api, asking[1]) == ["二", "三"]


async def test_the_parts_after_one_that_may_not_have_arrived_say_so(api, tmp_path, asking):
    left = taken(api, asking, "三条")

    def prepare(state):
        state.inbox.sent(left.id, 77)
        state.inbox.claim(left.id, asking[1].id)

    async with Started(api, tmp_path, left, prepare=prepare) as bot:
        await bot.sent_to(asking[1])
        await bot.idle()
    assert texts(api, asking[1]) == [f"{MAY_BE_LOST['answer']}\n\n三"]


async def test_what_changed_something_is_not_done_again(api, tmp_path, asking):
    user, chat = asking
    left = taken(api, asking, "改动")
    async with Started(api, tmp_path, left) as bot:
        await until(lambda: bot.state.scopes.of(chat.id))
        bot.state.scopes.set(chat.id, [])
    async with Started(api, tmp_path) as bot:
        await bot.idle()
        assert bot.state.scopes.of(chat.id) == ()
        api.message(chat, user, "/help")
        (told,) = await bot.sent_to(chat)
    assert told.text.startswith(MAY_BE_LOST["change"])


async def test_an_update_that_ends_the_program_each_time_is_given_up(api, tmp_path, asking, caplog):
    user, chat = asking
    left = taken(api, asking, WHEN)

    def prepare(state):
        for _ in range(MOST_RUNS):
            state.inbox.begin(left.id)

    async with Started(api, tmp_path, left, prepare=prepare) as bot:
        await bot.idle()
        assert texts(api, chat) == [] and str(left.id) in caplog.text
        api.message(chat, user, "/help")
        (told,) = await bot.sent_to(chat)
    assert told.text.startswith(MAY_BE_LOST["answer"])


async def test_an_update_that_can_no_longer_be_read_is_told(api, tmp_path, asking):
    user, chat = asking
    left = Waiting(5, chat.id, user.id, time.time(), '{"update_id": 5, "message": {}}')
    async with Started(api, tmp_path, left) as bot:
        api.message(chat, user, "/help")
        (told,) = await bot.sent_to(chat)
    assert told.text.startswith(MAY_BE_LOST["answer"])


@pytest.mark.dates
async def test_a_late_answer_says_when_it_was_asked_for(api, tmp_path, asking):
    user, chat = asking
    left = taken(api, asking, WHEN)
    at = time.time() - LATE - 60
    left = Waiting(left.id, left.chat, left.person, at, left.content)
    async with Started(api, tmp_path, left) as bot:
        await bot.sent_to(chat)
        api.message(chat, user, WHEN)
        await bot.sent_to(chat, 2)
    late, next_one = texts(api, chat)
    assert f"{time.strftime('%H:%M', time.gmtime(at))} 问的" in late and ANSWER in late
    assert "问的" not in next_one


async def test_what_waited_at_telegram_while_the_bot_was_off_is_late_too(api, tmp_path, asking):
    user, chat = asking
    api.world.clock = lambda: time.time() - LATE - 60
    api.message(chat, user, WHEN)
    api.world.clock = time.time
    async with Started(api, tmp_path) as bot:
        (late,) = await bot.sent_to(chat)
        await until(lambda: not bot.line.is_behind)
        api.world.clock = lambda: time.time() - LATE - 60  # of a server whose clock is slow
        api.message(chat, user, WHEN)
        _, fresh = await bot.sent_to(chat, 2)
    assert "问的" in late.text and "问的" not in fresh.text


async def test_the_talk_of_a_group_is_written_nowhere(api, tmp_path):
    user = api.user()
    group = api.group(members=[user], bot="administrator")
    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            put = []
            write, bot.state.inbox.put = (
                bot.state.inbox.put,
                lambda waiting: put.append(waiting.id) or write(waiting),
            )
            api.message(group, user, "大家下午好")
            api.message(group, user, f"/ask {WHEN}")
            await bot.sent_to(group)
            await bot.idle()
    assert len(put) == 1


async def test_with_a_state_file_that_cannot_be_written_people_are_answered(api, tmp_path, asking, caplog):
    user, chat = asking

    def full(**_):
        raise StateUnusable(tmp_path / "state.db", "full")

    with serve(api) as base_url:
        async with online(api, tmp_path, base_url) as bot:
            bot.state.inbox._database.writing = full
            api.message(chat, user, "/help")
            await bot.sent_to(chat)
            del bot.state.inbox._database.writing
    assert len(texts(api, chat)) == 1 and "磁盘已满" in caplog.text and "Traceback" not in caplog.text
