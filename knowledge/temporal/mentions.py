"""A time in its sentence, with the words around it that rules read."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.temporal.expressions import TimePhrase, find_times
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start, split_outside
from knowledge.text.modality import Mood
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate

LOOK_AHEAD = 240
SHORTEST_CLAUSE = 3
LIST_MARK = lazy_pattern("[、和及与]")
LABEL = lazy_pattern(r"(?:时限|时间|期限|节点|进度|时间安排)(?:为|是)?[：:][^；;）)]{0,12}$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A time in its sentence, the sentence without stray white space.

    `listed_to` is where the times listed after it end, 0 where none is.
    """

    time: TimePhrase
    sentence: str
    mood: Mood
    base: PartialDate | None
    listed_to: int = 0

    @property
    def start(self) -> int:
        """Where the time begins in the sentence."""
        return self.time.start_offset

    @property
    def end(self) -> int:
        """Where the time ends in the sentence, exclusive."""
        return self.time.end_offset

    @property
    def before(self) -> str:
        """The words of the clause before the time."""
        return self.sentence[clause_start(self.sentence, self.start) : self.start]

    @property
    def after(self) -> str:
        """The words after the time and those listed with it (4月、9月各报一次), as far as a rule may look."""
        begin = max(self.end, self.listed_to)
        return self.sentence[begin : begin + LOOK_AHEAD]

    @property
    def segment(self) -> str:
        """The part of the sentence between semicolons that holds the time; all of it for a labelled one."""
        if self.labelled:
            return self.sentence
        begin = clause_start(self.sentence, self.start, SEGMENT_MARKS)
        return self.sentence[begin : clause_end(self.sentence, self.end, SEGMENT_MARKS)]

    @property
    def reach(self) -> str:
        """The words after the time that it governs: to the next semicolon, at most three clauses."""
        words = self.after.lstrip("，")
        return "，".join(split_outside(words[: clause_end(words, 0, SEGMENT_MARKS)], "，")[:3])

    @property
    def clause(self) -> str:
        """The words after the time in its first clause that says more than 努力 does."""
        words = self.after.lstrip("，、")
        end = clause_end(words, 0)
        return words[: end if end > SHORTEST_CLAUSE else clause_end(words, min(end + 1, len(words)))]

    @property
    def labelled(self) -> bool:
        """Whether a label gives the time: 完成时限：2027年6月底前."""
        return bool(LABEL.search(self.sentence[max(0, self.start - 30) : self.start]))


def mentions(sentence: str, mood: Mood, base: PartialDate | None) -> list[Mention]:
    """The times of a sentence, each with its mood and the date that they count from."""
    backwards: list[Mention] = []
    following: Mention | None = None
    for time in reversed(find_times(sentence, base)):
        listed = following and LIST_MARK.fullmatch(sentence, time.end_offset, following.start)
        end = max(following.end, following.listed_to) if following and listed else 0
        following = Mention(time, sentence, mood, base, end)
        backwards.append(following)
    return backwards[::-1]
