"""Values that a document reports, each with its indicator and year: 去年，县域内就诊率达到88.5%; 由220张增加到500张."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.deadlines import DATED
from knowledge.targets.goals import Goal, find_goals
from knowledge.targets.start_values import STARTS
from knowledge.targets.values import Value, find_values
from knowledge.temporal.expressions import TimePhrase, find_times
from knowledge.text.clauses import clause_end
from knowledge.text.modality import MODAL, Mood, heading_mood, sentence_mood
from knowledge.text.normalisation import squeeze
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.structure.sentences import sentences

COMPARED_WITH = lazy_pattern(r"[由从比较]$")


@dataclass(frozen=True, slots=True)
class ReportedValue:
    """What an indicator is or was; `value` is None where the source blanks it, `year` where its sentence tells none:
    then it is of the time of the document."""

    indicator: str
    value: str | None
    year: int | None
    sentence: str


def find_present_values(
    text: str, section: Sequence[str], base: PartialDate | None
) -> Iterator[ReportedValue]:
    """The reported values of a passage in reading order.

    Arguments: its text, the headings above it, the date of its document. What is asked for is no present value,
    but the value that a goal starts from is one (由目前的15分钟缩短到12分钟).
    """
    around = _around(section)
    for sentence in sentences(text, 0, len(text)):
        printed = text[sentence.start : sentence.end]
        words = squeeze(printed).text
        times = find_times(words, base)
        goals = find_goals(words, [(time.start_offset, time.end_offset) for time in times])
        reports = sentence_mood(words, around) == "report" and not MODAL.search(words)
        if reports:
            own = [time for time in times if not COMPARED_WITH.search(words[: time.start_offset])]
            for goal in goals:
                yield ReportedValue(goal.indicator, goal.text, _year(own, goal.start), printed)
        for goal, value in _starts(words, goals):
            near = [time for time in times if value.start - 2 <= time.end_offset]
            year = _year(near, value.start)
            # In a report it is over; without a year nothing can be said of when it was.
            if year or not reports:
                yield ReportedValue(goal.indicator, value.text, year, printed)


def _around(section: Sequence[str]) -> Mood:
    """What the headings promise, as `mood.section_mood` reads them."""
    moods = [heading_mood(heading) for heading in section]
    return "report" if "report" in moods else "task" if "task" in moods else "open"


def _year(times: Sequence[TimePhrase], at: int) -> int | None:
    """The year of the last time before a place in the sentence."""
    ends = [time.end for time in times if time.end_offset <= at and time.manner in DATED and time.end]
    return ends[-1].year if ends else None


def _starts(words: str, goals: Sequence[Goal]) -> Iterator[tuple[Goal, Value]]:
    """The goals of a sentence with the values that they start from."""
    for value in find_values(words):
        if value.text is None or not STARTS.search(words[: value.start]):
            continue
        end = clause_end(words, value.end)
        goal = next((goal for goal in goals if value.end <= goal.start < end), None)
        if goal is not None and goal.unit == value.unit:
            yield goal, value
