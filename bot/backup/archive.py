"""The file of a backup: a ZIP archive that names its parts, and says in `backup.json` which program made it when."""

from __future__ import annotations

import json
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from bot.errors import BackupInvalid, BackupTooNew

FORMAT = 1  # of the archive; a later one is refused
HEADER = "backup.json"
CONFIG, STATE, DATABASE, WEIGHTS = "config.toml", "jianda-state.db", "jianda.db", "weights.toml"
CORPUS = "corpus"


@dataclass(frozen=True, slots=True)
class Header:
    """What a backup says of itself: the version of the program that made it, when (ISO), the format of the archive."""

    version: str
    made_at: str
    format: int = FORMAT


def write_header(archive: zipfile.ZipFile, header: Header) -> None:
    """Writes the header into an archive."""
    archive.writestr(HEADER, json.dumps(asdict(header)))


def read_header(archive: zipfile.ZipFile) -> Header:
    """The header of an archive; raises KeyError, ValueError or TypeError where it is none of ours."""
    return Header(**json.loads(archive.read(HEADER)))


def is_backup(path: Path) -> bool:
    """Whether a file is a backup, of whatever version."""
    try:
        with zipfile.ZipFile(path) as archive:
            return HEADER in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A backup for reading. Raises BackupInvalid, also for damage that is only met while reading, or BackupTooNew."""
    try:
        with zipfile.ZipFile(path) as archive:
            header = _header_of(archive, path)
            if header.format > FORMAT:
                raise BackupTooNew(path, header.version)
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BackupInvalid(path, "damaged" if is_backup(path) else "foreign") from error


def extract(archive: zipfile.ZipFile, name: str, target: Path) -> None:
    """Writes a member of an archive into a file that its owner alone may read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as member, open(target, "wb") as file:
        target.chmod(0o600)
        shutil.copyfileobj(member, file)


def corpus_members(archive: zipfile.ZipFile) -> list[PurePosixPath]:
    """The files of the corpus in an archive, by their paths in it; none that would lead out of the folder."""
    paths = map(PurePosixPath, archive.namelist())
    return [
        path for path in paths if path.parts[0] == CORPUS and len(path.parts) > 1 and ".." not in path.parts
    ]


def _header_of(archive: zipfile.ZipFile, path: Path) -> Header:
    try:
        return read_header(archive)
    except (KeyError, ValueError, TypeError) as error:
        raise BackupInvalid(path, "foreign") from error
