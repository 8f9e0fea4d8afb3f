"""The log: bounded, one line for what repeats itself, and never a word of what somebody wrote."""

import json
import logging
import stat
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.config.config import Config, Telegram
from bot.config.repeats import MOST, WINDOW, CountingHandler
from bot.config.secrets import Secret
from bot.telegram.logging import LONGEST, DiscreetFormatter, JsonFormatter, set_up_logging

SECRET = "8001:abcdef"
WORDS = "很私密的一句话"


class Collected(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def collected(clock):
    return Collected()


@pytest.fixture
def log(collected, clock):
    logger = logging.Logger("a")
    logger.addHandler(CountingHandler(collected, clock=clock))
    return logger


def test_the_same_error_is_written_once_and_counted(log, collected, clock):
    for seconds in range(5):
        log.warning("error %s: %s", "abc", NetworkError(f"Retry in {seconds} seconds"))
    assert len(collected.lines) == 1
    clock.now += WINDOW
    log.info("all is well")
    assert collected.lines[1:] == [f"… 又出现 4 次（repeated）：{collected.lines[0]}", "all is well"]
    log.warning("error %s: %s", "abc", NetworkError("Retry in 9 seconds"))
    assert len(collected.lines) == 4


def test_what_differs_is_written_each_time(log, collected):
    for number in range(5):
        log.warning("update %s was skipped: %s", number, "KeyError")
    log.error("update")
    log.warning("update")
    log.info("update")
    log.info("update")
    assert len(collected.lines) == 9


def test_at_the_end_the_counts_are_told(log, collected):
    for _ in range(3):
        log.error("disk full")
    log.handlers[0].close()
    assert collected.lines == ["disk full", "… 又出现 2 次（repeated）：disk full"]


def test_few_errors_are_remembered(log, collected):
    for number in range(3 * MOST):
        log.warning("%s", f"name{number}x")
    assert len(log.handlers[0]._written) <= MOST


def written(record):
    return DiscreetFormatter((SECRET,)).format(record)


def record_of(error, message="error %s", *args):
    info = (type(error), error, error.__traceback__)
    return logging.LogRecord("bot", logging.ERROR, "f.py", 1, message, args or ("abc",), info)


@pytest.mark.parametrize(
    "raising", [KeyError, ValueError, RuntimeError, AttributeError, TypeError, LookupError]
)
def test_no_traceback_quotes_what_somebody_wrote(raising):
    try:
        try:
            raise raising(WORDS)
        except raising as error:
            raise LookupError(WORDS) from error
    except LookupError as error:
        text = written(record_of(error))
    assert WORDS not in text
    assert text.count("Traceback") == 2 and raising.__name__ in text and "test_logging.py" in text


def test_a_word_that_cannot_be_encoded_is_not_quoted():
    odd = chr(0xD800)
    try:
        odd.encode()
    except UnicodeEncodeError as error:
        assert "ud800" not in written(record_of(error))


def test_what_the_system_says_is_quoted():
    try:
        Path("/nowhere/at/all").read_bytes()
    except OSError as error:
        assert "No such file" in written(record_of(error))


def test_a_long_message_is_cut():
    record = logging.LogRecord("bot", logging.ERROR, "f.py", 1, "x" * 100_000, (), None)
    assert len(written(record)) < LONGEST + 100


@pytest.fixture
def root():
    logger = logging.getLogger()
    handlers, level = list(logger.handlers), logger.level
    yield logger
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    for handler in handlers:
        logger.addHandler(handler)
    logger.setLevel(level)
    for name in ("telegram", "httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def test_a_log_file_is_its_owners_alone_and_bounded(tmp_path, root, monkeypatch, capsys):
    monkeypatch.setattr("bot.telegram.logging.FILE_SIZE", 2000)
    path = tmp_path / "logs" / "jianda.log"
    set_up_logging(Config(log_file=path, telegram=Telegram(token=Secret(SECRET))))
    for number in range(500):
        logging.getLogger("bot").info("line %d of bot%s", number, SECRET)
    files = sorted(path.parent.iterdir())
    assert len(files) == 5 and all(file.stat().st_size <= 2000 for file in files)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert "line 499 of bot***" in path.read_text() and "line 499" in capsys.readouterr().err


@pytest.mark.parametrize("level", ["DEBUG", "INFO", "ERROR"])
def test_the_library_never_logs_updates(level, root):
    set_up_logging(Config(log_level=level))
    assert not logging.getLogger("telegram.Bot").isEnabledFor(logging.DEBUG)


def test_a_json_entry_is_one_line_without_secrets_and_quotations():
    formatter = JsonFormatter((SECRET, 'pass"word'))
    try:
        raise ValueError(WORDS)
    except ValueError as error:
        info = (ValueError, error, error.__traceback__)
    record = logging.LogRecord(
        "bot", logging.ERROR, "", 0, f'token {SECRET}, proxy pass"word\n第二行', (), info
    )
    record.created = 0.0
    line = formatter.format(record)
    assert "\n" not in line and SECRET not in line and WORDS not in line
    entry = json.loads(line)
    assert (entry["at"], entry["level"]) == ("1970-01-01T00:00:00.000+00:00", "ERROR")
    assert entry["message"] == "token ***, proxy ***\n第二行" and "ValueError" in entry["error"]
