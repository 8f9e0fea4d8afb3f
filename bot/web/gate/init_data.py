"""The data by which Telegram tells a Mini App who has opened it."""

from __future__ import annotations

import hmac
import json
from urllib.parse import parse_qsl

LIFETIME = 3600.0  # seconds after which a new one is wanted
AHEAD = 60.0  # seconds by which another clock may be fast


def person_of(init_data: str, token: str, now: float) -> int | None:
    """The id of the person for whom Telegram signed the data, None where it did not, or too long ago.

    The rule: https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
    """
    fields = parse_qsl(init_data, keep_blank_values=True, max_num_fields=32)
    values = dict(fields)
    given = values.pop("hash", "")
    if not token or len(values) + 1 != len(fields):
        return None
    checked = "\n".join(f"{name}={value}" for name, value in sorted(values.items()))
    key = hmac.digest(b"WebAppData", token.encode(), "sha256")
    expected = hmac.digest(key, checked.encode(errors="replace"), "sha256").hex()
    if not hmac.compare_digest(expected.encode(), given.encode(errors="replace")):
        return None
    signed_at = values.get("auth_date", "")
    young = signed_at.isdecimal() and -AHEAD <= now - int(signed_at) <= LIFETIME
    return _user(values.get("user", "")) if young else None


def _user(text: str) -> int | None:
    try:
        number = json.loads(text)["id"]
    except (ValueError, KeyError, TypeError):
        return None
    return number if isinstance(number, int) else None
