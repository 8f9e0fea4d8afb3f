"""Regular expressions as the interpreter compiled them, kept between starts: to compile a thousand takes a third of a second,
to read them back a tenth of that.

The compiler of the standard library, which is written in Python, turns a pattern into the code of a small machine; the
machine checks any code that it is given before it runs it.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

from loaders.cache_folder import kept_json

Source = tuple[str, int]
"""A pattern with its flags."""


def compiled(sources: Sequence[Source]) -> list[re.Pattern[str]]:
    """Patterns, compiled; kept is the code of exactly these, by this interpreter."""
    codes = kept_json("patterns", _version(sources), lambda: list(map(_code_of, sources)))
    try:
        return [_restored(*pair) for pair in zip(sources, codes, strict=True)]
    except (
        RuntimeError,
        TypeError,
        ValueError,
        OverflowError,
    ):  # no code of ours: somebody has bent the file
        return [re.compile(*source) for source in sources]


def _version(sources: Iterable[Source]) -> str:
    made_by = (sys.version, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
    return blake2b(repr((made_by, *sources)).encode(), digest_size=8).hexdigest()


def _restored(source: Source, code: Sequence[Any]) -> re.Pattern[str]:
    *machine, names = code
    pattern: re.Pattern[str] = _sre.compile(source[0], *machine, tuple(names))
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
    code = [int(word) for word in _compiler._code(parsed, flags)]
    return [int(flags | state.flags), code, state.groups - 1, state.groupdict, names]
