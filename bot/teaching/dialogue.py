"""What an editor types in the middle of a dialogue of the teaching."""

from __future__ import annotations

from bot.chat.response import Response
from bot.editing.desk import EditorDesk
from bot.state.editing.dialogues import Dialogue
from bot.teaching import pairs, synonyms
from bot.teaching import passage_picker as picking


def continue_teaching(desk: EditorDesk, dialogue: Dialogue, typed: str) -> Response:
    """What comes of the words that an editor typed in the middle of a dialogue."""
    step, data = dialogue.payload["step"], dialogue.payload.get("data", "")
    if step == "pick":
        return picking.search_again(desk, dialogue, typed)
    if step == "synonym":
        response = synonyms.add_synonym(desk, typed, tuple(dialogue.payload["questions"]))
    else:
        response = (pairs.reword if step == "reword" else pairs.add_wording)(desk, data, typed)
    if response.in_place:  # else the words could not be used, and others may be typed
        desk.state.dialogues.end(desk.editor.id)
    return response
