"""Files read without loading them, each in a confined process, as a load would read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from knowledge.corpus.scan import FileState
from knowledge.indexing.ingestion import IngestedFile, Ingestion, ReadingResources
from knowledge.indexing.recognition import Recognition
from knowledge.store.records import SourceFile
from loaders.metadata.manifest import Manifest


def read_files(
    paths: Sequence[Path], entries: Manifest, recognition: Recognition | None = None
) -> Iterator[IngestedFile]:
    """Read files, in their order.

    Arguments: where they are; what corpus.toml says, by the paths as given; what reads pages that are pictures. An answer of a reading holds the
    `documents` (see `parsed_documents`) and `warnings`, or the `error` (see `worker.error_answer`).
    """
    files = [_seen(path) for path in paths]
    ingestion = Ingestion(Path(), entries, files, "documents", resources=ReadingResources(recognition))
    with closing(ingestion.read(lambda: None)) as readings:
        yield from readings


def _seen(path: Path) -> FileState:
    """A file as it looks, a link as what it leads to."""
    file = path.resolve()
    size = file.stat().st_size if file.is_file() else 0
    return FileState(str(path), file, SourceFile(str(path), "", size=size))
