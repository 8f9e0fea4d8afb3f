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
from bot.editing.desk import EditorDesk
from bot.rendering.answers import passage_messages
from bot.rendering.markup import line, shortened, to_html, visible
from bot.rendering.message import Button
from bot.rendering.paging import page_of, page_with
from bot.teaching.changes import listed, propose
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


def pair_topics(desk: EditorDesk, button: ListPairTopics) -> Response:
    """A page of the topics, and the export of all that was taught."""
    topics = [topic for topic in desk.knowledge.topics() if topic.questions]
    page = page_of(topics, button.page, TOPICS_A_PAGE)
    keys = [
        Button(
            f"{visible(topic_count.name)}（{topic_count.questions}）",
            ListPairs(topic_key(topic_count.name)).pack(),
        )
        for topic_count in page.items
    ]
    heading = line(desk.words.teaching.pairs_topics.format(place=page_note(page, desk.words)))
    export = (Button(desk.words.teaching.export, ExportTeaching().pack()),)
    return turned(
        to_html((heading,)), (*two_a_row(keys), *turn_rows(page, desk.words, ListPairTopics), export)
    )


def pairs_page(desk: EditorDesk, button: ListPairs) -> Response:
    """A page of the pairs of a topic."""
    key = button.topic
    names = [topic.name for topic in desk.knowledge.topics() if topic.questions]
    topic = topic_of(key, names)
    if topic is None:
        return told(desk.words.topic_gone)
    page = page_of(_entries(desk, topic), button.page, A_PAGE)
    heading = desk.words.teaching.pairs.format(topic=topic, place=page_note(page, desk.words))
    lines = [
        line(f"{n}. {_mark(editable_pair, desk)}{_short(editable_pair.question)}")
        for n, editable_pair in enumerate(page.items, page.first + 1)
    ]
    numbers = number_rows(
        page, [EditPair(editable_pair.pair.id, key, page.number) for editable_pair in page.items]
    )
    home = page_with(names.index(topic), TOPICS_A_PAGE)
    back = (Button(desk.words.teaching.back_topics, ListPairTopics(home).pack()),)
    rows = (*numbers, *turn_rows(page, desk.words, lambda number: ListPairs(key, number)), back)
    return turned(to_html((line(heading, bold=True), *lines)), rows)


def edit_page(desk: EditorDesk, button: EditPair) -> Response:
    """A pair with its passage and what can be done with it."""
    entry = _entry(desk, button.pair, button.topic)
    answer = desk.knowledge.passage(entry.pair.passage) if entry else None
    if entry is None or answer is None:
        return told(desk.words.teaching.pair_gone)
    questions = entry.lesson.questions if entry.lesson else (entry.question,)
    back = (Button(desk.words.teaching.back_pairs, ListPairs(button.topic, button.page).pack()),)
    rows = (*_ways(desk, entry, button.topic), back)
    heading = desk.words.teaching.pair.format(questions="\n".join(questions[:10]))
    return Response(
        passage_messages(answer, desk.words, entry.pair.kind, rows, heading=heading), in_place=True
    )


def hide(desk: EditorDesk, button: HidePair) -> Response:
    """Asks whether a generated pair shall be hidden."""
    entry = _entry(desk, button.pair, button.topic)
    if entry is None or (edit := _edited(desk, entry, "")) is None:
        return told(desk.words.teaching.pair_gone)
    question = desk.words.teaching.hide_ask.format(question=entry.pair.question)
    return propose(desk, "hide", Revision(edits=(edit,)), question)


def restore(desk: EditorDesk, button: RestorePair) -> Response:
    """Asks whether a generated pair shall be as it was."""
    entry = _entry(desk, button.pair, button.topic)
    if entry is None or (edit := _edited(desk, entry, entry.pair.question)) is None:
        return told(desk.words.teaching.pair_gone)
    question = desk.words.teaching.restore_ask.format(question=entry.pair.question)
    return propose(desk, "restore", Revision(edits=(edit,)), question)


def begin_rewording(desk: EditorDesk, button: RewordPair) -> Response:
    """Begins to reword a pair: the editor types the new question next."""
    return _begin(desk, button, "reword", desk.words.teaching.reword_how)


def begin_wording(desk: EditorDesk, button: AddWording) -> Response:
    """Begins to add a wording to a pair: the editor types it next."""
    return _begin(desk, button, "wording", desk.words.teaching.add_wording_how)


def reword(desk: EditorDesk, data: str, typed: str) -> Response:
    """Asks whether a pair shall have the wording that was typed."""
    entry = _entry(desk, *data.split(":"))
    if entry is None:
        return told(desk.words.teaching.pair_gone)
    question = desk.words.teaching.reword_ask.format(before=entry.question, after=typed)
    if entry.lesson:
        lesson = replace(entry.lesson, questions=(typed, *entry.lesson.questions[1:]))
        return propose(desk, "reword", Revision((lesson,), forgotten=entry.lesson.questions), question)
    edit = _edited(desk, entry, typed)
    return (
        propose(desk, "reword", Revision(edits=(edit,)), question)
        if edit
        else told(desk.words.teaching.pair_gone)
    )


def add_wording(desk: EditorDesk, data: str, typed: str) -> Response:
    """Asks whether a pair's passage shall answer the question that was typed, too."""
    entry = _entry(desk, *data.split(":"))
    lesson = desk.knowledge.lesson((typed,), entry.pair.passage) if entry else None
    if lesson is None:
        return told(desk.words.teaching.pair_gone)
    question = desk.words.teaching.teach_ask.format(
        questions=listed((typed,)), excerpt=_short(lesson.excerpt)
    )
    return propose(desk, "teach", Revision(lessons=(lesson,)), question)


def _begin(desk: EditorDesk, button: RewordPair | AddWording, step: str, text: str) -> Response:
    entry = _entry(desk, button.pair, button.topic)
    if entry is None:
        return told(desk.words.teaching.pair_gone)
    payload = {"step": step, "data": f"{button.pair}:{button.topic}"}
    dialogue = desk.state.dialogues.begin(desk.editor.id, payload)
    lines = [line(printed) for printed in text.format(question=entry.question).split("\n")]
    return turned(to_html(lines), (end_row(desk.words.teaching, dialogue.key),))


def _entries(desk: EditorDesk, topic: str) -> list[EditablePair]:
    """The pairs of a topic: the taught ones first, then the generated ones, each question once."""
    edits = {edit.pair: edit for edit in desk.knowledge.teaching.edits}
    lessons = {lesson.id: lesson for lesson in desk.knowledge.teaching.lessons}
    shown = desk.knowledge.questions(topic)
    taught = [EditablePair(pair, lesson=lessons[pair.id]) for pair in shown if pair.id in lessons]
    generated = [EditablePair(pair, edits.get(pair.id)) for pair in desk.knowledge.generated(topic)]
    return [*taught, *generated]


def _entry(desk: EditorDesk, pair_id: str, key: str) -> EditablePair | None:
    topic = topic_of(key, (topic_count.name for topic_count in desk.knowledge.topics()))
    return next(
        (editable_pair for editable_pair in _entries(desk, topic or "") if editable_pair.pair.id == pair_id),
        None,
    )


def _edited(desk: EditorDesk, entry: EditablePair, question: str) -> Edit | None:
    """The edit that gives a generated pair another question, None when its passage is not there."""
    pair = entry.pair
    lesson = desk.knowledge.lesson((pair.question,), pair.passage)
    return Edit(pair.id, pair.question, question, pair.passage, lesson.fingerprint) if lesson else None


def _ways(desk: EditorDesk, entry: EditablePair, key: str) -> Iterator[tuple[Button, ...]]:
    says, place = desk.words.teaching, (entry.pair.id, key)
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


def _mark(entry: EditablePair, desk: EditorDesk) -> str:
    if entry.lesson:
        return desk.words.teaching.pair_taught
    if entry.hidden:
        return desk.words.teaching.pair_hidden
    return desk.words.teaching.pair_reworded if entry.edit else ""


def _short(text: str) -> str:
    return shortened(visible(text), LONGEST)
