"""/pairs: the questions of a topic for editors, with the hidden ones, and what can be done with each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.callback_data.teaching import (
    AddWording,
    EditPair,
    ExportTeaching,
    HidePair,
    ListPairs,
    ListPairTopics,
    MendLesson,
    RemoveLesson,
    RestorePair,
    RewordPair,
)
from bot.chat.keyboards import number_rows, page_note, turn_rows, two_a_row
from bot.chat.response import Response, told, turned
from bot.chat.topic_keys import topic_key, topic_of
from bot.editing.workspace import EditorWorkspace
from bot.rendering.answers import passage_messages
from bot.rendering.markup import line, shortened, to_html, visible
from bot.rendering.message import Button
from bot.rendering.paging import page_of, page_with
from bot.teaching.changes import propose, question_lines
from bot.teaching.passage_picker import end_row
from knowledge.store.records import QuestionAnswer
from knowledge.teaching.lessons import Edit, Lesson, Revision

TOPICS_A_PAGE, A_PAGE = 12, 8
LONGEST = 80


@dataclass(frozen=True, slots=True)
class EditablePair:
    """A pair as an editor sees it: the generated one with its edit, or the first question of a lesson."""

    pair: QuestionAnswer
    edit: Edit | None = None
    lesson: Lesson | None = None

    @property
    def question(self) -> str:
        """The question as people see it; of a hidden one, as it was generated."""
        return (self.edit.question if self.edit else "") or self.pair.question

    @property
    def hidden(self) -> bool:
        """Whether people do not see it."""
        return self.edit is not None and not self.edit.question


def pair_topics(workspace: EditorWorkspace, button: ListPairTopics) -> Response:
    """A page of the topics, and the export of all that was taught."""
    topics = [topic for topic in workspace.knowledge.topics() if topic.questions]
    page = page_of(topics, button.page, TOPICS_A_PAGE)
    keys = [
        Button(
            f"{visible(topic_count.name)}（{topic_count.questions}）",
            ListPairs(topic_key(topic_count.name)).pack(),
        )
        for topic_count in page.items
    ]
    heading = line(workspace.words.teaching.pairs_topics.format(place=page_note(page, workspace.words)))
    export = (Button(workspace.words.teaching.export, ExportTeaching().pack()),)
    return turned(
        to_html((heading,)), (*two_a_row(keys), *turn_rows(page, workspace.words, ListPairTopics), export)
    )


def pairs_page(workspace: EditorWorkspace, button: ListPairs) -> Response:
    """A page of the pairs of a topic."""
    key = button.topic
    names = [topic.name for topic in workspace.knowledge.topics() if topic.questions]
    topic = topic_of(key, names)
    if topic is None:
        return told(workspace.words.topic_gone)
    page = page_of(_entries(workspace, topic), button.page, A_PAGE)
    heading = workspace.words.teaching.pairs.format(topic=topic, place=page_note(page, workspace.words))
    lines = [
        line(f"{n}. {_mark(editable_pair, workspace)}{_short(editable_pair.question)}")
        for n, editable_pair in enumerate(page.items, page.first + 1)
    ]
    numbers = number_rows(
        page, [EditPair(editable_pair.pair.id, key, page.number) for editable_pair in page.items]
    )
    home = page_with(names.index(topic), TOPICS_A_PAGE)
    back = (Button(workspace.words.teaching.back_topics, ListPairTopics(home).pack()),)
    rows = (*numbers, *turn_rows(page, workspace.words, lambda number: ListPairs(key, number)), back)
    return turned(to_html((line(heading, bold=True), *lines)), rows)


def edit_page(workspace: EditorWorkspace, button: EditPair) -> Response:
    """A pair with its passage and what can be done with it."""
    entry = _entry(workspace, button.pair, button.topic)
    answer = workspace.knowledge.passage(entry.pair.passage) if entry else None
    if entry is None or answer is None:
        return told(workspace.words.teaching.pair_gone)
    questions = entry.lesson.questions if entry.lesson else (entry.question,)
    back = (Button(workspace.words.teaching.back_pairs, ListPairs(button.topic, button.page).pack()),)
    rows = (*_ways(workspace, entry, button.topic), back)
    heading = workspace.words.teaching.pair.format(questions="\n".join(questions[:10]))
    return Response(
        passage_messages(answer, workspace.words, entry.pair.kind, rows, heading=heading), in_place=True
    )


def hide(workspace: EditorWorkspace, button: HidePair) -> Response:
    """Asks whether a generated pair shall be hidden."""
    entry = _entry(workspace, button.pair, button.topic)
    if entry is None or (edit := _edited(workspace, entry, "")) is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.hide_ask.format(question=entry.pair.question)
    return propose(workspace, "hide", Revision(edits=(edit,)), question)


def restore(workspace: EditorWorkspace, button: RestorePair) -> Response:
    """Asks whether a generated pair shall be as it was."""
    entry = _entry(workspace, button.pair, button.topic)
    if entry is None or (edit := _edited(workspace, entry, entry.pair.question)) is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.restore_ask.format(question=entry.pair.question)
    return propose(workspace, "restore", Revision(edits=(edit,)), question)


def begin_rewording(workspace: EditorWorkspace, button: RewordPair) -> Response:
    """Begins to reword a pair: the editor types the new question next."""
    return _begin(workspace, button, "reword", workspace.words.teaching.reword_how)


def begin_wording(workspace: EditorWorkspace, button: AddWording) -> Response:
    """Begins to add a wording to a pair: the editor types it next."""
    return _begin(workspace, button, "wording", workspace.words.teaching.add_wording_how)


def reword(workspace: EditorWorkspace, data: str, typed: str) -> Response:
    """Asks whether a pair shall have the wording that was typed."""
    entry = _entry(workspace, *data.split(":"))
    if entry is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.reword_ask.format(before=entry.question, after=typed)
    if entry.lesson:
        lesson = replace(entry.lesson, questions=(typed, *entry.lesson.questions[1:]))
        return propose(workspace, "reword", Revision((lesson,), forgotten=entry.lesson.questions), question)
    edit = _edited(workspace, entry, typed)
    return (
        propose(workspace, "reword", Revision(edits=(edit,)), question)
        if edit
        else told(workspace.words.teaching.pair_gone)
    )


def add_wording(workspace: EditorWorkspace, data: str, typed: str) -> Response:
    """Asks whether a pair's passage shall answer the question that was typed, too."""
    entry = _entry(workspace, *data.split(":"))
    lesson = workspace.knowledge.lesson((typed,), entry.pair.passage) if entry else None
    if lesson is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.teach_ask.format(
        questions=question_lines((typed,)), excerpt=_short(lesson.excerpt)
    )
    return propose(workspace, "teach", Revision(lessons=(lesson,)), question)


def _begin(workspace: EditorWorkspace, button: RewordPair | AddWording, step: str, text: str) -> Response:
    entry = _entry(workspace, button.pair, button.topic)
    if entry is None:
        return told(workspace.words.teaching.pair_gone)
    payload = {"step": step, "data": f"{button.pair}:{button.topic}"}
    dialogue = workspace.state.dialogues.begin(workspace.editor.id, payload)
    lines = [line(printed) for printed in text.format(question=entry.question).split("\n")]
    return turned(to_html(lines), (end_row(workspace.words.teaching, dialogue.key),))


def _entries(workspace: EditorWorkspace, topic: str) -> list[EditablePair]:
    """The pairs of a topic: the taught ones first, then the generated ones, each question once."""
    edits = {edit.pair: edit for edit in workspace.knowledge.teaching.edits}
    lessons = {lesson.id: lesson for lesson in workspace.knowledge.teaching.lessons}
    shown = workspace.knowledge.questions(topic)
    taught = [EditablePair(pair, lesson=lessons[pair.id]) for pair in shown if pair.id in lessons]
    generated = [EditablePair(pair, edits.get(pair.id)) for pair in workspace.knowledge.generated(topic)]
    return [*taught, *generated]


def _entry(workspace: EditorWorkspace, pair_id: str, key: str) -> EditablePair | None:
    topic = topic_of(key, (topic_count.name for topic_count in workspace.knowledge.topics()))
    return next(
        (
            editable_pair
            for editable_pair in _entries(workspace, topic or "")
            if editable_pair.pair.id == pair_id
        ),
        None,
    )


def _edited(workspace: EditorWorkspace, entry: EditablePair, question: str) -> Edit | None:
    """The edit that gives a generated pair another question, None when its passage is not there."""
    pair = entry.pair
    lesson = workspace.knowledge.lesson((pair.question,), pair.passage)
    return Edit(pair.id, pair.question, question, pair.passage, lesson.fingerprint) if lesson else None


def _ways(workspace: EditorWorkspace, entry: EditablePair, key: str) -> Iterator[tuple[Button, ...]]:
    says, place = workspace.words.teaching, (entry.pair.id, key)
    yield (
        Button(says.reword, RewordPair(*place).pack()),
        Button(says.add_wording, AddWording(*place).pack()),
    )
    if entry.lesson:
        yield (
            Button(says.pick, MendLesson(entry.lesson.id).pack()),
            Button(says.remove.format(number="").strip(), RemoveLesson(entry.lesson.id).pack()),
        )
    elif entry.edit:
        yield (Button(says.restore, RestorePair(*place).pack()),)
    else:
        yield (Button(says.hide, HidePair(*place).pack()),)


def _mark(entry: EditablePair, workspace: EditorWorkspace) -> str:
    if entry.lesson:
        return workspace.words.teaching.pair_taught
    if entry.hidden:
        return workspace.words.teaching.pair_hidden
    return workspace.words.teaching.pair_reworded if entry.edit else ""


def _short(text: str) -> str:
    return shortened(visible(text), LONGEST)
