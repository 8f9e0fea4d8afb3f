"""What makes two programs read the same file alike: a digest of all that has a part in it."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

import knowledge
import loaders
from knowledge.semantics import encoder

_NAME = re.compile(r"[\w.-]+")
_COMPILED = {".pyc", ".pyo"}


@cache
def program_version() -> str:
    """A digest of the code and the data that read documents, of this room, and of the libraries that they use."""
    digest = hashlib.blake2b(digest_size=8)
    for package in (knowledge, loaders, sys.modules[__package__]):
        folder = Path(str(package.__file__)).parent
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix not in _COMPILED:
                digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    python = f"python {sys.version_info.major}.{sys.version_info.minor}"
    digest.update("\n".join([python, encoder.version(), *_libraries()]).encode())
    return digest.hexdigest()


def _libraries() -> Iterator[str]:
    """The libraries that every installation has, with their versions, and that of the jobs."""
    needed = [line for line in _requirements() if "extra ==" not in line]
    for name in sorted({"procrastinate", *(_NAME.findall(line)[0] for line in needed)}):
        with suppress(metadata.PackageNotFoundError):  # one that another system needs
            yield f"{name} {metadata.version(name)}"


def _requirements() -> list[str]:
    """What an installation needs; nothing is known of that where the program runs without having been installed."""
    with suppress(metadata.PackageNotFoundError):
        return metadata.requires("jianda") or []
    return []
