"""The line to Telegram: a lost one is said once, a silent one is started again, a dead one ends the program."""

import asyncio
import contextlib

import pytest
from telegram.error import InvalidToken, NetworkError

from bot.errors import PollingDied, TokenRefused
from bot.telegram.transport.polling import PollLine, PollRequest, Watchdog
from tests.bot_api import TOKEN, serve


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def line(clock):
    return PollLine(clock)


def test_silence_counts_from_the_last_answer(line, clock):
    clock.now = 5.0
    line.answered(good=True)
    clock.now = 7.0
    assert line.silence == 2.0


def test_a_lost_line_is_said_once_and_so_is_its_return(line, caplog):
    caplog.set_level("INFO")
    for _ in range(3):
        line.failed(NetworkError("no route"))
    line.answered(good=False)
    line.answered(good=True)
    line.answered(good=True)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


async def test_every_answer_of_the_server_is_noted(line, clock, api):
    clock.now = 50.0
    with serve(api) as base_url:
        request = PollRequest(line)
        await request.initialize()
        code, _ = await request.do_request(f"{base_url}{TOKEN}/getMe", "POST")
        await request.shutdown()
    assert (code, line.silence) == (200, 0.0)


class Polling:
    """What a watchdog looks after: the probes fail with `trouble`, a restart may help."""

    def __init__(self, line, clock, trouble=None, helps=False):
        self.line, self.clock, self.trouble, self.helps = line, clock, trouble, helps
        self.restarts = self.probes = 0

    async def probe(self):
        self.probes += 1
        if self.trouble:
            raise self.trouble

    async def restart(self):
        self.restarts += 1
        if self.helps:
            self.line.answered(good=True)

    async def watched(self, seconds):
        """Watches after that many seconds of silence, for as long as it takes or a moment."""
        self.clock.now = seconds
        watchdog = Watchdog(self.line, self.probe, self.restart, patience=0.02, interval=0.01)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(watchdog.watch(), 0.3)


async def test_a_line_that_speaks_is_left_alone(line, clock):
    polling = Polling(line, clock)
    await polling.watched(seconds=0.0)
    assert polling.probes == 0


async def test_a_silent_line_is_started_again(line, clock):
    polling = Polling(line, clock, helps=True)
    await polling.watched(seconds=100.0)
    assert polling.restarts == 1


async def test_a_line_that_stays_silent_ends_the_program(line, clock):
    polling = Polling(line, clock)
    with pytest.raises(PollingDied):
        await polling.watched(seconds=100.0)
    assert polling.restarts == 1


async def test_without_network_the_polling_goes_on_trying(line, clock, caplog):
    polling = Polling(line, clock, trouble=NetworkError("no route"))
    await polling.watched(seconds=100.0)
    assert polling.restarts == 0 and polling.probes > 1
    assert len(caplog.records) == 1


async def test_a_token_that_was_revoked_ends_the_program(line, clock):
    with pytest.raises(TokenRefused):
        await Polling(line, clock, trouble=InvalidToken()).watched(seconds=100.0)
