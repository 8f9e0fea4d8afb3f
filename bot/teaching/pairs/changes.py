"""A stored pair moved to another topic, merged into another pair, or split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.callback_data.teaching import (
    EditPair,
    ListMerges,
    ListMoves,
    ListVariants,
    MergePair,
    MovePair,
    SplitPair,
)
from bot.chat.keyboards import number_rows, page_note, turn_rows, two_a_row
from bot.chat.response import Response, told, turned
from bot.chat.topic_keys import topic_key, topic_of
from bot.editing.workspace import EditorWorkspace
from bot.rendering.markup import line, shortened, to_html, visible
from bot.rendering.message import Button, Row
from bot.rendering.paging import page_of
from bot.teaching.changes import propose
from bot.teaching.pairs.editable_pairs import (
    EditablePair,
    edit_of,
    pair_to_edit,
    pairs_to_edit,
    without_wording,
)
from knowledge.lexicon.topics import PARTS_OF_SPEECH, taxonomy
from knowledge.teaching.lessons import Revision

TOPICS_A_PAGE, MOST_ALIKE = 12, 8
LONGEST = 80


def moves_page(workspace: EditorWorkspace, button: ListMoves) -> Response:
    """The topics that a pair may be moved to, those of its passage first."""
    entry, says = pair_to_edit(workspace, button.pair, button.topic), workspace.words.teaching
    answer = workspace.knowledge.passage(entry.pair.passage) if entry else None
    if entry is None or answer is None:
        return told(says.pair_gone)
    every = dict.fromkeys((answer.topic, *_topics()))
    others = [name for name in every if topic_key(name) != button.topic]
    page = page_of(others, button.page, TOPICS_A_PAGE)
    keys = [
        Button(visible(name), MovePair(button.pair, button.topic, topic_key(name)).pack())
        for name in page.items
    ]
    turns = turn_rows(page, workspace.words, lambda number: ListMoves(button.pair, button.topic, number))
    text = says.move_how.format(question=entry.question, place=page_note(page, workspace.words))
    return turned(_lines(text), (*two_a_row(keys), *turns, _back(workspace, button)))


def move(workspace: EditorWorkspace, button: MovePair) -> Response:
    """Asks whether a pair shall be moved to another topic."""
    entry, topic = (
        pair_to_edit(workspace, button.pair, button.topic),
        topic_of(button.target, _topics()),
    )
    edit = edit_of(workspace, entry) if entry else None
    if entry is None or edit is None or topic is None:
        return told(workspace.words.teaching.pair_gone)
    moved = replace(edit, topic="" if topic == entry.pair.topic else topic)
    question = workspace.words.teaching.move_ask.format(question=entry.question, topic=topic)
    return propose(workspace, "move", Revision(edits=(moved,)), question)


def merges_page(workspace: EditorWorkspace, button: ListMerges) -> Response:
    """The pairs of its topic that are most like a pair, which may be merged into one of them."""
    entry, says = pair_to_edit(workspace, button.pair, button.topic), workspace.words.teaching
    if entry is None:
        return told(says.pair_gone)
    alike = _alike(workspace, entry, button.topic)
    if not alike:
        return told(says.merge_none)
    numbered = [f"{number}. {_short(other.question)}" for number, other in enumerate(alike, 1)]
    text = "\n".join([says.merge_how.format(question=entry.question), *numbered])
    page = page_of(alike, 0, MOST_ALIKE)
    numbers = number_rows(page, [MergePair(button.pair, button.topic, other.pair.id) for other in alike])
    return turned(_lines(text), (*numbers, _back(workspace, button)))


def merge(workspace: EditorWorkspace, button: MergePair) -> Response:
    """Asks whether a pair shall be merged into another: its question becomes a wording of that."""
    entry = pair_to_edit(workspace, button.pair, button.topic)
    into = pair_to_edit(workspace, button.target, button.topic)
    edit, target = (edit_of(workspace, pair) if pair else None for pair in (entry, into))
    if entry is None or into is None or edit is None or target is None:
        return told(workspace.words.teaching.pair_gone)
    wordings = (entry.question, *edit.added)
    merged = replace(edit, question="", merged=into.pair.id, added=wordings)
    target = replace(target, added=tuple(dict.fromkeys((*target.added, *wordings))))
    question = workspace.words.teaching.merge_ask.format(question=entry.question, other=into.question)
    return propose(workspace, "merge", Revision(edits=(merged, target)), question)


def variants_page(workspace: EditorWorkspace, button: ListVariants) -> Response:
    """The other wordings of a pair, one of which may become a question of its own."""
    entry, says = pair_to_edit(workspace, button.pair, button.topic), workspace.words.teaching
    if entry is None or not entry.variants:
        return told(says.pair_gone)
    numbered = [f"{number}. {_short(wording)}" for number, wording in enumerate(entry.variants, 1)]
    text = "\n".join([says.split_how.format(question=entry.question), *numbered])
    places = range(len(entry.variants))
    page = page_of(list(entry.variants), 0, len(entry.variants))
    numbers = number_rows(page, [SplitPair(button.pair, button.topic, place) for place in places])
    return turned(_lines(text), (*numbers, _back(workspace, button)))


def split(workspace: EditorWorkspace, button: SplitPair) -> Response:
    """Asks whether a wording of a pair shall be a question of its own, answered by the same passage until another is
    picked; one that came by a merger becomes the pair that it was."""
    entry = pair_to_edit(workspace, button.pair, button.topic)
    if entry is None or button.place >= len(entry.variants):
        return told(workspace.words.teaching.pair_gone)
    wording = entry.variants[button.place]
    edit, own = edit_of(workspace, entry), _own(workspace, entry, wording)
    if edit is None or own is None:
        return told(workspace.words.teaching.pair_gone)
    revision = replace(own, edits=(*own.edits, without_wording(edit, wording)))
    question = workspace.words.teaching.split_ask.format(question=wording, other=entry.question)
    return propose(workspace, "split", revision, question)


def _own(workspace: EditorWorkspace, entry: EditablePair, wording: str) -> Revision | None:
    """A wording as a question of its own: the pair that was merged, else a lesson; None when the passage is not there."""
    edits = (edit for edit in workspace.knowledge.teaching.edits if edit.merged == entry.pair.id)
    merged = next((edit for edit in edits if wording in edit.added), None)
    if merged:
        added = tuple(other for other in merged.added if other != wording)
        return Revision(edits=(replace(merged, question=wording, merged="", added=added),))
    lesson = workspace.knowledge.lesson((wording,), entry.pair.passage)
    return Revision(lessons=(lesson,)) if lesson else None


def _alike(workspace: EditorWorkspace, entry: EditablePair, key: str) -> Sequence[EditablePair]:
    """The visible generated pairs of the same topic, those most like a pair first."""
    topic = topic_of(key, (count.name for count in workspace.knowledge.topics())) or ""
    others = [
        other
        for other in pairs_to_edit(workspace, topic)
        if not (other.hidden or other.lesson) and other.pair.id != entry.pair.id
    ]
    matcher = SequenceMatcher(b=entry.question, autojunk=False)

    def likeness(other: EditablePair) -> float:
        matcher.set_seq1(other.question)
        return matcher.ratio()

    return sorted(others, key=likeness, reverse=True)[:MOST_ALIKE]


def _topics() -> list[str]:
    """The names of all topics that somebody looks for."""
    return [topic.name for topic in taxonomy() if topic.name not in PARTS_OF_SPEECH]


def _back(workspace: EditorWorkspace, button: ListMoves | ListMerges | ListVariants) -> Row:
    return (Button(workspace.words.teaching.back_pair, EditPair(button.pair, button.topic, 0).pack()),)


def _lines(text: str) -> str:
    return to_html(line(printed) for printed in text.split("\n"))


def _short(text: str) -> str:
    return shortened(visible(text), LONGEST)
