"""Ways to say what is done at a time: its clause without the time, said of itself or of what stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts.candidates.things import Thing, things_before, trimmed
from knowledge.facts.clauses import TIME, bare, parse
from knowledge.facts.due.in_place import without_addressees
from knowledge.facts.records import Clause, Due
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

LONGEST_PREDICATE = 22
_LEADS_ON = lazy_pattern(
    "(?:推迟|延期|顺延|提前|延后|必须|务必|应当|要|将|应|须|力争|争取|确保|计划|拟|原则上|最迟|自|从|到|在|于|，|前|也|都|均|已|并|：|定)+$"
)
_PUSHES = lazy_pattern("^(?:[）)前后起之以内]|必须|务必|要|须|应|前|先|力争|争取|确保|各)+")
_AGENT_LAST = lazy_pattern("由[^由]*$")
_AGENT_FIRST = lazy_pattern("^由[^由，]{2,14}?(?:牵头|负责|统一|直接)?(?=[启出印拨制组开完建])")
_NEXT_TIME = lazy_pattern(rf"、(?={TIME}).*")
# 把办法拿出来: what is done to what.
_PUTS = lazy_pattern(
    "(?:全部|统一)?[把将](?P<thing>[^，把将]{2,12}?)(?P<act>(?:全部|统一)?(?:拿出|交给|送到|发到|拨付|搬|纳入|接入|建|办|做|配|分|交|发|移|报|列入|落实|打|修|装)[^，]{0,8})$"
)
# What is to be reached is asked for by its value.
_REACHES = lazy_pattern(
    "^(?:要|均|都|全部|应)*(?:达|提高|提升|降|控制|稳定|增加到|超过|保持)|达到|(?:提高|提升|缩短|压缩|降)[到至]|控制在|稳定在|不低于|不少于|不超过"
)


def due_candidates(fact: Due, sentence: FactSentence) -> Iterator[tuple[str, Due]]:
    """The same due time said in other ways, each with the source of its subject; none for a span or a rhythm."""
    words = sentence.words
    start, end = map(sentence.place_in, fact.said)
    reaches = _REACHES.search(words[end : clause_end(words, end)])
    if fact.manner not in ("when", "from") or reaches:
        return
    own = without_addressees(_LEADS_ON.sub("", words[clause_start(words, start) : start]))
    own = trimmed(_AGENT_LAST.sub("", own))
    after = _after(words, end, len(own) > 1)
    things = things_before(words, start)
    for source, clause in (*_in_place(own, after, things), *_taken_apart(own, after, things)):
        yield source, replace(fact, clause=clause)


def _after(words: str, end: int, has_own: bool) -> str:
    """What stands after a time in its clause, else in the next one."""
    stop = clause_end(words, end)
    after = bare(_PUSHES.sub("", bare(_NEXT_TIME.sub("", words[end:stop]))))
    return after if after or has_own else bare(words[stop + 1 : clause_end(words, stop + 1)])


def _in_place(own: str, after: str, things: list[Thing]) -> Iterator[tuple[str, Clause]]:
    """The clause as it stands, said of what opens it or of what stands before it."""
    predicate = without_quantity(after)
    if not predicate or len(predicate) > LONGEST_PREDICATE or has_figure(predicate):
        return
    source = "bare" if not own else "own"
    if puts := _PUTS.match(predicate):
        own, predicate, source = trimmed(puts["thing"]), puts["act"], "puts"
    yield source, Clause("", own, "", predicate, "")
    for thing in things:
        yield thing.source, Clause("", thing.words, "", predicate, "")
        if own and thing.words not in own:
            yield f"{thing.source}+own", Clause("", f"{thing.words}{own}", "", predicate, "")


def _taken_apart(own: str, after: str, things: list[Thing]) -> Iterator[tuple[str, Clause]]:
    """By the parts of what stands after the time: who, does, what."""
    clause = parse(_AGENT_FIRST.sub("", after))
    if clause is None:
        return
    subject, name = trimmed(clause.subject), trimmed(clause.object)
    if subject:
        yield "after", Clause("", subject, "", f"{clause.adverbs}{clause.verb}{name}", "")
    elif name:
        yield "object", Clause("", "", "", clause.verb, name)
        if own:
            yield "own.verb", Clause("", own, "", f"{clause.verb}{name}", "")
        for thing in things:
            if thing.words not in name:
                yield f"{thing.source}+object", Clause("", "", "", clause.verb, f"{thing.words}{name}")
