"""The questions of a document: standard forms and variants for its facts, those that pass the checks, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.facts.finding import Found, Stretch
from knowledge.facts.records import (
    Amount,
    Definition,
    Due,
    Listing,
    Responsibility,
    Span,
    State,
    Task,
    Value,
    identity_of,
)
from knowledge.lexicon.topics import topic_of
from knowledge.questions.checks import is_sound
from knowledge.questions.forms import forms_of, kind_of

MOST_OF_A_SENTENCE, MOST_OF_A_PASSAGE, MOST_VARIANTS = 3, 8, 4
# Among problems a sentence may tell what has become better.
_BETTER = re.compile(
    r"^(?!.*(?:仅|只有|不足|仍|还有|缺|差距|欠)).*(?:提高到|回升|升至|升到|上升到|增加到|提升到)"
)
_WORSE = re.compile("差距|空白|为负|薄弱|滞后|欠账|短板")
_PLACE = re.compile(r"(?<=[怎样么在对谁])?(?:全|我)[市县省区州](?!域|级|内|外)")


@dataclass(frozen=True, slots=True)
class Question:
    """A stored question: its standard form, variants, kind and topic, with the stretch that answers (`span`) and the
    words in it that do (`said`), in characters of the decoded text; `passage` is the place of its passage, `fact` tells
    the fact."""

    text: str
    variants: tuple[str, ...]
    kind: str
    topic: str
    passage: int
    span: Span
    said: Span
    fact: str

    @property
    def wordings(self) -> tuple[str, ...]:
        """The standard form and the variants."""
        return (self.text, *self.variants)


def questions_of(found: Iterable[Found], stretches: Sequence[Stretch], title: str = "") -> list[Question]:
    """The questions of a document, in reading order.

    Arguments: its facts (`find_facts`), its passages, its title. Of a sentence and of a passage only so many are kept, the
    kinds that people ask for first.
    """
    asked: set[str] = set()
    made: list[Question] = []
    of_sentence: Counter[tuple[int, str]] = Counter()
    of_passage: Counter[int] = Counter()
    for one in sorted(found, key=lambda one: _RANK[type(one.fact)]):
        key = one.passage, one.sentence
        if of_sentence[key] >= MOST_OF_A_SENTENCE or of_passage[one.passage] >= MOST_OF_A_PASSAGE:
            continue
        if question := _question(one, stretches[one.passage], title, asked):
            asked.update((question.text, *question.variants))
            made.append(question)
            of_sentence[key] += bool(one.sentence)
            of_passage[one.passage] += 1
    return sorted(made, key=lambda question: (question.passage, question.span, question.said))


_RANK: dict[type, int] = {
    Definition: 0,
    Due: 1,
    Value: 2,
    Amount: 4,
    Responsibility: 3,
    Listing: 4,
    State: 5,
    Task: 6,
}


def _question(found: Found, stretch: Stretch, title: str, asked: set[str]) -> Question | None:
    """The question of a fact; None where its standard form is not sound or stands already."""
    forms = [form for form in _without_place(forms_of(found.fact)) if is_sound(form)]
    if len(forms) < 2 or forms[0] in asked:
        return None
    standard, *others = forms
    variants = tuple(form for form in dict.fromkeys(others) if form not in asked and form != standard)
    topic = topic_of(standard, found.sentence, (*reversed(stretch.headings), stretch.text, title))
    kind = kind_of(found.fact, _is_wrong(stretch.role, found.sentence))
    return Question(
        standard,
        variants[:MOST_VARIANTS],
        kind,
        topic,
        found.passage,
        found.fact.span,
        found.fact.said,
        identity_of(found.fact),
    )


def _is_wrong(role: str, sentence: str) -> bool:
    """Whether a figure tells what is wrong."""
    return bool(_WORSE.search(sentence)) if role != "problem" else not _BETTER.search(sentence)


def _without_place(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield _PLACE.sub("", form)
