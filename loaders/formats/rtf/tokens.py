"""The tokens of rich text: control words, groups and characters (RTF 1.9.1 specification)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_SIGNS = {b"~": " ", b"_": "-", b"-": ""}


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `word` with its number, `open`, `close`, `star`, `bytes` in the encoding of the font, or `text`."""

    kind: Literal["word", "open", "close", "star", "bytes", "text"]
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file in order; binary data in it is skipped."""
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end()
        if match["word"]:
            token = _word(match)
            at += max(0, token.number or 0) if token.name == "bin" else 0
            yield token
        elif match["brace"]:
            yield Token("open" if match["brace"] == b"{" else "close")
        elif match["hex"]:
            yield Token("bytes", data=bytes.fromhex(match["hex"].decode()))
        elif match["text"]:
            yield Token("bytes", data=match["text"])
        elif match["sign"]:
            yield _sign(match["sign"])


def _word(match: re.Match[bytes]) -> Token:
    number = int(match["number"]) if match["number"] else None
    return Token("word", match["word"].decode(), number)


def _sign(sign: bytes) -> Token:
    if sign == b"*":
        return Token("star")
    if sign in b"\r\n":
        return Token("word", "par")
    return Token("text", _SIGNS[sign]) if sign in _SIGNS else Token("bytes", data=sign)
