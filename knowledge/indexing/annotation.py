"""A speech made ready for the store: its passages with topics, roles, questions, deadlines and targets."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from knowledge.deadlines.deadlines import Deadline, find_deadlines
from knowledge.documents import Document
from knowledge.facts.finding import Stated, Stretch, find_facts
from knowledge.ids import IdMaker, make_id
from knowledge.lexicon.topics import classify
from knowledge.passages.passages import Passage, split
from knowledge.passages.rhetorical_roles import role_of
from knowledge.passages.validity import expires_on
from knowledge.questions.generation import Question, questions_of
from knowledge.semantics.encoder import Encoder
from knowledge.semantics.vectors import packed_vectors
from knowledge.store.records import AnnotatedDocument, QuestionAnswer, StoredPassage, Terms
from knowledge.targets.table_rows import find_in_rows
from knowledge.targets.targets import Target, find_targets
from knowledge.temporal.base_dates import document_base
from knowledge.temporal.holidays import Holidays
from knowledge.text.analyzer import Analyzer
from knowledge.text.modality import Mood, title_mood
from knowledge.text.redaction import is_redacted
from loaders.blocks.tables import Row
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import LoadedFile, Sentence, Speech

Dated = TypeVar("Dated", Deadline, Target)


def annotate(
    file: LoadedFile,
    path: str,
    analyzer: Analyzer,
    holidays: Holidays | None = None,
    encoder: Encoder | None = None,
) -> list[AnnotatedDocument]:
    """Annotate the speeches of a file.

    Arguments: the file as loaded; its path relative to the corpus folder; the analyzer that questions use too; the
    public holidays, the built-in ones for None; what makes vectors of the passages, None where nothing does.
    """
    documents = list(_documents(path, file.text, file.speeches))
    return [
        _annotate(file, speech, document, analyzer, holidays, encoder)
        for speech, document in zip(file.speeches, documents, strict=True)
    ]


def _annotate(
    file: LoadedFile,
    speech: Speech,
    document: Document,
    analyzer: Analyzer,
    holidays: Holidays | None,
    encoder: Encoder | None,
) -> AnnotatedDocument:
    text = file.text
    parts = [*_speaker_lines(speech), *split(text, speech.paragraphs)]
    passages = list(_passages(file, document.id, parts))
    document = replace(document, recognised=any(passage.recognised for passage in passages))
    base = document_base(document.title, printed_date(speech), _words(text, speech), holidays)
    deadlines, targets = _dated(text, speech, base, title_mood(document.title))
    dated, valued = _by_passage(passages, deadlines), _by_passage(passages, targets)
    questions = _questions(text, speech, passages, Stated.of(deadlines, targets))
    asked: list[list[Question]] = [[] for _ in passages]
    for question in questions:
        asked[question.passage].append(question)
    terms = [
        _terms(analyzer, document, *passage_with_questions)
        for passage_with_questions in zip(passages, asked, strict=True)
    ]
    pairs = tuple(_pairs(document.id, passages, questions))
    vectors = packed_vectors(encoder, [passage.text for passage in passages]) if encoder else ()
    return AnnotatedDocument(
        document, tuple(zip(passages, terms, strict=True)), pairs, tuple(dated), tuple(valued), tuple(vectors)
    )


def _speaker_lines(speech: Speech) -> Iterator[Passage]:
    """The lines of a head that name the speaker: they answer who holds a post, and who 我 is."""
    lines = (line for line in speech.head if line.kind == "speaker")
    return (Passage((), (Sentence(line.start, line.end),)) for line in lines)


def _words(text: str, speech: Speech) -> str:
    return "\n".join(text[paragraph.start : paragraph.end] for paragraph in speech.paragraphs)


def _dated(
    text: str, speech: Speech, base: PartialDate | None, mood: Mood
) -> tuple[list[Deadline], list[Target]]:
    """The deadlines and targets of a speech, those in running text and those in tables, in reading order."""
    running = [paragraph for paragraph in speech.paragraphs if not paragraph.row]
    deadlines = find_deadlines(text, running, base, mood)
    targets = find_targets(text, running, base, deadlines, mood)
    due, goals = find_in_rows(text, speech.paragraphs, base)
    return (
        sorted([*deadlines, *due], key=lambda deadline: deadline.sentence_span),
        sorted([*targets, *goals], key=lambda target: target.sentence_span),
    )


def printed_date(speech: Speech) -> PartialDate | None:
    """The date on which a speech was printed: its own where that tells the month, else the signed one, else its own."""
    metadata = speech.metadata
    return metadata.date if metadata.date and metadata.date.month else metadata.signed or metadata.date


def _documents(path: str, text: str, speeches: Iterable[Speech]) -> Iterator[Document]:
    """The documents of a file; where two parts bear the same name the later one's id tells them apart."""
    counts: Counter[str | None] = Counter()
    for speech in speeches:
        part = speech.metadata.part
        again = (counts[part],) if counts[part] else ()
        counts[part] += 1
        yield _document(make_id(path, part, *again), path, speech, text)


def _document(id_: str, path: str, speech: Speech, text: str) -> Document:
    metadata = speech.metadata
    expires = expires_on(_words(text, speech), metadata.signed or metadata.date)
    return Document(
        id_,
        metadata.title,
        path,
        metadata.part,
        metadata.date,
        metadata.place,
        metadata.level,
        metadata.subtitle,
        metadata.speaker,
        metadata.post,
        metadata.number,
        metadata.signed.iso if metadata.signed else None,
        metadata.issuer,
        expires=expires.isoformat() if expires else None,
    )


def _passages(file: LoadedFile, document: str, parts: Sequence[Passage]) -> Iterator[StoredPassage]:
    make = IdMaker(document)
    for position, part in enumerate(parts):
        words = file.text[part.start : part.end]
        topics = classify(words, part.headings)
        yield StoredPassage(
            id=make(part.headings, words),
            document=document,
            position=position,
            start=part.start,
            end=part.end,
            text=words,
            headings=part.headings,
            topic=topics[0],
            topics=topics,
            role=role_of(words, part.headings),
            redacted=is_redacted(words),
            row=_cells(file.text, part.row) if part.row else (),
            page=file.page_at(part.start),
            recognised=file.is_recognised(part.start, part.end),
        )


def _cells(text: str, row: Row) -> tuple[tuple[str, str], ...]:
    return tuple((cell.header, text[cell.start : cell.end]) for cell in row.cells)


def _by_passage(passages: Sequence[StoredPassage], dated: Iterable[Dated]) -> list[tuple[str, Dated]]:
    """Each deadline or target with the passage in which its sentence begins; a heading's is the one below it."""
    ends = [passage.end for passage in passages]
    last = len(passages) - 1
    return [(passages[min(bisect_right(ends, item.sentence_span[0]), last)].id, item) for item in dated]


def _questions(
    text: str, speech: Speech, passages: Sequence[StoredPassage], stated: Stated
) -> list[Question]:
    """The questions of a speech, each of one of its passages."""
    stretches = [
        Stretch(passage.start, passage.end, passage.headings, passage.role, passage.text, bool(passage.row))
        for passage in passages
    ]
    title = speech.metadata.title
    facts = find_facts(text, speech.paragraphs, title_mood(title), stretches, stated, title)
    return questions_of(facts, stretches, title)


def _pairs(
    document: str, passages: Sequence[StoredPassage], questions: Iterable[Question]
) -> Iterator[QuestionAnswer]:
    make = IdMaker(document)
    for question in questions:
        yield QuestionAnswer(
            make("pair", question.kind, question.fact),
            passages[question.passage].id,
            question.topic,
            question.text,
            question.kind,
            *question.span,
            question.variants,
            question.said,
        )


def _terms(
    analyzer: Analyzer, document: Document, passage: StoredPassage, questions: Iterable[Question]
) -> Terms:
    above = " ".join([*passage.headings, document.title, document.place or "", *passage.topics])
    asked = " ".join(question.text for question in questions)
    return Terms(
        body=" ".join(analyzer.terms(passage.text)),
        headings=" ".join(analyzer.terms(above)),
        questions=" ".join(analyzer.terms(asked)),
        sounds=" ".join(analyzer.sounds(passage.text)),
    )
