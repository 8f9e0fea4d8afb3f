"""The network between a replica and the server is cut: whoever gives the line up first, all is answered once."""

import asyncio

import pytest

from bot.state.storage.postgresql import database
from tests.bot.sample import ANSWERED, Knowledge
from tests.bot.telegram.online import hurry, people, until
from tests.bot.telegram.replica import Replica, says, texts
from tests.bot_api import serve
from tests.cutting_proxy import cutting
from tests.postgresql_server import through

pytestmark = [pytest.mark.service, pytest.mark.fault]


@pytest.fixture
def proxy(postgresql_server):
    with cutting(postgresql_server.reach) as made:
        yield made


@pytest.fixture
async def replicas(api, tmp_path, postgresql_server, proxy, monkeypatch):
    """The first reaches the server through the proxy, the second by itself."""
    hurry(monkeypatch)
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    url = postgresql_server.new_place()
    with serve(api) as base_url:
        rules = {"webhook_url": "https://office.example/hook"}
        first, second = (
            Replica(api, tmp_path, base_url, Knowledge(), storage=place, **rules)
            for place in (through(proxy.port, url), url)
        )
        await first.start()
        await second.start()
        first.queue.refuse_unwritten()
        yield first, second
        proxy.heal()
        for replica in (first, second):
            await replica.stop()


async def test_another_answers_once_the_server_has_given_a_replica_up(api, replicas, proxy):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    await first.bring(says(api, user, chat, "慢"))
    await until(lambda: first.processor.in_hand == 1)
    second.gate.set()
    proxy.cut()
    first.gate.set()
    await asyncio.sleep(0.1)
    assert texts(api, chat) == []  # nothing is sent that cannot be written down
    proxy.given_up_by("server")
    await second.sent_to(chat)
    await second.idle()
    proxy.heal()
    await until(lambda: first.processor.in_hand == 0)
    assert texts(api, chat) == ["慢0"]
    other, place = people(api, 1)[0]
    await first.bring(says(api, other, place, ANSWERED.question))
    await first.sent_to(place)


async def test_a_replica_that_gives_the_line_up_first_does_not_answer_what_the_server_believes_it_has(
    api, replicas, proxy
):
    (first, second), ((user, chat),) = replicas, people(api, 1)
    await first.bring(says(api, user, chat, "慢"))
    await until(lambda: first.processor.in_hand == 1)
    second.gate.set()
    proxy.cut()
    proxy.given_up_by("client")
    first.gate.set()
    await asyncio.sleep(0.3)
    assert texts(api, chat) == []
    proxy.heal()
    await second.sent_to(chat)
    await until(lambda: first.processor.in_hand == 0)
    await second.idle()
    assert texts(api, chat) == ["慢0"]


async def test_who_was_cut_off_leads_no_more_once_the_server_has_given_it_up(replicas, proxy):
    first, second = replicas
    assert first.state.term() is not None and second.state.term() is None
    proxy.cut()
    proxy.given_up_by("server")
    await until(lambda: second.state.term() is not None)
    proxy.heal()
    assert first.state.term() is None
