"""Why a request failed, in words for the log: an error's own may hold the address, and so the token."""

from __future__ import annotations

import os
import socket
import ssl

import aiohttp
import aiohttp_socks


def reason_of(error: Exception) -> str:
    """The kind of an error, and what the system, the certificate or the proxy says of it."""
    cause = error
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        cause = error.certificate_error
    elif isinstance(error, aiohttp.ClientConnectorError):
        cause = error.os_error
    detail = _detail(cause)
    return f"{type(error).__name__}: {detail}" if detail else type(error).__name__


def _detail(error: Exception) -> str:
    detail: str | None = None
    match error:
        case aiohttp.ClientHttpProxyError():
            detail = str(error.status)
        case aiohttp_socks.ProxyError() | aiohttp_socks.ProxyConnectionError():
            detail = str(error)  # of the proxy's host and port
        case ssl.SSLCertVerificationError():
            detail = error.verify_message
        case ssl.SSLError():
            detail = error.reason
        case socket.gaierror():  # its numbers are not the system's
            detail = error.strerror
        case OSError() if error.errno:
            detail = os.strerror(error.errno)
    return detail or ""
