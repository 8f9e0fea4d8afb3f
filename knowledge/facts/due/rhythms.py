"""How often something is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.clauses import bare, is_name
from knowledge.facts.due.rhythm_words import EVERY, TIMES
from knowledge.facts.records import Clause, Due
from knowledge.facts.sentences import FactSentence, without_quantity
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_THING = 3
LONGEST_RITE = 8
_EVERY = lazy_pattern(EVERY)
_MEASURE = lazy_pattern("(?:[率数量]|水平|比例|占比)$")
_TIMES = lazy_pattern(TIMES)


def every_facts(sentence: FactSentence) -> Iterator[Due]:
    """学生心理测评每年一次: how often."""
    words = sentence.words
    for match in _EVERY.finditer(words):
        stop = clause_end(words, match.end())
        after = words[match.end() : stop]
        times = _TIMES.search(after)
        if not times:
            continue
        before = bare(words[clause_start(words, match.start()) : match.start()])
        clause = _repeated(sentence, before, after, times, match.start())
        if clause:
            yield Due(
                clause,
                "every",
                sentence.stretch(match.start(), stop),
                sentence.place(match.start(), match.end() + times.end()),
            )


def _repeated(
    sentence: FactSentence, before: str, after: str, times: re.Match[str], at: int
) -> Clause | None:
    after_time = re.sub("^(?:[^，]{2,5}时|[末底初])(?=..)", "", after[: times.start()])
    verb = re.sub(r"(?:至少|不少于|要|各|组织|集中)+", "", after_time)
    rest = without_quantity(after[times.end() :].strip("的"))
    once = f"一{times[0][-1]}"
    if (
        len(rest) >= SHORTEST_THING
        and is_name(rest)
        and verb in ("", "开展", "组织", "召开", "进行", "举办", "组织开展")
    ):
        return Clause("", rest, "", (verb or "开展") + once, "")
    if rest:
        named = len(verb) <= 3 and len(rest) <= LONGEST_RITE and is_name(before) and len(before) > 3
        return Clause("", before, "", f"{verb}{once}{rest}", "") if named else None
    if len(verb) > 4:
        return None
    subject = before if len(before) > 2 else sentence.topic_at(at)
    subject = re.sub(r"^对", "", without_quantity(subject))
    if _MEASURE.search(subject):
        return None
    return Clause("", subject, "", verb + once, "") if is_name(subject) else None
