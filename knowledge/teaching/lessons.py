"""What editors teach, as plain data: questions with the passage that answers them, synonyms, generated questions
that are hidden or reworded.

A change of it is a function from one `Teaching` to the next, so that it can be tried before it is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.ids import make_id


@dataclass(frozen=True, slots=True)
class Lesson:
    """The passage that answers some questions, the chief one first.

    `fingerprint` tells the text of the passage as it was when taught, `excerpt` is its beginning.
    """

    questions: tuple[str, ...]
    passage: str
    fingerprint: str
    excerpt: str = ""

    @property
    def id(self) -> str:
        """The id, which holds as long as the chief question does."""
        return make_id("lesson", self.questions[0])


@dataclass(frozen=True, slots=True)
class Synonym:
    """People say `said` where documents write `meant`; with `both` also the other way round."""

    said: str
    meant: str
    both: bool = False

    @property
    def id(self) -> str:
        """The id, made of the two words."""
        return make_id("synonym", self.said, self.meant)


@dataclass(frozen=True, slots=True)
class Edit:
    """What an editor made of a generated pair; `original` is its question as it was generated.

    `question` is the one that people see, empty for a hidden pair; `topic` the one that it was moved to, if it was.
    `added` are variants of the editor, `dropped` are generated ones that were taken away. `merged` is the pair that
    people see instead of a hidden one, for it asks the same. `answer` is the stretch of the text, word for word, that
    answers instead of the generated one, empty for that.
    """

    pair: str
    original: str
    question: str
    passage: str
    fingerprint: str
    topic: str = ""
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    merged: str = ""
    answer: str = ""

    @property
    def id(self) -> str:
        """The id of the pair."""
        return self.pair

    @property
    def changes(self) -> bool:
        """Whether the pair is otherwise than it was generated."""
        fields = (self.topic, self.added, self.dropped, self.merged, self.answer)
        return self.question != self.original or any(fields)

    @property
    def taught(self) -> tuple[str, ...]:
        """The wordings that an editor gave for the passage."""
        reworded = (self.question,) if self.question not in ("", self.original) else ()
        return (*reworded, *self.added) if self.question else ()


@dataclass(frozen=True, slots=True)
class Teaching:
    """All that has been taught."""

    lessons: tuple[Lesson, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    edits: tuple[Edit, ...] = ()

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson of an id."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

    def with_lesson(self, taught: Lesson) -> Teaching:
        """With some questions taught; a question has one answer, so elsewhere they are taken away."""
        lesson = next((other for other in self.lessons if other.passage == taught.passage), None)
        questions = dict.fromkeys([*(lesson.questions if lesson else ()), *taught.questions])
        merged = replace(taught, questions=tuple(questions))
        others = (_without(other, merged.questions) for other in self.lessons if other != lesson)
        return replace(self, lessons=(*(other for other in others if other.questions), merged))

    def without_questions(self, questions: Iterable[str]) -> Teaching:
        """With some questions no longer taught."""
        left = (_without(lesson, questions := tuple(questions)) for lesson in self.lessons)
        return replace(self, lessons=tuple(lesson for lesson in left if lesson.questions))

    def with_synonym(self, taught: Synonym) -> Teaching:
        """With a synonym in place of one of the same two words."""
        others = (synonym for synonym in self.synonyms if synonym.id != taught.id)
        return replace(self, synonyms=(*others, taught))

    def without_synonym(self, synonym_id: str) -> Teaching:
        """With a synonym no longer taught."""
        return replace(self, synonyms=tuple(synonym for synonym in self.synonyms if synonym.id != synonym_id))

    def edit(self, pair: str) -> Edit | None:
        """The edit of a generated pair."""
        return next((edit for edit in self.edits if edit.pair == pair), None)

    def with_edit(self, edit: Edit) -> Teaching:
        """With a generated pair edited, in place of an earlier edit."""
        others = (other for other in self.edits if other.pair != edit.pair)
        changed = (edit,) if edit.changes else ()
        return replace(self, edits=(*others, *changed))


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of the teaching: what is taught, and the questions and synonyms (by id) that are taught no longer."""

    lessons: tuple[Lesson, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    edits: tuple[Edit, ...] = ()
    forgotten: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.lessons, self.synonyms, self.edits, self.forgotten, self.dropped))

    def applied(self, teaching: Teaching) -> Teaching:
        """The teaching after the change."""
        teaching = teaching.without_questions(self.forgotten)
        for synonym_id in self.dropped:
            teaching = teaching.without_synonym(synonym_id)
        for lesson in self.lessons:
            teaching = teaching.with_lesson(lesson)
        for synonym in self.synonyms:
            teaching = teaching.with_synonym(synonym)
        for edit in self.edits:
            teaching = teaching.with_edit(edit)
        return teaching


def fingerprint_of(text: str) -> str:
    """What tells a text from every other."""
    return make_id("text", text)


def _without(lesson: Lesson, questions: Iterable[str]) -> Lesson:
    unwanted = set(questions)
    return replace(
        lesson, questions=tuple(question for question in lesson.questions if question not in unwanted)
    )
