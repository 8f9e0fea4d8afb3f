"""What an editor of documents types in the middle of a dialogue: a title, a date or a place."""

from __future__ import annotations

from bot.chat.response import Response, told
from bot.documents.changes import Proposal
from bot.documents.proposals import proposed
from bot.documents.upload import corrected
from bot.editing.workspace import EditorWorkspace
from bot.state.editing.dialogues import Dialogue
from knowledge.corpus.drafts import DocumentDraft, MetadataEdit, read_value


def continue_document(workspace: EditorWorkspace, dialogue: Dialogue, typed: str) -> Response:
    """What comes of a correction that the editor typed."""
    asked = dialogue.payload
    value = read_value(asked["field"], typed)
    if value is None:
        return told(workspace.words.documents.wrong[asked["field"]])
    workspace.state.dialogues.end(workspace.editor.id)
    if asked["step"] == "draft":
        return corrected(workspace, asked, value)
    correction = MetadataEdit(asked["part"], asked["field"], value)
    return proposed(workspace, Proposal(DocumentDraft("describe", asked["file"], corrections=(correction,))))
