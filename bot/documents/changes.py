"""A change of the corpus: prepared once, tried aside on the stored questions, confirmed, and made."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from bot.config.config import example_corpus
from bot.editing.desk import Desk
from bot.editing.replay import QUESTIONS, Replayed, replay
from knowledge.corpus.changes import Change, Version, Write, check, digest, last, make, undoing
from knowledge.corpus.drafts import Draft, change_of, draft_of, stored
from knowledge.errors import CorpusChanged, CorpusReadOnly, LoadInProgress
from knowledge.indexing.dry_run import rehearsed
from knowledge.indexing.indexer import load
from knowledge.indexing.load_report import LoadReport

TRIES, PAUSE = 30, 1.0  # seconds to wait for another load
AUDITED = "document:"  # before the action in the audit


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that waits to be confirmed: a draft, or the number of a change that is to be taken back."""

    draft: Draft | None = None
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A proposal with the files that it writes, as the folder is now; `undone` is the change that it takes back."""

    proposal: Proposal
    change: Change
    undone: Version | None = None


def proposal_of(data: dict[str, Any]) -> Proposal:
    """The proposal that was stored as plain data."""
    return Proposal(draft_of(data["draft"]) if data["draft"] else None, data["undo"])


def payload_of(proposal: Proposal) -> dict[str, Any]:
    """The proposal as plain data."""
    return {"draft": stored(proposal.draft) if proposal.draft else None, "undo": proposal.undo}


def prepare(desk: Desk, proposal: Proposal) -> Prepared:
    """Derives the files that a proposal writes; raises UploadGone, CorpusReadOnly, ManifestInvalid, or CorpusChanged
    when the change that is to be taken back is no longer the last or a file is not as it was."""
    check_writable(desk)
    if proposal.draft:
        prepared = Prepared(proposal, change_of(desk.corpus, proposal.draft))
    else:
        prepared = _undoing(desk, proposal)
    check(desk.corpus, prepared.change)
    return prepared


def check_writable(desk: Desk) -> None:
    """Raise CorpusReadOnly where the corpus is the example that comes with the program."""
    if desk.corpus.resolve() == example_corpus().resolve():
        raise CorpusReadOnly(desk.corpus)


def effect(desk: Desk, prepared: Prepared) -> Replayed:
    """What a change does to the last questions that were asked."""
    questions = desk.state.questions.latest(QUESTIONS)
    with rehearsed(desk.corpus, desk.database, prepared.change.writes, desk.knowledge) as after:
        return replay(questions, desk.knowledge.ask, after.knowledge.ask)


def carry_out(desk: Desk, prepared: Prepared) -> None:
    """Writes the files and records who did it; raises what `knowledge.corpus.changes.make` raises."""
    change = prepared.change
    make(desk.corpus, change, desk.editor.name, desk.clock.now())
    before, after = (_told(prepared, side) for side in (False, True))
    desk.state.audit.add(desk.editor.change(AUDITED + change.action, change.subject, before, after))


def load_again(desk: Desk) -> LoadReport:
    """Brings the knowledge base up to date, once no other load is under way; raises what a load raises."""
    for _ in range(TRIES):
        try:
            return _load(desk)
        except LoadInProgress:
            time.sleep(PAUSE)
    return _load(desk)


def _load(desk: Desk) -> LoadReport:
    return load(desk.corpus, desk.database, allow_empty=True, now=desk.clock.now())


def _undoing(desk: Desk, proposal: Proposal) -> Prepared:
    version = last(desk.corpus)
    if version is None or version.number != proposal.undo:
        raise CorpusChanged(desk.corpus)
    return Prepared(proposal, undoing(desk.corpus, version), version)


def _told(prepared: Prepared, after: bool) -> str:
    """What the audit tells of a file before or after: the corrections, or the first digits of its digest."""
    draft = prepared.proposal.draft
    if draft and draft.action == "describe":
        corrections = (f"{one.field}={one.value or '-'}" for one in draft.corrections)
        return "; ".join(corrections) if after else ""
    files = (one for one in prepared.change.writes if one.path != "corpus.toml")
    marks = (f"{one.path} {_digest(one, after)[:8]}" for one in files if _digest(one, after))
    return "; ".join(marks)


def _digest(write: Write, after: bool) -> str:
    return digest(write.content) if after else write.before
