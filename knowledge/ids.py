"""Ids made from content and place, so that they hold over a reload and never point at something else."""

from __future__ import annotations

from base64 import b32encode
from collections import Counter
from hashlib import blake2b


def make_id(*parts: object) -> str:
    """An id of 13 small letters and digits (64 bits) for the parts, in order."""
    data = "\x1f".join(str(part) for part in parts).encode()
    return b32encode(blake2b(data, digest_size=8).digest()).decode().rstrip("=").lower()


class IdMaker:
    """Makes ids for things of one document, telling apart those that are alike by their order."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._seen: Counter[tuple[object, ...]] = Counter()

    def __call__(self, *parts: object) -> str:
        """The id of the next thing with these parts."""
        self._seen[parts] += 1
        return make_id(self._owner, *parts, self._seen[parts])
