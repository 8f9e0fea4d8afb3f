"""The language of a visitor, as the browser asks for it."""

from __future__ import annotations

from bot.messages import ENGLISH, Messages, in_language


def preferred(accepted: str) -> Messages:
    """The first language of an Accept-Language header (RFC 9110, 12.5.4) that there is: English, else Chinese."""
    ranges = [part.split(";")[0].strip().lower() for part in accepted[:200].split(",")]
    first = next((code for code in ranges if code.startswith(("zh", "en"))), "")
    return ENGLISH if first.startswith("en") else in_language(first)
