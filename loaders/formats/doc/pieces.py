"""The characters of a Word 97 file and their places in it, by the piece table ([MS-DOC] 2.4.1, 2.8.35)."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.lazy_pattern import lazy_pattern

_FIB_TEXT, _FIB_CLX = 0x4C, 0x1A2
_COMPRESSED = 0x4000_0000
_BLANK = "\0"  # stands for what is in the file and not printed, so that places can be counted
# A field is its instruction, which is not printed, and its result, which is: 0x13 … 0x14 … 0x15 ([MS-DOC] 2.8.25).
_FIELD = lazy_pattern("\x13([^\x13\x14\x15]*)(?:\x14([^\x13\x14\x15]*))?\x15")
_ENDS = lazy_pattern("[\r\x07\x0c]|\\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the document that lie together in the file: the first, how many, where, a byte or two each."""

    start: int
    length: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A paragraph: its words, the character that ends it (empty at the end of the file) and the place of that."""

    words: str
    end: str
    place: int


def paragraphs(document: bytes, table: bytes, hidden: Sequence[tuple[int, int]]) -> Iterator[PlacedText]:
    """The paragraphs of the body; notes, headers and footers stand behind it.

    Arguments: the streams WordDocument, 0Table or 1Table; the stretches of the first that are hidden or deleted.
    """
    pieces = list(_pieces(document, table))
    (length,) = struct.unpack_from("<i", document, _FIB_TEXT)
    text = _without_instructions(
        "".join(_text(document, piece, hidden) for piece in pieces)[: max(0, length)]
    )
    starts = [piece.start for piece in pieces]
    at = 0
    for match in _ENDS.finditer(text):
        if match[0] or match.start() > at:
            piece = pieces[max(0, bisect_right(starts, match.start()) - 1)]
            place = piece.offset + (match.start() - piece.start) * piece.width
            yield PlacedText(_words(text[at : match.start()]), match[0], place)
        at = match.end()


def _pieces(document: bytes, table: bytes) -> Iterator[Piece]:
    offset, size = struct.unpack_from("<II", document, _FIB_CLX)
    clx, place = table[offset : offset + size], 0
    while clx[place] == 0x01:  # formatting of pieces comes first
        place += 3 + struct.unpack_from("<H", clx, place + 1)[0]
    (size,) = struct.unpack_from("<I", clx, place + 1)
    count = (size - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", clx, place + 5)
    for index in range(count):
        (at,) = struct.unpack_from("<I", clx, place + 5 + 4 * (count + 1) + 8 * index + 2)
        length = bounds[index + 1] - bounds[index]
        if at & _COMPRESSED:
            yield Piece(bounds[index], length, (at & _COMPRESSED - 1) // 2, 1)
        else:
            yield Piece(bounds[index], length, at, 2)


def _text(document: bytes, piece: Piece, hidden: Sequence[tuple[int, int]]) -> str:
    data = document[piece.offset : piece.offset + piece.length * piece.width]
    text = (data.decode("cp1252", "replace") if piece.width == 1 else _units(data)).ljust(
        piece.length, _BLANK
    )
    for start, end in hidden:
        first, last = (max(0, min(piece.length, (at - piece.offset) // piece.width)) for at in (start, end))
        text = text[:first] + _BLANK * (last - first) + text[last:]
    return text


def _units(data: bytes) -> str:
    """Characters of two bytes as they are counted: one beyond U+FFFF as two halves."""
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) & ~1])))


def _words(text: str) -> str:
    """What is printed of a text, its halves joined."""
    return text.replace(_BLANK, "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_instructions(text: str) -> str:
    """The text with fields blanked out but for their results."""

    def result(match: re.Match[str]) -> str:
        shown = match[2] or ""
        return _BLANK * (len(match[0]) - len(shown) - 1) + shown + _BLANK

    while text != (text := _FIELD.sub(result, text)):
        pass
    return text
