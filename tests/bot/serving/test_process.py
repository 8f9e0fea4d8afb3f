"""The process with a webhook: people are answered, duplicates are not, pages and health stand beside it, SIGTERM ends it."""

import json
import re
import signal
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

import pytest

from bot.serving.http import SECRET_HEADER
from tests.bot.telegram.test_process import SECONDS, founded, log_of, running
from tests.bot_api import BotApi, serve

pytestmark = pytest.mark.process
URL = "https://jianda.example.cn/telegram"


@dataclass
class Hook:
    """Telegram's side of the webhook of one process, which serves all tests of this file."""

    api: BotApi
    address: str
    folder: object

    def bring(self):
        """Brings what waits, as Telegram does; gives the statuses."""
        secret = self.api.calls_of("setWebhook")[-1].parameters["secret_token"]
        return [self.post(update, secret) for update in self.api.take_updates()]

    def post(self, update, secret):
        headers = {SECRET_HEADER: secret, "Content-Type": "application/json"}
        return self.status("telegram", json.dumps(update).encode(), headers)

    def status(self, path, data=None, headers=None):
        request = urllib.request.Request(self.address + path, data, headers or {})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=SECONDS) as response:
                self.body = response.read().decode()
                return response.status
        except urllib.error.HTTPError as error:
            return error.code


@pytest.fixture(scope="module")
def hook(tmp_path_factory):
    api, folder = BotApi(), founded(tmp_path_factory.mktemp("hook"))
    settings = {"JIANDA_TELEGRAM_WEBHOOK_URL": URL}
    with serve(api) as base_url, running(folder, base_url, api.token, **settings) as process:
        api.wait_for(lambda: api.calls_of("setWebhook"), SECONDS)
        end = time.monotonic() + SECONDS
        while "running）" not in log_of(folder) and time.monotonic() < end:
            time.sleep(0.02)
        address = re.search(r"http://127\.0\.0\.1:\d+/", log_of(folder))[0]
        yield Hook(api, address, folder)
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0
    log = log_of(folder)
    assert api.violations == [] and "Traceback" not in log and not api.calls_of("getUpdates")
    assert api.token.partition(":")[2] not in log


def test_a_question_is_answered_once(hook):
    user = hook.api.user()
    room = hook.api.private(user)
    hook.api.message(room, user, "基层诊疗量占比要达到多少？")
    update = hook.api.take_updates()[-1]
    secret = hook.api.calls_of("setWebhook")[-1].parameters["secret_token"]
    assert [hook.post(update, secret) for _ in range(3)] == [200, 200, 200]
    (answer,) = hook.api.wait_for(lambda: hook.api.sent(room), SECONDS)
    assert "基层诊疗量占比达到55%以上" in answer.text
    hook.api.message(room, user, "/help")
    assert hook.bring() == [200]
    hook.api.wait_for(lambda: len(hook.api.sent(room)) > 1, SECONDS)
    assert len(hook.api.sent(room)) == 2


def test_a_forged_update_is_refused(hook):
    assert hook.post({"update_id": 1}, "forged") == 403


def test_health_metrics_and_pages_stand_beside_the_bot(hook):
    assert (hook.status("healthz"), hook.status("readyz")) == (200, 200)
    assert hook.status("metrics") == 200 and "jianda_telegram_requests_total" in hook.body
    assert "sendMessage" in hook.body or "getMe" in hook.body
    assert hook.status("") == 200 and "<html" in hook.body
    assert hook.status("no/such/page") == 404
