"""/synonym: what people say for what documents write, as editors added it."""

from __future__ import annotations

import re

from bot.callback_data.teaching import BeginSynonym, ListSynonyms, RemoveSynonym
from bot.chat.keyboards import page_note, turn_rows
from bot.chat.response import Response, told, turned
from bot.editing.workspace import EditorWorkspace
from bot.messages.teaching import TeachingWords
from bot.rendering.markup import line, to_html
from bot.rendering.message import Button
from bot.rendering.paging import page_of
from bot.teaching.changes import propose
from bot.teaching.csv_table import wrong_synonym
from bot.teaching.passage_picker import end_row
from bot.teaching.unanswered import group_of
from knowledge.teaching.lessons import Revision, Synonym

A_PAGE = 8

_SIGN = re.compile(r"([=＝]{1,2}|→)")


def synonyms_page(workspace: EditorWorkspace, button: ListSynonyms) -> Response:
    """A page of the synonyms, each with a button that removes it, and how to add one."""
    synonyms, says = workspace.knowledge.teaching.synonyms, workspace.words.teaching
    page = page_of(synonyms, button.page, A_PAGE)
    place = page_note(page, workspace.words)
    heading = says.synonyms.format(count=len(synonyms), place=place) if synonyms else says.synonyms_none
    numbered = list(enumerate(page.items, page.first + 1))
    lines = [line(synonym_line(number, synonym, says)) for number, synonym in numbered]
    keys = [
        Button(says.synonym_remove.format(number=number), RemoveSynonym(synonym.id).pack())
        for number, synonym in numbered
    ]
    rows = tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))
    blocks = (line(heading), *lines, line(says.synonym_how))
    return turned(to_html(blocks), (*rows, *turn_rows(page, workspace.words, ListSynonyms)))


def add_synonym(workspace: EditorWorkspace, typed: str, solved: tuple[str, ...] = ()) -> Response:
    """Asks whether a synonym shall be added, typed as 大白=防护人员 or, for both ways, 卫健局==卫健委."""
    parts, says = parts_of(typed), workspace.words.teaching
    if parts is None:
        return told(says.synonym_how)
    said, sign, meant = parts
    if reason := wrong_synonym(said, meant):
        return told(says.synonym_wrong.format(reason=says.bad_rows[reason]))
    synonym = Synonym(said, meant, both=len(sign) == 2)
    question = says.synonym_ask.format(said=said, meant=meant)
    return propose(workspace, "synonym", Revision(synonyms=(synonym,)), question, solved)


def parts_of(typed: str) -> tuple[str, str, str] | None:
    """What is said, the sign and what is meant of a synonym as it was typed; None where that is none."""
    parts = _SIGN.split(typed)
    if len(parts) != 3 or not (parts[0] and parts[2]):
        return None
    said, sign, meant = (" ".join(part.split()) for part in parts)
    return said, sign, meant


def begin_synonym(workspace: EditorWorkspace, button: BeginSynonym) -> Response:
    """Begins to add a synonym for a group of questions: the editor types it next."""
    group = group_of(workspace, button.group)
    if group is None:
        return told(workspace.words.teaching.group_gone)
    payload = {"step": "synonym", "questions": list(group.texts)}
    dialogue = workspace.state.dialogues.begin(workspace.editor.id, payload)
    blocks = (line(group.texts[0], bold=True), line(workspace.words.teaching.synonym_how))
    return turned(to_html(blocks), (end_row(workspace.words.teaching, dialogue.key),))


def drop_synonym(workspace: EditorWorkspace, button: RemoveSynonym) -> Response:
    """Asks whether a synonym shall go."""
    synonym = next(
        (taught for taught in workspace.knowledge.teaching.synonyms if taught.id == button.synonym), None
    )
    if synonym is None:
        return told(workspace.words.teaching.nothing)
    question = workspace.words.teaching.synonym_remove_ask.format(said=synonym.said, meant=synonym.meant)
    return propose(workspace, "unsynonym", Revision(dropped=(button.synonym,)), question)


def synonym_line(number: int, synonym: Synonym, says: TeachingWords) -> str:
    """A synonym in a numbered list."""
    text = says.synonym_both if synonym.both else says.synonym_line
    return text.format(number=number, said=synonym.said, meant=synonym.meant)
