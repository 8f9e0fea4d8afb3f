"""What was recognised on pages, kept in a folder beside the knowledge base: a page is recognised once."""

from __future__ import annotations

import json
import os
import secrets
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Json = dict[str, Any]

MOST = 64 << 20
"""Bytes of the folder: some 40,000 pages."""
_LEFT = 0.8  # of that, when the pages that were not wanted for longest have gone
_ENDING = ".page"


@dataclass(frozen=True, slots=True)
class PageCache:
    """Pages by the key of their picture; where the disk is full or may not be written, nothing is kept."""

    folder: Path
    version: str
    most: int = MOST

    @classmethod
    def beside(cls, database: Path, version: str) -> PageCache:
        """The cache of a knowledge base; a page that another version recognised is none of its."""
        return cls(database.with_name(f"{database.name}.pages"), version)

    def get(self, key: str) -> Json | None:
        """The page of a key, None where it is not kept or damaged."""
        with suppress(OSError, ValueError, zlib.error):
            page: Json = json.loads(zlib.decompress(self._file(key).read_bytes()))
            os.utime(self._file(key))
            return page
        return None

    def put(self, key: str, page: Json) -> None:
        """Keep a page; it is there whole or not at all."""
        written = self.folder / f"{secrets.token_hex(8)}.new"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            written.write_bytes(zlib.compress(json.dumps(page, ensure_ascii=False).encode()))
            written.replace(self._file(key))

    def prune(self) -> None:
        """Remove the pages that were not wanted for longest where there is more than may be, and what a crash left."""
        with suppress(OSError):
            kept = sorted(self._kept(), reverse=True)
            size, left = 0, self.most if sum(entry[1] for entry in kept) <= self.most else _LEFT * self.most
            for _, length, path in kept:
                size += length
                if size > left or path.suffix != _ENDING:
                    path.unlink(missing_ok=True)

    def _kept(self) -> Iterator[tuple[int, int, Path]]:
        for path in self.folder.iterdir():
            looks = path.stat()
            yield looks.st_mtime_ns, looks.st_size, path

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}-{self.version}{_ENDING}"
