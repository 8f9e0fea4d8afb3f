"""Targets and deadlines in rows of tables: the header of a column says what its cells are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.deadlines.deadlines import DATED, Deadline, find_deadlines
from knowledge.deadlines.labels import find_labels, responsible_in, role_of
from knowledge.deadlines.responsible_bodies import Responsible, each_once
from knowledge.targets.targets import Target, find_targets
from knowledge.targets.values import Value, find_values
from knowledge.temporal.base_dates import section_base
from knowledge.temporal.expressions import TimePhrase, find_times
from knowledge.text.normalisation import NormalisedText, squeeze
from loaders.blocks.tables import Cell, Row
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Paragraph
from loaders.structure.sentences import sentences

_SERIAL = lazy_pattern(r"序号|编号|属性|类型|单位（|计量")
_NAME = lazy_pattern(r"任务|事项|(?:工作|项目|重点)?内容|举措|措施|指标|工作(?!类|领域)|项目(?!类)|名称")
_BODY = lazy_pattern(r"责任(?!书|制)|牵头|配合|协[办同助]|参与|主管|负责|部门|科室|承办|主办|单位(?![（(])")
_TIME = lazy_pattern(r"时限|时间|期限|截止|节点|进度")
_BEFORE = lazy_pattern(r"现状|基期|基线|基准|基数|实际|已完成|完成值|完成情况|上年|去年|目前")
_GOAL = lazy_pattern(r"目标|指标值|计划|预期|任务数|(?:19|20)\d\d年?")
_YEAR = lazy_pattern(r"20\d\d")
_UNIT = lazy_pattern(r"[（(]([^（）()\d]{1,8})[）)]$")
_FIGURE = lazy_pattern(r"[0-9]+(?:\.[0-9]+)?")
_BOUNDS = (("≥", "不低于"), ("≤", "不超过"), (">", "超过"), ("<", "低于"), ("＞", "超过"), ("＜", "低于"))
_NEXT_LINE = lazy_pattern(
    r"(?<=[^、，,；;\s])[ \t\u3000]*\n\s*|(?<=[局委办厅院会心部])[ \u3000]+(?=[\u4e00-\u9fff])"
)
_MOST_OF_A_ROW = 40
"""A row of more times or goals is a damaged one; each of them would bear the whole row."""
_LONG = 12
"""A cell of so many characters may be a sentence with times and values of its own."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row with the words of its cells; `base` is the date of the document."""

    text: str
    row: Row
    base: PartialDate | None

    def words(self, cell: Cell) -> str:
        """The words of a cell."""
        return self.text[cell.start : cell.end]

    def under(self, header: re.Pattern[str]) -> list[Cell]:
        """The cells under a header of a sort."""
        return [cell for cell in self.row.cells if header.search(cell.header)]

    @property
    def name(self) -> str:
        """What the row is of: the cell under a header for that, else the first that names something and is no number."""
        cells = [c for c in self.row.cells if not _SERIAL.search(c.header) and not _is_fact(c.header)]
        cells.sort(key=lambda cell: not _NAME.search(cell.header))
        names = (self.words(cell) for cell in cells)
        return next((name for name in names if not _FIGURE.fullmatch(name)), "")

    @property
    def line(self) -> str:
        """The row as printed."""
        return self.text[self.row.start : self.row.end]


def find_in_rows(
    text: str, paragraphs: Sequence[Paragraph], base: PartialDate | None
) -> tuple[list[Deadline], list[Target]]:
    """The deadlines and targets in the rows of tables, in reading order.

    A cell under a goal (2025年目标) is a target of its row's name by the end of that year; one under a time
    (完成时限) is when its row is due; a long cell is read as running text. Columns of what is or was (现状, a year
    before the document's) are none. Arguments: the decoded text, the speech's paragraphs, the document's date.
    """
    deadlines: list[Deadline] = []
    targets: list[Target] = []
    for paragraph in paragraphs:
        if paragraph.row:
            reading = _Reading(text, paragraph.row, section_base(base, paragraph.path[:-1], "", ""))
            due = [*islice(_deadlines(reading), _MOST_OF_A_ROW)]
            deadlines += due
            targets += islice(_targets(reading, due), _MOST_OF_A_ROW)
            inside, goals = _in_long_cells(reading, paragraph, due)
            deadlines += inside
            targets += goals
    return deadlines, targets


def _is_fact(header: str) -> bool:
    """Whether a header is of times, values or bodies rather than of names."""
    return any(sort.search(header) for sort in (_BODY, _TIME, _BEFORE, _GOAL))


def _deadlines(reading: _Reading) -> Iterator[Deadline]:
    roles = _roles(reading)
    for cell in reading.under(_TIME):
        printed = squeeze(reading.words(cell), cell.start)
        for time in find_times(printed.text, reading.base):
            yield _deadline(reading, printed, time, roles)


def _deadline(
    reading: _Reading, printed: NormalisedText, time: TimePhrase, roles: tuple[Responsible, ...]
) -> Deadline:
    begin, finish = printed.span(time.start_offset, time.end_offset)
    # Under 完成时限 a time is a limit however it is written: 6月 is by the end of June.
    kind = "by" if time.manner in ("in", "unknown") else time.manner
    return Deadline(
        kind=kind,
        phrase=reading.text[begin:finish],
        sentence=reading.line,
        task=reading.name,
        start=None if kind == "by" else time.start,
        end=time.end,
        precision=time.precision,
        redacted=time.redacted,
        bodies=tuple(responsible.body for responsible in roles),
        sentence_span=(reading.row.start, reading.row.end),
        roles=roles,
        explanation=time.explanation,
    )


def _roles(reading: _Reading) -> tuple[Responsible, ...]:
    """Who is responsible for a row, each in the role that the header of the column gives."""
    cells = reading.under(_BODY)
    leading = any("牵头" in cell.header for cell in cells)
    return each_once(body for cell in cells for body in _of_cell(reading, cell, leading))


def _of_cell(reading: _Reading, cell: Cell, leading: bool) -> Iterator[Responsible]:
    """The bodies of a cell; beside a column of those that lead, other bodies support them."""
    words = squeeze(_NEXT_LINE.sub("、", reading.words(cell)), cell.start)
    if labels := find_labels(words):
        yield from (body for label in labels for body in label.responsible)
        return
    role = role_of(cell.header)
    yield from responsible_in(
        words.text, "support" if leading and role == "lead" and "牵头" not in cell.header else role
    )


def _targets(reading: _Reading, due: Sequence[Deadline]) -> Iterator[Target]:
    for cell in reading.under(_GOAL):
        if not _is_future(reading, cell.header):
            continue
        for value in _values(reading, cell):
            yield _target(reading, value, _due_by(cell.header, reading.base) or _limit(due))


def _limit(due: Sequence[Deadline]) -> dt.date | None:
    """When the row is due."""
    return next((deadline.end for deadline in due if deadline.kind in DATED), None)


def _is_future(reading: _Reading, header: str) -> bool:
    """Whether a column of values holds goals: not what is or was."""
    if _BEFORE.search(header) or _TIME.search(header) or _BODY.search(header):
        return False
    year, base = _YEAR.search(header), reading.base
    return year is None or base is None or int(year[0]) >= base.year


def _due_by(header: str, base: PartialDate | None) -> dt.date | None:
    """The day that a header sets: the end of what it names (2025年 → 31 December)."""
    ends = (time.end for time in find_times(squeeze(header).text, base))
    year = _YEAR.search(header)
    return next((end for end in ends if end), dt.date(int(year[0]), 12, 31) if year else None)


def _values(reading: _Reading, cell: Cell) -> Sequence[Value]:
    """The values of a cell; a bare figure has the unit that its header or its row's name gives in brackets."""
    words = squeeze(reading.words(cell)).text
    for sign, bound in _BOUNDS:
        words = words.replace(sign, bound)
    unit = _UNIT.search(reading.name) or _UNIT.search(cell.header)
    values = find_values(words)
    if values or not unit or not (figure := _FIGURE.search(words)):
        return values[:1]
    return find_values(f"{words[: figure.end()]}{unit[1]}{words[figure.end() :]}")[:1]


def _target(reading: _Reading, value: Value, by: dt.date | None) -> Target:
    return Target(
        indicator=_UNIT.sub("", reading.name),
        op=value.op,
        value=value.text,
        unit=value.unit,
        by=by,
        sentence=reading.line,
        redacted=value.text is None,
        sentence_span=(reading.row.start, reading.row.end),
    )


def _in_long_cells(
    reading: _Reading, paragraph: Paragraph, due: Sequence[Deadline]
) -> tuple[list[Deadline], list[Target]]:
    """What cells that hold sentences say as running text; its goals are due when the row is."""
    deadlines: list[Deadline] = []
    targets: list[Target] = []
    for cell in reading.row.cells:
        here = cell.start >= reading.row.start and cell.end - cell.start >= _LONG
        if here and not _is_fact(cell.header):
            inside = Paragraph(paragraph.path[:-1], tuple(sentences(reading.text, cell.start, cell.end)))
            own = find_deadlines(reading.text, [inside], reading.base)
            goals = find_targets(reading.text, [inside], reading.base, own)
            deadlines += own
            targets += [replace(goal, by=goal.by or _limit(due)) for goal in goals]
    return deadlines, targets
