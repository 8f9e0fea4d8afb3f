"""The stored questions that fail the checks, with why: none of those generated, but what was typed may; and those whose
answer, as an editor gave it, the text does not hold any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.callback_data.teaching import EditPair, ListFailing, ListPairTopics
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.chat.response import Response, turned
from bot.chat.topic_keys import topic_key
from bot.editing.workspace import EditorWorkspace
from bot.messages.teaching import TeachingWords
from bot.rendering.markup import line, shortened, to_html, visible
from bot.rendering.message import Button
from bot.rendering.paging import page_of
from knowledge.knowledge_base import KnowledgeBase
from knowledge.questions.checks import failures
from knowledge.store.records import PlacedPair, QuestionAnswer
from knowledge.teaching.lessons import Teaching
from knowledge.text.normalisation import squeeze

A_PAGE, LONGEST = 8, 80
ANSWER_GONE = "answer gone"  # beside the names of the checks


@dataclass(frozen=True, slots=True)
class FailingWording:
    """A wording of a stored pair and the names of the checks that it fails."""

    pair: QuestionAnswer
    wording: str
    checks: tuple[str, ...]


def failing_wordings(knowledge: KnowledgeBase) -> Iterator[FailingWording]:
    """The wordings that people may see and that fail a check, those taught first; then those without their answer."""
    topics = [topic.name for topic in knowledge.topics() if topic.questions]
    taught = {lesson.id for lesson in knowledge.teaching.lessons}
    lessons = [pair for topic in topics for pair in knowledge.questions(topic) if pair.id in taught]
    placed_pairs = knowledge.pairs()
    for pair in (*lessons, *(placed.pair for placed in placed_pairs)):
        for wording in pair.wordings:
            if failed := failures(wording if wording.endswith(("？", "?")) else f"{wording}？"):
                yield FailingWording(pair, wording, tuple(failed))
    yield from _without_answer(placed_pairs, knowledge.teaching)


def _without_answer(placed_pairs: Iterable[PlacedPair], teaching: Teaching) -> Iterator[FailingWording]:
    """The pairs whose answer, as an editor gave it, stands in the text no more."""
    answers = {edit.pair: squeeze(edit.answer).text for edit in teaching.edits if edit.answer}
    for placed in placed_pairs:
        if placed.pair.id in answers and squeeze(placed.answer).text != answers[placed.pair.id]:
            yield FailingWording(placed.pair, placed.pair.question, (ANSWER_GONE,))


def failing_page(workspace: EditorWorkspace, button: ListFailing) -> Response:
    """A page of the questions that fail the checks."""
    says = workspace.words.teaching
    back = (Button(says.back_topics, ListPairTopics().pack()),)
    page = page_of(list(failing_wordings(workspace.knowledge)), button.page, A_PAGE)
    if not page.items:
        return turned(to_html((line(says.failing_none),)), (back,))
    heading = says.failing.format(place=page_note(page, workspace.words))
    lines = [
        line(f"{number}. {shortened(visible(failing.wording), LONGEST)}——{_reasons(failing, says)}")
        for number, failing in enumerate(page.items, page.first + 1)
    ]
    opening = [EditPair(failing.pair.id, topic_key(failing.pair.topic), 0) for failing in page.items]
    rows = (*number_rows(page, opening), *turn_rows(page, workspace.words, ListFailing), back)
    return turned(to_html((line(heading, bold=True), *lines)), rows)


def _reasons(failing: FailingWording, says: TeachingWords) -> str:
    words = {**says.checks, ANSWER_GONE: says.failing_answer}
    return "、".join(words.get(check, check) for check in failing.checks)
