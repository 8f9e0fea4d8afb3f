"""Drafts: what an editor is about to do to a document, as it waits to be confirmed; and the bytes of uploads."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from knowledge.corpus.changes import CorpusChange, FileWrite, content_of, digest, replace_file
from knowledge.errors import ManifestInvalid, UploadGone
from loaders.errors import ManifestInvalid as InvalidEntries
from loaders.faults import toml_fault
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata import manifest, manifest_editing
from loaders.metadata.metadata import PartialDate

Action = Literal["add", "replace", "remove", "describe"]
Field = Literal["title", "date", "place"]

FIELDS: tuple[Field, ...] = ("title", "date", "place")
UPLOADS = ".uploads"
LIFETIME = 86_400  # seconds that an upload and its buttons last
LONGEST = 200  # characters of a title or a place
NONE = ("-", "－", "无", "none")  # typed for what the document says itself
_DATE = lazy_pattern(r"(\d{4})(?:\s*[-./年]\s*(\d{1,2}))?(?:\s*[-./月]\s*(\d{1,2}))?\s*[年月日]?")


@dataclass(frozen=True, slots=True)
class MetadataEdit:
    """What a document shall be said to be: the part of the file (empty: all of it), the field, and its value (a date
    as ISO has it, as far as it is known; empty: what the document says itself)."""

    part: str
    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What is to be done to the file of a document.

    `before` is the digest of the file as the editor saw it, `replaced` the name that it has until then, `upload` the
    key of the new content.
    """

    action: Action
    file: str
    before: str = ""
    replaced: str = ""
    upload: str = ""
    corrections: tuple[MetadataEdit, ...] = ()

    def corrected(self, correction: MetadataEdit) -> DocumentDraft:
        """The same with a correction, which takes the place of one of the same field."""
        same = (correction.part, correction.field)
        others = tuple(
            metadata_edit
            for metadata_edit in self.corrections
            if (metadata_edit.part, metadata_edit.field) != same
        )
        return replace(self, corrections=(*others, correction))


def draft_of(data: dict[str, Any]) -> DocumentDraft:
    """The draft that was stored as plain data."""
    return DocumentDraft(
        **{**data, "corrections": tuple(MetadataEdit(**edit) for edit in data["corrections"])}
    )


def stored(draft: DocumentDraft) -> dict[str, Any]:
    """The draft as plain data."""
    return asdict(draft)


def change_of(corpus: Path, draft: DocumentDraft) -> CorpusChange:
    """The files that a draft writes, corpus.toml as it stands now; raises UploadGone or ManifestInvalid."""
    content = content_of(corpus, manifest.NAME)
    try:
        text = (content or b"").decode("utf-8-sig")
        after = _said(text, draft)
    except InvalidEntries as error:
        raise ManifestInvalid(corpus / manifest.NAME, error.reason) from error
    except ValueError as error:
        raise ManifestInvalid(corpus / manifest.NAME, toml_fault(error)) from error
    writes = list(_files(corpus, draft))
    if after != text:
        writes.append(FileWrite(manifest.NAME, digest(content), after.encode()))
    return CorpusChange(draft.action, draft.file, tuple(writes))


def read_value(field: Field, typed: str) -> str | None:
    """A value as it was typed, None when it is none that the field can have."""
    if typed.strip().lower() in NONE:
        return ""
    if field != "date":
        return typed if 0 < len(typed) <= LONGEST else None
    match = _DATE.fullmatch(typed.strip())
    return "-".join(part.zfill(2) for part in match.groups() if part) if match and _is_day(match) else None


def keep_upload(corpus: Path, content: bytes) -> str:
    """Keep the bytes of an upload and give their key; erases those whose time is over."""
    upload = corpus / UPLOADS / digest(content)
    replace_file(upload, content)
    now = upload.stat().st_mtime  # by the clock that dates all of them, the file system's
    for older in upload.parent.iterdir():
        if now - older.stat().st_mtime > LIFETIME:
            older.unlink(missing_ok=True)
    return upload.name


def upload_of(corpus: Path, key: str) -> bytes:
    """The bytes of an upload; raises UploadGone."""
    content = content_of(corpus, f"{UPLOADS}/{key}")
    if content is None:
        raise UploadGone(corpus / UPLOADS / key)
    return content


def _files(corpus: Path, draft: DocumentDraft) -> Iterator[FileWrite]:
    if draft.action == "remove":
        yield FileWrite(draft.file, draft.before, None)
    elif draft.action == "add":
        yield FileWrite(draft.file, "", upload_of(corpus, draft.upload))
    elif draft.action == "replace" and draft.replaced == draft.file:
        yield FileWrite(draft.file, draft.before, upload_of(corpus, draft.upload))
    elif draft.action == "replace":
        yield FileWrite(draft.replaced, draft.before, None)
        yield FileWrite(draft.file, "", upload_of(corpus, draft.upload))


def _said(text: str, draft: DocumentDraft) -> str:
    """What corpus.toml says after it."""
    if draft.action == "remove":
        return manifest_editing.without_file(text, draft.file)
    if draft.action == "replace" and draft.replaced != draft.file:
        text = manifest_editing.renamed(text, draft.replaced, draft.file)
    for metadata_edit in draft.corrections:
        text = manifest_editing.with_fact(
            text, draft.file, metadata_edit.part or None, metadata_edit.field, _value(metadata_edit)
        )
    return text


def _value(correction: MetadataEdit) -> manifest_editing.Said:
    if not correction.value:
        return None
    if correction.field != "date":
        return correction.value
    return PartialDate(*map(int, correction.value.split("-")))


def _is_day(match: re.Match[str]) -> bool:
    """Whether the month and the day are there in the calendar."""
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
