"""Characters as Telegram counts, cleans and trims them."""

from __future__ import annotations

import re

from .errors import Violation

# Telegram drops these without a word: carriage returns, line and direction marks, three combining lines.
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
# Telegram turns most of these into blanks; a bot that sends them has misread its document: refused.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_INVISIBLE = " \n\t\u00a0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc"
_BLANK = re.compile(f"[{_INVISIBLE}]*")


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units, the unit of every limit and offset of the Bot API."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_slice(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", errors="replace")


def byte_offset(text: str, position: int) -> int:
    """Where a character stands in bytes, as Telegram's parse errors say it."""
    return len(text[:position].encode())


def cleaned(text: str) -> str:
    """The text without what Telegram drops, or a refusal for what no text should hold."""
    check_unicode(text)
    text = _DROPPED.sub("", text)
    check_controls(text)
    return text.replace("\t", " ")


def check_unicode(text: str) -> None:
    """Refuse half of a surrogate pair, which has no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Violation("strings must be encoded in UTF-8") from None


def check_controls(text: str) -> None:
    """Refuse NUL and the other control characters, all but the line feed and the tab."""
    if found := _CONTROL.search(text):
        raise Violation(f"text contains the control character U+{ord(found[0]):04X}")


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing at all."""
    return _BLANK.fullmatch(text) is not None
