"""A backup is made: each part as it is at one moment, also while the bot answers and loads."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from shutil import copyfileobj

from bot.backup.archive import (
    CONFIG,
    CORPUS,
    DATABASE,
    STATE,
    WEIGHTS,
    Header,
    is_backup,
    write_header,
)
from bot.config.config import Config, example_corpus
from bot.config.portable import portable_config
from bot.config.secrets import DatabaseUrl
from bot.errors import BackupRefused, explain
from bot.state.storage.engines import write_snapshot
from knowledge.corpus.changes import held_still
from knowledge.corpus.files import CorpusFile, corpus_files, hidden_files
from knowledge.errors import KnowledgeError
from knowledge.store.files import open_database
from loaders.errors import LoaderError
from loaders.regular_file import open_regular

OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a backup holds: its parts by name, the number of documents, and in lines what could not be put in."""

    parts: tuple[str, ...]
    documents: int
    left_out: tuple[str, ...]


def back_up(config: Config, target: Path, overwrite: bool = False) -> BackupSummary:
    """Writes a backup of all that the configuration names; the file is there whole or not at all.

    With `overwrite` an earlier backup there gives way, no other file. Raises BackupRefused, StateError or OSError. A damaged knowledge base is left out: a load builds it anew.
    """
    _refuse_wrong_target(config, target, overwrite)
    with _written_whole(target) as archive:
        write_header(archive, Header(version("jianda"), config.clock.now().isoformat(timespec="seconds")))
        archive.writestr(CONFIG, portable_config(config, _places(config)))
        parts, left_out = [CONFIG], []
        if config.has_state:
            _add_state(archive, config.state_place, target.parent)
            parts.append(STATE)
        if config.weights:
            archive.write(config.weights, WEIGHTS)
            parts.append(WEIGHTS)
        try:
            _add_database(archive, config.database)
            parts.append(DATABASE)
        except KnowledgeError as error:
            left_out.append(explain(error))
        documents = 0
        if not _is_example(config):
            parts.append(CORPUS)
            documents = _add_corpus(archive, config.corpus, left_out)
    return BackupSummary(tuple(parts), documents, tuple(left_out))


def _refuse_wrong_target(config: Config, target: Path, overwrite: bool) -> None:
    if target.exists() and not is_backup(target):
        raise BackupRefused(target, "occupied")
    if target.exists() and not overwrite:
        raise BackupRefused(target, "earlier")
    if target.resolve().is_relative_to(config.corpus.resolve()):
        raise BackupRefused(target, "inside")


def _is_example(config: Config) -> bool:
    return config.corpus == example_corpus()


def _places(config: Config) -> dict[str, str]:
    """The keys of the configuration that name a file of the backup, with its name there."""
    places = {"state": STATE, "database": DATABASE}
    if config.weights:
        places["weights"] = WEIGHTS
    return places if _is_example(config) else {**places, "corpus": CORPUS}


@contextmanager
def _written_whole(target: Path) -> Iterator[zipfile.ZipFile]:
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as folder:
        aside = Path(folder) / target.name
        with open(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY), "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
                yield archive
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, target)


def _add_state(archive: zipfile.ZipFile, state: Path | DatabaseUrl, room: Path) -> None:
    """Adds what people made as of now, by way of a copy in a folder that has the room for it."""
    with tempfile.TemporaryDirectory(prefix=".state-", dir=room) as folder:
        copy = Path(folder) / STATE
        write_snapshot(state, copy)
        archive.write(copy, STATE)


def _add_database(archive: zipfile.ZipFile, database: Path) -> None:
    """Adds the knowledge base; a load never writes into the file that stands there, but puts another in its place."""
    with closing(open_database(database).conn):
        archive.write(database, DATABASE)


def _add_corpus(archive: zipfile.ZipFile, corpus: Path, left_out: list[str]) -> int:
    """Adds the documents with their settings and older versions while no editor changes them; says how many they are."""
    documents = 0
    with held_still(corpus):
        for file in corpus_files(corpus):
            try:
                documents += _add_document(archive, file)
            except (LoaderError, OSError) as error:
                left_out.append(f"{file.path}: {explain(error)}")
        for place in hidden_files(corpus):
            archive.write(place, f"{CORPUS}/{place.relative_to(corpus).as_posix()}")
    return documents


def _add_document(archive: zipfile.ZipFile, file: CorpusFile) -> int:
    if file.problem:
        raise file.problem
    member = zipfile.ZipInfo.from_file(file.place, f"{CORPUS}/{file.path}", strict_timestamps=False)
    member.compress_type = zipfile.ZIP_DEFLATED
    with open_regular(file.place) as source, archive.open(member, "w", force_zip64=True) as copy:
        copyfileobj(source, copy)
    return 1
