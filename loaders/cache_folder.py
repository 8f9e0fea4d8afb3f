"""What takes long to make and never changes, kept between starts in a folder that only its owner may write."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any


def cache_folder() -> Path:
    """The folder; it is made where there is none, and only its owner may write there: jieba unmarshals what it holds."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "jianda"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def kept_json(name: str, version: str, make: Callable[[], Any]) -> Any:
    """What `make` makes, as JSON gives it back; made anew where no such version is kept.

    Arguments: the name of the file; what changes when anything else would be made. Where nothing can be kept, it is made
    each time.
    """
    with suppress(OSError, ValueError, RuntimeError):  # RuntimeError: nobody's home
        return json.loads((cache_folder() / f"{name}-{version}.json").read_text(encoding="utf-8"))
    made = make()
    keep_json(name, version, made)
    return made


def keep_json(name: str, version: str, made: Any) -> None:
    """Keep a version of what was made in the place of all others, if anything can be kept."""
    with suppress(OSError, RuntimeError):
        _keep(name, version, json.dumps(made, ensure_ascii=False))


def _keep(name: str, version: str, text: str) -> None:
    """Who reads meanwhile sees a version that is whole or none."""
    folder = cache_folder()
    aside = folder / f"{name}-{version}.{os.getpid()}"
    aside.write_text(text, encoding="utf-8")
    for other in folder.glob(f"{name}-*.json"):
        other.unlink(missing_ok=True)
    os.replace(aside, folder / f"{name}-{version}.json")
