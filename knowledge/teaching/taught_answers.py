"""Taught questions: they go before the search, and what is taught goes before what it finds.

The same question is answered with the passage as taught; where the search has no answer, the passage of a near one
is offered first, never given as the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from knowledge.answers import Answer, Reply
from knowledge.lexicon.thesaurus import Thesaurus, Variant
from knowledge.query.query import split_questions
from knowledge.query.similarity import Reading, is_near, is_same, likeness, read
from knowledge.store.reader import Store
from knowledge.store.records import PlacedPair, QuestionAnswer, StoredPassage
from knowledge.teaching.lessons import Edit, Lesson, Synonym, Teaching, fingerprint_of
from knowledge.teaching.stretches import Section, Stretch, find_stretch, section_in
from knowledge.text.analyzer import Analyzer, pairs

_MOST_ANSWERS = 5
_EXCERPT = 120  # characters of a passage by which editors know it again


@dataclass(frozen=True, slots=True)
class Match:
    """A taught question that is `same` as the one asked, or near it, with its passage; of a pair that an editor gave an
    answer, with the id of the pair and the words of the answer. A `generated` question may be that of other documents,
    too."""

    question: str
    passage: str
    fingerprint: str
    same: bool
    pair: str = ""
    answer: str = ""
    generated: bool = False


def still_holds(taught: Lesson | Match, passage: StoredPassage | None) -> bool:
    """Whether the passage still says what it said when it was taught."""
    return passage is not None and fingerprint_of(passage.text) == taught.fingerprint


def lesson_of(questions: Sequence[str], passage: StoredPassage) -> Lesson:
    """The lesson that a passage answers some questions."""
    excerpt = passage.text[:_EXCERPT]
    return Lesson(tuple(dict.fromkeys(questions)), passage.id, fingerprint_of(passage.text), excerpt)


class TaughtAnswers:
    """Looks up what was taught."""

    def __init__(self, teaching: Teaching, analyzer: Analyzer) -> None:
        self.teaching = teaching
        self._normalise = analyzer.normalise
        self._known = [(read(match.question, self._normalise), match) for match in _matches(teaching)]
        self._by_sound: defaultdict[tuple[str, ...], list[tuple[Reading, Match]]] = defaultdict(list)
        for reading, match in self._known:
            self._by_sound[reading.sounds].append((reading, match))
        self._answered = [(read(match.question, self._normalise), match) for match in _answered(teaching)]
        self._edits = {edit.pair: edit for edit in teaching.edits}
        self._wordings = {edit.original: edit.question for edit in teaching.edits}

    def match(self, question: str) -> Match | None:
        """The taught question that is the same as the one asked, else the nearest that is near it."""
        if not self._known:
            return None
        asked = read(question, self._normalise)
        for reading, match in chain(self._by_sound.get(asked.sounds, []), self._known):
            if is_same(asked, reading):
                return match
        near = [known for known in self._known if is_near(asked, known[0])]
        if not near:
            return None
        return replace(max(near, key=lambda known: likeness(asked, known[0]))[1], same=False)

    def may_differ(self, other: TaughtAnswers) -> Callable[[str], bool]:
        """Whether a message, or a question in it, is matched otherwise than by what else was taught."""
        return lambda message: any(
            self.matches(asked) != other.matches(asked) for asked in (message, *split_questions(message))
        )

    def matches(self, question: str) -> list[Match]:
        """What was taught that bears on a question: the taught question that it matches, then the generated ones that ask
        the very same and that an editor gave an answer; each document may have one."""
        match = self.match(question)
        asked = read(question, self._normalise) if self._answered else None
        answered = [edited for reading, edited in self._answered if asked and is_same(asked, reading)]
        return [match, *answered] if match else answered

    def is_taught(self, question: str) -> bool:
        """Whether the question itself, in one wording or another, is taught."""
        match = self.match(question)
        return match is not None and match.same

    def doubtful(self, find: Callable[[str], StoredPassage | None]) -> list[Lesson]:
        """The lessons whose passages are gone or say something else now; `find` gives the passage of an id."""
        return [lesson for lesson in self.teaching.lessons if not still_holds(lesson, find(lesson.passage))]

    def pairs(
        self,
        topic: str,
        generated: Iterable[QuestionAnswer],
        find: Callable[[str], StoredPassage | None],
        section: Section,
    ) -> list[QuestionAnswer]:
        """The pairs of a topic as people see them: the taught ones first, then the generated ones as edited.

        `find` gives the passage of an id, None where it is not wanted; a lesson whose passage has changed is left out.
        `section` gives the passages in which the answer of an editor may stand.
        """
        taught = (self._pair(lesson, find(lesson.passage)) for lesson in self.teaching.lessons)
        first = [pair for pair in taught if pair and pair.topic == topic]
        edited = (pair for question_answer in generated if (pair := self._shown(question_answer, section)))
        return [*first, *(pair for pair in edited if pair.topic == topic)]

    def moved_to(self, topic: str) -> list[str]:
        """The ids of the generated pairs that an editor moved to a topic."""
        return [edit.pair for edit in self.teaching.edits if edit.topic == topic]

    def topic_of(self, pair: QuestionAnswer) -> str:
        """The topic of a generated pair, as an editor has it."""
        edit = self._edits.get(pair.id)
        return edit.topic if edit and edit.topic else pair.topic

    def shows(self, pair: QuestionAnswer) -> bool:
        """Whether people see a generated pair."""
        return self._edited(pair) is not None

    def placed(self, generated: Iterable[PlacedPair], section: Section) -> list[PlacedPair]:
        """Generated pairs as edited, without the hidden ones."""
        return [shown for placed_pair in generated if (shown := self._placed(placed_pair, section))]

    def answer(self, pair: QuestionAnswer, section: Section) -> Stretch | None:
        """Where the answer of an editor to a generated pair stands; None where there is none, or it stands no more."""
        edit = self._edits.get(pair.id)
        return find_stretch(edit.answer, section(pair.passage), pair.start) if edit and edit.answer else None

    def like(self, words: str, generated: Iterable[QuestionAnswer], store: Store) -> list[QuestionAnswer]:
        """The taught pairs and some generated ones, those most like some words first, each question once."""
        asked, section = read(words, self._normalise), section_in(store)
        taught = (self._pair(lesson, store.passage(lesson.passage)) for lesson in self.teaching.lessons)
        shown = chain(
            (pair for pair in taught if pair),
            (pair for question_answer in generated if (pair := self._shown(question_answer, section))),
        )
        once = {pair.question: pair for pair in shown}
        alike = {question: likeness(asked, read(question, self._normalise)) for question in once}
        return sorted(once.values(), key=lambda pair: -alike[pair.question])

    def wordings(self, questions: Sequence[str]) -> tuple[str, ...]:
        """Generated questions as edited, without the hidden ones."""
        return tuple(shown for question in questions if (shown := self._wordings.get(question, question)))

    def _pair(self, lesson: Lesson, stored: StoredPassage | None) -> QuestionAnswer | None:
        if stored is None or not still_holds(lesson, stored):
            return None
        question, kind = lesson.questions[0], read(lesson.questions[0], self._normalise).kind
        return QuestionAnswer(lesson.id, stored.id, stored.topic, question, kind, stored.start, stored.end)

    def _shown(self, pair: QuestionAnswer, section: Section) -> QuestionAnswer | None:
        """A generated pair with the wording, the topic and the answer of an editor, None for a hidden one."""
        edited = self._edited(pair)
        stretch = self.answer(pair, section) if edited else None
        return stretch.answering(edited) if edited and stretch else edited

    def _placed(self, placed: PlacedPair, section: Section) -> PlacedPair | None:
        edited = self._edited(placed.pair)
        stretch = self.answer(placed.pair, section) if edited else None
        if edited and stretch:
            return PlacedPair(
                stretch.answering(edited), stretch.text, placed.document, stretch.passage.headings
            )
        return replace(placed, pair=edited) if edited else None

    def _edited(self, pair: QuestionAnswer) -> QuestionAnswer | None:
        edit = self._edits.get(pair.id)
        if edit is None:
            return pair
        if not edit.question:
            return None
        kept = (wording for wording in pair.variants if wording not in edit.dropped)
        variants = tuple(
            wording for wording in dict.fromkeys((*edit.added, *kept)) if wording != edit.question
        )
        return replace(pair, question=edit.question, variants=variants, topic=self.topic_of(pair))


def merged(reply: Reply, match: Match, answer: Answer, unsure: float) -> Reply:
    """The reply with what was taught in it.

    Arguments: what the search found; the taught question; its passage; the confidence from which on passages are
    offered. The same question is answered by it with
    full confidence; a near one is offered first where the search has no answer.
    """
    first = next((other for other in reply.answers if other.passage_id == answer.passage_id), answer)
    if match.answer:
        first = replace(first, highlights=answer.highlights)
    others = (other for other in reply.answers if other.passage_id != answer.passage_id)
    answers = (first, *others)[:_MOST_ANSWERS]
    if match.same:
        return replace(
            reply, zone="answer", confidence=1.0, answers=answers, suggestions=(), understood=(), unmet=()
        )
    if reply.answered:
        return reply
    confidence = max(reply.confidence, unsure)
    return replace(reply, zone="unsure", confidence=round(confidence, 4), answers=answers)


def overlap(question: str) -> Callable[[str], float]:
    """What tells how much of a normalised question stands in a normalised text: the share of its pairs of characters."""
    asked = set(pairs(question))
    return lambda text: len(asked.intersection(pairs(text))) / (len(asked) or 1)


def extended(
    base: Thesaurus, synonyms: Sequence[Synonym], normalise: Callable[[str], str] = str
) -> Thesaurus:
    """A thesaurus with the synonyms that were taught; what documents mean by a word, its own synonyms mean too."""
    if not synonyms:
        return base
    entries = [(word, variant) for word in base.words() for variant in base.variants(word)]
    for synonym in synonyms:
        said, meant = normalise(synonym.said), normalise(synonym.meant)
        entries += _ways(said, meant, base)
        entries += _ways(meant, said, base) if synonym.both else ()
    return Thesaurus(entries)


def _ways(said: str, meant: str, base: Thesaurus) -> list[tuple[str, Variant]]:
    others = (variant for variant in base.variants(meant) if variant.words != said)
    return [(said, Variant(meant, 1.0)), *((said, variant) for variant in others)]


def _matches(teaching: Teaching) -> Iterable[Match]:
    for lesson in teaching.lessons:
        yield from (
            Match(question, lesson.passage, lesson.fingerprint, True) for question in lesson.questions
        )
    for edit in teaching.edits:
        yield from (_match(edit, question) for question in edit.taught)


def _answered(teaching: Teaching) -> Iterable[Match]:
    """The generated questions that an editor gave another answer."""
    answered = (edit for edit in teaching.edits if edit.answer and edit.question)
    return (replace(_match(edit, edit.original), generated=True) for edit in answered)


def _match(edit: Edit, question: str) -> Match:
    pair = edit.pair if edit.answer else ""
    return Match(question, edit.passage, edit.fingerprint, True, pair, edit.answer)
