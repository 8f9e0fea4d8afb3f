"""A knowledge base of as many passages as wanted in a minute or two for a hundred thousand, with questions planted in it.

    python -m benchmarks.large_base FOLDER [--passages 100000] [--seed 1]

Writes FOLDER/jianda.db, a knowledge base as a load makes it, and FOLDER/questions.jsonl, gold questions in the form of
tests/gold: P… name what stands in one document alone; of C… each word stands in many (a place, a year, a common thing),
and only all of them together are in the passage. It takes a core about 0.75 s a thousand passages.

The documents are those of benchmarks/generated_corpus.py, but they are not annotated, which would take hours for a
million passages: a paragraph is a passage; its terms, sounds, topics and role are those that a load finds; targets are
read by the template that made them, so that the base is of the genre; there are no stored questions and no deadlines.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generated_corpus import GeneratedDocument, arguments, generated
from knowledge.documents import Document
from knowledge.ids import IdMaker, make_id
from knowledge.lexicon import thesaurus
from knowledge.lexicon.topics import classify
from knowledge.passages.rhetorical_roles import role_of
from knowledge.store.files import next_version
from knowledge.store.records import AnnotatedDocument, StoredPassage, Terms
from knowledge.store.writer import Writer
from knowledge.targets.targets import Target
from knowledge.text import analyzer
from knowledge.text.analyzer import Analyzer
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import LoadedFile

PASSAGES_A_DOCUMENT = 16  # five sections of three paragraphs, and the planted one
_SECTION = re.compile(r"[一二三四五]、")
_PARAGRAPH = re.compile(r"（[一二三四]）")
_TARGET = re.compile(r"到(?P<year>\d{4})年，(?P<indicator>[^，。]+)达到(?P<value>\d+)%以上。")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph under its headings; `start` counts characters of the text of the document."""

    headings: tuple[str, str]
    start: int
    text: str


def write(folder: Path, passages: int, seed: int = 1) -> None:
    """Write a knowledge base of about so many passages, and the questions planted in it."""
    folder.mkdir(parents=True, exist_ok=True)
    documents = -(-passages // PASSAGES_A_DOCUMENT)
    words = Analyzer(thesaurus.field_words())
    gold: list[str] = []
    with next_version(folder / "jianda.db", fresh=True) as db:
        writer = Writer(db)
        for number, path, document in generated(documents, seed, gold):
            file = LoadedFile(document.text, "utf-8", ())
            writer.put(path, str(number), file, [annotated(path, document, words)])
        writer.write_indexes()
        writer.note("analyzer", f"{analyzer.VERSION}-{thesaurus.version()}")
    (folder / "questions.jsonl").write_text("".join(gold), encoding="utf-8")


def annotated(path: str, drawn: GeneratedDocument, words: Analyzer) -> AnnotatedDocument:
    """A generated document as the store takes it."""
    id_ = make_id(path)
    title = drawn.text.partition("\n")[0]
    document = Document(
        id_,
        title,
        path,
        date=PartialDate(drawn.year),
        place=drawn.place[:-1],
        level=drawn.place[-1],
    )
    passages = list(_passages(id_, drawn.text))
    return AnnotatedDocument(
        document=document,
        passages=tuple((passage, _terms(words, document, passage)) for passage in passages),
        pairs=(),
        deadlines=(),
        targets=tuple((passage.id, target) for passage in passages for target in _targets(passage)),
    )


def _passages(document: str, text: str) -> Iterator[StoredPassage]:
    make = IdMaker(document)
    for position, paragraph in enumerate(_paragraphs(text)):
        topics = classify(paragraph.text, paragraph.headings)
        yield StoredPassage(
            id=make(paragraph.headings, paragraph.text),
            document=document,
            position=position,
            start=paragraph.start,
            end=paragraph.start + len(paragraph.text),
            text=paragraph.text,
            headings=paragraph.headings,
            topic=topics[0],
            topics=topics,
            role=role_of(paragraph.text, paragraph.headings),
            redacted=False,
        )


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """The paragraphs under their section and, as a loader has it, under their own first sentence."""
    start, section = 0, ""
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\n")
        if _SECTION.match(words):
            section = words
        elif _PARAGRAPH.match(words):
            yield _Paragraph((section, words.partition("。")[0]), start, words)
        start += len(line)


def _terms(words: Analyzer, document: Document, passage: StoredPassage) -> Terms:
    above = " ".join([*passage.headings, document.title, document.place or "", *passage.topics])
    return Terms(
        body=" ".join(words.terms(passage.text)),
        headings=" ".join(words.terms(above)),
        questions="",
        sounds=" ".join(words.sounds(passage.text)),
    )


def _targets(passage: StoredPassage) -> Iterator[Target]:
    for match in _TARGET.finditer(passage.text):
        start = passage.start + match.start()
        yield Target(
            indicator=match["indicator"],
            op=">=",
            value=match["value"],
            unit="%",
            by=dt.date(int(match["year"]), 12, 31),
            sentence=match[0],
            redacted=False,
            sentence_span=(start, start + len(match[0])),
        )


if __name__ == "__main__":
    write(*arguments(__doc__, "passages", 100_000))
