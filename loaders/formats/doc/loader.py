"""Word 97 to 2003 and WPS files (.doc, .wps): text, automatic numbers and tables ([MS-DOC])."""

from __future__ import annotations

import io
import struct

import olefile

from loaders.blocks.builder import Builder
from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EncryptedFile, UnknownFormat
from loaders.formats.doc.body import Body
from loaders.formats.doc.lists import lists
from loaders.formats.doc.pieces import paragraphs
from loaders.formats.doc.properties import ParagraphFormats, hidden_stretches
from loaders.formats.doc.styles import Styles
from loaders.notes import Note

NUMBERS_MISSING = Note("numbers_missing")

_STREAM, _DATA = "WordDocument", "Data"
_MAGIC = 0xA5EC
_OLDEST = 0x00C1  # Word 97
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200


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
            huge = _stream(file, _DATA) if file.exists(_DATA) else b""
        try:
            return _read(document, table, huge)
        except (struct.error, IndexError) as error:
            raise DamagedFile("structure") from error


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


def _read(document: bytes, table: bytes, huge: bytes) -> Source:
    builder = Builder()
    formats = ParagraphFormats.of(document, table, huge)
    body = Body(formats, Styles(document, table), lists(document, table), builder)
    for paragraph in paragraphs(document, table, hidden_stretches(document, table)):
        body.paragraph(paragraph)
    body.end_table()
    return builder.source("doc", (NUMBERS_MISSING,) if body.unresolved else ())
