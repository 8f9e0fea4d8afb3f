"""The engine that holds what people made: SQLite in a file, or PostgreSQL on a server.

Its driver is imported once it is needed: it is an optional extra.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, closing
from pathlib import Path

from bot.config.driver import driver_of
from bot.config.secrets import DatabaseUrl
from bot.state.storage.copying import copy
from bot.state.storage.database import StateDatabase
from bot.state.storage.sqlite import run_lock, snapshot
from bot.state.storage.sqlite.file import StateFile


def open_database(place: Path | DatabaseUrl) -> StateDatabase:
    """Opens a file or the database of an address. Raises StateDamaged, StateTooNew or StateUnusable."""
    if isinstance(place, Path):
        return StateFile(place)
    with driver_of(place):
        from bot.state.storage.postgresql.database import PostgresDatabase
    return PostgresDatabase(place)


def only_run(place: Path | DatabaseUrl, among_replicas: bool = False) -> AbstractContextManager[None]:
    """Holds what people made for this process until the block ends, or the process does.

    A database may be held by several `among_replicas`: updates are brought to one of them each. Raises StateInUse.
    """
    if isinstance(place, Path):
        return run_lock.only_run(place)
    with driver_of(place):
        from bot.state.storage.postgresql.run_lock import only_run as only_run_on_server
    return only_run_on_server(place, among_replicas)


def check_server(url: DatabaseUrl) -> str:
    """The name and the version of a server that can hold what people made; nothing is made there.

    Raises StateDamaged, StateTooNew or StateUnusable.
    """
    with driver_of(url):
        from bot.state.storage.postgresql.examination import examine
    return examine(url)


def write_snapshot(place: Path | DatabaseUrl, target: Path) -> None:
    """Copies what people made as it is at this moment into a new file, also while a program writes to it.

    What is being answered just now is left out: the program that has it in hand answers it. Raises StateDamaged,
    StateTooNew or StateUnusable.
    """
    if isinstance(place, Path):
        snapshot.copy_state(place, target)
        return
    with driver_of(place), closing(open_database(place)) as source, closing(StateFile(target)) as file:
        copy(source, file)
        with file.writing(repeatable=True) as db:
            for table in ("inbox", "remembered", "counted"):  # what only the moment needs
                db.execute(f"DELETE FROM {table}")
    snapshot.all_in_one_file(target)
