"""Word 97 to 2003 and WPS files (.doc, .wps): the text by the piece table ([MS-DOC] 2.4.1, 2.8.35)."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import olefile

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EncryptedFile, UnknownFormat
from loaders.formats.doc.piece_table import Hidden, hidden_stretches, may_be_numbered
from loaders.notes import Note

NUMBERS_MISSING = Note("numbers_missing")

_STREAM = "WordDocument"
_MAGIC = 0xA5EC
_OLDEST = 0x00C1  # Word 97
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_FIB_TEXT, _FIB_CLX = 0x4C, 0x1A2
_COMPRESSED = 0x4000_0000
# A field is its instruction, which is not printed, and its result, which is: 0x13 … 0x14 … 0x15 ([MS-DOC] 2.8.25).
_INSTRUCTION = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_BREAKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": "\n", "\x1e": "-", "\xa0": " "})
_UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of the document that lie together in the file: how many, where, and whether a byte each."""

    length: int
    offset: int
    narrow: bool


class Doc:
    """The body of a Word document; notes, headers and footers stand apart and are left out."""

    name = "Word 97"
    suffixes = frozenset({".doc", ".wps"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a compound file with a Word document in it."""
        if kind_of(data) != "ole":
            return False
        with _opened(data) as file:
            return bool(file.exists(_STREAM))

    def load(self, data: bytes) -> Source:
        """The text of the document; raises EncryptedFile, DamagedFile or UnknownFormat (older than Word 97)."""
        with _opened(data) as file:
            document = _stream(file, _STREAM)
            magic, version = struct.unpack_from("<HH", document)
            (flags,) = struct.unpack_from("<H", document, 0x0A)
            if magic != _MAGIC or version < _OLDEST:
                raise UnknownFormat
            if flags & _ENCRYPTED:
                raise EncryptedFile
            table = _stream(file, "1Table" if flags & _TABLE_1 else "0Table")
        try:
            text = _printed(_body(document, table))
        except (struct.error, IndexError) as error:
            raise DamagedFile("structure") from error
        return Source(text, "doc", warnings=(NUMBERS_MISSING,) if may_be_numbered(document, table) else ())


def _opened(data: bytes) -> olefile.OleFileIO:
    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except MemoryError:
        raise
    except Exception as error:  # olefile raises whatever a broken sector table leads to
        raise DamagedFile("cut") from error


def _stream(file: olefile.OleFileIO, name: str) -> bytes:
    try:
        return bytes(file.openstream(name).read())
    except MemoryError:
        raise
    except Exception as error:  # as above
        raise DamagedFile("part_unreadable", part=name) from error


def _body(document: bytes, table: bytes) -> str:
    """The characters of the body without those that are hidden or deleted."""
    (length,) = struct.unpack_from("<i", document, _FIB_TEXT)
    hidden = hidden_stretches(document, table)
    text = ""
    for piece in _pieces(document, table):
        text += _text(document, piece, hidden)
        length -= piece.length
        if length <= 0:
            return text[: len(text) + length]
    return text


def _pieces(document: bytes, table: bytes) -> Iterator[_Piece]:
    offset, size = struct.unpack_from("<II", document, _FIB_CLX)
    clx, place = table[offset : offset + size], 0
    while clx[place] == 0x01:  # formatting of pieces comes first
        place += 3 + struct.unpack_from("<H", clx, place + 1)[0]
    (size,) = struct.unpack_from("<I", clx, place + 1)
    count = (size - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", clx, place + 5)
    for index in range(count):
        (at,) = struct.unpack_from("<I", clx, place + 5 + 4 * (count + 1) + 8 * index + 2)
        narrow = bool(at & _COMPRESSED)
        at &= _COMPRESSED - 1
        yield _Piece(bounds[index + 1] - bounds[index], at // 2 if narrow else at, narrow)


def _text(document: bytes, piece: _Piece, hidden: Hidden) -> str:
    width = 1 if piece.narrow else 2
    data = document[piece.offset : piece.offset + piece.length * width]
    text = data.decode("cp1252" if piece.narrow else "utf-16-le", "replace").ljust(piece.length, "\0")
    for start, end in hidden:
        first, last = (max(0, min(piece.length, (at - piece.offset) // width)) for at in (start, end))
        text = text[:first] + "\0" * (last - first) + text[last:]
    return text


def _printed(text: str) -> str:
    """Characters as printed: fields by their results, a line for each paragraph, cell and line break."""
    while text != (text := _INSTRUCTION.sub(lambda match: match[1] or "", text)):
        pass
    lines = (_UNPRINTED.sub("", line).strip() for line in text.translate(_BREAKS).split("\n"))
    return "\n".join(lines).strip() + "\n"
