"""/pairs: the questions of a topic for editors, with the hidden ones, and what can be done with each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.callback_data.teaching import (
    AddWording,
    ChangeAnswer,
    EditPair,
    ExportTeaching,
    HidePair,
    ListFailing,
    ListMerges,
    ListMoves,
    ListPairs,
    ListPairTopics,
    ListVariants,
    MendLesson,
    RemoveLesson,
    RestorePair,
    RewordPair,
)
from bot.chat.keyboards import number_rows, page_note, turn_rows, two_a_row
from bot.chat.response import Response, told, turned
from bot.chat.topic_keys import topic_key, topic_of, topics_typed
from bot.editing.workspace import EditorWorkspace
from bot.rendering.answers import passage_messages
from bot.rendering.markup import line, shortened, to_html, visible
from bot.rendering.message import Button
from bot.rendering.paging import page_of, page_with
from bot.teaching.changes import propose
from bot.teaching.pairs.editable_pairs import (
    EditablePair,
    edit_of,
    pair_to_edit,
    pairs_to_edit,
    unchanged,
)
from knowledge.lexicon.topics import TopicCount
from knowledge.teaching.lessons import Revision

TOPICS_A_PAGE, A_PAGE = 12, 8
LONGEST, MOST_SHOWN = 80, 10


def pairs_about(workspace: EditorWorkspace, typed: str) -> Response:
    """What /pairs brings with words after it: the pairs of the one topic that they mean, else the topics."""
    topics = _topics(workspace)
    named = set(topics_typed(typed, [topic.name for topic in topics]))
    meant = [topic for topic in topics if topic.name in named]
    if len(meant) == 1:
        return pairs_page(workspace, ListPairs(topic_key(meant[0].name)))
    if meant:
        heading = workspace.words.topics_named.format(typed=visible(typed), count=len(meant))
        return turned(to_html((line(heading),)), two_a_row(list(map(_key, meant[:TOPICS_A_PAGE]))))
    return _topics_page(workspace, ListPairTopics(), typed)


def pair_topics(workspace: EditorWorkspace, button: ListPairTopics) -> Response:
    """A page of the topics, and the export of all that was taught."""
    return _topics_page(workspace, button)


def _key(topic: TopicCount) -> Button:
    return Button(f"{visible(topic.name)}（{topic.questions}）", ListPairs(topic_key(topic.name)).pack())


def _topics_page(workspace: EditorWorkspace, button: ListPairTopics, unknown: str = "") -> Response:
    """A page of the topics; before it what is told of words that mean none of them."""
    page = page_of(_topics(workspace), button.page, TOPICS_A_PAGE)
    keys = list(map(_key, page.items))
    missing = (line(workspace.words.no_topic_named.format(typed=visible(unknown))),) if unknown else ()
    heading = line(workspace.words.teaching.pairs_topics.format(place=page_note(page, workspace.words)))
    last = (
        Button(workspace.words.teaching.failing_button, ListFailing().pack()),
        Button(workspace.words.teaching.export, ExportTeaching().pack()),
    )
    return turned(
        to_html((*missing, heading)),
        (*two_a_row(keys), *turn_rows(page, workspace.words, ListPairTopics), last),
    )


def pairs_page(workspace: EditorWorkspace, button: ListPairs) -> Response:
    """A page of the pairs of a topic."""
    key = button.topic
    names = [topic.name for topic in _topics(workspace)]
    topic = topic_of(key, names)
    if topic is None:
        return told(workspace.words.topic_gone)
    page = page_of(pairs_to_edit(workspace, topic), button.page, A_PAGE)
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
    entry = pair_to_edit(workspace, button.pair, button.topic)
    says, shown = workspace.words.teaching, (entry.shown or entry.pair) if entry else None
    answer = workspace.knowledge.passage(shown.passage) if shown else None
    if entry is None or shown is None or answer is None:
        return told(says.pair_gone)
    back = (Button(says.back_pairs, ListPairs(button.topic, button.page).pack()),)
    rows = (*_ways(workspace, entry, button.topic), back)
    questions = "\n".join((entry.question, *entry.variants)[:MOST_SHOWN])
    heading = says.pair.format(questions=questions)
    if entry.answer_is_gone:
        heading = f"{heading}\n{says.answer_gone}"
    marked = replace(answer, highlights=((shown.start - answer.span[0], shown.end - answer.span[0]),))
    return Response(
        passage_messages(marked, workspace.words, entry.pair.kind, rows, heading=heading), in_place=True
    )


def hide(workspace: EditorWorkspace, button: HidePair) -> Response:
    """Asks whether a generated pair shall be hidden."""
    entry = pair_to_edit(workspace, button.pair, button.topic)
    if entry is None or (edit := edit_of(workspace, entry)) is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.hide_ask.format(question=entry.question)
    return propose(workspace, "hide", Revision(edits=(replace(edit, question=""),)), question)


def restore(workspace: EditorWorkspace, button: RestorePair) -> Response:
    """Asks whether a generated pair shall be as it was."""
    entry = pair_to_edit(workspace, button.pair, button.topic)
    if entry is None or (edit := unchanged(workspace, entry)) is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.restore_ask.format(question=entry.pair.question)
    into = workspace.knowledge.teaching.edit(entry.edit.merged) if entry.edit else None
    moved = entry.edit.added if entry.edit else ()
    others = (
        (replace(into, added=tuple(wording for wording in into.added if wording not in moved)),)
        if into
        else ()
    )
    return propose(workspace, "restore", Revision(edits=(edit, *others)), question)


def _topics(workspace: EditorWorkspace) -> list[TopicCount]:
    """The topics that key a question, be it hidden."""
    knowledge = workspace.knowledge
    return [topic for topic in knowledge.topics() if topic.questions or knowledge.generated(topic.name)]


def _ways(workspace: EditorWorkspace, entry: EditablePair, key: str) -> Iterator[tuple[Button, ...]]:
    says, place = workspace.words.teaching, (entry.pair.id, key)
    if entry.hidden:
        yield (Button(says.restore, RestorePair(*place).pack()),)
        return
    yield (
        Button(says.reword, RewordPair(*place).pack()),
        Button(says.add_wording, AddWording(*place).pack()),
    )
    if entry.lesson:
        yield (
            Button(says.pick, MendLesson(entry.lesson.id).pack()),
            Button(says.remove.format(number="").strip(), RemoveLesson(entry.lesson.id).pack()),
        )
        return
    split = (Button(says.split, ListVariants(*place).pack()),) if entry.variants else ()
    yield (Button(says.move, ListMoves(*place).pack()), Button(says.merge, ListMerges(*place).pack()), *split)
    restore = (Button(says.restore, RestorePair(*place).pack()),) if entry.edit else ()
    yield (
        Button(says.answer, ChangeAnswer(*place).pack()),
        Button(says.hide, HidePair(*place).pack()),
        *restore,
    )


def _mark(entry: EditablePair, workspace: EditorWorkspace) -> str:
    if entry.lesson:
        return workspace.words.teaching.pair_taught
    if entry.hidden:
        return workspace.words.teaching.pair_hidden
    return workspace.words.teaching.pair_reworded if entry.edit else ""


def _short(text: str) -> str:
    return shortened(visible(text), LONGEST)
