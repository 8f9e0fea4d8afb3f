"""What a file was read as, before it is added: what it holds, what is like it already, what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.documents.changes import Prepared
from bot.documents.load_report import reason
from bot.editing.workspace import EditorWorkspace
from bot.errors import said
from bot.messages import Messages
from bot.messages.documents import DocumentWords
from bot.rendering.markup import shortened, visible
from knowledge.answers import Answer
from knowledge.corpus.drafts import DocumentDraft
from knowledge.documents import Document
from knowledge.filters.filters import Filters
from knowledge.indexing.dry_run import dry_run
from knowledge.indexing.load_report import FileOutcome, LoadReport
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.records import LeftOutLine
from loaders.metadata.metadata import PartialDate

SAMPLED = 12  # passages that are looked for in the documents that are there
LIKE = 0.5  # of them, for a document to be called much like another
HEADINGS = 6  # told of a speech
SPEECHES = 4  # of a file that are told with their headings
WARNINGS = 6
LEFT_OUT = 12  # lines left out that are shown
LONGEST = 60  # characters of a heading


@dataclass(frozen=True, slots=True)
class SpeechPreview:
    """A speech as it was read, with how much was found in it."""

    document: Document
    headings: tuple[str, ...]
    passages: int
    deadlines: int
    targets: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file was read as; without speeches `reason` says why. `like` names the documents that much of it stands
    in already, with the share."""

    speeches: tuple[SpeechPreview, ...]
    left_out: tuple[LeftOutLine, ...] = ()
    warnings: tuple[str, ...] = ()
    reason: str = ""
    like: tuple[tuple[str, float], ...] = ()


def preview(workspace: EditorWorkspace, prepared: Prepared) -> Preview:
    """Read the file of a prepared draft aside; raises what a load raises."""
    draft = prepared.proposal.draft
    if draft is None:
        raise ValueError("only a draft has a file")
    with dry_run(
        workspace.corpus,
        workspace.database,
        prepared.change.writes,
        workspace.knowledge,
        workspace.recognition,
    ) as tried:
        own = [document for document in tried.knowledge.documents() if _is_of(document.path, draft.file)]
        outcomes = [
            file_outcome for file_outcome in tried.report.files if _is_of(file_outcome.path, draft.file)
        ]
        if not own or any(file_outcome.outcome in ("failed", "skipped") for file_outcome in outcomes):
            return Preview(
                (), reason="；".join(reason(outcome, workspace.words) for outcome in outcomes if outcome.note)
            )
        texts = {document.id: tried.knowledge.text(document.id) for document in own}
        like = _like(workspace.knowledge, [answer for text in texts.values() for answer in text], draft)
        speeches = tuple(_read(tried.knowledge, document, texts[document.id]) for document in own)
        paths = dict.fromkeys(document.path for document in own)
        left_out = tuple(line for path in paths for line in tried.knowledge.left_out(path))
        return Preview(
            speeches, left_out, tuple(_warnings(tried.report, outcomes, workspace.words)), like=like
        )


def preview_text(workspace: EditorWorkspace, draft: DocumentDraft, file_preview: Preview) -> str:
    """The preview as it is told."""
    return "\n".join(_lines(workspace, draft, file_preview))


def day_text(date: PartialDate | None) -> str:
    """A date in ISO as far as it is known, a dash for none."""
    parts = (date.year, date.month, date.day) if date else ()
    return "-".join(f"{part:02}" for part in parts if part) or "—"


def _lines(workspace: EditorWorkspace, draft: DocumentDraft, file_preview: Preview) -> Iterator[str]:
    says = workspace.words.documents
    heading = says.replaces if draft.action == "replace" else says.read
    yield heading.format(file=visible(draft.file), old=visible(draft.replaced))
    for number, speech in enumerate(file_preview.speeches, 1):
        yield ""
        yield (
            f"{number}. " if len(file_preview.speeches) > 1 else ""
        ) + f"《{visible(speech.document.title)}》"
        yield says.facts.format(date=_dated(speech.document), place=speech.document.place or "—")
        yield from _details(speech.document, says)
        if number <= SPEECHES:
            yield from _outline(speech.headings)
        yield says.found.format(passages=speech.passages, deadlines=speech.deadlines, targets=speech.targets)
    yield from _left_out(file_preview.left_out, says)
    for title, share in file_preview.like:
        yield says.like.format(title=visible(title), share=round(share * 100))
    yield from (f"⚠️ {visible(warning)}" for warning in file_preview.warnings[:WARNINGS])


def _dated(document: Document) -> str:
    """The day on which a document was signed, else the date that it is for."""
    return document.signed or day_text(document.date)


def _details(document: Document, says: DocumentWords) -> Iterator[str]:
    """What else is known of a document: its number, who speaks or signs."""
    details = {
        "subtitle": document.subtitle,
        "number": document.issue,
        "speaker": document.speaker,
        "issuer": document.issuer,
    }
    printed = [f"{says.details[name]} {visible(value)}" for name, value in details.items() if value]
    if printed:
        yield " · ".join(printed)


def _left_out(lines: tuple[LeftOutLine, ...], says: DocumentWords) -> Iterator[str]:
    """The lines that were left out, each with its reason; the signs before items are none of them."""
    shown_lines = [line for line in lines if line.reason != "bullet"]
    if shown_lines:
        yield says.noise.format(count=len(shown_lines))
    for line in shown_lines[:LEFT_OUT]:
        words = shortened(visible(" ".join(line.text.split())), LONGEST)
        yield says.left_out.format(text=words, reason=says.reasons.get(line.reason, line.reason))
    if len(shown_lines) > LEFT_OUT:
        yield "  ……"


def _outline(headings: tuple[str, ...]) -> Iterator[str]:
    yield from (f"  {shortened(visible(heading), LONGEST)}" for heading in headings[:HEADINGS])
    if len(headings) > HEADINGS:
        yield "  ……"


def _read(knowledge: KnowledgeBase, document: Document, text: list[Answer]) -> SpeechPreview:
    only = Filters(document=document.id)
    due, goals = knowledge.deadlines(only, every_kind=True), knowledge.targets(only)
    headings = tuple(knowledge.headings(document.id))
    return SpeechPreview(document, headings, len(text), len(due), len(goals))


def _like(
    knowledge: KnowledgeBase, passages: list[Answer], draft: DocumentDraft
) -> tuple[tuple[str, float], ...]:
    """The other documents in which many of the passages stand word for word, by a sample of the longest."""
    sample = sorted((answer.passage for answer in passages), key=len, reverse=True)[:SAMPLED]
    counts: Counter[str] = Counter()
    for passage in sample:
        counts.update(_standing(knowledge, passage, {draft.file, draft.replaced}))
    shares = ((title, count / len(sample)) for title, count in counts.most_common(3))
    return tuple((title, share) for title, share in shares if share >= LIKE)


def _standing(knowledge: KnowledgeBase, passage: str, own: set[str]) -> set[str]:
    """The titles of the documents in which a passage stands."""
    near = knowledge.search(passage[:LONGEST], limit=3)
    same = (answer for answer in near if "".join(answer.passage.split()) == "".join(passage.split()))
    return {answer.document.title for answer in same if answer.document.path not in own}


def _warnings(report: LoadReport, outcomes: Iterable[FileOutcome], words: Messages) -> Iterator[str]:
    """What the load says of the file, and what it says that is new because of it."""
    for outcome in outcomes:
        about = (note for note in report.warnings if outcome.path in dict(note.values).values())
        yield from (said(note, words) for note in (*outcome.warnings, *about))


def _is_of(path: str, file: str) -> bool:
    """Whether a path is the file or lies in it, as in an archive."""
    return path == file or path.startswith(f"{file}/")
