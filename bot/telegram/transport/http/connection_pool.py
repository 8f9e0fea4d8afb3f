"""The connections that are kept for the next request.

Of a request that leaves by a connection which the server has closed meanwhile, nobody can say whether it has arrived;
and an answer that came unasked would be taken for that to the next request. aiohttp knows of neither before its event
loop has read from the connection, so the connection itself is asked.
"""

from __future__ import annotations

import asyncio
import select

from aiohttp import ClientConnectionError, ClientTimeout, TCPConnector
from aiohttp.client_reqrep import ClientRequest, ConnectionKey
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from aiohttp_socks import ProxyConnector


class ConnectionPool(TCPConnector):
    """Connections of which none is used again that has anything to read: an end, or an answer to nothing."""

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: ClientTimeout) -> Connection:
        """A connection for a request. Raises ClientConnectionError where all are closed while it waits for one."""
        try:
            return await super().connect(req, traces, timeout)
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if self.closed and task and not task.cancelling():
                raise ClientConnectionError("the connections were closed") from error
            raise

    async def _get(self, key: ConnectionKey, traces: list[Trace]) -> Connection | None:
        while connection := await super()._get(key, traces):
            if not _is_stale(connection):
                return connection
            connection.close()
        return None


class SocksPool(ConnectionPool, ProxyConnector):
    """The same by way of a SOCKS proxy."""


def _is_stale(connection: Connection) -> bool:
    protocol = connection.protocol
    if protocol is None or protocol.transport is None or protocol.should_close:
        return True
    poll = select.poll()
    poll.register(protocol.transport.get_extra_info("socket"), select.POLLIN)
    return bool(poll.poll(0))
