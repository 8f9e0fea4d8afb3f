"""Regular expressions as the interpreter compiled them, kept between starts: to compile a thousand takes a third of a second,
to read them back a tenth of that.

The compiler of the standard library, which is written in Python, turns a pattern into the code of a small machine; the
machine checks any code that it is given before it runs it. Each pattern is kept singly, so that programs that use
different ones share one file.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from array import array
from base64 import b64decode, b64encode
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import Any

from loaders.cache_folder import keep_json, kept_json

Source = tuple[str, int]
"""A pattern with its flags."""
_NAME = "pattern-codes"
_MOST = 5_000  # patterns that are kept: the program has a thousand, the others are of earlier versions of it


class PatternCodes:
    """The codes of patterns, by a digest of pattern and flags: those that are kept, and those that were compiled since."""

    def __init__(self) -> None:
        kept = kept_json(_NAME, _version(), dict)
        self._codes: dict[str, list[Any]] = kept if isinstance(kept, dict) else {}
        self._compiled: dict[str, list[Any]] = {}

    def pattern(self, source: Source) -> re.Pattern[str]:
        """A pattern, compiled. Raises `re.error` where it is none."""
        key = _digest(source)
        with suppress(RuntimeError, TypeError, ValueError, OverflowError):  # somebody has bent the file
            if key in self._codes:
                return _restored(source, self._codes[key])
        self._codes[key] = self._compiled[key] = _code_of(source)
        return _restored(source, self._codes[key])

    def keep(self) -> None:
        """Keep what was compiled for the next start, if anything was; what no version uses any more goes in the end."""
        if self._compiled:
            keep_json(_NAME, _version(), self._codes if len(self._codes) <= _MOST else self._compiled)
            self._compiled = {}


@cache
def pattern_codes() -> PatternCodes:
    """The codes of this process, read when the first pattern is used."""
    return PatternCodes()


def _version() -> str:
    return _digest((sys.version, sys.byteorder, _sre.MAGIC, _sre.CODESIZE))


def _digest(values: tuple[str | int, ...]) -> str:
    return blake2b(ascii(values).encode(), digest_size=12).hexdigest()


def _restored(source: Source, kept: list[Any]) -> re.Pattern[str]:
    flags, code, groups, names_of_groups, names = kept
    words = array("I", b64decode(code)).tolist()
    pattern: re.Pattern[str] = _sre.compile(source[0], flags, words, groups, names_of_groups, tuple(names))
    return pattern


def _code_of(source: Source) -> list[Any]:
    """What `re` gives the machine for a pattern beside its text: flags, code, and its groups by number and by name."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    pattern, flags = source
    parsed = _parser.parse(pattern, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = b64encode(array("I", _compiler._code(parsed, flags)).tobytes()).decode()
    return [int(flags | state.flags), code, state.groups - 1, state.groupdict, names]
