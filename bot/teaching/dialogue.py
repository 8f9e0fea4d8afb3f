"""What an editor types in the middle of a dialogue of the teaching."""

from __future__ import annotations

from types import MappingProxyType

from bot.chat.response import Response
from bot.editing.workspace import EditorWorkspace
from bot.state.editing.dialogues import Dialogue
from bot.teaching import passage_picker as picking
from bot.teaching import synonyms
from bot.teaching.pairs import typed_changes

_CHANGES = MappingProxyType(
    {
        "reword": typed_changes.reword,
        "wording": typed_changes.add_wording,
        "answer": typed_changes.change_answer,
    }
)


def continue_teaching(workspace: EditorWorkspace, dialogue: Dialogue, typed: str) -> Response:
    """What comes of the words that an editor typed in the middle of a dialogue."""
    step, data = dialogue.payload["step"], dialogue.payload.get("data", "")
    if step == "pick":
        return picking.search_again(workspace, dialogue, typed)
    if step == "synonym":
        response = synonyms.add_synonym(workspace, typed, tuple(dialogue.payload["questions"]))
    else:
        response = _CHANGES[step](workspace, data, typed)
    if response.in_place:  # else the words could not be used, and others may be typed
        workspace.state.dialogues.end(workspace.editor.id)
    return response
