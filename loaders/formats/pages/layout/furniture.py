"""What is printed on every page and belongs to none: page numbers, running heads.

It shows by its text: what recurs on pages and reads like a task, a fact or a figure of a table is content, as in a
form with a task a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.pages.layout.labels import MARK
from loaders.formats.pages.layout.lines import PageLine
from loaders.lazy_pattern import lazy_pattern

PAGE, REPEATED = "page", "repeated"
_EDGE = 0.16  # of the height: where page numbers and running heads stand
_SAME_PLACE = 0.01  # of the height
_SMALL = 0.9  # of the size of the body: running heads are in smaller type
_APART = 1.3  # times the usual step from line to line
_NUMERAL = r"(?:\d{1,4}|[ivxlcIVXLC]{1,6})"
_DASH = r"[-—–―－·•~～_]+"
_MARKED_NUMBER = lazy_pattern(
    rf"{_DASH}\s*{_NUMERAL}\s*{_DASH}|第\s*(?:{_NUMERAL}|[一二三四五六七八九十]{{1,3}})\s*页(?:\s*[,，/／]?\s*共\s*{_NUMERAL}\s*页)?|"
    rf"共\s*\d+\s*页[,，/\s]*第\s*\d+\s*页|\d{{1,4}}\s*[/／]\s*\d{{1,4}}(?:\s*页)?|[Pp]age\s*\d+(?:\s*of\s*\d+)?|[Pp]\.?\s*\d+"
)
_BARE_NUMBER = lazy_pattern(r"\d{1,4}")
_CONTENT = lazy_pattern(r"[：:。；;，,、！？]|前$|月底|年底|[一二三四五六七八九十]是")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page from the top down; its number, counted from 0, and its height.

    `askew`: they are turned on the page, where all stands at its edge.
    """

    number: int
    height: float
    lines: list[PageLine]
    askew: bool = False

    def at_edge(self, line: PageLine) -> bool:
        """Whether a line stands where page numbers and running heads do."""
        return self.askew or line.bottom < _EDGE * self.height or line.top > (1 - _EDGE) * self.height


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that is left out: its words, the reason, its page (counted from 0)."""

    text: str
    reason: str
    page: int


def without_furniture(pages: Sequence[Page]) -> tuple[list[list[PageLine]], list[Dropped]]:
    """The lines of each page that are content, and what was left out.

    From the edges of a page inwards, a line is furniture when it is a page number, or a running head: it stands at
    the same height on other pages too and does not read like content. Where a running head is in type as large as
    the body it may be the title, so the first one stays.
    """
    finder = _Finder.of(pages)
    content, dropped = [], list[Dropped]()
    for page in pages:
        gone = finder.furniture(page)
        content.append([line for line in page.lines if not gone.get(id(line))])
        dropped += [
            Dropped(line.text, why, page.number) for line in page.lines if (why := gone.get(id(line)))
        ]
    return content, dropped


class _Finder:
    """Knows what recurs on the pages of a file; keeps account of running heads that were seen."""

    def __init__(
        self, em: float, recurring: Counter[tuple[str, int]], offsets: Counter[int], pages: int
    ) -> None:
        self._em, self._recurring, self._offsets, self._pages = em, recurring, offsets, pages
        self._seen: set[str] = set()

    @classmethod
    def of(cls, pages: Sequence[Page]) -> _Finder:
        sizes = Counter[float]()
        recurring, offsets = Counter[tuple[str, int]](), Counter[int]()
        for page in pages:
            for line in page.lines:
                sizes[round(line.em, 1)] += len(line.text)
            edge = [line for line in page.lines if page.at_edge(line)]
            recurring.update({_key(page.height, line) for line in edge})
            offsets.update(
                {int(line.text) - page.number for line in edge if _BARE_NUMBER.fullmatch(line.text)}
            )
        em = sizes.most_common(1)[0][0] if sizes else 1.0
        return cls(em, recurring, offsets, len(pages))

    def furniture(self, page: Page) -> dict[int, str]:
        """The lines at the edges of a page that are furniture by their identity: why, empty for one that stays."""
        reasons: dict[int, str] = {}
        for lines in (page.lines, page.lines[::-1]):
            for line, inner in zip(lines, [*lines[1:], None], strict=False):
                if id(line) in reasons:
                    continue
                reason = self._reason(page, line, inner) if page.at_edge(line) else None
                if reason is None:
                    break
                reasons[id(line)] = reason
        return reasons

    def _reason(self, page: Page, line: PageLine, inner: PageLine | None) -> str | None:
        """Why a line at the edge is furniture; empty for a running head that stays, None for content."""
        if self._is_page_number(page.number, line.text):
            return PAGE
        if not self._is_running_head(page.height, line) or (inner and _is_next(page, line, inner)):
            return None
        first = line.text not in self._seen
        self._seen.add(line.text)
        return "" if first and line.em > _SMALL * self._em else REPEATED

    def _is_page_number(self, number: int, text: str) -> bool:
        if _MARKED_NUMBER.fullmatch(text):
            return True
        if not _BARE_NUMBER.fullmatch(text):
            return False
        offset = int(text) - number
        return self._offsets[offset] > 1 or offset == 1

    def _is_running_head(self, height: float, line: PageLine) -> bool:
        text, place = _key(height, line)
        times = sum(self._recurring[text, near] for near in (place - 1, place, place + 1))
        if line.em <= _SMALL * self._em:
            return times >= 2 and (times * 2 >= self._pages or not _reads_like_content(line.text))
        return times >= max(2, self._pages / 2) and not _reads_like_content(line.text)


def _key(height: float, line: PageLine) -> tuple[str, int]:
    """What a running head has in common on all pages: its words without a page number beside them, and its height."""
    words = [s.text for s in line.segments if not _is_number(s.text)] or [line.text]
    return "".join("".join(words).split()), round(line.top / (height * _SAME_PLACE))


def _is_number(text: str) -> bool:
    return bool(_MARKED_NUMBER.fullmatch(text) or _BARE_NUMBER.fullmatch(text))


def _is_next(page: Page, line: PageLine, inner: PageLine) -> bool:
    """Whether two lines are of one text: in one size of type, and as near as most lines of the page are."""
    steps = sorted(b.top - a.top for a, b in pairwise(page.lines))
    same = abs(line.em - inner.em) < 0.1 * line.em
    return same and abs(line.top - inner.top) < _APART * steps[len(steps) // 2]


def _reads_like_content(text: str) -> bool:
    return bool(MARK.match(text) or _CONTENT.search(text) or _BARE_NUMBER.fullmatch(text))
