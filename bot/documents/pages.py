"""The pages of a document for its editors: what can be done to it, and what a load did to the questions."""

from __future__ import annotations

from bot.callback_data import documents as buttons
from bot.callback_data.browsing import OpenDocument, SendFile
from bot.chat.response import Response, told
from bot.documents.changes import Proposal, load_again
from bot.documents.load_report import full_report
from bot.documents.preview import day_text
from bot.documents.proposals import proposed
from bot.editing.desk import EditorDesk
from bot.pages.documents import document_of
from bot.rendering.markup import line, visible
from bot.rendering.message import Button, Rows
from bot.rendering.message import MessageDraft as Text
from knowledge.corpus.changes import content_of, digest
from knowledge.corpus.drafts import FIELDS, DocumentDraft
from knowledge.corpus.file_names import file_of

EXAMPLES = "examples"  # of what a load did to the questions


def manage(desk: EditorDesk, button: buttons.ManageDocument | buttons.ReadDocumentAgain) -> Response:
    """A document with what can be done to it."""
    document, says = document_of(desk.knowledge, button.document), desk.words.filing
    if document is None:
        return told(desk.words.document_gone)
    facts = {"date": day_text(document.date), "place": document.place or "—"}
    text = says.document.format(title=visible(document.title), file=visible(document.path), **facts)
    fields = tuple(
        Button(says.change[field], buttons.CorrectDocument(field, document.id).pack()) for field in FIELDS
    )
    files = (
        Button(says.replace, buttons.ReplaceDocument(document.id).pack()),
        Button(says.read_again, buttons.ReadDocumentAgain(document.id).pack()),
        Button(desk.words.original_file, SendFile(document.id).pack()),
    )
    ends = (
        Button(says.remove, buttons.RemoveDocument(document.id).pack()),
        Button(says.back, OpenDocument(document.id).pack()),
    )
    return _in_place(text, (fields, files, ends))


def ask_described(desk: EditorDesk, button: buttons.CorrectDocument) -> Response:
    """Asks for a correction of a document that is there."""
    document = document_of(desk.knowledge, button.document)
    if document is None:
        return told(desk.words.document_gone)
    asked = {"step": "describe", "field": button.field, "part": document.part or "", "file": document.path}
    desk.state.dialogues.begin(desk.editor.id, asked)
    return told(desk.words.filing.ask[button.field])


def begin_replacing(desk: EditorDesk, button: buttons.ReplaceDocument) -> Response:
    """Asks for the file that takes the place of a document's."""
    document = document_of(desk.knowledge, button.document)
    if document is None:
        return told(desk.words.document_gone)
    file = file_of(desk.corpus, document.path)
    desk.state.dialogues.begin(desk.editor.id, {"step": "replace", "file": file})
    return told(desk.words.filing.replace_how.format(file=visible(file)))


def remove(desk: EditorDesk, button: buttons.RemoveDocument) -> Response:
    """Asks whether to remove the file of a document, with what that does to the questions."""
    document = document_of(desk.knowledge, button.document)
    if document is None:
        return told(desk.words.document_gone)
    file = file_of(desk.corpus, document.path)
    return proposed(desk, Proposal(DocumentDraft("remove", file, digest(content_of(desk.corpus, file)))))


def read_again(desk: EditorDesk, button: buttons.ReadDocumentAgain) -> Response:
    """Reads what has changed in the folder, and shows the document as it is known then."""
    report = load_again(desk)
    shown = manage(desk, button)
    return Response((*told(full_report(report, desk.words)).messages, *shown.messages))


def examples(desk: EditorDesk, button: buttons.ShowExamples) -> Response:
    """What a load did to the questions, with examples."""
    pending = desk.state.pending.find(button.key)
    return told(
        "\n".join(pending.payload["lines"]) if pending and pending.kind == EXAMPLES else desk.words.button_old
    )


def _in_place(text: str, rows: Rows = ()) -> Response:
    blocks = tuple(line(row) for row in text.split("\n"))
    return Response(Text(blocks, rows).messages(), in_place=True)
