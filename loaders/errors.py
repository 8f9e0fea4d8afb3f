"""What can go wrong with a file.

LoaderError
├── UnknownFormat      no loader knows the content
├── AmbiguousFormat    two loaders claim it
├── EmptyFile          nothing is left to read
├── DamagedFile        it is of its format, but cannot be read
├── EncryptedFile      it can be read with a password alone
├── Scanned            its pages are pictures
├── Photograph         it is a picture
├── TooBig             it is, or unpacks to, more than is read
├── NestedArchive      an archive inside an archive
├── OutsideCorpus      a link leads out of the corpus folder
├── DanglingLink       a link leads nowhere
├── NotAFile           a pipe, a device or a socket
├── UnreadableName     the name of the file is not in UTF-8
├── TooDemanding       reading it needs more memory than is given
├── TooSlow            reading it takes longer than is allowed
├── ParserDied         the process that read it died
└── ManifestInvalid    corpus.toml cannot be used

An error is data: what went wrong is told by its class, where there are several ways by a `detail`, and by values. The
sentences stand in `bot.messages`, one for each language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from loaders.notes import Note, NotedError


class LoaderError(NotedError):
    """A file cannot be loaded."""


class UnknownFormat(LoaderError):
    """No loader knows this format.

    `detail`: before, it is as it was when nothing in it could be read, for whatever reason.
    """


class AmbiguousFormat(LoaderError):
    """Several loaders claim the same file; value `names`."""


class EmptyFile(LoaderError):
    """The file holds no text."""


class DamagedFile(LoaderError):
    """The file is of a format that is known, but broken or not safe to read.

    `detail`: cut, part_missing, part_unreadable, part_unsafe (value `part`), no_text, nested, encoding, structure,
    rows (what was read of it cannot be stored), library with the value `name`, the error of the library that read it, or
    analysis with the `name` of the error of ours: it was read, but not understood.
    """


class EncryptedFile(LoaderError):
    """The file needs a password."""


class Pictured(LoaderError):
    """What there is to read is on pictures; `unread` are the pages, by number from 1, each with a key of its picture."""

    def __init__(self, detail: str = "", unread: Mapping[int, str] = MappingProxyType({})) -> None:
        super().__init__(detail)
        self.unread = unread


class Scanned(Pictured):
    """The pages of a document are pictures. `detail`: blank where there is no text on them, unrecognised where a
    recogniser could not read them."""


class Photograph(Pictured):
    """The file is a picture. `detail`: as of Scanned."""


class TooBig(LoaderError):
    """The file is, or unpacks to, more than is read.

    `detail`: file, unpacked (values `megabytes`, `most`), files, pages, cells, pixels in millions (values `count`, `most`).
    """


class NestedArchive(LoaderError):
    """An archive inside an archive."""


class OutsideCorpus(LoaderError):
    """A symbolic link leads out of the corpus folder, or to a folder."""


class DanglingLink(LoaderError):
    """A symbolic link leads to nothing, or in a circle."""


class NotAFile(LoaderError):
    """A pipe, a device or a socket: nothing that could be read as a document."""


class UnreadableName(LoaderError):
    """The name of the file is not in UTF-8."""


class TooDemanding(LoaderError):
    """Reading the file needs more memory, or deeper nesting, than is given."""


class TooSlow(LoaderError):
    """Reading the file takes longer than is allowed."""


class TooLong(LoaderError):
    """More comes out of the file than is taken."""


class ParserDied(LoaderError):
    """The process that read the file died."""


class ManifestInvalid(LoaderError):
    """corpus.toml cannot be read or says something that it cannot say; `reason` tells what."""

    def __init__(self, reason: Note) -> None:
        super().__init__(reason=reason)
        self.reason = reason
