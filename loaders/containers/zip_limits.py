"""Files that are zips: opened only when what they unpack to is bearable."""

from __future__ import annotations

import io
import zipfile

from loaders.errors import DamagedFile, EncryptedFile, TooBig

MOST_UNPACKED = 256 << 20
MOST_ENTRIES = 10_000
_UTF8_NAME = 0x800
_LOCKED = 0x1


class LimitedZip:
    """The entries of a zip by name."""

    def __init__(self, data: bytes) -> None:
        """Argument: the file. Raises DamagedFile, or TooBig by the sizes that it states, which bind when it is read."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data), metadata_encoding="gb18030")
        except (zipfile.BadZipFile, UnicodeDecodeError, ValueError, NotImplementedError, EOFError) as error:
            raise DamagedFile("cut") from error
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(entries) > MOST_ENTRIES:
            raise TooBig("files", count=len(entries), most=MOST_ENTRIES)
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MOST_UNPACKED:
            raise TooBig("unpacked", megabytes=unpacked >> 20, most=MOST_UNPACKED >> 20)
        self._entries = {_name(entry): entry for entry in entries}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in it, in its order."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """The bytes of an entry; raises EncryptedFile or DamagedFile."""
        entry = self._entries.get(name)
        if entry is None:
            raise DamagedFile("part_missing", part=name)
        if entry.flag_bits & _LOCKED:
            raise EncryptedFile
        try:
            return self._zip.read(entry)
        except Exception as error:  # zlib, struct, lzma and zipfile each have errors of their own
            raise DamagedFile("part_unreadable", part=name) from error


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was meant: some programs write UTF-8 without saying so."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return entry.filename
