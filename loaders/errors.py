"""What can go wrong with a file.

LoaderError
├── UnknownFormat      no loader knows the content
├── AmbiguousFormat    two loaders claim it
├── EmptyFile          nothing is left to read
├── DamagedFile        it is of its format, but cannot be read
├── EncryptedFile      it can be read with a password alone
├── Scanned            its pages are pictures
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
"""

from __future__ import annotations


class LoaderError(Exception):
    """A file cannot be loaded; the message says why in one line."""


class UnknownFormat(LoaderError):
    """No loader knows this format."""

    def __init__(self) -> None:
        super().__init__("no loader knows this format")


class AmbiguousFormat(LoaderError):
    """Several loaders claim the same file."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"claimed by {' and '.join(names)}")
        self.names = names


class EmptyFile(LoaderError):
    """The file holds no text."""

    def __init__(self) -> None:
        super().__init__("the file holds no text")


class DamagedFile(LoaderError):
    """The file is of a format that is known, but broken or not safe to read."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"the file is damaged: {detail}")
        self.detail = detail


class EncryptedFile(LoaderError):
    """The file needs a password."""

    def __init__(self) -> None:
        super().__init__("the file needs a password; save it without one")


class Scanned(LoaderError):
    """The pages are pictures, and pictures are not guessed at."""

    def __init__(self) -> None:
        super().__init__(
            "the pages are scanned pictures without text; make the text with an OCR program first"
        )


class TooBig(LoaderError):
    """The file is, or unpacks to, more than is read."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"the file is too big: {detail}")


class NestedArchive(LoaderError):
    """An archive inside an archive."""

    def __init__(self) -> None:
        super().__init__("an archive inside an archive is not opened; unpack it")


class OutsideCorpus(LoaderError):
    """A symbolic link leads out of the corpus folder, or to a folder."""

    def __init__(self) -> None:
        super().__init__(
            "the link leads out of the corpus folder or to a folder; put the files there themselves"
        )


class DanglingLink(LoaderError):
    """A symbolic link leads to nothing, or in a circle."""

    def __init__(self) -> None:
        super().__init__("the link leads nowhere; remove it or put the file there itself")


class NotAFile(LoaderError):
    """A pipe, a device or a socket: nothing that could be read as a document."""

    def __init__(self) -> None:
        super().__init__("a pipe, a device or a socket is no document")


class UnreadableName(LoaderError):
    """The name of the file is not in UTF-8."""

    def __init__(self) -> None:
        super().__init__("the name of the file is not in UTF-8; rename it")


class TooDemanding(LoaderError):
    """Reading the file needs more memory, or deeper nesting, than is given."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"reading it needs too much memory or depth{f' ({detail})' if detail else ''}")


class TooSlow(LoaderError):
    """Reading the file takes longer than is allowed."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"reading it takes too long{f' ({detail})' if detail else ''}")


class ParserDied(LoaderError):
    """The process that read the file died."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"it could not be read: the reader died{f' ({detail})' if detail else ''}")


class ManifestInvalid(LoaderError):
    """corpus.toml cannot be read or says something that it cannot say."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"corpus.toml: {detail}")
        self.detail = detail
