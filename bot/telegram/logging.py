"""The log: to standard error, without secrets, and a lost network in one line."""

from __future__ import annotations

import logging
from urllib.parse import quote

from telegram.error import TelegramError

from bot.config.config import Config
from bot.config.secrets import MASK

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
TALKATIVE = ("httpx", "httpcore")  # they log every address, and the token is part of it


class DiscreetFormatter(logging.Formatter):
    """Masks secrets anywhere in an entry, a traceback too, and leaves out tracebacks of the network."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__(FORMAT)
        forms = {form for secret in secrets if secret for form in (secret, quote(secret, safe=""))}
        self._forms = sorted(forms, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The entry as it is written."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, TelegramError):
            record = logging.makeLogRecord(record.__dict__ | {"exc_info": None, "exc_text": None})
            record.msg, record.args = f"{record.getMessage()} ({type(error).__name__}: {error})", ()
        text = super().format(record)
        for form in self._forms:
            text = text.replace(form, MASK)
        return text


def set_up_logging(config: Config) -> None:
    """Sends the log to standard error."""
    telegram = config.telegram
    handler = logging.StreamHandler()
    handler.setFormatter(DiscreetFormatter((telegram.token.reveal(), telegram.proxy.password)))
    logging.basicConfig(level=config.log_level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
