"""Neither side keeps a line, and the locks under it, of which nothing is heard any more."""

from __future__ import annotations

import socket
from contextlib import ExitStack, closing

import psycopg
import pytest
from psycopg.rows import tuple_row

from bot.distributed_loading.schema import address_within
from bot.state.storage.postgresql import connection as state
from knowledge.store.postgresql.connection import connected
from tests.postgresql_server import Server, running, through

pytestmark = pytest.mark.service

SETTINGS = {
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10000",
}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_the_server_is_told_to_give_up_a_program_that_it_hears_nothing_of(postgresql_server: Server) -> None:
    """By itself it keeps such a line for two hours."""
    with running(postgresql_server.programs, free_port()) as server, ExitStack() as stack:
        url = through(server.port, server.url())
        lines = [connected(url, tuple_row), state.connected(url), psycopg.connect(address_within(url, "a b"))]
        for line in lines:
            stack.enter_context(closing(line))
            with line.cursor(row_factory=tuple_row) as cursor:
                asked = {name: cursor.execute(f"SHOW {name}").fetchall()[0][0] for name in SETTINGS}
            assert {
                name: value.removesuffix("ms").removesuffix("s") for name, value in asked.items()
            } == SETTINGS
