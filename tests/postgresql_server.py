"""A server of PostgreSQL for the tests: started when the first of them needs it, on a socket of its own, in a folder
that goes with it; with what makes data outlive a loss of power switched off."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.config.secrets import DatabaseUrl

OWNER = "jianda"
STANDARD_PORT = 5432
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "autovacuum": "off",
    "max_wal_size": "64MB",
}


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`, where Debian has it or on the path; None where there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    if folders:
        return folders[-1]
    program = shutil.which("initdb")
    return Path(program).resolve().parent if program else None


@dataclass
class Server:
    """A server that runs; its data and its socket are in `folder`."""

    folder: Path
    programs: Path
    port: int = 0  # of this machine at which it listens, too; 0: at none
    numbers: Iterator[int] = field(default_factory=count)

    def url(self, user: str = OWNER, database: str = "postgres", **settings: str) -> DatabaseUrl:
        """The address of one of its databases."""
        place = {"host": str(self.folder), "port": str(self.port or STANDARD_PORT)}
        query = "&".join(f"{name}={value}" for name, value in {**place, **settings}.items())
        return DatabaseUrl(f"postgresql://{user}@/{database}?{query}")

    def new_place(self) -> DatabaseUrl:
        """The address of an empty schema, which is what a database is to the program."""
        name = f"office_{next(self.numbers)}"
        self.ask(f"CREATE SCHEMA {name}")
        return self.url(options=f"-csearch_path%3D{name}")

    def new_role(self) -> str:
        """The name of a new person who may log in, and nothing else; the server is shared by many tests."""
        name = f"person_{next(self.numbers)}"
        self.ask(f"CREATE ROLE {name} LOGIN")
        return name

    def reach(self) -> socket.socket:
        """A line to it, for whoever speaks its language."""
        line = socket.socket(socket.AF_UNIX)
        line.connect(str(self.folder / f".s.PGSQL.{self.port or STANDARD_PORT}"))
        return line

    def ask(self, sql: str, url: DatabaseUrl | None = None) -> list[tuple[Any, ...]]:
        """What the server says to an administrator."""
        import psycopg

        with psycopg.connect((url or self.url()).reveal(), autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        listening = {"listen_addresses": "127.0.0.1", "port": self.port} if self.port else {}
        settings = " ".join(f"-c {name}={value}" for name, value in {**SETTINGS, **listening}.items())
        self.run("pg_ctl", "start", "-w", "-l", "log", "-o", f"-k {self.folder} {settings}")

    def stop(self, mode: str = "fast") -> None:
        """Stops it; `immediate` is as if it had crashed."""
        self.run("pg_ctl", "stop", "-w", "-m", mode)

    def run(self, program: str, *arguments: str) -> None:
        """Runs one of its programs, which refuse to be run by root."""
        command = [self.programs / program, "-D", "data", *arguments]
        owner = pwd.getpwuid(self.folder.stat().st_uid)
        others = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
        done = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=60, **others)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stdout + done.stderr


def through(port: int, url: DatabaseUrl) -> DatabaseUrl:
    """The address of a place on a server that is reached by a port of this machine."""
    parts = urlsplit(url.reveal())
    query = "&".join(part for part in parts.query.split("&") if not part.startswith(("host=", "port=")))
    return DatabaseUrl(parts._replace(netloc=f"{OWNER}@127.0.0.1:{port}", query=query).geturl())


@contextmanager
def running(programs: Path, port: int = 0) -> Iterator[Server]:
    """A new server until the block ends, which listens at a port of this machine if told."""
    # Not the folder of pytest: that is root's alone, and its name too long for a socket.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if os.getuid() == 0:
        shutil.chown(folder, "nobody")
    server = Server(folder, programs, port)
    try:
        server.run("initdb", "-U", OWNER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
