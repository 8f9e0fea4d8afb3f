"""Dry run: a change of the corpus tried aside, in a copy of the folder and of the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from knowledge.corpus.changes import FileWrite
from knowledge.corpus.copying import copy_corpus
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.indexing.load_report import LoadReport
from knowledge.indexing.recognition import Recognition
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.files import copy_database
from loaders.isolation.scratch import scratch_folder


@dataclass(frozen=True, slots=True)
class DryRun:
    """The knowledge base as it would be, and the report of the load that would make it so."""

    knowledge: KnowledgeBase
    report: LoadReport


@contextmanager
def dry_run(
    corpus: Path,
    database: Path,
    writes: tuple[FileWrite, ...],
    knowledge: KnowledgeBase,
    recognition: Recognition | None = None,
) -> Iterator[DryRun]:
    """Load a changed copy of a corpus into a copy of its knowledge base; both are gone after the block.

    Arguments: the folder, the database and the files that would be written; the knowledge base in use, whose teaching
    and weights the copy shares; what reads pages that are pictures, None: one that keeps them beside the database.
    Raises what a load raises; the folder and the database stay as they are.
    """
    with scratch_folder() as place:
        aside, base = place / "corpus", place / "jianda.db"
        copy_corpus(corpus, aside)
        if database.exists():
            copy_database(database, base)
        for write in writes:
            _put(aside / write.path, write.content)
        reader = recognition or Recognition.beside(database)
        report = load(aside, base, allow_empty=True, resources=ReadingResources(reader))
        with closing(knowledge.over(base)) as other:
            yield DryRun(other, report)


def _put(path: Path, content: bytes | None) -> None:
    path.unlink(missing_ok=True)  # where it is a link, what it leads to is another file
    if content is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
