"""What the database keeps from its answer is answered once it can be reached again, and nobody gets an apology first."""

import pytest
from telegram.ext import MessageHandler, filters

from bot.concurrency import in_thread
from bot.errors import StateUnusable
from bot.messages import CHINESE
from bot.telegram.delivery.journal import MOST_TRIES
from bot.telegram.transport.services import services_of
from knowledge.errors import DatabaseUnusable
from tests.bot.sample import ANSWERED, Knowledge
from tests.bot.telegram.online import hurry, people, until
from tests.bot.telegram.replica import Replica, says, texts
from tests.bot_api import serve

pytestmark = [pytest.mark.service, pytest.mark.fault]

ANSWER = "出台实施细则"
UNREACHABLE = DatabaseUnusable("postgresql://db/jianda", "unreachable", reason="timeout")


@pytest.fixture
async def replicas(api, tmp_path, postgresql_server, monkeypatch):
    hurry(monkeypatch)
    url = postgresql_server.new_place()
    with serve(api) as base_url:
        rules = {"webhook_url": "https://office.example/hook", "storage": url}
        both = [Replica(api, tmp_path, base_url, Knowledge(), **rules) for _ in range(2)]
        for replica in both:
            await replica.start()
        yield both
        for replica in both:
            await replica.stop()


async def test_another_that_can_reach_it_answers(api, replicas, caplog):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    first.taking_over.cancel()
    first.knowledge.trouble = UNREACHABLE
    await first.bring(says(api, user, chat, ANSWERED.question))
    await second.sent_to(chat)
    await second.idle()
    (answer,) = texts(api, chat)
    assert ANSWER in answer
    assert "连不上数据库" in caplog.text and "Traceback" not in caplog.text
    await until(lambda: first.processor.in_hand == 0)


async def test_it_is_not_answered_here_as_well(api, replicas):
    """Each group of handlers would go on by itself with what failed in the one before."""
    (first, second), ((user, chat),) = replicas, people(api, 1)
    first.taking_over.cancel()

    async def fail(update, context):
        raise UNREACHABLE

    first.application.add_handler(MessageHandler(filters.ALL, fail), group=-4)
    await first.bring(says(api, user, chat, ANSWERED.question))
    await second.sent_to(chat)
    await second.idle()
    assert len(texts(api, chat)) == 1 and not first.knowledge.asked


async def test_it_answers_itself_when_it_can_again(api, replicas):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    second.taking_over.cancel()
    first.knowledge.trouble = UNREACHABLE
    await first.bring(says(api, user, chat, ANSWERED.question))
    await until(lambda: any(waiting.runs for waiting in first.state.inbox.left()))
    first.knowledge.trouble = None
    await first.sent_to(chat)
    await first.idle()
    (answer,) = texts(api, chat)
    assert ANSWER in answer


async def test_the_asker_is_told_after_some_tries(api, replicas):
    user, chat = people(api, 1)[0]
    for replica in replicas:
        replica.knowledge.trouble = UNREACHABLE
    await replicas[0].bring(says(api, user, chat, ANSWERED.question))
    await replicas[0].sent_to(chat)
    await replicas[0].idle()
    (apology,) = texts(api, chat)
    assert apology.startswith(CHINESE.unavailable.partition("{")[0])
    assert sum(len(replica.knowledge.asked) for replica in replicas) == MOST_TRIES


async def test_who_has_changed_something_is_told_at_once(api, replicas):
    (first, _), ((user, chat),) = replicas, people(api, 1)

    async def change(update, context):
        await in_thread(services_of(context).state.migrate_chat, -1, -101)
        raise StateUnusable("postgresql://db/jianda", "unreachable", reason="timeout")

    first.application.add_handler(MessageHandler(filters.Regex("^改"), change), group=-4)
    await first.bring(says(api, user, chat, "改"))
    await first.sent_to(chat)
    await first.idle()
    assert texts(api, chat)[0].startswith(CHINESE.not_stored.partition("{")[0])


async def test_what_could_not_be_given_back_is_once_that_can_be_written(api, replicas, monkeypatch):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    second.taking_over.cancel()
    give_back, failures = first.state.inbox.give_back, [1, 2]

    def failing(number, most_runs):
        if failures:
            failures.pop()
            raise StateUnusable("postgresql://db/jianda", "unreachable", reason="timeout")
        first.knowledge.trouble = None
        return give_back(number, most_runs)

    monkeypatch.setattr(first.state.inbox, "give_back", failing)
    first.knowledge.trouble = UNREACHABLE
    await first.bring(says(api, user, chat, ANSWERED.question))
    await first.sent_to(chat)
    await first.idle()
    (answer,) = texts(api, chat)
    assert ANSWER in answer and not failures


async def test_who_has_changed_something_is_told_though_that_is_learnt_late(api, replicas, monkeypatch):
    (first, _), ((user, chat),) = replicas, people(api, 1)
    give_back, failures = first.state.inbox.give_back, [1]

    def failing(number, most_runs):
        if failures:
            failures.pop()
            raise StateUnusable("postgresql://db/jianda", "unreachable", reason="timeout")
        return give_back(number, most_runs)

    async def change(update, context):
        await in_thread(services_of(context).state.migrate_chat, -1, -101)
        raise StateUnusable("postgresql://db/jianda", "unreachable", reason="timeout")

    monkeypatch.setattr(first.state.inbox, "give_back", failing)
    first.application.add_handler(MessageHandler(filters.Regex("^改"), change), group=-4)
    await first.bring(says(api, user, chat, "改"))
    await until(lambda: not first.state.inbox.left())
    assert not failures
