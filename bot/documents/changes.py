"""A change of the corpus: prepared once, tried aside on the stored questions, confirmed, and made."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.config.config import example_corpus
from bot.editing.replay import QUESTIONS, ReplayResult, replay
from bot.editing.workspace import EditorWorkspace
from knowledge.corpus.changes import CorpusChange, Version, WrittenFile, check, last, made_for, make, undoing
from knowledge.corpus.drafts import DocumentDraft, change_of, draft_of, stored
from knowledge.errors import CorpusChanged, CorpusReadOnly, LoadInProgress
from knowledge.indexing.dry_run import dry_run
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.indexing.load_report import LoadReport

TRIES, PAUSE = 600, 1.0  # seconds to wait for another load
AUDITED = "document:"  # before the action in the audit


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that waits to be confirmed: a draft, or the number of a change that is to be taken back."""

    draft: DocumentDraft | None = None
    undo: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A proposal with the files that it writes, as the folder is now; `undone` is the change that it takes back."""

    proposal: Proposal
    change: CorpusChange
    undone: Version | None = None


def proposal_of(data: dict[str, Any]) -> Proposal:
    """The proposal that was stored as plain data."""
    return Proposal(draft_of(data["draft"]) if data["draft"] else None, data["undo"])


def payload_of(proposal: Proposal) -> dict[str, Any]:
    """The proposal as plain data."""
    return {"draft": stored(proposal.draft) if proposal.draft else None, "undo": proposal.undo}


def prepare(workspace: EditorWorkspace, proposal: Proposal) -> Prepared:
    """Derives the files that a proposal writes; raises UploadGone, CorpusReadOnly, ManifestInvalid, or CorpusChanged
    when the change that is to be taken back is no longer the last or a file is not as it was."""
    check_writable(workspace)
    if proposal.draft:
        prepared = Prepared(proposal, change_of(workspace.corpus, proposal.draft))
    else:
        prepared = _undoing(workspace, proposal)
    check(workspace.corpus, prepared.change)
    return prepared


def check_writable(workspace: EditorWorkspace) -> None:
    """Raise CorpusReadOnly where the corpus is the example that comes with the program."""
    if workspace.corpus.resolve() == example_corpus().resolve():
        raise CorpusReadOnly(workspace.corpus)


def effect_on_questions(workspace: EditorWorkspace, prepared: Prepared) -> ReplayResult:
    """What a change does to the last questions that were asked."""
    questions = workspace.state.questions.latest(QUESTIONS)
    with dry_run(
        workspace.corpus,
        workspace.database,
        prepared.change.writes,
        workspace.knowledge,
        workspace.recognition,
    ) as after:
        return replay(questions, workspace.knowledge.ask, after.knowledge.ask)


def carry_out(workspace: EditorWorkspace, proposal: Proposal, cause: str = "") -> None:
    """Writes the files and records who did it; once for a cause, should a crash let it be asked for again.

    Raises what `prepare` and `knowledge.corpus.changes.make` raise.
    """
    earlier = made_for(workspace.corpus, cause) if cause else None
    version = earlier or _made(workspace, proposal, cause)
    before, after = (_told(version.files, proposal, side) for side in (False, True))
    change = workspace.editor.change(AUDITED + version.action, version.subject, before, after)
    if not (earlier and workspace.state.audit.has(change)):
        workspace.state.audit.add(change)


def _made(workspace: EditorWorkspace, proposal: Proposal, cause: str) -> Version:
    change = replace(prepare(workspace, proposal).change, cause=cause)
    return make(workspace.corpus, change, workspace.editor.name, workspace.clock.now())


def load_again(workspace: EditorWorkspace) -> LoadReport:
    """Brings the knowledge base up to date, once no other load is under way; raises what a load raises."""
    for _ in range(TRIES):
        try:
            return _load(workspace)
        except LoadInProgress:
            time.sleep(PAUSE)
    return _load(workspace)


def _load(workspace: EditorWorkspace) -> LoadReport:
    return load(
        workspace.corpus,
        workspace.database,
        allow_empty=True,
        now=workspace.clock.now(),
        resources=ReadingResources(workspace.recognition, publish=workspace.knowledge.source.publish),
    )


def _undoing(workspace: EditorWorkspace, proposal: Proposal) -> Prepared:
    version = last(workspace.corpus)
    if version is None or version.number != proposal.undo:
        raise CorpusChanged(workspace.corpus)
    return Prepared(proposal, undoing(workspace.corpus, version), version)


def _told(written: Sequence[WrittenFile], proposal: Proposal, after: bool) -> str:
    """What the audit tells of a file before or after: the corrections, or the first digits of its digest."""
    if proposal.draft and proposal.draft.action == "describe":
        return (
            "; ".join(
                f"{metadata_edit.field}={metadata_edit.value or '-'}"
                for metadata_edit in proposal.draft.corrections
            )
            if after
            else ""
        )
    digests = {
        written_file.path: written_file.after if after else written_file.before
        for written_file in written
        if written_file.path != "corpus.toml"
    }
    return "; ".join(f"{path} {digest[:8]}" for path, digest in digests.items() if digest)
