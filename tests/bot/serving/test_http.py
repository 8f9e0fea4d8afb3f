"""The HTTP server: the webhook takes what Telegram brings, once and from nobody else; health and metrics tell the truth."""

import asyncio
import json
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from telegram.error import BadRequest, RetryAfter

from bot.errors import StateUnusable
from bot.metrics import LOADS, REGISTRY
from bot.serving import health as health_module
from bot.serving.health import Health
from bot.serving.http import SECRET_HEADER, build_app
from bot.telegram.application import UPDATES
from bot.telegram.delivery.measuring import measured
from bot.telegram.transport.polling import PollLine
from bot.telegram.transport.update_source import Webhook, webhook_secret
from knowledge.errors import DatabaseDamaged

URL = "https://jianda.example.cn/telegram"


class Bench:
    """The HTTP side of a bot, whose handlers run when a test lets them."""

    def __init__(self, office):
        self.office, self.line, self.running = office, PollLine(), True
        self.webhook = Webhook(office.application, URL, self.line, UPDATES)
        health = Health(lambda: self.line.silence, lambda: self.running, office.knowledge, office.state)
        site = Starlette(routes=[Route("/", lambda request: PlainTextResponse("阅览室"))])
        app = build_app(health, self.webhook, URL, site)
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test")

    async def bring(self, update, **headers):
        """Brings an update as Telegram does."""
        given = {SECRET_HEADER: headers.get("secret", self.webhook.secret)}
        content = update if isinstance(update, bytes) else json.dumps(update).encode()
        return await self.client.post("/telegram", content=content, headers=given)

    @property
    def queued(self):
        return self.office.application.update_queue.qsize()


@pytest.fixture
async def bench(office):
    bench = Bench(office)
    yield bench
    await bench.client.aclose()


async def test_telegram_brings_again_what_could_not_be_written_down(bench, monkeypatch):
    update, queue = asked(bench.office.api), bench.office.application.update_queue

    async def full(update):
        raise StateUnusable("postgresql://h/jianda", "server_full")

    with monkeypatch.context() as broken:
        broken.setattr(queue, "put", full)
        assert (await bench.bring(update)).status_code == 503 and not bench.queued
    assert (await bench.bring(update)).status_code == 200 and bench.queued == 1


def asked(api, text="基层诊疗量占比要达到多少？"):
    """The update of a question."""
    user = api.user()
    api.message(api.private(user), user, text)
    return api.take_updates()[-1]


async def test_an_update_is_taken_once_however_often_it_is_brought(bench):
    update = asked(bench.office.api)
    assert (await bench.bring(update)).status_code == 200 and bench.queued == 1
    assert len(bench.office.state.inbox.left()) == 1  # written down before Telegram hears that it was taken
    assert (await bench.bring(update)).status_code == 200 and bench.queued == 1


async def test_nobody_else_may_bring_updates(bench):
    update = asked(bench.office.api)
    for secret in ("", "wrong", bench.webhook.secret[:-1], "密", bench.office.api.token):
        response = await bench.bring(update, secret=secret.encode())
        assert response.status_code == 403
    assert bench.queued == 0
    assert (await bench.client.get("/telegram")).status_code in (404, 405)


async def test_what_is_no_update_is_refused_or_skipped(bench, caplog):
    assert (await bench.bring(b"not json")).status_code == 400
    assert (await bench.bring(b"x" * (2 << 20))).status_code == 413
    unreadable = {"update_id": 5, "message": {"message_id": "?", "date": "?", "chat": {"id": 1}}}
    assert (await bench.bring(unreadable)).status_code == 200  # else Telegram would bring it for ever
    assert bench.queued == 0 and "skipped" in caplog.text


async def test_telegram_is_told_where_to_bring_them_and_again_when_that_is_lost(bench):
    api = bench.office.api
    await bench.webhook.start(0)
    told = api.calls_of("setWebhook")[-1].parameters
    assert told["url"] == URL and told["secret_token"] == bench.webhook.secret
    await bench.webhook.look()
    assert len(api.calls_of("setWebhook")) == 1
    api.call("deleteWebhook")
    await bench.webhook.look()
    assert len(api.calls_of("setWebhook")) == 2


def test_the_secret_is_the_bots_own_and_does_not_show_its_token():
    first, second = webhook_secret("1:aaaaaaaa"), webhook_secret("1:aaaaaaab")
    assert first == webhook_secret("1:aaaaaaaa") != second and "aaaaaaaa" not in first


async def test_it_is_alive_while_telegram_answers(bench, monkeypatch):
    response = await bench.client.get("/healthz")
    assert (response.status_code, response.json()["ok"]) == (200, True)
    monkeypatch.setattr(health_module, "STALE", -1.0)
    assert (await bench.client.get("/healthz")).status_code == 503


async def test_it_is_ready_when_all_it_needs_is_there(bench, monkeypatch):
    assert (await bench.client.get("/readyz")).json() == {
        "ok": True,
        "telegram": True,
        "knowledge_base": True,
        "state": True,
    }
    bench.running = False
    monkeypatch.setattr(bench.office.knowledge, "documents", damaged)
    bench.office.state.close()
    response = await bench.client.get("/readyz")
    assert response.status_code == 503 and not any(response.json().values())


def damaged():
    raise DatabaseDamaged(Path("jianda.db"))


async def test_the_pages_stand_beside_it(bench):
    assert (await bench.client.get("/")).text == "阅览室"


async def test_requests_to_telegram_are_counted_by_their_end():
    before = {outcome: requests("sendMessage", outcome) for outcome in ("ok", "flood", "failed")}
    for trouble in (None, RetryAfter(3), BadRequest("no")):

        async def request(endpoint, data, trouble=trouble):
            if trouble:
                raise trouble

        await asyncio.gather(measured(request)("sendMessage", {}), return_exceptions=True)
    assert {outcome: requests("sendMessage", outcome) for outcome in before} == {
        outcome: count + 1 for outcome, count in before.items()
    }


def requests(method, outcome):
    labels = {"method": method, "outcome": outcome}
    return REGISTRY.get_sample_value("jianda_telegram_requests_total", labels) or 0


async def test_metrics_count_without_names_and_texts(bench):
    office = bench.office
    dialogue = office.dialogue()
    before = REGISTRY.get_sample_value("jianda_answer_seconds_count")
    await dialogue.says("基层诊疗量占比要达到多少？")
    LOADS.labels("ok").inc()
    text = (await bench.client.get("/metrics")).text
    assert REGISTRY.get_sample_value("jianda_answer_seconds_count") == before + 1
    for name in ("jianda_questions_total", "jianda_loads_total", "process_resident_memory_bytes"):
        assert f"\n{name}" in text
    assert "诊疗" not in text and str(dialogue.user.id) not in text and office.api.token not in text
