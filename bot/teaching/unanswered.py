"""/unanswered: the questions without a good answer, in groups, and the taught ones whose passages have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.callback_data.teaching import (
    BeginSynonym,
    DismissGroup,
    ListDoubtful,
    ListUnanswered,
    MendLesson,
    OpenGroup,
    PickPassage,
    PickQuestion,
    RemoveLesson,
)
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.chat.response import Response, told, turned
from bot.editing.workspace import EditorWorkspace
from bot.messages.teaching import TeachingWords
from bot.rendering.markup import Block, line, shortened, to_html, visible
from bot.rendering.message import Button, Rows
from bot.rendering.paging import ListPage, page_of
from bot.state.usage.question_log import UnsolvedQuestion
from bot.teaching.changes import propose, question_lines
from knowledge.ids import make_id
from knowledge.teaching.lessons import Lesson, Revision

A_PAGE = 6
MOST_GROUPED = 400  # questions, the most asked
LONGEST = 60  # characters of a question in a list


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that one answer would serve, the most asked first."""

    questions: tuple[UnsolvedQuestion, ...]

    @property
    def key(self) -> str:
        """The id, which holds as long as the most asked question does."""
        return make_id("group", self.questions[0].text)

    @property
    def texts(self) -> tuple[str, ...]:
        """The questions as they were typed."""
        return tuple(unsolved_question.text for unsolved_question in self.questions)

    @property
    def times(self) -> int:
        """How many times they went without a good answer."""
        return sum(unsolved_question.times for unsolved_question in self.questions)


def unanswered_groups(workspace: EditorWorkspace) -> list[QuestionGroup]:
    """The groups, most asked first."""
    unsolved = workspace.state.questions.unsolved()[:MOST_GROUPED]
    places = workspace.knowledge.groups([unsolved_question.text for unsolved_question in unsolved])
    groups = [QuestionGroup(tuple(unsolved[place] for place in inside)) for inside in places]
    return sorted(groups, key=lambda group: -group.times)


def group_of(workspace: EditorWorkspace, key: str) -> QuestionGroup | None:
    """The group of a key, None when it has been dealt with."""
    return next((group for group in unanswered_groups(workspace) if group.key == key), None)


def unanswered_page(workspace: EditorWorkspace, button: ListUnanswered) -> Response:
    """A page of the groups; taught questions in doubt are told above them."""
    doubtful, groups = workspace.knowledge.doubtful(), unanswered_groups(workspace)
    page = page_of(groups, button.page, A_PAGE)
    place = page_note(page, workspace.words)
    heading = (
        workspace.words.teaching.unanswered.format(count=len(groups), place=place)
        if groups
        else workspace.words.teaching.unanswered_none
    )
    notice = workspace.words.teaching.doubtful_button.format(count=len(doubtful))
    head: Rows = ((Button(notice, ListDoubtful().pack()),),) if doubtful else ()
    numbers = number_rows(page, [OpenGroup(group.key, page.number) for group in page.items])
    rows = (*head, *numbers, *turn_rows(page, workspace.words, ListUnanswered))
    return turned(to_html((line(heading), *_group_lines(page, workspace.words.teaching))), rows)


def group_page(workspace: EditorWorkspace, button: OpenGroup) -> Response:
    """A group with its wordings, and what can be done about it."""
    key, says = button.group, workspace.words.teaching
    group = group_of(workspace, key)
    if group is None:
        return told(says.group_gone)
    heading = says.group.format(number=len(group.questions))
    lines = [
        line(f"· {shortened(visible(question.text), LONGEST)}{_counts(question, says)}")
        for question in group.questions
    ]
    rows: Rows = (
        (Button(says.pick, PickPassage(key).pack()),),
        (Button(says.variant, PickQuestion(key).pack()),),
        (Button(says.synonym, BeginSynonym(key).pack()),),
        (Button(says.dismiss, DismissGroup(key).pack()),),
    )
    back = (Button(says.back_unanswered, ListUnanswered(button.page).pack()),)
    return turned(to_html((line(heading, bold=True), *lines[:20])), (*rows, back))


def dismiss(workspace: EditorWorkspace, button: DismissGroup) -> Response:
    """Puts a group aside until it is asked again."""
    group = group_of(workspace, button.group)
    if group is None:
        return told(workspace.words.teaching.group_gone)
    change = workspace.editor.change("dismiss", "; ".join(group.texts)[:500])
    workspace.state.lessons.put_aside(group.texts, change)
    (page,) = unanswered_page(workspace, ListUnanswered()).messages
    return turned(f"{to_html((line(workspace.words.teaching.dismissed),))}\n\n{page.html}", page.buttons)


def doubtful_page(workspace: EditorWorkspace, button: ListDoubtful) -> Response:
    """The taught questions whose passages have changed or gone."""
    lessons = workspace.knowledge.doubtful()
    page, says = page_of(lessons, button.page, A_PAGE), workspace.words.teaching
    heading = says.doubtful.format(count=len(lessons)) if lessons else says.doubtful_none
    rows = [
        (
            Button(says.mend.format(number=place), MendLesson(lesson.id).pack()),
            Button(says.remove.format(number=place), RemoveLesson(lesson.id).pack()),
        )
        for place, lesson in enumerate(page.items, page.first + 1)
    ]
    back = (Button(says.back_unanswered, ListUnanswered().pack()),)
    blocks = (line(heading), *_doubtful_lines(page))
    return turned(to_html(blocks), (*rows, *turn_rows(page, workspace.words, ListDoubtful), back))


def unteach(workspace: EditorWorkspace, button: RemoveLesson) -> Response:
    """Asks whether a lesson shall go."""
    lesson = workspace.knowledge.teaching.lesson(button.lesson)
    if lesson is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.remove_ask.format(questions=question_lines(lesson.questions))
    return propose(workspace, "unteach", Revision(forgotten=lesson.questions), question)


def _group_lines(page: ListPage[QuestionGroup], says: TeachingWords) -> Iterator[Block]:
    for number, group in enumerate(page.items, page.first + 1):
        first = group.questions[0]
        counts = says.times.format(number=group.times, kinds=_kinds(group.questions, says))
        yield line(f"{number}. {shortened(visible(first.text), LONGEST)}{says.counted.format(counts=counts)}")
        if len(group.questions) > 1:
            yield line(says.alike.format(number=len(group.questions) - 1))


def _doubtful_lines(page: ListPage[Lesson]) -> Iterator[Block]:
    for number, lesson in enumerate(page.items, page.first + 1):
        yield line(f"{number}. {shortened(visible(lesson.questions[0]), LONGEST)}")
        yield line(f"  “{shortened(visible(lesson.excerpt), LONGEST)}”")


def _counts(unsolved: UnsolvedQuestion, says: TeachingWords) -> str:
    return says.counted.format(counts=_kinds((unsolved,), says))


def _kinds(questions: Sequence[UnsolvedQuestion], says: TeachingWords) -> str:
    """How many times some questions went without a good answer, and how."""
    counted = (
        (says.declined, sum(unsolved_question.declined for unsolved_question in questions)),
        (says.unsure, sum(unsolved_question.unsure for unsolved_question in questions)),
        (says.disliked, sum(unsolved_question.disliked for unsolved_question in questions)),
    )
    return "，".join(text.format(number=number) for text, number in counted if number)
