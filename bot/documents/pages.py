"""The pages of a document for its editors: what can be done to it, and what a load did to the questions."""

from __future__ import annotations

from bot.callback_data import documents as buttons
from bot.callback_data.browsing import OpenDocument, SendFile
from bot.chat.response import Response, told
from bot.documents.changes import Proposal, load_again
from bot.documents.load_report import full_report
from bot.documents.preview import day_text
from bot.documents.proposals import proposed
from bot.editing.workspace import EditorWorkspace
from bot.pages.documents import document_of
from bot.rendering.markup import line, visible
from bot.rendering.message import Button, Rows
from bot.rendering.message import MessageDraft as Text
from knowledge.corpus.changes import content_of, digest
from knowledge.corpus.drafts import FIELDS, DocumentDraft
from knowledge.corpus.file_names import file_of

EXAMPLES = "examples"  # of what a load did to the questions


def manage(
    workspace: EditorWorkspace, button: buttons.ManageDocument | buttons.ReadDocumentAgain
) -> Response:
    """A document with what can be done to it."""
    document, says = document_of(workspace.knowledge, button.document), workspace.words.documents
    if document is None:
        return told(workspace.words.document_gone)
    facts = {"date": day_text(document.date), "place": document.place or "—"}
    text = says.document.format(title=visible(document.title), file=visible(document.path), **facts)
    fields = tuple(
        Button(says.change[field], buttons.CorrectDocument(field, document.id).pack()) for field in FIELDS
    )
    files = (
        Button(says.replace, buttons.ReplaceDocument(document.id).pack()),
        Button(says.read_again, buttons.ReadDocumentAgain(document.id).pack()),
        Button(workspace.words.original_file, SendFile(document.id).pack()),
    )
    ends = (
        Button(says.remove, buttons.RemoveDocument(document.id).pack()),
        Button(says.back, OpenDocument(document.id).pack()),
    )
    return _in_place(text, (fields, files, ends))


def ask_described(workspace: EditorWorkspace, button: buttons.CorrectDocument) -> Response:
    """Asks for a correction of a document that is there."""
    document = document_of(workspace.knowledge, button.document)
    if document is None:
        return told(workspace.words.document_gone)
    asked = {"step": "describe", "field": button.field, "part": document.part or "", "file": document.path}
    workspace.state.dialogues.begin(workspace.editor.id, asked)
    return told(workspace.words.documents.ask[button.field])


def begin_replacing(workspace: EditorWorkspace, button: buttons.ReplaceDocument) -> Response:
    """Asks for the file that takes the place of a document's."""
    document = document_of(workspace.knowledge, button.document)
    if document is None:
        return told(workspace.words.document_gone)
    file = file_of(workspace.corpus, document.path)
    workspace.state.dialogues.begin(workspace.editor.id, {"step": "replace", "file": file})
    return told(workspace.words.documents.replace_how.format(file=visible(file)))


def remove(workspace: EditorWorkspace, button: buttons.RemoveDocument) -> Response:
    """Asks whether to remove the file of a document, with what that does to the questions."""
    document = document_of(workspace.knowledge, button.document)
    if document is None:
        return told(workspace.words.document_gone)
    file = file_of(workspace.corpus, document.path)
    return proposed(
        workspace, Proposal(DocumentDraft("remove", file, digest(content_of(workspace.corpus, file))))
    )


def read_again(workspace: EditorWorkspace, button: buttons.ReadDocumentAgain) -> Response:
    """Reads what has changed in the folder, and shows the document as it is known then."""
    report = load_again(workspace)
    shown = manage(workspace, button)
    return Response((*told(full_report(report, workspace.words)).messages, *shown.messages))


def examples(workspace: EditorWorkspace, button: buttons.ShowExamples) -> Response:
    """What a load did to the questions, with examples."""
    pending = workspace.state.pending.find(button.key)
    return told(
        "\n".join(pending.payload["lines"])
        if pending and pending.kind == EXAMPLES
        else workspace.words.button_old
    )


def _in_place(text: str, rows: Rows = ()) -> Response:
    blocks = tuple(line(row) for row in text.split("\n"))
    return Response(Text(blocks, rows).messages(), in_place=True)
