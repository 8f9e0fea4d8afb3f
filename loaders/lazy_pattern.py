"""Regular expressions that are compiled when they are first used: a program knows hundreds, and a question needs few."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast
from weakref import WeakSet

from loaders.compiled_patterns import Source, pattern_codes

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "groups", "flags")


class _LazyPattern:
    """What looks like a compiled pattern; after its first use it has all methods of one."""

    def __init__(self, pattern: str, flags: re.RegexFlag | int) -> None:
        self.pattern, self._flags = pattern, flags
        _PATTERNS.add(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        self.compile()
        return vars(self)[name]

    @property
    def source(self) -> Source:
        """The pattern with its flags."""
        return self.pattern, int(self._flags)

    def compile(self) -> None:
        """Take over all methods of the compiled pattern."""
        pattern = pattern_codes().pattern(self.source)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))


_PATTERNS: WeakSet[_LazyPattern] = WeakSet()


def compile_all() -> None:
    """Compile all patterns that there are: in a process that is about to be forked, where each child would do so."""
    for pattern in list(_PATTERNS):
        pattern.compile()
    pattern_codes().keep()


def any_of(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str]:
    """A pattern that stands where any of some does: whether there is one is told at once, and mostly there is none.

    For patterns whose groups have no names, or all different ones, and without flags.
    """
    return lazy_pattern("|".join(f"(?:{pattern.pattern})" for pattern in patterns))


def lazy_pattern(pattern: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used, which takes a tenth of a millisecond to some.

    For patterns of a module: those that are made in a function are used at once. Raises `re.error` when it is used.
    """
    return cast(re.Pattern[str], _LazyPattern(pattern, flags))
