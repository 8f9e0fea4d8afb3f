"""Tables of contents: the word 目录 and the entries below it, or entries with leaders and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lazy_pattern import lazy_pattern

_TITLE = lazy_pattern(r"目\s*[录次]")
_LEADER = lazy_pattern(r"(?P<words>.*?\S)\s*(?:[.．·…•⋯]{2,}|\s{2,}|\t)\s*[-—(（]?\s?\d{1,4}\s?[-—)）]?")
_LONGEST = 60
_MOST = 400
_FEWEST = 3


def contents_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines of tables of contents.

    Below 目录 an entry is a line that comes again later, or ends with a page number; three lines with leaders are
    one without that word.
    """
    numbers: set[int] = set()
    for i, words in enumerate(lines):
        if i not in numbers and len(words) <= 8 and _TITLE.fullmatch(words):
            entries = list(_entries(lines, i + 1))
            numbers |= {i, *entries} if entries else set()
    numbers |= {i for run in _runs_with_leaders(lines) for i in run}
    return frozenset(numbers)


def _entries(lines: Sequence[str], start: int) -> Iterator[int]:
    """The entries from a line on, up to the first line that is none or that an entry has named."""
    named: set[str] = set()
    last = min(len(lines), start + _MOST)
    for i in range(start, last):
        entry = _entry(lines[i])
        if len(entry) > _LONGEST or "。" in entry or entry in named:
            return
        has_page = bool(_LEADER.fullmatch(lines[i]))
        if not has_page and not _comes_again(entry, lines[i + 1 :]):
            return
        named.add(entry)
        yield i


def _comes_again(entry: str, later: Sequence[str]) -> bool:
    return any(words[0] == entry[0] and _plain(words).startswith(entry) for words in later)


def _runs_with_leaders(lines: Sequence[str]) -> Iterator[list[int]]:
    run: list[int] = []
    for i, words in enumerate([*lines, ""]):
        if len(words) <= _LONGEST + 60 and re.search(r"[.．·…⋯]{3,}", words) and _LEADER.fullmatch(words):
            run.append(i)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = []


def _entry(words: str) -> str:
    """The words of an entry without its leader and page."""
    match = _LEADER.fullmatch(words)
    return _plain(match["words"] if match else words)


def _plain(words: str) -> str:
    return "".join(words.split())
