"""The marks of a candidate question by which a good one is known, after M. Heilman and N. Smith (NAACL 2010): where its
subject stands, how its words fit together, what of the clause it leaves out and what it adds.

A mark is a name that holds or does not, so that a score is the sum of the weights of the marks that hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.responsible_bodies import NAMED, PERSON
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Amount, Due, Value
from knowledge.facts.sentences import GENERIC, FactSentence
from knowledge.facts.subjects.specificity import is_specific
from knowledge.facts.words import NOUNS, VERBS, Word, words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

Rankable = Due | Value | Amount
"""The facts whose subject often stands elsewhere."""

_ASKS = lazy_pattern(
    r"从?什么时候(?:开始|起)?|多久内?|最长多久|(?:的目标)?是多少|(?:有|要|是|占)?多少|的时限"
)
_LENGTHS = (4, 6, 8, 10, 12, 14, 16, 19, 22)
_SIGNS = "的、每和由对“"
_PARTS = ("其中", "首批", "其余", "另外")
MOST = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to ask for a fact: the fact as it would be asked for, its question, and where its subject stands."""

    fact: Rankable
    question: str
    source: str


@dataclass(frozen=True, slots=True)
class Site:
    """Where a fact stands: its clause, the clauses before that in its part of the sentence, the parts before, the
    headings."""

    clause: str
    before: str
    earlier: str
    headings: Sequence[str]

    @classmethod
    def of(cls, sentence: FactSentence, at: int) -> Site:
        """The site of a place of a sentence, in characters of its words."""
        words = sentence.words
        begin, part = clause_start(words, at), clause_start(words, at, SEGMENT_MARKS)
        return cls(words[begin : clause_end(words, at)], words[part:begin], words[:part], sentence.above)

    def place_of(self, words: str) -> str:
        """Where some words stand outside the clause."""
        if words in self.before.rstrip("，").rpartition("，")[2]:
            return "clause"
        places = (("before", self.before), ("earlier", self.earlier), ("above", "\n".join(self.headings)))
        return next((name for name, text in places if words in text), "mixed")


def marks_of(candidate: Candidate, site: Site) -> Iterator[str]:
    """The marks of a candidate at its site."""
    fact, question = candidate.fact, candidate.question
    kind = type(fact).__name__
    subject, predicate = _fields(fact)
    yield "bias"
    yield f"kind {kind}"
    yield f"source {kind} {candidate.source}"
    yield from _of_subject(kind, subject)
    yield from _of_predicate(kind, predicate)
    yield from _of_site(kind, site)
    asks = match[0] if (match := _ASKS.search(question)) else ""
    yield f"asks {kind} {asks}"
    yield f"length {kind} {_step(len(question))}"
    yield from _of_words(kind, words_of(question.replace(asks, "，", 1).rstrip("？")), site)
    yield from _of_figure(kind, fact, subject, bool(predicate))


def _fields(fact: Rankable) -> tuple[str, str]:
    """What a question is about, and what it says of that."""
    match fact:
        case Value():
            return fact.indicator, fact.made or fact.verb
        case Amount():
            return fact.subject or fact.noun, fact.verb
        case Due(clause=clause) if clause.subject:
            return clause.lead + clause.subject, clause.verb + clause.object
        case Due(clause=clause):
            return clause.lead + clause.object, clause.verb


def _class(word: Word | None) -> str:
    if word is None:
        return "none"
    if word.text in VERBS:
        return "verb-noun" if word.text in NOUNS else "verb"
    return word.tag[:2]


def _step(length: int) -> int:
    return sum(length >= step for step in _LENGTHS)


def _of_subject(kind: str, subject: str) -> Iterator[str]:
    tokens = words_of(subject)
    if not tokens:
        yield f"no subject {kind}"
        return
    first, last = tokens[0], tokens[-1]
    yield f"subject length {_step(len(subject))}"
    yield f"subject words {min(len(tokens), 8)}"
    yield f"subject opens {_class(first)}"
    yield f"subject ends {_class(last)}"
    yield f"subject opens {kind} {first.text}"
    yield f"subject ends {kind} {last.text}"
    yield f"subject sign {kind} {subject[-1]}"
    yield f"subject specific {is_specific(subject)}"
    yield f"subject name {is_name(subject)}"
    clause = parse(subject)
    yield f"subject clause {kind} {clause and (bool(clause.subject), bool(clause.object))}"
    yield f"subject generic {bool(GENERIC.search(subject))}"
    yield f"subject body {kind} {bool(NAMED.search(subject))}"
    yield f"subject person {bool(PERSON.search(subject))}"
    yield from (f"subject holds {sign}" for sign in _SIGNS if sign in subject)


def _of_predicate(kind: str, predicate: str) -> Iterator[str]:
    tokens = words_of(predicate)
    if not tokens:
        yield f"no predicate {kind}"
        return
    first, last = tokens[0], tokens[-1]
    yield f"predicate length {kind} {min(len(predicate), 12)}"
    yield f"predicate opens {kind} {_class(first)}"
    yield f"predicate ends {kind} {_class(last)}"
    yield f"predicate opens {kind} {first.text}"
    yield f"predicate ends {kind} {last.text}"
    if len(tokens) == 1:
        yield f"predicate alone {kind} {first.text}"


def _of_site(kind: str, site: Site) -> Iterator[str]:
    tokens = words_of(bare(site.clause))
    opens = tokens[0] if tokens else None
    yield f"clause opens {kind} {_class(opens)}"
    yield f"clause opens {kind} {opens.text if opens else ''}"
    yield f"clause place {kind} {min(site.before.count('，'), 2)} {bool(site.earlier)}"
    yield f"clause part {kind} {site.clause.startswith(_PARTS)} {'分别' in site.clause}"


def _of_words(kind: str, tokens: Sequence[Word], site: Site) -> Iterator[str]:
    """What a question keeps of the clause of its fact and adds from elsewhere, and how much either says."""
    texts = [word.text for word in tokens]
    yield f"repeats {len(set(texts)) < len(texts)}"
    content = [word for word in tokens if len(word.text) > 1 or word.tag[:1] in "nv"]
    kept = [word for word in content if word.text in site.clause]
    added = [word for word in content if word.text not in site.clause]
    telling = min(MOST, sum(is_specific(word.text) for word in kept))
    nouns = min(MOST, sum(word.tag[:1] in "nvbjl" and len(word.text) > 1 for word in kept))
    yield f"keeps {kind} {telling} {nouns} {bool(added)}"
    yield f"keeps {kind} {round(5 * len(kept) / max(1, len(content)))}"
    if not added:
        yield f"adds nothing {kind} {telling} {bool(site.before)}"
        return
    place = site.place_of("".join(word.text for word in added))
    more = any(is_specific(word.text) for word in added)
    yield f"adds {kind} {place} {telling} {more}"
    yield f"adds {kind} {min(len(added), MOST)} {telling}"
    yield f"adds ends {_class(added[-1])} {more}"


def _of_figure(kind: str, fact: Rankable, subject: str, predicate: bool) -> Iterator[str]:
    if isinstance(fact, Due):
        yield f"manner {fact.manner}"
        return
    unit = "%" if fact.unit in ("%", "‰") else fact.unit[-1:]
    tokens = words_of(subject)
    yield f"unit {unit}"
    yield f"unit {unit} {subject[-1:]}"
    yield f"unit {kind} {unit} {_class(tokens[-1] if tokens else None)}"
    yield f"goal {kind} {fact.goal} {predicate}"
