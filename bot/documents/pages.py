"""The pages of an editor of documents: a file that was sent, one that is there, a change to be confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from bot.callback_data import documents as buttons
from bot.callback_data.browsing import OpenDocument, SendFile
from bot.chat.keyboards import in_rows
from bot.chat.response import Response, told
from bot.documents.changes import FilingDesk, Proposal, carry_out, change_for, effect, load_again, payload_of
from bot.documents.load_report import full_report
from bot.documents.preview import Preview, day_text, preview, preview_text
from bot.editing.confirmation import ask_to_confirm
from bot.editing.effect import effect_lines
from bot.errors import explain
from bot.pages.documents import document_of
from bot.rendering.markup import line, visible
from bot.rendering.message import Button, Row, Rows
from bot.rendering.message import Draft as Text
from bot.state.editing.confirmations import Pending
from bot.state.editing.dialogues import Dialogue
from knowledge.corpus.changes import content_of, digest, last
from knowledge.corpus.drafts import (
    FIELDS,
    LIFETIME,
    Correction,
    Draft,
    draft_of,
    keep_upload,
    read_value,
    stored,
)
from knowledge.corpus.file_names import safe_name
from knowledge.documents import Document
from knowledge.errors import KnowledgeError

KIND = "document"  # of a change that waits to be confirmed
EXAMPLES = "examples"  # of what a load did to the questions
DRAFT = "draft"  # of a file that waits to be added
MOST_TITLES = 8  # of the speeches of a file that have a button of their own


def sent(desk: FilingDesk, name: str, content: bytes) -> Response:
    """What comes of a file that the editor sends: a preview, of a replacement if they have asked for one."""
    change_for(desk, Proposal(Draft("describe", "")))  # raises where nothing can be added
    names = file_names(desk)
    if other := same_file(desk, content):
        return told(desk.says.same.format(file=visible(safe_name(name)), other=other))
    dialogue = desk.state.dialogues.of(desk.editor.id)
    upload = keep_upload(desk.corpus, content)
    if dialogue and dialogue.payload.get("step") == "replace":
        desk.state.dialogues.end(desk.editor.id)
        return previewed(desk, _replacing(desk, dialogue.payload["file"], name, upload))
    return previewed(desk, Draft("add", safe_name(name, names), upload=upload), safe_name(name))


def previewed(desk: FilingDesk, draft: Draft, wanted: str = "") -> Response:
    """How the file of a draft is read, with buttons; `wanted` is the name that it would have had."""
    found = preview(desk, draft)
    if not found.speeches:
        return told(desk.says.unreadable.format(file=visible(draft.file), reason=found.reason or "—"))
    key = desk.state.pending.add(Pending(desk.editor.id, DRAFT, stored(draft)), LIFETIME)
    rows = _preview_rows(desk, draft, found, key, wanted if wanted in file_names(desk) else "")
    blocks = tuple(line(row) for row in preview_text(desk, draft, found).split("\n"))
    return Response(Text(blocks, rows).messages())


def ask_field(desk: FilingDesk, button: buttons.CorrectDraft) -> Response:
    """Asks for a correction of a draft."""
    if _draft(desk, button.key) is None:
        return told(desk.says.ended)
    asked = {"step": "draft", "field": button.field, "part": button.part, "key": button.key}
    desk.state.dialogues.begin(desk.editor.id, asked)
    return told(desk.says.ask[button.field])


def ask_described(desk: FilingDesk, button: buttons.CorrectDocument) -> Response:
    """Asks for a correction of a document that is there."""
    document = document_of(desk.knowledge, button.document)
    if document is None:
        return told(desk.words.document_gone)
    asked = {"step": "describe", "field": button.field, "part": document.part or "", "file": document.path}
    desk.state.dialogues.begin(desk.editor.id, asked)
    return told(desk.says.ask[button.field])


def continued(desk: FilingDesk, dialogue: Dialogue, typed: str) -> Response:
    """What comes of a correction that the editor typed."""
    asked = dialogue.payload
    value = read_value(asked["field"], typed)
    if value is None:
        return told(desk.says.wrong[asked["field"]])
    desk.state.dialogues.end(desk.editor.id)
    if asked["step"] == "describe":
        correction = Correction(asked["part"], asked["field"], value)
        return proposed(desk, Proposal(Draft("describe", asked["file"], corrections=(correction,))))
    draft = _draft(desk, asked["key"], take=True)
    if draft is None:
        return told(desk.says.ended)
    return previewed(
        desk, draft.corrected(Correction(_part(desk, draft, asked["part"]), asked["field"], value))
    )


def go_on(desk: FilingDesk, button: buttons.ProposeDraft) -> Response:
    """Asks whether to add what was previewed, with what that does to the questions."""
    draft = _draft(desk, button.key, take=True)
    return proposed(desk, Proposal(draft)) if draft else told(desk.says.ended)


def go_replacing(desk: FilingDesk, button: buttons.ReplaceByDraft) -> Response:
    """Previews a file as a replacement of the one of the same name."""
    draft = _draft(desk, button.key, take=True)
    if draft is None:
        return told(desk.says.ended)
    old = _unnumbered(draft.file, file_names(desk))
    before = digest(content_of(desk.corpus, old))
    return previewed(desk, Draft("replace", old, before, old, draft.upload, draft.corrections))


def drop(desk: FilingDesk, button: buttons.DropDraft) -> Response:
    """Drops what was previewed."""
    return _in_place(desk.says.dropped if _draft(desk, button.key, take=True) else desk.says.ended)


def manage(desk: FilingDesk, button: buttons.ManageDocument | buttons.ReadDocumentAgain) -> Response:
    """A document with what can be done to it."""
    document, says = document_of(desk.knowledge, button.document), desk.says
    if document is None:
        return told(desk.words.document_gone)
    facts = {"date": day_text(document.date), "place": document.place or "—"}
    text = says.document.format(title=visible(document.title), file=visible(document.path), **facts)
    fields = tuple(
        Button(says.change[one], buttons.CorrectDocument(one, document.id).pack()) for one in FIELDS
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


def begin_replacing(desk: FilingDesk, button: buttons.ReplaceDocument) -> Response:
    """Asks for the file that takes the place of a document's."""
    document = document_of(desk.knowledge, button.document)
    if document is None:
        return told(desk.words.document_gone)
    file = _file_of(desk, document)
    desk.state.dialogues.begin(desk.editor.id, {"step": "replace", "file": file})
    return told(desk.says.replace_how.format(file=visible(file)))


def remove(desk: FilingDesk, button: buttons.RemoveDocument) -> Response:
    """Asks whether to remove the file of a document, with what that does to the questions."""
    document = document_of(desk.knowledge, button.document)
    if document is None:
        return told(desk.words.document_gone)
    file = _file_of(desk, document)
    return proposed(desk, Proposal(Draft("remove", file, digest(content_of(desk.corpus, file)))))


def read_again(desk: FilingDesk, button: buttons.ReadDocumentAgain) -> Response:
    """Reads what has changed in the folder, and shows the document as it is known then."""
    report = load_again(desk)
    shown = manage(desk, button)
    return Response((*told(full_report(report, desk.words)).messages, *shown.messages))


def examples(desk: FilingDesk, button: buttons.ShowExamples) -> Response:
    """What a load did to the questions, with examples."""
    found = desk.state.pending.find(button.key)
    return told(
        "\n".join(found.payload["lines"]) if found and found.kind == EXAMPLES else desk.words.button_old
    )


def undo(desk: FilingDesk) -> Response:
    """Asks whether to take back the last change, with what that does to the questions."""
    version = last(desk.corpus)
    return proposed(desk, Proposal(undo=version.number)) if version else told(desk.says.undo_none)


def proposed(desk: FilingDesk, proposal: Proposal) -> Response:
    """Asks whether to make a change, with what it does to the stored questions."""
    change = change_for(desk, proposal)
    if not change.writes:
        return told(desk.words.teaching.nothing)
    lines = effect_lines(effect(desk, change), desk.words.teaching)
    text = "\n".join([*_question(desk, proposal), "", *lines])
    pending = Pending(desk.editor.id, KIND, payload_of(proposal))
    return Response((ask_to_confirm(desk.state, pending, text, desk.says.go[change.action], desk.words),))


def made(desk: FilingDesk, proposal: Proposal) -> str:
    """Makes a change that was confirmed; says what was done."""
    question = "\n".join(_question(desk, proposal))
    carry_out(desk, proposal)
    try:
        report = load_again(desk)
    except (KnowledgeError, OSError) as error:
        return f"{question}\n\n{desk.says.not_loaded.format(reason=explain(error))}"
    return f"{question}\n\n{desk.says.done}\n{full_report(report, desk.words)}"


def _question(desk: FilingDesk, proposal: Proposal) -> Iterator[str]:
    says, draft = desk.says, proposal.draft
    if draft is None:
        version = last(desk.corpus)
        assert version
        what = f"{says.go[version.action]} {visible(version.subject)}"
        time = version.at.replace("T", " ")[:16] + " UTC"
        yield says.asked["undo"].format(what=what, who=visible(version.who), time=time)
        return
    yield says.asked[draft.action].format(file=visible(draft.replaced or draft.file))
    for one in draft.corrections:
        yield f"{says.fields[one.field]}：{visible(one.value) or says.as_printed}"


def _preview_rows(desk: FilingDesk, draft: Draft, found: Preview, key: str, same_name: str) -> Rows:
    says = desk.says
    several = len(found.speeches) > 1
    titles = [(f" {number}", str(number)) for number in range(1, len(found.speeches) + 1)][:MOST_TITLES]
    keys = tuple(
        Button(says.change["title"] + mark, buttons.CorrectDraft("title", part, key).pack())
        for mark, part in (titles if several else [("", "")])
    )
    rest = tuple(Button(says.change[one], buttons.CorrectDraft(one, "", key).pack()) for one in FIELDS[1:])
    corrections: Rows = (*in_rows(keys, 4), rest)
    replacing = Button(says.add_replacing.format(file=same_name), buttons.ReplaceByDraft(key).pack())
    again: Row = (replacing,) if same_name else ()
    end = (
        Button(says.go[draft.action], buttons.ProposeDraft(key).pack()),
        Button(says.drop, buttons.DropDraft(key).pack()),
    )
    one_row = ((*keys, *rest),)
    return tuple(row for row in (*(corrections if several else one_row), again, end) if row)


def _draft(desk: FilingDesk, key: str, take: bool = False) -> Draft | None:
    """The draft of the editor under a key, None when it has ended or is somebody else's."""
    found = desk.state.pending.find(key)
    if found is None or found.kind != DRAFT or found.person != desk.editor.id:
        return None
    if take and desk.state.pending.take(key) is None:
        return None
    return draft_of(found.payload)


def _part(desk: FilingDesk, draft: Draft, number: str) -> str:
    """The name of the part of a file that has a number in its preview, empty for the whole file."""
    if not number:
        return ""
    return preview(desk, draft).speeches[int(number) - 1].document.part or ""


def _replacing(desk: FilingDesk, old: str, name: str, upload: str) -> Draft:
    """A draft that replaces a file: under its name, unless the new one is of another kind."""
    suffix = PurePosixPath(safe_name(name)).suffix
    before = digest(content_of(desk.corpus, old))
    if PurePosixPath(old).suffix.lower() == suffix.lower():
        return Draft("replace", old, before, old, upload)
    folder = PurePosixPath(old).parent
    renamed = folder / safe_name(PurePosixPath(old).stem + suffix, file_names(desk))
    return Draft("replace", renamed.as_posix(), before, old, upload)


def _unnumbered(file: str, names: list[str]) -> str:
    """The name to which a number was added so that it is no other's."""
    path = PurePosixPath(file)
    stem = path.stem.rpartition("-")[0]
    return next((one for one in names if one.casefold() == f"{stem}{path.suffix}".casefold()), file)


def _file_of(desk: FilingDesk, document: Document) -> str:
    """The file of the corpus that holds a document: the archive of one that lies in an archive."""
    path = PurePosixPath(document.path)
    above = (one.as_posix() for one in path.parents if (desk.corpus / one).is_file())
    return next(above, document.path)


def same_file(desk: FilingDesk, content: bytes) -> str:
    """The path of the file that holds this very content, empty when there is none."""
    wanted = digest(content)
    return next((one for one in file_names(desk) if digest(content_of(desk.corpus, one)) == wanted), "")


def file_names(desk: FilingDesk) -> list[str]:
    """The paths of the files that are there."""
    found = (path for path in desk.corpus.rglob("*") if path.is_file())
    paths = (path.relative_to(desk.corpus) for path in found)
    return sorted(one.as_posix() for one in paths if not any(part.startswith(".") for part in one.parts))


def _in_place(text: str, rows: Rows = ()) -> Response:
    blocks = tuple(line(row) for row in text.split("\n"))
    return Response(Text(blocks, rows).messages(), in_place=True)
