"""What a file was read as, before it is added: what it holds, what is like it already, what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.documents.changes import Prepared
from bot.documents.load_report import reason
from bot.editing.desk import EditorDesk
from bot.errors import said
from bot.messages import Messages
from bot.messages.documents import DocumentWords
from bot.rendering.markup import shortened, visible
from knowledge.answers import Answer
from knowledge.corpus.drafts import DocumentDraft
from knowledge.documents import Document
from knowledge.filters.filters import Filters
from knowledge.indexing.dry_run import rehearsed
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


def preview(desk: EditorDesk, prepared: Prepared) -> Preview:
    """Read the file of a prepared draft aside; raises what a load raises."""
    draft = prepared.proposal.draft
    if draft is None:
        raise ValueError("only a draft has a file")
    with rehearsed(desk.corpus, desk.database, prepared.change.writes, desk.knowledge) as tried:
        own = [one for one in tried.knowledge.documents() if _is_of(one.path, draft.file)]
        outcomes = [one for one in tried.report.files if _is_of(one.path, draft.file)]
        if not own or any(one.outcome in ("failed", "skipped") for one in outcomes):
            return Preview((), reason="；".join(reason(one, desk.words) for one in outcomes if one.note))
        texts = {one.id: tried.knowledge.text(one.id) for one in own}
        like = _like(desk.knowledge, [answer for text in texts.values() for answer in text], draft)
        speeches = tuple(_read(tried.knowledge, one, texts[one.id]) for one in own)
        paths = dict.fromkeys(one.path for one in own)
        left_out = tuple(line for path in paths for line in tried.knowledge.left_out(path))
        return Preview(speeches, left_out, tuple(_warnings(tried.report, outcomes, desk.words)), like=like)


def preview_text(desk: EditorDesk, draft: DocumentDraft, found: Preview) -> str:
    """The preview as it is told."""
    return "\n".join(_lines(desk, draft, found))


def day_text(date: PartialDate | None) -> str:
    """A date in ISO as far as it is known, a dash for none."""
    parts = (date.year, date.month, date.day) if date else ()
    return "-".join(f"{part:02}" for part in parts if part) or "—"


def _lines(desk: EditorDesk, draft: DocumentDraft, found: Preview) -> Iterator[str]:
    says = desk.words.filing
    heading = says.replaces if draft.action == "replace" else says.read
    yield heading.format(file=visible(draft.file), old=visible(draft.replaced))
    for number, one in enumerate(found.speeches, 1):
        yield ""
        yield (f"{number}. " if len(found.speeches) > 1 else "") + f"《{visible(one.document.title)}》"
        yield says.facts.format(date=_dated(one.document), place=one.document.place or "—")
        yield from _details(one.document, says)
        if number <= SPEECHES:
            yield from _outline(one.headings)
        yield says.found.format(passages=one.passages, deadlines=one.deadlines, targets=one.targets)
    yield from _left_out(found.left_out, says)
    for title, share in found.like:
        yield says.like.format(title=visible(title), share=round(share * 100))
    yield from (f"⚠️ {visible(one)}" for one in found.warnings[:WARNINGS])


def _dated(document: Document) -> str:
    """The day on which a document was signed, else the date that it is for."""
    return document.signed or day_text(document.date)


def _details(document: Document, says: DocumentWords) -> Iterator[str]:
    """What else is known of a document: its number, who speaks or signs."""
    known = {
        "subtitle": document.subtitle,
        "number": document.issue,
        "speaker": document.speaker,
        "issuer": document.issuer,
    }
    told = [f"{says.details[name]} {visible(value)}" for name, value in known.items() if value]
    if told:
        yield " · ".join(told)


def _left_out(lines: tuple[LeftOutLine, ...], says: DocumentWords) -> Iterator[str]:
    """The lines that were left out, each with its reason; the signs before items are none of them."""
    told = [line for line in lines if line.reason != "bullet"]
    if told:
        yield says.noise.format(count=len(told))
    for line in told[:LEFT_OUT]:
        words = shortened(visible(" ".join(line.text.split())), LONGEST)
        yield says.left_out.format(text=words, reason=says.reasons.get(line.reason, line.reason))
    if len(told) > LEFT_OUT:
        yield "  ……"


def _outline(headings: tuple[str, ...]) -> Iterator[str]:
    yield from (f"  {shortened(visible(one), LONGEST)}" for one in headings[:HEADINGS])
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
    sample = sorted((one.passage for one in passages), key=len, reverse=True)[:SAMPLED]
    found: Counter[str] = Counter()
    for passage in sample:
        found.update(_standing(knowledge, passage, {draft.file, draft.replaced}))
    shares = ((title, count / len(sample)) for title, count in found.most_common(3))
    return tuple((title, share) for title, share in shares if share >= LIKE)


def _standing(knowledge: KnowledgeBase, passage: str, own: set[str]) -> set[str]:
    """The titles of the documents in which a passage stands."""
    near = knowledge.search(passage[:LONGEST], limit=3)
    same = (one for one in near if "".join(one.passage.split()) == "".join(passage.split()))
    return {one.document.title for one in same if one.document.path not in own}


def _warnings(report: LoadReport, outcomes: Iterable[FileOutcome], words: Messages) -> Iterator[str]:
    """What the load says of the file, and what it says that is new because of it."""
    for outcome in outcomes:
        about = (one for one in report.warnings if outcome.path in dict(one.values).values())
        yield from (said(one, words) for one in (*outcome.warnings, *about))


def _is_of(path: str, file: str) -> bool:
    """Whether a path is the file or lies in it, as in an archive."""
    return path == file or path.startswith(f"{file}/")
