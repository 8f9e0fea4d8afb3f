"""A backup is put back: unpacked beside what is there and looked at first, then everything takes its place."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.backup.archive import (
    CORPUS,
    DATABASE,
    STATE,
    WEIGHTS,
    corpus_members,
    extract,
    opened,
)
from bot.config.config import Config, example_corpus
from bot.errors import RestoreRefused, StateDamaged
from bot.state.storage.sqlite.snapshot import check_state, is_in_use
from knowledge.store.files import install_database, only_one, open_database

STAGED = ".restoring"  # what a part is called until it takes its place
KEPT = ".before-restore"  # and what was there before, ever after
JOURNALS = ("-wal", "-shm")  # of the state file


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a backup belong; `weights` is None where the configuration names none."""

    state: Path
    database: Path
    weights: Path | None
    corpus: Path

    def staged(self) -> Places:
        """The places beside these where the parts are unpacked."""
        weights = _beside(self.weights, STAGED) if self.weights else None
        state, database = _beside(self.state, STAGED), _beside(self.database, STAGED)
        return Places(state, database, weights, _beside(self.corpus, STAGED))


def places_of(config: Config) -> Places:
    """Where a configuration has its files."""
    return Places(config.state, config.database, config.weights, config.corpus)


def check_backup(file: Path, room: Path) -> None:
    """Reads all of a backup and opens its parts in an empty folder. Raises what `restore` raises of a bad backup."""
    with opened(file) as archive:
        _stage(archive, Places(room / STATE, room / DATABASE, room / WEIGHTS, room / CORPUS))


def restore(file: Path, places: Places, replace: bool) -> list[Path]:
    """Puts the parts of a backup in their places; says where what was there before is kept.

    Nothing has changed when it fails before the last step. Arguments: the backup; the places; `replace` to put aside
    what people made and documents that are there. Raises BackupInvalid, BackupTooNew, RestoreRefused, StateTooNew,
    StateDamaged, DatabaseTooNew, DatabaseDamaged, LoadInProgress or OSError.
    """
    with opened(file) as archive:
        _refuse_wrong_places(archive, places, replace)
        with only_one(places.database), _cleared(places.staged()) as staged:
            _stage(archive, staged)
            return _put_in_place(staged, places)


def _refuse_wrong_places(archive: zipfile.ZipFile, places: Places, replace: bool) -> None:
    if corpus_members(archive) and places.corpus == example_corpus():
        raise RestoreRefused(places.corpus, "example")
    for path in (places.state, places.corpus):
        if not replace and _is_filled(path):
            raise RestoreRefused(path, "occupied")
    if places.state.exists() and _runs(places.state):
        raise RestoreRefused(places.state, "running")


def _is_filled(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()


def _runs(state: Path) -> bool:
    try:
        return is_in_use(state)
    except StateDamaged:  # which is why there are backups
        return False


@contextmanager
def _cleared(staged: Places) -> Iterator[Places]:
    """Staged places without what an earlier run may have left, and without what this one leaves."""
    _clear(staged)
    try:
        yield staged
    finally:
        _clear(staged)


def _clear(staged: Places) -> None:
    shutil.rmtree(staged.corpus, ignore_errors=True)
    for path in (staged.state, staged.database, staged.weights):
        if path:
            path.unlink(missing_ok=True)


def _stage(archive: zipfile.ZipFile, staged: Places) -> None:
    """Unpacks the parts and opens them."""
    names = set(archive.namelist())
    for name, target in ((STATE, staged.state), (DATABASE, staged.database), (WEIGHTS, staged.weights)):
        if name in names and target:
            extract(archive, name, target)
    for member in corpus_members(archive):
        extract(archive, str(member), staged.corpus.joinpath(*member.parts[1:]))
    if STATE in names:
        check_state(staged.state)
    if DATABASE in names:
        open_database(staged.database).conn.close()


def _put_in_place(staged: Places, places: Places) -> list[Path]:
    earlier_files = []
    for part, place in ((staged.state, places.state), (staged.corpus, places.corpus)):
        if part.exists():
            earlier_files += _swap(part, place)
    if staged.weights and places.weights and staged.weights.exists():
        earlier_files += _swap(staged.weights, places.weights)
    if staged.database.exists():
        install_database(staged.database, places.database)
    return earlier_files


def _swap(part: Path, place: Path) -> list[Path]:
    """Puts a part in its place; says where what was there is kept, with its journals, which must not meet the new one."""
    earlier_files = []
    if os.path.lexists(place):
        earlier_files.append(_free(_beside(place, KEPT)))
        for journal in JOURNALS:
            if _beside(place, journal).exists():
                os.replace(_beside(place, journal), _beside(earlier_files[0], journal))
        os.replace(place, earlier_files[0])
    os.replace(part, place)
    return earlier_files


def _free(path: Path) -> Path:
    """A path that is not taken yet, like this one."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = _beside(path, f"-{number}")
    return free


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)
