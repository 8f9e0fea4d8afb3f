"""A file may hold several speeches and plans: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from loaders.blocks.numerals import numeral
from loaders.structure.front_matter.lines import is_front, read_front
from loaders.structure.headings import Marker, Style, marker_at
from loaders.structure.lines import Line
from loaders.structure.official.annexes import is_label, plain_title, plans_issued
from loaders.structure.official.elements import LONGEST, Element, element_of
from loaders.structure.official.signatures import signature_at
from loaders.structure.official.titles import is_title

_PART = re.compile(
    r"[^。]{0,40}?(篇[一二三四五六七八九十]{1,3}|篇\s?\d{1,2}|[(（]?第[一二三四五六七八九十]{1,3}篇[)）]?)\s*[:：]?[^。]{0,30}"
)
_SALUTATION = re.compile(r"(?:尊敬的|各位|同志们)[^。]{0,40}[：:]")
_CONTACT = re.compile(
    r"[(（]?(?:联\s?系\s?人|联系电话|联系方式|电\s?话|传\s?真|邮\s?箱|地\s?址)\s?[:：]|附\s?件\s?[:：]|\d{1,2}[.．、]"
)
_MOST_FRONT_LINES = 12
_ABOVE_TITLE = frozenset({Element.LETTERHEAD, Element.MARK, Element.NUMBER})
_AFTER_SIGNATURE = frozenset({Element.NOTE, Element.IMPRINT})
_OPENING = 1200  # characters in which a notice names what it issues
_TEXT = 40  # characters from which on a line is running text


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of one speech: those that may be its head and the rest.

    `part` names it among several of a file; `inherits`: it is a plan that the one before it issues, or an annex of it.
    `preface`: lines before the first speech of a collection.
    """

    part: str | None
    front: tuple[Line, ...]
    body: tuple[Line, ...]
    inherits: bool = False
    preface: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """The number of the first line of a document; whether it belongs to the document before it."""

    line: int
    inherits: bool = False


def divide(text: str, form: str, lines: list[Line], headings: Mapping[int, int]) -> list[Stretch]:
    """Divide the lines of a file into its speeches and plans.

    A new one begins at a line that names a part (…讲话稿篇二); at a second salutation or title after which the
    numbering 一、 begins anew; where a letterhead, an issuing number or a title follows a signature; at the plan
    that a notice issues and at an annex with a title of its own. Arguments: the text, its copy in one form, its
    lines without noise, the levels of headings that its format marks.
    """
    page = _Lines(text, form, lines, headings)
    parts = page.part_lines()
    found = [Beginning(i) for i in parts] or list(page.beginnings())
    before = found[0].line if found else 0
    preface = lines[:before] if parts and all(map(is_front, page.words[:before])) else []
    if not found or (before and not preface):
        found = [Beginning(0), *found]
    ends = [one.line for one in found[1:]] + [len(lines)]
    several = sum(not one.inherits for one in found) > 1
    stretches, count = [], 0
    for one, end in zip(found, ends, strict=True):
        stretches.append(page.stretch(one, end, count if several and not one.inherits else None))
        count += not one.inherits
    return [replace(stretches[0], preface=tuple(preface)), *stretches[1:]]


def part_name(words: str) -> str | None:
    """The part that a line names (篇二), or None."""
    match = _PART.fullmatch(words)
    return re.sub(r"\s|[()（）]", "", match[1]) if match else None


class _Lines:
    """The lines of a file and where documents begin among them."""

    def __init__(self, text: str, form: str, lines: list[Line], headings: Mapping[int, int]) -> None:
        self.words = [text[line.start : line.end] for line in lines]
        self._lines, self._form, self._headings = lines, form, headings
        self._issued: dict[int, frozenset[str]] = {}
        self._restarts = frozenset(self._find_restarts())

    def part_lines(self) -> list[int]:
        """The lines that name a part, where there are several."""
        named = [i for i, words in enumerate(self.words) if len(words) <= 70 and part_name(words)]
        return named if len(named) > 1 else []

    def beginnings(self) -> Iterator[Beginning]:
        """Where a document begins after another."""
        start, main = 0, 0
        has_text = is_signed = False
        i = 0
        while i < len(self.words):
            found = self._beginning(main, i, is_signed) if has_text else None
            if found:
                yield found
                start, i = i, i + self._head_length(i)
                main = main if found.inherits else start
                has_text = is_signed = False
                continue
            is_signed = (is_signed and self._goes_on_signed(i)) or (has_text and self._is_signature(i))
            has_text = has_text or self._is_text(i)
            i += 1

    def stretch(self, beginning: Beginning, end: int, index: int | None) -> Stretch:
        """The lines of a document, up to the end of it; `index` counts it among several."""
        lines = self._lines[beginning.line : end]
        count = min(len(lines) - 1, len(self._front(beginning.line)))
        named = next(filter(None, map(part_name, self.words[beginning.line : beginning.line + count])), None)
        part = None if index is None else named or f"篇{numeral(index + 1, 'chineseCounting')}"
        return Stretch(part, tuple(lines[:count]), tuple(lines[count:]), beginning.inherits)

    def _front(self, start: int) -> list[str]:
        """The lines from one on that may be the head of a document."""
        front: list[str] = []
        for i in range(start, min(len(self.words), start + _MOST_FRONT_LINES)):
            if not self._before_speech(i, opens=i > start and self._lines[i].start in self._headings):
                break
            front.append(self.words[i])
        return front

    def _before_speech(self, index: int, opens: bool) -> bool:
        """Whether a line may stand in a head; one that the format marks as a heading opens the text, unless a title."""
        words = self.words[index]
        title = is_title(words)
        return (
            is_front(words)
            and "\t" not in words
            and not _SALUTATION.fullmatch(words)
            and (title or not (opens or self._is_item(index)))
        )

    def _head_length(self, start: int) -> int:
        return max(1, len(read_front(self._front(start)).kinds))

    def _marker(self, index: int) -> Marker | None:
        return marker_at(self._form, self._lines[index].start)

    def _is_item(self, index: int) -> bool:
        marker = self._marker(index)
        return marker is not None and marker.style is not Style.ANNEX

    def _is_text(self, index: int) -> bool:
        words = self.words[index]
        return (
            len(words) >= _TEXT or words[-1] in "。；：" or "\t" in words or self._marker(index) is not None
        )

    def _is_signature(self, index: int) -> bool:
        found = signature_at(self.words, index)
        return found is not None and bool(found.bodies) and found.first > 0

    def _closes(self, index: int) -> bool:
        """Whether a signature ends at a line, and not the head of a document."""
        found = signature_at(self.words, index)
        return found is not None and bool(found.bodies) and not is_title(self.words[max(0, found.first - 1)])

    def _goes_on_signed(self, index: int) -> bool:
        """Whether a line may stand between a signature and the next document."""
        words = self.words[index]
        return element_of(words) in _AFTER_SIGNATURE or bool(_CONTACT.match(words))

    def _beginning(self, main: int, index: int, is_signed: bool) -> Beginning | None:
        """The document that begins at a line, if one does; `main` is where the one began that may issue it."""
        if len(self.words[index]) > LONGEST or index == len(self.words) - 1:
            return None
        if is_label(self.words, index):
            return Beginning(index, True) if self._is_titled_annex(index) else None
        if element_of(self.words[index]) in _ABOVE_TITLE:
            return Beginning(index) if self._title_follows(index) else None
        if self._begins_issued(main, index, is_signed):
            return Beginning(index, True)
        begins = (is_signed and self._opens(index)) or self._is_headed(index) or index in self._restarts
        return Beginning(index) if begins else None

    def _is_titled_annex(self, label: int) -> bool:
        front = read_front(self._front(label))
        return front.title is not None and label + len(front.kinds) < len(self.words)

    def _title_follows(self, index: int) -> bool:
        title = read_front(self._front(index)).title
        return title is not None and is_title(title)

    def _begins_issued(self, main: int, index: int, is_signed: bool) -> bool:
        """Whether the plan begins that the main document issues: by its name, or as the first title after the signature."""
        plans = self._plans(main)
        if not plans:
            return False
        joined = ""
        for words in self.words[index : index + 3]:
            joined += plain_title(words)
            if joined in plans:
                return True
        return is_signed and self._opens(index) and not self._has_own_number(index)

    def _plans(self, main: int) -> frozenset[str]:
        """The titles of the plans that a document issues."""
        if main not in self._issued:
            title = read_front(self._front(main)).title or ""
            self._issued[main] = plans_issued(title, "\n".join(self.words[main : main + 12])[:_OPENING])
        return self._issued[main]

    def _has_own_number(self, index: int) -> bool:
        return read_front(self._front(index)).number is not None

    def _opens(self, index: int) -> bool:
        """Whether the lines from one on read like the head of a document."""
        front = self._front(index)
        if not front or "：" in front[0]:
            return False
        head = read_front(front)
        after = index + len(head.kinds)
        if head.title is None or not head.kinds or head.kinds[0] != "title" or after >= len(self.words):
            return False
        return is_title(head.title) or len(self.words[after]) >= _TEXT or self._marker(after) is not None

    def _is_headed(self, index: int) -> bool:
        """Whether a title begins at a line, with a date, a number, a speaker or a salutation below it."""
        if not any(map(is_title, self.words[index : index + 3])) or not self._opens(index):
            return False
        kinds = read_front(self._front(index)).kinds
        after = index + len(kinds)
        below = {kind for kind in kinds if kind not in ("title", "other")}
        return bool(below & {"date", "number", "speaker"}) or bool(_SALUTATION.fullmatch(self.words[after]))

    def _find_restarts(self) -> Iterator[int]:
        """The first lines of speeches before which 一、 begins anew."""
        last, since = 0, 0
        for i in range(len(self.words)):
            marker = self._marker(i)
            if not marker or marker.style is not Style.HAN_COMMA:
                continue
            if marker.number == 1 and last >= 2 and (start := self._opening(since, i)) is not None:
                yield start
            last, since = marker.number, i + 1

    def _opening(self, since: int, until: int) -> int | None:
        """The first line of the speech whose 一、 stands at `until`: its title or salutation after `since`."""
        for i in range(until - 1, since - 1, -1):
            if _SALUTATION.fullmatch(self.words[i]) or is_title(self.words[i]):
                return self._front_above(since, i)
        return None

    def _front_above(self, since: int, index: int) -> int:
        """The first line of the head that a title or salutation stands in; the signature of the one before is none of it."""
        first = index
        while first > since and is_front(self.words[first - 1]) and not self._closes(first - 1):
            first -= 1
        while first < index and not self._opens(first) and element_of(self.words[first]) not in _ABOVE_TITLE:
            first += 1
        return first
