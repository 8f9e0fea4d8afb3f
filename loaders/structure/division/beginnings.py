"""Where a document begins after another in the same file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.division.front_matter import is_front
from loaders.structure.division.heads import Heads
from loaders.structure.headings import Style
from loaders.structure.official.annexes import is_label, plain_title, plans_issued
from loaders.structure.official.elements import LONGEST, Element, element_of
from loaders.structure.official.signatures import signature_at
from loaders.structure.official.titles import is_title

_CONTACT = lazy_pattern(
    r"[(（]?(?:联\s?系\s?人|联系电话|联系方式|电\s?话|传\s?真|邮\s?箱|地\s?址)\s?[:：]|附\s?件\s?[:：]|\d{1,2}[.．、]"
)
_ABOVE_TITLE = frozenset({Element.LETTERHEAD, Element.MARK, Element.NUMBER})
_AFTER_SIGNATURE = frozenset({Element.NOTE, Element.IMPRINT})
_OPENING = 12  # lines in which a notice names what it issues
_TITLE = 10  # characters of a title that a date alone below it makes one


@dataclass(frozen=True, slots=True)
class Beginning:
    """The number of the first line of a document; whether it belongs to the document before it."""

    line: int
    inherits: bool = False


class Beginnings:
    """Finds where documents begin.

    One begins with the letterhead or the issuing number above a title; with a title after a signature, or with a
    date, a speaker, a salutation below it; with the title or salutation after which the numbering 一、 begins anew.
    The plan that a notice issues and an annex with a title of its own belong to the document before them.
    """

    def __init__(self, heads: Heads) -> None:
        self._heads, self._words = heads, heads.words
        self._issued: dict[int, frozenset[str]] = {}

    def find(self) -> Iterator[Beginning]:
        """The beginnings after the first document's, in order."""
        main = i = 0
        has_text = is_signed = False
        while i < len(self._words):
            beginning = self._beginning(main, i, is_signed) if has_text else None
            if beginning:
                yield beginning
                main = main if beginning.inherits else i
                has_text = is_signed = False
                i = self._heads.end(i)
            else:
                is_signed = (is_signed and self._follows_signature(i)) or (has_text and i in self._signed)
                has_text = has_text or self._heads.is_text(i)
                i += 1

    def _beginning(self, main: int, index: int, is_signed: bool) -> Beginning | None:
        """The document that begins at a line, if one does; `main` is where the one began that it may belong to."""
        if len(self._words[index]) > LONGEST or index == len(self._words) - 1:
            return None
        if is_label(self._words, index):
            return Beginning(index, True) if self._is_titled(index) else None
        if element_of(self._words[index]) in _ABOVE_TITLE:
            return Beginning(index) if is_title(self._heads.head(index).title or "") else None
        if self._is_issued(main, index):
            return Beginning(index, True)
        if is_signed and self._heads.opens(index):
            return Beginning(index, self._belongs(main, index))
        return Beginning(index) if self._is_headed(index) or index in self._restarts else None

    def _is_titled(self, label: int) -> bool:
        """Whether an annex has a title of its own."""
        title = self._heads.head(label).title
        return (
            title is not None and not re.search("[：:]", title) and self._heads.end(label) < len(self._words)
        )

    def _is_issued(self, main: int, index: int) -> bool:
        """Whether a line, or it and the next ones, is the title of a plan that the main document issues."""
        joined = ""
        for words in self._words[index : index + 3] if self._plans(main) else ():
            joined += plain_title(words)
            if joined in self._plans(main):
                return True
        return False

    def _belongs(self, main: int, index: int) -> bool:
        """Whether what follows a signature belongs to it: a notice issues a plan, or nobody signs what follows."""
        head = self._heads.head(index)
        if head.number or head.speaker:
            return False
        return bool(self._plans(main)) or not any(later > index for later in self._signed)

    def _plans(self, main: int) -> frozenset[str]:
        """The titles of the plans that a document issues."""
        if main not in self._issued:
            opening = "\n".join(self._words[main : main + _OPENING])
            self._issued[main] = plans_issued(self._heads.head(main).title or "", opening)
        return self._issued[main]

    def _is_headed(self, index: int) -> bool:
        """Whether a title begins at a line, with a number, a speaker, a date or a salutation below it."""
        if not any(map(is_title, self._words[index : index + 3])) or not self._heads.opens(index):
            return False
        head = self._heads.head(index)
        is_dated = "date" in head.kinds and len(head.title or "") >= _TITLE
        return (
            bool(head.number or head.speaker) or is_dated or self._heads.is_salutation(self._heads.end(index))
        )

    def _follows_signature(self, index: int) -> bool:
        """Whether a line may stand between a signature and the next document."""
        words = self._words[index]
        return element_of(words) in _AFTER_SIGNATURE or bool(_CONTACT.match(words))

    @cached_property
    def _signed(self) -> frozenset[int]:
        """The lines in which the date of a signature stands."""
        signatures = ((i, signature_at(self._words, i)) for i in range(len(self._words)))
        return frozenset(
            i for i, signature in signatures if signature and signature.bodies and signature.first > 0
        )

    @cached_property
    def _restarts(self) -> frozenset[int]:
        """The first lines of speeches before which 一、 begins anew."""
        return frozenset(self._find_restarts())

    def _find_restarts(self) -> Iterator[int]:
        last, since = 0, 0
        for i in range(len(self._words)):
            marker = self._heads.marker(i)
            if not marker or marker.style is not Style.HAN_COMMA:
                continue
            if marker.number == 1 and last >= 2 and (start := self._opening(since, i)) is not None:
                yield start
            last, since = marker.number, i + 1

    def _opening(self, since: int, until: int) -> int | None:
        """The first line of the speech whose 一、 stands at `until`: its title or salutation after `since`."""
        for i in range(until - 1, since - 1, -1):
            if self._heads.is_salutation(i) or is_title(self._words[i]):
                return self._above(since, i)
        return None

    def _above(self, since: int, index: int) -> int:
        """The first line of the head that a title or salutation stands in; the signature before it is none of it."""
        first = index
        while first > since and is_front(self._words[first - 1]) and not self._closes(first - 1):
            first -= 1
        while (
            first < index
            and not self._heads.opens(first)
            and element_of(self._words[first]) not in _ABOVE_TITLE
        ):
            first += 1
        return first

    def _closes(self, index: int) -> bool:
        """Whether a signature ends at a line, and not the head of a document."""
        signature = signature_at(self._words, index) if index in self._signed else None
        return signature is not None and not is_title(self._words[signature.first - 1])
