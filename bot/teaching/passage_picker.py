"""Picking the passage that answers some questions: candidates as buttons, a look at one, and the choice.

What is picked for is a dialogue in the state: what the editor types meanwhile are words to search for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.callback_data.teaching import (
    ChooseCandidate,
    EndDialogue,
    ListCandidates,
    MendLesson,
    PickPassage,
    PickQuestion,
    ViewCandidate,
)
from bot.chat.keyboards import number_rows
from bot.chat.response import Response, told, turned
from bot.editing.workspace import EditorWorkspace
from bot.messages.teaching import TeachingWords
from bot.rendering.answers import brief, passage_messages
from bot.rendering.citations import source
from bot.rendering.markup import Block, line, shortened, to_html, visible
from bot.rendering.message import Button, Row
from bot.rendering.paging import page_of
from bot.state.editing.dialogues import Dialogue
from bot.teaching.changes import propose, question_lines
from bot.teaching.unanswered import LONGEST, group_of
from knowledge.answers import Answer
from knowledge.teaching.lessons import Revision

PASSAGES, QUESTIONS = "passages", "questions"  # among what is picked
A_LIST = 6


def pick_for_group(workspace: EditorWorkspace, button: PickPassage) -> Response:
    """Begins to pick a passage for a group of questions."""
    return _begin_with_group(workspace, button.group, PASSAGES)


def pick_question_for_group(workspace: EditorWorkspace, button: PickQuestion) -> Response:
    """Begins to pick a known question that a group of questions is the same as."""
    return _begin_with_group(workspace, button.group, QUESTIONS)


def mend(workspace: EditorWorkspace, button: MendLesson) -> Response:
    """Begins to pick another passage for a lesson, looking for what its passage said."""
    lesson = workspace.knowledge.teaching.lesson(button.lesson)
    if lesson is None:
        return told(workspace.words.teaching.pair_gone)
    return begin(workspace, lesson.questions, PASSAGES, lesson.excerpt)


def begin(workspace: EditorWorkspace, questions: Sequence[str], among: str, words: str) -> Response:
    """Begins to pick for some questions, with the candidates for some words."""
    payload = {"step": "pick", "questions": list(questions), "among": among, "words": words}
    return _candidates(workspace, workspace.state.dialogues.begin(workspace.editor.id, payload))


def search_again(workspace: EditorWorkspace, dialogue: Dialogue, words: str) -> Response:
    """The candidates for the words that the editor typed."""
    payload = {**dialogue.payload, "words": words[:LONGEST]}
    return _candidates(workspace, workspace.state.dialogues.begin(workspace.editor.id, payload))


def candidates(workspace: EditorWorkspace, button: ListCandidates) -> Response:
    """The candidates again."""
    dialogue = workspace.state.dialogues.of(workspace.editor.id, button.dialogue)
    return _candidates(workspace, dialogue) if dialogue else told(workspace.words.teaching.ended)


def view(workspace: EditorWorkspace, button: ViewCandidate) -> Response:
    """A candidate with its whole text and its neighbours, and the button that takes it."""
    key, passage_id = button.dialogue, button.passage
    if workspace.state.dialogues.of(workspace.editor.id, key) is None:
        return told(workspace.words.teaching.ended)
    answer = workspace.knowledge.passage(passage_id)
    if answer is None:
        return told(workspace.words.text_changed)
    take = (Button(workspace.words.teaching.take, ChooseCandidate(key, passage_id).pack()),)
    back = (Button(workspace.words.teaching.back_candidates, ListCandidates(key).pack()),)
    rows = tuple(row for row in (take, _neighbours(workspace, key, passage_id), back) if row)
    return Response(passage_messages(answer, workspace.words, buttons=rows), in_place=True)


def choose(workspace: EditorWorkspace, button: ChooseCandidate) -> Response:
    """Ends the picking: asks whether the passage shall answer the questions."""
    dialogue = workspace.state.dialogues.of(workspace.editor.id, button.dialogue)
    if dialogue is None:
        return told(workspace.words.teaching.ended)
    questions = dialogue.payload["questions"]
    lesson = workspace.knowledge.lesson(questions, button.passage)
    if lesson is None:
        return told(workspace.words.text_changed)
    workspace.state.dialogues.end(workspace.editor.id)
    excerpt = shortened(visible(lesson.excerpt), 2 * LONGEST)
    question = workspace.words.teaching.teach_ask.format(questions=question_lines(questions), excerpt=excerpt)
    return propose(workspace, "teach", Revision(lessons=(lesson,)), question, questions)


def end(workspace: EditorWorkspace, button: EndDialogue) -> Response:
    """Ends what the editor was in the middle of; nothing is changed."""
    if workspace.state.dialogues.of(workspace.editor.id, button.dialogue):
        workspace.state.dialogues.end(workspace.editor.id)
    return turned(to_html((line(workspace.words.confirm_dropped),)), ())


def end_row(says: TeachingWords, key: str) -> Row:
    """The button that ends a dialogue."""
    return (Button(says.end, EndDialogue(key).pack()),)


def _begin_with_group(workspace: EditorWorkspace, key: str, among: str) -> Response:
    group = group_of(workspace, key)
    return (
        begin(workspace, group.texts, among, group.texts[0])
        if group
        else told(workspace.words.teaching.group_gone)
    )


def _candidates(workspace: EditorWorkspace, dialogue: Dialogue) -> Response:
    words, says = dialogue.payload["words"], workspace.words.teaching
    question = shortened(visible(dialogue.payload["questions"][0]), LONGEST)
    if dialogue.payload["among"] == QUESTIONS:
        heading, entries = says.questions_known, list(_known(workspace, words))
    else:
        heading, entries = says.candidates, list(_passages(workspace, words))
    page = page_of(entries, 0, A_LIST)
    blocks = [
        line(heading.format(question=question) if entries else says.candidates_none.format(words=words))
    ]
    blocks += [block for number, (_, lines) in enumerate(entries, 1) for block in _numbered(number, lines)]
    rows = number_rows(page, [ViewCandidate(dialogue.key, passage) for passage, _ in entries])
    return turned(to_html((*blocks, line(says.candidates_hint))), (*rows, end_row(says, dialogue.key)))


def _passages(workspace: EditorWorkspace, words: str) -> Iterator[tuple[str, list[str]]]:
    """Passages for some words, each with the lines that tell it."""
    for answer in workspace.knowledge.search(words, limit=A_LIST):
        yield answer.passage_id, [brief(answer), _source(answer, workspace)]


def _known(workspace: EditorWorkspace, words: str) -> Iterator[tuple[str, list[str]]]:
    """Known questions like some words, each with its passage and the line that tells it."""
    for pair in workspace.knowledge.known_questions(words, A_LIST):
        yield pair.passage, [shortened(visible(pair.question), 2 * LONGEST)]


def _numbered(number: int, lines: Sequence[str]) -> Iterator[Block]:
    yield line(f"{number}. {lines[0]}")
    yield from map(line, lines[1:])


def _source(answer: Answer, workspace: EditorWorkspace) -> str:
    return workspace.words.citation.format(
        source=shortened(source(answer.document, answer.section[-1:], workspace.words), 80)
    )


def _neighbours(workspace: EditorWorkspace, key: str, passage_id: str) -> Row:
    ways = ((workspace.words.previous_passage, -1), (workspace.words.next_passage, 1))
    neighbours = ((label, workspace.knowledge.neighbour(passage_id, step)) for label, step in ways)
    return tuple(
        Button(label, ViewCandidate(key, answer.passage_id).pack()) for label, answer in neighbours if answer
    )
