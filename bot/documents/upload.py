"""A file that an editor sends: a draft with its preview, corrected, then added, put in the place of another, or dropped."""

from __future__ import annotations

from pathlib import PurePosixPath

from bot.callback_data import documents as buttons
from bot.chat.keyboards import in_rows
from bot.chat.response import Response, told
from bot.documents.changes import Proposal, check_writable, prepare
from bot.documents.preview import Preview, preview, preview_text
from bot.documents.proposals import proposed
from bot.editing.workspace import EditorWorkspace
from bot.rendering.markup import line, visible
from bot.rendering.message import Button, Row, Rows
from bot.rendering.message import MessageDraft as Text
from bot.state.editing.confirmations import Payload, Pending
from knowledge.corpus.changes import content_of, digest
from knowledge.corpus.drafts import (
    FIELDS,
    LIFETIME,
    DocumentDraft,
    MetadataEdit,
    draft_of,
    keep_upload,
    stored,
)
from knowledge.corpus.file_names import file_names, safe_name, same_file, taken_names

DRAFT = "draft"  # of a file that waits to be added
PARTS = "parts"  # of such a draft: the names of the speeches in it
MOST_TITLES = 8  # of the speeches of a file that have a button of their own


def receive_file(workspace: EditorWorkspace, name: str, content: bytes) -> Response:
    """What comes of a file that the editor sends: a preview, of a replacement if they have asked for one."""
    check_writable(workspace)
    if other := same_file(workspace.corpus, content):
        return told(workspace.words.documents.same.format(file=visible(safe_name(name)), other=other))
    dialogue = workspace.state.dialogues.of(workspace.editor.id)
    upload = keep_upload(workspace.corpus, content)
    if dialogue and dialogue.payload.get("step") == "replace":
        workspace.state.dialogues.end(workspace.editor.id)
        return previewed(workspace, _replacing(workspace, dialogue.payload["file"], name, upload))
    free = safe_name(name, taken_names(workspace.corpus))
    return previewed(workspace, DocumentDraft("add", free, upload=upload), safe_name(name))


def previewed(workspace: EditorWorkspace, draft: DocumentDraft, wanted: str = "") -> Response:
    """How the file of a draft is read, with buttons; `wanted` is the name that it would have had."""
    file_preview = preview(workspace, prepare(workspace, Proposal(draft)))
    if not file_preview.speeches:
        reason = file_preview.reason or "—"
        return told(workspace.words.documents.unreadable.format(file=visible(draft.file), reason=reason))
    waiting = {**stored(draft), PARTS: _names(file_preview)}
    key = workspace.state.pending.add(Pending(workspace.editor.id, DRAFT, waiting), LIFETIME)
    same_name = wanted if wanted in file_names(workspace.corpus) else ""
    blocks = tuple(line(row) for row in preview_text(workspace, draft, file_preview).split("\n"))
    return Response(Text(blocks, _preview_rows(workspace, draft, file_preview, key, same_name)).messages())


def ask_field(workspace: EditorWorkspace, button: buttons.CorrectDraft) -> Response:
    """Asks for a correction of a draft."""
    if _waiting(workspace, button.key) is None:
        return told(workspace.words.documents.ended)
    asked = {"step": "draft", "field": button.field, "part": button.part, "key": button.key}
    workspace.state.dialogues.begin(workspace.editor.id, asked)
    return told(workspace.words.documents.ask[button.field])


def corrected(workspace: EditorWorkspace, asked: Payload, value: str) -> Response:
    """The preview of a draft with a correction; `asked` says of which draft, part and field."""
    waiting, draft = _waiting(workspace, asked["key"]), _taken(workspace, asked["key"])
    if waiting is None or draft is None:
        return told(workspace.words.documents.ended)
    part = _parts(workspace, waiting, draft)[int(asked["part"]) - 1] if asked["part"] else ""
    return previewed(workspace, draft.corrected(MetadataEdit(part, asked["field"], value)))


def propose(workspace: EditorWorkspace, button: buttons.ProposeDraft) -> Response:
    """Asks whether to add what was previewed, with what that does to the questions."""
    draft = _taken(workspace, button.key)
    return proposed(workspace, Proposal(draft)) if draft else told(workspace.words.documents.ended)


def replace_by(workspace: EditorWorkspace, button: buttons.ReplaceByDraft) -> Response:
    """Previews a file as a replacement of the one of the same name."""
    draft = _taken(workspace, button.key)
    if draft is None:
        return told(workspace.words.documents.ended)
    old = _unnumbered(draft.file, file_names(workspace.corpus))
    before = digest(content_of(workspace.corpus, old))
    return previewed(workspace, DocumentDraft("replace", old, before, old, draft.upload, draft.corrections))


def drop(workspace: EditorWorkspace, button: buttons.DropDraft) -> Response:
    """Drops what was previewed."""
    draft = _taken(workspace, button.key)
    text = workspace.words.documents.dropped if draft else workspace.words.documents.ended
    return Response(Text((line(text),)).messages(), in_place=True)


def _preview_rows(
    workspace: EditorWorkspace, draft: DocumentDraft, file_preview: Preview, key: str, same_name: str
) -> Rows:
    says, several = workspace.words.documents, len(file_preview.speeches) > 1
    numbers = [str(number) for number in range(1, len(file_preview.speeches) + 1)][:MOST_TITLES]
    titles = tuple(
        Button(says.change["title"] + mark, buttons.CorrectDraft("title", part, key).pack())
        for mark, part in ([(f" {number}", number) for number in numbers] if several else [("", "")])
    )
    other_fields = tuple(
        Button(says.change[field], buttons.CorrectDraft(field, "", key).pack()) for field in FIELDS[1:]
    )
    corrections: Rows = (*in_rows(titles, 4), other_fields) if several else ((*titles, *other_fields),)
    replacing = Button(says.add_replacing.format(file=same_name), buttons.ReplaceByDraft(key).pack())
    again: Row = (replacing,) if same_name else ()
    end = (
        Button(says.go[draft.action], buttons.ProposeDraft(key).pack()),
        Button(says.drop, buttons.DropDraft(key).pack()),
    )
    return tuple(row for row in (*corrections, again, end) if row)


def _waiting(workspace: EditorWorkspace, key: str) -> Payload | None:
    """What waits of the editor under a key, None when it has ended or is somebody else's."""
    pending = workspace.state.pending.find(key)
    if pending is None or pending.kind != DRAFT or pending.person != workspace.editor.id:
        return None
    return pending.payload


def _taken(workspace: EditorWorkspace, key: str) -> DocumentDraft | None:
    """The draft of the editor under a key, which waits no longer."""
    waiting = _waiting(workspace, key)
    if waiting is None or workspace.state.pending.take(key) is None:
        return None
    return draft_of({name: value for name, value in waiting.items() if name != PARTS})


def _parts(workspace: EditorWorkspace, waiting: Payload, draft: DocumentDraft) -> list[str]:
    """The names of the speeches in a draft; one that has waited since version 0.1.0 is read for them once more."""
    names: list[str] | None = waiting.get(PARTS)
    return _names(preview(workspace, prepare(workspace, Proposal(draft)))) if names is None else names


def _names(file_preview: Preview) -> list[str]:
    return [speech_preview.document.part or "" for speech_preview in file_preview.speeches]


def _replacing(workspace: EditorWorkspace, old: str, name: str, upload: str) -> DocumentDraft:
    """A draft that replaces a file: under its name, unless the new one is of another kind."""
    suffix = PurePosixPath(safe_name(name)).suffix
    before = digest(content_of(workspace.corpus, old))
    if PurePosixPath(old).suffix.lower() == suffix.lower():
        return DocumentDraft("replace", old, before, old, upload)
    folder = PurePosixPath(old).parent
    renamed = folder / safe_name(PurePosixPath(old).stem + suffix, taken_names(workspace.corpus))
    return DocumentDraft("replace", renamed.as_posix(), before, old, upload)


def _unnumbered(file: str, names: list[str]) -> str:
    """The name to which a number was added so that it is no other's."""
    path = PurePosixPath(file)
    stem = path.stem.rpartition("-")[0]
    return next((name for name in names if name.casefold() == f"{stem}{path.suffix}".casefold()), file)
