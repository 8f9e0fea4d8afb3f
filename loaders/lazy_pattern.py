"""Regular expressions that are compiled when they are first used: a program knows hundreds, and a question needs few."""

from __future__ import annotations

import re
from typing import Any, cast
from weakref import WeakSet

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

    def compile(self) -> None:
        """Take over all methods of the compiled pattern."""
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))


_PATTERNS: WeakSet[_LazyPattern] = WeakSet()


def compile_all() -> None:
    """Compile all patterns that there are: in a process that is about to be forked, where each child would do so."""
    for pattern in list(_PATTERNS):
        pattern.compile()


def lazy_pattern(pattern: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used, which takes a tenth of a millisecond to some.

    For patterns of a module: those that are made in a function are used at once. Raises `re.error` when it is used.
    """
    return cast(re.Pattern[str], _LazyPattern(pattern, flags))
