"""Which links Telegram keeps, and which deep links into a bot it opens."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

from .errors import Violation

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_TELEGRAM_HOSTS = frozenset({"t.me", "www.t.me", "telegram.me", "telegram.dog"})
_START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def check_link(url: str, owner: str) -> None:
    """Refuse a link that Telegram would refuse in a button or drop in silence from a text."""
    parts = _split(url, owner)
    if parts.scheme in ("http", "https"):
        if "." not in (parts.hostname or ""):
            raise Violation(f"{owner} '{url}' is invalid: Wrong HTTP URL")
    elif parts.scheme not in ("tg", "ton", "tonsite"):
        raise Violation(f"{owner} '{url}' is invalid: Unsupported URL protocol")
    _check_deep_link(parts)


def check_start_payload(payload: str) -> None:
    """Refuse a start payload that is not 1 to 64 ASCII letters, digits, `_` and `-`."""
    if not _START_PAYLOAD.fullmatch(payload):
        raise Violation(f"START_PARAM_INVALID: {payload!r} must be 1-64 of A-Z, a-z, 0-9, _ and -")


def _split(url: str, owner: str) -> SplitResult:
    if not url or url != url.strip() or re.search(r"\s", url):
        raise Violation(f"{owner} '{url}' is invalid: Wrong HTTP URL")
    try:
        return urlsplit(url if _SCHEME.match(url) else f"http://{url}")
    except ValueError:
        raise Violation(f"{owner} '{url}' is invalid: Wrong HTTP URL") from None


def _check_deep_link(parts: SplitResult) -> None:
    is_telegram = parts.hostname in _TELEGRAM_HOSTS or (parts.scheme == "tg" and parts.netloc == "resolve")
    if not is_telegram:
        return
    query = parse_qs(parts.query, keep_blank_values=True)
    for name in ("start", "startgroup"):
        # "?startgroup=true" and "?startgroup" without a payload are allowed, "?start=" is not.
        if name in query and (name == "start" or query[name][-1]):
            check_start_payload(query[name][-1])
