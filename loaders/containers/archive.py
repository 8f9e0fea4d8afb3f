"""Archives: a .zip of documents, opened one level deep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from loaders.containers.zip_limits import LimitedZip
from loaders.errors import LoaderError

# What makes a zip a document of its own: Office Open XML, OpenDocument and EPUB, OFD.
_DOCUMENTS = ("[Content_Types].xml", "mimetype", "OFD.xml")
_JUNK = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})


def is_zip(data: bytes) -> bool:
    """Whether the bytes are a zip of any kind."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_archive(data: bytes) -> bool:
    """Whether the bytes are a zip that is no document of its own; raises what `LimitedZip` raises."""
    return is_zip(data) and not any(name in _DOCUMENTS for name in LimitedZip(data).names)


def members(data: bytes) -> tuple[Sequence[str], Sequence[str]]:
    """The names of the documents in an archive, and of what is junk: a second file of the same path is too."""
    names: dict[str, str] = {}
    junk: list[str] = []
    for name in LimitedZip(data).names:
        if _is_junk(name) or names.setdefault(member_path("", name), name) != name:
            junk.append(name)
    return list(names.values()), junk


def unpacked(data: bytes, names: Sequence[str], most: int) -> Iterator[bytes | LoaderError]:
    """The bytes of files of an archive in the order of their names, or why one cannot be read.

    It ends early once they are more than `most` bytes; the first is given in any case.
    """
    packed, total = LimitedZip(data), 0
    for name in names:
        try:
            content = packed.read(name)
        except LoaderError as error:
            yield error
            continue
        total += len(content)
        yield content
        if total > most:
            return


def member_path(archive: str, name: str) -> str:
    """The path by which a file in an archive is known: `archive.zip/folder/name`, without steps out of it."""
    steps = [step for step in PurePosixPath(name.replace("\\", "/")).parts if step not in ("..", "/")]
    return "/".join([archive, *steps])


def _is_junk(name: str) -> bool:
    parts = [part for part in PurePosixPath(name).parts if part != ".."]
    return any(part in _JUNK or part.startswith((".", "~$")) for part in parts)
