"""The desk of an editor for documents: a change of the corpus is tried aside, confirmed, and made."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.config.config import example_corpus
from bot.editing.replay import QUESTIONS, Replayed, replay
from bot.messages import Messages
from bot.messages.documents import FilingWords
from bot.state import State
from bot.state.storage.audit import Actor
from knowledge.corpus.changes import Change, Write, check, digest, last, make, undoing
from knowledge.corpus.drafts import Draft, change_of, draft_of, stored
from knowledge.errors import CorpusChanged, CorpusReadOnly, LoadInProgress
from knowledge.indexing.dry_run import rehearsed
from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import LoadReport
from knowledge.knowledge_base import KnowledgeBase

TRIES, PAUSE = 30, 1.0  # seconds to wait for another load
AUDITED = "document:"  # before the action in the audit


@dataclass(frozen=True, slots=True)
class FilingDesk:
    """What an editor of documents works with: the corpus folder and its knowledge base, what people made, who they
    are, the words they read."""

    corpus: Path
    database: Path
    knowledge: KnowledgeBase
    state: State
    editor: Actor
    words: Messages

    @property
    def says(self) -> FilingWords:
        """The words about documents."""
        return self.words.filing


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that waits to be confirmed: a draft, or the number of a change that is to be taken back."""

    draft: Draft | None = None
    undo: str = ""


def proposal_of(data: dict[str, Any]) -> Proposal:
    """The proposal that was stored as plain data."""
    return Proposal(draft_of(data["draft"]) if data["draft"] else None, data["undo"])


def payload_of(proposal: Proposal) -> dict[str, Any]:
    """The proposal as plain data."""
    return {"draft": stored(proposal.draft) if proposal.draft else None, "undo": proposal.undo}


def change_for(desk: FilingDesk, proposal: Proposal) -> Change:
    """The files that a proposal writes now; raises UploadGone, CorpusReadOnly, ManifestInvalid, or CorpusChanged
    when the change that is to be taken back is no longer the last or a file is not as it was."""
    if desk.corpus.resolve() == example_corpus().resolve():
        raise CorpusReadOnly(desk.corpus)
    change = change_of(desk.corpus, proposal.draft) if proposal.draft else _undoing(desk, proposal.undo)
    check(desk.corpus, change)
    return change


def effect(desk: FilingDesk, change: Change) -> Replayed:
    """What a change does to the last questions that were asked."""
    questions = desk.state.questions.latest(QUESTIONS)
    with rehearsed(desk.corpus, desk.database, change.writes, desk.knowledge) as after:
        return replay(questions, desk.knowledge.ask, after.knowledge.ask)


def carry_out(desk: FilingDesk, proposal: Proposal) -> None:
    """Writes the files and records who did it; raises what `change_for` and `knowledge.corpus.changes.make` raise."""
    change = change_for(desk, proposal)
    make(desk.corpus, change, desk.editor.name)
    before, after = (_told(change, proposal, side) for side in (False, True))
    desk.state.audit.add(desk.editor.change(AUDITED + change.action, change.subject, before, after))


def load_again(desk: FilingDesk) -> LoadReport:
    """Brings the knowledge base up to date, once no other load is under way; raises what a load raises."""
    for _ in range(TRIES):
        try:
            return load(desk.corpus, desk.database, allow_empty=True)
        except LoadInProgress:
            time.sleep(PAUSE)
    return load(desk.corpus, desk.database, allow_empty=True)


def _undoing(desk: FilingDesk, number: str) -> Change:
    version = last(desk.corpus)
    if version is None or version.number != number:
        raise CorpusChanged(desk.corpus)
    return undoing(desk.corpus, version)


def _told(change: Change, proposal: Proposal, after: bool) -> str:
    """What the audit tells of a file before or after: the corrections, or the first digits of its digest."""
    if proposal.draft and proposal.draft.action == "describe":
        return (
            "; ".join(f"{one.field}={one.value or '-'}" for one in proposal.draft.corrections)
            if after
            else ""
        )
    files = (one for one in change.writes if one.path != "corpus.toml")
    marks = (f"{one.path} {_digest(one, after)[:8]}" for one in files if _digest(one, after))
    return "; ".join(marks)


def _digest(write: Write, after: bool) -> str:
    return digest(write.content) if after else write.before
