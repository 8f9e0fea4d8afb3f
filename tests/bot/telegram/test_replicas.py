"""Two replicas behind one webhook: an update is answered by one of them, also when it is brought to both or one ends."""

import asyncio
import random
from contextlib import suppress
from functools import partial

import pytest
from telegram.ext import ApplicationHandlerStop, MessageHandler, filters

from bot.concurrency import in_thread
from bot.errors import StateError
from bot.messages import CHINESE
from bot.rendering.message import say
from bot.state.storage.postgresql import database
from bot.telegram.tasks.load_followers import remembered, tell_followers
from bot.telegram.transport.sending import send
from knowledge.indexing.load_report import LoadReport
from tests.bot.sample import ANSWERED, Knowledge
from tests.bot.telegram.online import hurry, people, until
from tests.bot.telegram.replica import Replica, says, texts
from tests.bot_api import serve

pytestmark = [pytest.mark.service, pytest.mark.fault]

ANSWER = "出台实施细则"


@pytest.fixture
def rules():
    """What the configuration says of Telegram."""
    return {}


@pytest.fixture
async def replicas(api, tmp_path, postgresql_server, monkeypatch, rules):
    hurry(monkeypatch)
    url = postgresql_server.new_place()
    with serve(api) as base_url:
        rules = {"webhook_url": "https://office.example/hook", **rules}
        both = [Replica(api, tmp_path, base_url, Knowledge(), storage=url, **rules) for _ in range(2)]
        for replica in both:
            await replica.start()
        yield both
        for replica in both:
            await replica.stop()


async def test_what_is_brought_to_both_is_answered_once(api, replicas):
    crowd = people(api, 8)
    for user, chat in crowd:
        raw = says(api, user, chat, ANSWERED.question)
        await asyncio.gather(*(replica.bring(raw) for replica in replicas))
    await replicas[0].idle()
    for _, chat in crowd:
        (answer,) = texts(api, chat)
        assert ANSWER in answer


async def test_a_chat_is_answered_in_its_order_whoever_answers(api, replicas):
    chance, ((user, chat),) = random.Random(3), people(api, 1)
    for number in range(10):
        await chance.choice(replicas).bring(says(api, user, chat, f"二{number}"))
    await replicas[0].idle()
    assert texts(api, chat) == [f"二{number}{part}" for number in range(10) for part in range(2)]


async def test_another_goes_on_where_one_lost_its_line_and_that_one_sends_nothing_more(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    second.gate.set()
    await first.bring(says(api, user, chat, "慢"))
    await until(lambda: first.processor.in_hand == 1)
    first.taking_over.cancel()
    first.lose_the_line()
    await second.sent_to(chat)
    first.gate.set()
    await until(lambda: first.processor.in_hand == 0)
    await second.idle()
    assert texts(api, chat) == ["慢0"] and second.state.inbox.left() == []


async def test_one_that_lost_its_line_for_a_moment_goes_on_itself(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    second.taking_over.cancel()
    await first.bring(says(api, user, chat, "慢"))
    await until(lambda: first.processor.in_hand == 1)
    first.lose_the_line()
    await first.bring(says(api, *people(api, 1)[0], "/help"))
    first.gate.set()
    await first.idle()
    assert texts(api, chat) == ["慢0"]


async def test_what_one_that_lost_its_line_would_change_is_changed_once_by_another(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    made = []

    async def add(update, context, replica):
        await replica.gate.wait()
        group = -1 - len(made)
        with suppress(StateError):
            await in_thread(replica.state.migrate_chat, group, group - 100)
            made.append(replica)
        await send(context.bot, update.message, say("好"))
        raise ApplicationHandlerStop

    for replica in replicas:
        replica.application.add_handler(
            MessageHandler(filters.Regex("^改"), partial(add, replica=replica)), group=-4
        )
    await first.bring(says(api, user, chat, "改"))
    await until(lambda: first.processor.in_hand == 1)
    first.taking_over.cancel()
    first.lose_the_line()
    second.gate.set()
    await second.sent_to(chat)
    await second.idle()
    first.gate.set()
    await until(lambda: first.processor.in_hand == 0)
    assert made == [second] and texts(api, chat) == ["好"]


async def test_a_load_that_another_replica_is_at_is_left_to_it(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    async with remembered(first.state, user.id, (chat.id, 7), CHINESE):
        await tell_followers(second.application.bot, second.state, LoadReport((), (), 0.0))
        assert first.state.pending.of_kind("load") and not texts(api, chat)
        first.lose_the_line()
        first.state.term()
        await tell_followers(second.application.bot, second.state, LoadReport((), (), 0.0))
        assert texts(api, chat)


async def test_what_was_on_its_way_when_one_ended_is_told_not_sent_again(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    first.taking_over.cancel()
    api.stall("sendMessage")
    await first.bring(says(api, user, chat, "二"))
    await until(lambda: any(waiting.sending for waiting in second.state.inbox.left()))
    first.lose_the_line()
    lost = CHINESE.may_be_lost["answer"]
    await until(
        lambda: second.state.unsure.of(chat.id) or any(lost in text for text in texts(api, chat))
    )  # told with the second part
    api.calm()
    await second.bring(says(api, user, chat, "/help"))
    await until(lambda: any("/ask" in text for text in texts(api, chat)))
    assert any(lost in text for text in texts(api, chat))
    assert sum(text == "二0" for text in texts(api, chat)) <= 1


async def test_what_cannot_be_written_down_is_not_taken_and_answered_when_it_comes_again(
    api, replicas, postgresql_server, monkeypatch
):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    raw = says(api, user, chat, ANSWERED.question)
    first.queue.refuse_unwritten()
    postgresql_server.stop("immediate")
    try:
        with pytest.raises(StateError):
            await first.bring(raw)
    finally:
        postgresql_server.start()
    assert first.queue.empty()
    await second.bring(raw)
    await second.sent_to(chat)
    await second.idle()
    (answer,) = texts(api, chat)
    assert ANSWER in answer


async def test_a_conversation_goes_on_with_another_until_it_is_forgotten(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    await first.bring(says(api, user, chat, ANSWERED.question))
    await second.bring(says(api, user, chat, "谁负责"))
    await second.idle()
    (asked,) = second.knowledge.asked
    assert asked.startswith("谁负责") and "细则" in asked
    assert second.state.conversations.of(chat.id)
    first.state.forget(user.id)
    assert second.state.conversations.of(chat.id) == {}


@pytest.mark.parametrize("rules", [{"limit_per_minute": 2}])
async def test_the_limits_hold_over_both(api, replicas, rules):
    (user, chat) = people(api, 1)[0]
    for number in range(4):
        await replicas[number % 2].bring(says(api, user, chat, ANSWERED.question))
        await replicas[number % 2].idle()
    assert [text == CHINESE.too_many for text in texts(api, chat)] == [False, False, True]
