"""The proxy by which a request goes: that of the configuration, else the one that the environment names."""

from __future__ import annotations

import base64
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

PORTS = {"http": 80, "https": 443, "socks": 1080, "socks5": 1080, "socks5h": 1080}


@dataclass(frozen=True, slots=True, repr=False)
class Proxy:
    """Where a proxy is, what it speaks, and who is let through."""

    scheme: str
    host: str
    port: int
    user: str = ""
    password: str = ""

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS 5; else HTTP."""
        return self.scheme.startswith("socks")

    @property
    def url(self) -> str:
        """Its address, without the login."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def login(self) -> Mapping[str, str]:
        """The header that lets a request through an HTTP proxy; empty where none is needed."""
        if not (self.user or self.password):
            return {}
        text = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return {"Proxy-Authorization": f"Basic {text}"}


class UnusableProxy(ValueError):
    """The address of a proxy is none, or of a kind that is not spoken here; the error does not hold it."""


@functools.cache
def proxy_at(address: str) -> Proxy:
    """The proxy at an address, that of an HTTP proxy where it names no scheme. Raises UnusableProxy."""
    address = address.strip()
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port = parts.port or PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise UnusableProxy from None
    if not parts.hostname:
        raise UnusableProxy
    user, password = (unquote(text or "") for text in (parts.username, parts.password))
    return Proxy(parts.scheme, parts.hostname, port, user, password)


@functools.cache
def environment_proxy(scheme: str, origin: str) -> Proxy | None:
    """The proxy that the environment names for a scheme, and a host with its port (HTTPS_PROXY, ALL_PROXY, NO_PROXY)."""
    host = urlsplit(f"//{origin}").hostname or ""
    proxies = getproxies()
    address = proxies.get(scheme) or proxies.get("all")
    # An IPv6 address stands in NO_PROXY without its brackets.
    return proxy_at(address) if address and not (proxy_bypass(origin) or proxy_bypass(host)) else None
