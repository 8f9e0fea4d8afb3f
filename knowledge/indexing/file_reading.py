"""Files read without loading them, each in a confined process, as a load would read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from knowledge.corpus.scan import Seen
from knowledge.indexing.ingestion import Reading, Readings
from knowledge.store.records import Origin
from loaders.metadata.manifest import Manifest


def read_files(paths: Sequence[Path], entries: Manifest) -> Iterator[Reading]:
    """Read files, in their order.

    Arguments: where they are; what corpus.toml says, by the paths as given. An answer of a reading holds the
    `documents` (see `parsed_documents`) and `warnings`, or the `error` (see `worker.error_answer`).
    """
    files = [_seen(path) for path in paths]
    with closing(Readings(Path(), entries, files, "documents").read(lambda: None)) as readings:
        yield from readings


def _seen(path: Path) -> Seen:
    """A file as it looks, a link as what it leads to."""
    file = path.resolve()
    size = file.stat().st_size if file.is_file() else 0
    return Seen(str(path), file, Origin(str(path), "", size=size))
