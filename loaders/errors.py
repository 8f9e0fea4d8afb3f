"""What can go wrong with a file.

LoaderError
├── UnknownFormat      no loader knows the content
├── AmbiguousFormat    two loaders claim it
├── EmptyFile          nothing is left to read
├── DamagedFile        it is of its format, but cannot be read
├── EncryptedFile      it can be read with a password alone
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


class ManifestInvalid(LoaderError):
    """corpus.toml cannot be read or says something that it cannot say."""

    def __init__(self, detail: str) -> None:
        super().__init__(f"corpus.toml: {detail}")
        self.detail = detail
