"""Printed lines to paragraphs: by margins, indents and the room between lines it shows where one goes on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.pages.layout.labels import MARK
from loaders.formats.pages.layout.lines import LineSegment
from loaders.lazy_pattern import lazy_pattern

_INDENT = 0.45  # ems: what is further in is indented
_SLACK = 0.3  # ems that a line may end before its margin
_RAGGED = 2.0  # the same where all else shows that the paragraph goes on
_SPACING = 1.25  # times the usual step from line to line: what is further down is a new paragraph
_SIZE = 0.12  # by which type may differ within a paragraph
_ROUGHLY = 0.35  # the same where the size is known by the height alone
_CENTRED = 1.5  # ems that the room on both sides may differ
_HANGING = 5.0  # ems that the lines of an item may stand behind its number
_DEEPEST = 6.0  # ems: what begins further in is no paragraph but set in the middle or at the right
_FULL_LINES = 3  # so many that end at one place in mid-sentence show the right margin
_END = "。！？；：!?;:"
_CONTENTS = lazy_pattern(r"(?:[.…·]\s?){4,}\s*\d{1,4}$|\s\d{1,4}$")  # an entry of a table of contents
_CLAUSE = lazy_pattern(r"[，。；：、,;]")

Area = tuple[tuple[int, int], int]
"""The shape of a page (width, height) and a column: what has the same margins throughout a file."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of running text with its place; pages are counted from 0."""

    segment: LineSegment
    page: int
    area: Area

    @property
    def text(self) -> str:
        """What is printed."""
        return self.segment.text


@dataclass(frozen=True, slots=True)
class TypeArea:
    """By what it shows where a paragraph ends.

    `margins`: the left and right one of each area. `leading`: the step from line to line inside a paragraph, by page
    and size of type. `blocks`: indents (ems) that all lines of a paragraph have.
    """

    margins: Mapping[Area, tuple[float, float]]
    leading: Mapping[tuple[int, int], float]
    blocks: frozenset[int]

    @classmethod
    def of(cls, lines: Sequence[Printed]) -> TypeArea:
        """The type area of a file: what most of its lines have."""
        areas: dict[Area, list[LineSegment]] = defaultdict(list)
        for line in lines:
            areas[line.area].append(line.segment)
        margins = {area: _margins(area, segments) for area, segments in areas.items()}
        plain = cls(margins, _leading(lines), frozenset())
        return cls(margins, plain.leading, frozenset(plain.block_indents(lines)))

    def goes_on(self, paragraph: Sequence[Printed], line: Printed) -> bool:
        """Whether a paragraph, of which some lines are given, goes on in the following line."""
        last = paragraph[-1]
        if not _same_size(last.segment, line.segment) or self._is_apart(last, line):
            return False
        if _CONTENTS.search(last.text):
            return False
        if self._is_short(last, line) and not (len(paragraph) == 1 and self._flows_back(last, line)):
            return False
        if self._goes_on_centred(last, line):
            return True
        return self._continues_first(last, line) if len(paragraph) == 1 else self._continues(paragraph, line)

    def block_indents(self, lines: Sequence[Printed]) -> Iterator[int]:
        """The indents at which full lines in mid-sentence are followed by others rather than by lines further out."""
        inside, outside = Counter[int](), Counter[int]()
        for line, following in pairwise(lines):
            offset, then = self._offset(line), self._offset(following)
            if offset <= _INDENT or line.area != following.area or self._is_short(line, following):
                continue
            if then < offset - _INDENT:
                outside[round(offset)] += 1
            elif abs(then - offset) <= _INDENT and line.text[-1] not in _END and _is_clause(line):
                inside[round(offset)] += 1
        yield from (indent for indent, count in inside.items() if count > max(1, outside[indent]))

    def _continues_first(self, first: Printed, line: Printed) -> bool:
        """Whether a line goes on with the first line of a paragraph."""
        further = self._offset(line) - self._offset(first)
        begins = MARK.match(line.text) is not None
        ended = first.text[-1] in _END
        if further < -_INDENT:
            return not (begins and ended) and self._offset(first) < _DEEPEST
        if further > _INDENT:
            return not begins and self._hangs(first, line)
        if self._offset(first) <= _INDENT:
            return not (ended and begins) and not self._is_heading_after(first, line)
        if (begins and ended) or self._offset(first) > _DEEPEST:
            return False
        return self._is_block(first) or (not ended and (first.text[-1] in "，、" or _is_sentence(first)))

    def _continues(self, paragraph: Sequence[Printed], line: Printed) -> bool:
        """Whether a line goes on with a paragraph of several lines."""
        first, last = paragraph[0], paragraph[-1]
        if abs(self._offset(line) - self._offset(last)) > _INDENT:
            return False
        flush = abs(self._offset(first) - self._offset(last)) <= _INDENT
        begins = last.text[-1] in _END and MARK.match(line.text)
        return not (flush and (begins or self._is_heading_after(last, line)))

    def _hangs(self, first: Printed, line: Printed) -> bool:
        """Whether a line stands further in because the paragraph has its first line, or a label, hanging out."""
        segment, em = first.segment, first.segment.em
        if segment.after_label > segment.left:
            behind = abs(line.segment.left - segment.after_label) < em
            return behind or bool(MARK.match(first.text) and line.segment.left - segment.left < _HANGING * em)
        return first.text[-1] not in _END and _is_clause(first)

    def _goes_on_centred(self, last: Printed, line: Printed) -> bool:
        """Whether two lines are of a title that is set in the middle."""
        centred = self._is_centred(last) and self._is_centred(line) and self._offset(line) > _INDENT
        return centred and not _CLAUSE.search(last.text) and line.text[0] not in "—-"

    def _is_heading_after(self, last: Printed, line: Printed) -> bool:
        """Whether a line behind a full stop reads like a heading: it ends early and without a stop."""
        _, right = self.margins[line.area]
        return (
            last.text[-1] in "。！？"
            and line.text[-1] not in "。！？；，、：）”》"
            and right - line.segment.right > 3 * line.segment.em
        )

    def _is_block(self, line: Printed) -> bool:
        return round(self._offset(line)) in self.blocks

    def _offset(self, line: Printed) -> float:
        """How far a line is indented, in ems."""
        left, _ = self.margins[line.area]
        return (line.segment.left - left) / line.segment.em

    def _is_short(self, line: Printed, following: Printed, slack: float = _SLACK) -> bool:
        """Whether a line ends so early that the first word of the next one would have found room."""
        _, right = self.margins[line.area]
        room = right - line.segment.right
        return room > following.segment.first_word + slack * line.segment.em

    def _is_apart(self, line: Printed, following: Printed) -> bool:
        """Whether there is more room between two lines of a page than inside paragraphs."""
        if (line.page, line.area) != (following.page, following.area):
            return False
        step = following.segment.top - line.segment.top
        return step > _SPACING * self.leading.get(_type(line), step)

    def _flows_back(self, first: Printed, line: Printed) -> bool:
        """Whether an indented first line, though somewhat short, stops in mid-sentence before one at the margin."""
        back = self._offset(line) < self._offset(first) - _INDENT and not MARK.match(line.text)
        return back and first.text[-1] not in _END and not self._is_short(first, line, _RAGGED)

    def _is_centred(self, line: Printed) -> bool:
        left, right = self.margins[line.area]
        return abs(line.segment.left - left - (right - line.segment.right)) < _CENTRED * line.segment.em


def _is_sentence(line: Printed) -> bool:
    """Whether a line is of running text even where it begins like a heading."""
    return _is_clause(line) and (not MARK.match(line.text) or "。" in line.text or "；" in line.text)


def _is_clause(line: Printed) -> bool:
    """Whether a line is of running text, not a heading."""
    return _CLAUSE.search(line.text[2:]) is not None


def _same_size(a: LineSegment, b: LineSegment) -> bool:
    share = _SIZE if a.has_em and b.has_em else _ROUGHLY
    return abs(a.em - b.em) <= share * max(a.em, b.em)


def _type(line: Printed) -> tuple[int, int]:
    """The page and the size of type of a line."""
    return line.page, round(line.segment.em)


def _leading(lines: Sequence[Printed]) -> dict[tuple[int, int], float]:
    """The step from line to line for each page and size of type: on the page where it has enough, else in the file."""
    steps: dict[tuple[int, int], list[float]] = defaultdict(list)
    anywhere: dict[int, list[float]] = defaultdict(list)
    for line, following in pairwise(lines):
        step = following.segment.top - line.segment.top
        same = (line.page, line.area) == (following.page, following.area)
        if same and 0.8 < step / line.segment.em < 4 and _type(line) == _type(following):
            steps[_type(line)].append(step)
            anywhere[_type(line)[1]].append(step)
    return {
        place: _lower_quartile(steps[place] if len(steps[place]) > 3 else anywhere[place[1]])
        for place in map(_type, lines)
        if anywhere[place[1]]
    }


def _lower_quartile(steps: Sequence[float]) -> float:
    return sorted(steps)[len(steps) // 4]


def _margins(area: Area, segments: Sequence[LineSegment]) -> tuple[float, float]:
    """The outermost places where lines of the usual size begin and end again and again.

    Where no line of running text is full, the right margin is taken to be as wide as the left one.
    """
    em = Counter(round(s.em, 1) for s in segments).most_common(1)[0][0]
    body = [segment for segment in segments if abs(segment.em - em) <= _SIZE * em]
    lefts = Counter(round(segment.left / em * 2) for segment in body)
    # Marks of punctuation may hang over the margin.
    rights = Counter(round(s.right / em * 2) for s in body if s.text[-1].isalnum())
    first, last = min(_recurring(lefts)), max(_recurring(rights))
    left = min(s.left for s in body if round(s.left / em * 2) == first)
    right = max((s.right for s in body if round(s.right / em * 2) == last), default=left)
    (width, _), column = area
    full = rights[last] >= _FULL_LINES
    return left, right if column or full else max(right, width - left)


def _recurring(places: Counter[int]) -> list[int]:
    often = max(2, 0.05 * places.total())
    return [place for place, count in places.items() if count >= often] or list(places) or [0]
