"""The buttons of an editor of documents: a draft under its key, or a document by its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from bot.callback_data.codec import CallbackData, Id, Key

Field = Literal["title", "date", "place"]


@dataclass(frozen=True, slots=True)
class CorrectDraft(CallbackData):
    """Asks for a correction of a draft: of one of the speeches in it by its number, else of all of it."""

    layout: ClassVar[str] = "doc:f:{field}:{part}:{key}"
    field: Field
    part: Annotated[str, r"[0-9]*"]
    key: Key


@dataclass(frozen=True, slots=True)
class ProposeDraft(CallbackData):
    """Asks whether to add what was previewed."""

    layout: ClassVar[str] = "doc:y:{key}"
    key: Key


@dataclass(frozen=True, slots=True)
class ReplaceByDraft(CallbackData):
    """Previews a file as a replacement of the one of the same name."""

    layout: ClassVar[str] = "doc:w:{key}"
    key: Key


@dataclass(frozen=True, slots=True)
class DropDraft(CallbackData):
    """Drops what was previewed."""

    layout: ClassVar[str] = "doc:n:{key}"
    key: Key


@dataclass(frozen=True, slots=True)
class ShowExamples(CallbackData):
    """What a load did to the questions, with examples."""

    layout: ClassVar[str] = "doc:e:{key}"
    key: Key


@dataclass(frozen=True, slots=True)
class ManageDocument(CallbackData):
    """A document with what can be done to it."""

    layout: ClassVar[str] = "doc:m:{document}"
    document: Id


@dataclass(frozen=True, slots=True)
class CorrectDocument(CallbackData):
    """Asks for a correction of a document."""

    layout: ClassVar[str] = "doc:F:{field}:{document}"
    field: Field
    document: Id


@dataclass(frozen=True, slots=True)
class ReplaceDocument(CallbackData):
    """Asks for the file that takes the place of a document's."""

    layout: ClassVar[str] = "doc:x:{document}"
    document: Id


@dataclass(frozen=True, slots=True)
class ReadDocumentAgain(CallbackData):
    """Reads what has changed in the folder."""

    layout: ClassVar[str] = "doc:l:{document}"
    document: Id


@dataclass(frozen=True, slots=True)
class RemoveDocument(CallbackData):
    """Asks whether to remove the file of a document."""

    layout: ClassVar[str] = "doc:r:{document}"
    document: Id
