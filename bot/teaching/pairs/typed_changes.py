"""What an editor types of a stored pair: its question anew, one more wording, the words of the text that answer it."""

from __future__ import annotations

from dataclasses import replace

from bot.callback_data.teaching import AddWording, ChangeAnswer, RewordPair
from bot.chat.response import Response, told, turned
from bot.editing.workspace import EditorWorkspace
from bot.rendering.markup import line, shortened, to_html, visible
from bot.teaching.changes import propose, question_lines
from bot.teaching.pairs.answers import printed_answer, with_answer
from bot.teaching.pairs.editable_pairs import EditablePair, edit_of, pair_to_edit
from bot.teaching.passage_picker import end_row
from knowledge.teaching.lessons import Revision

LONGEST, LONGEST_ANSWER = 80, 300  # characters that are shown


def begin_rewording(workspace: EditorWorkspace, button: RewordPair) -> Response:
    """Begins to reword a pair: the editor types the new question next."""
    return _begin(workspace, button, "reword", workspace.words.teaching.reword_how)


def begin_wording(workspace: EditorWorkspace, button: AddWording) -> Response:
    """Begins to add a wording to a pair: the editor types it next."""
    return _begin(workspace, button, "wording", workspace.words.teaching.add_wording_how)


def begin_answer(workspace: EditorWorkspace, button: ChangeAnswer) -> Response:
    """Begins to change what answers a pair: the editor types the words of the text next."""
    return _begin(workspace, button, "answer", workspace.words.teaching.answer_how)


def reword(workspace: EditorWorkspace, data: str, typed: str) -> Response:
    """Asks whether a pair shall have the wording that was typed."""
    entry = pair_to_edit(workspace, *data.split(":"))
    if entry is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.reword_ask.format(before=entry.question, after=typed)
    if entry.lesson:
        lesson = replace(entry.lesson, questions=(typed, *entry.lesson.questions[1:]))
        return propose(workspace, "reword", Revision((lesson,), forgotten=entry.lesson.questions), question)
    edit = edit_of(workspace, entry)
    if edit is None:
        return told(workspace.words.teaching.pair_gone)
    return propose(workspace, "reword", Revision(edits=(replace(edit, question=typed),)), question)


def add_wording(workspace: EditorWorkspace, data: str, typed: str) -> Response:
    """Asks whether a pair shall have the wording that was typed, too."""
    entry = pair_to_edit(workspace, *data.split(":"))
    lesson = workspace.knowledge.lesson((typed,), entry.pair.passage) if entry else None
    if entry is None or lesson is None:
        return told(workspace.words.teaching.pair_gone)
    question = workspace.words.teaching.teach_ask.format(
        questions=question_lines((typed,)), excerpt=_short(lesson.excerpt)
    )
    edit = None if entry.lesson else edit_of(workspace, entry)
    if edit is None:
        return propose(workspace, "teach", Revision(lessons=(lesson,)), question)
    added = tuple(dict.fromkeys((*edit.added, typed)))
    return propose(workspace, "wording", Revision(edits=(replace(edit, added=added),)), question)


def change_answer(workspace: EditorWorkspace, data: str, typed: str) -> Response:
    """Asks whether a pair shall be answered by the words that were typed, which must stand in its section."""
    says, entry = workspace.words.teaching, pair_to_edit(workspace, *data.split(":"))
    edit = edit_of(workspace, entry) if entry else None
    if entry is None or entry.lesson or edit is None:
        return told(says.pair_gone)
    changed = with_answer(workspace.knowledge, edit, entry.pair, typed)
    if changed is None:
        return told(says.answer_wrong)
    before = printed_answer(workspace.knowledge, entry.shown or entry.pair)
    after = changed.answer or printed_answer(workspace.knowledge, entry.pair)
    question = says.answer_ask.format(
        question=entry.question, before=_shortened(before), after=_shortened(after)
    )
    return propose(workspace, "answer", Revision(edits=(changed,)), question)


def _begin(
    workspace: EditorWorkspace, button: RewordPair | AddWording | ChangeAnswer, step: str, text: str
) -> Response:
    entry = pair_to_edit(workspace, button.pair, button.topic)
    if entry is None:
        return told(workspace.words.teaching.pair_gone)
    payload = {"step": step, "data": f"{button.pair}:{button.topic}"}
    dialogue = workspace.state.dialogues.begin(workspace.editor.id, payload)
    told_text = text.format(question=entry.question, answer=_answer_of(workspace, entry))
    lines = [line(printed) for printed in told_text.split("\n")]
    return turned(to_html(lines), (end_row(workspace.words.teaching, dialogue.key),))


def _answer_of(workspace: EditorWorkspace, entry: EditablePair) -> str:
    return _shortened(printed_answer(workspace.knowledge, entry.shown or entry.pair))


def _shortened(answer: str) -> str:
    return shortened(visible(" ".join(answer.split())), LONGEST_ANSWER)


def _short(text: str) -> str:
    return shortened(visible(text), LONGEST)
