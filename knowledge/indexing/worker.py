"""What is done with a file in a confined process (see `loaders.isolation.sandbox`): it is read, annotated and made rows."""

from __future__ import annotations

import codecs
import datetime as dt
import encodings
import pkgutil
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from knowledge.indexing.annotation import annotate
from knowledge.lexicon import thesaurus
from knowledge.store.rows import file_rows
from knowledge.temporal.holidays import Holidays
from knowledge.text.analyzer import Analyzer
from loaders import registry
from loaders.containers import archive
from loaders.errors import DamagedFile, LoaderError, NestedArchive
from loaders.metadata.manifest import Entry, Manifest
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import LoadedFile

Json = dict[str, Any]

_SAMPLE = "在全县会议上的讲话\n一、提高认识\n2026年6月底前，tisheng覆盖率达到90%以上。\n"


def prepare() -> None:
    """Load word lists and libraries: the workers that are forked later can open no file."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with suppress(LookupError):  # some modules are no encodings, some are of other systems
            codecs.lookup(module.name)
    work({"path": "sample.txt", "entries": [], "holidays": []}, _SAMPLE.encode())


def work(job: Json, data: bytes) -> Json:
    """Read a file, or one file of an archive.

    Arguments: `path` relative to the corpus folder, `entries` of corpus.toml, the public `holidays`, `member` of the
    archive or nothing; the bytes of the file of the corpus. Returns the rows with what the report tells of them; or the `members` of an
    archive with its `junk`; or the `error` by its name and in words.
    """
    path, name = path_of(job), job.get("member")
    try:
        if name is not None:
            data = archive.member(data, name)
        if archive.is_archive(data):
            return _opened(data, nested=name is not None)
        file = registry.load(data, path, _manifest(job["entries"]), converted="instead" in job)
        return _made(file, path, frozenset(map(dt.date.fromisoformat, job["holidays"])))
    except (MemoryError, RecursionError) as error:
        return {"error": "TooDemanding", "detail": type(error).__name__}
    except ImportError:  # a fault of ours, and none of the file
        raise
    except LoaderError as error:
        return {"error": type(error).__name__, "detail": str(error)}
    except Exception as error:  # a library may raise anything on a file that somebody has bent
        return {"error": "DamagedFile", "detail": str(DamagedFile(type(error).__name__))}


def path_of(job: Json) -> str:
    """The path by which what a job reads is known; a file in an archive stands below the archive."""
    name = job.get("member")
    return str(job["path"]) if name is None else archive.member_path(job["path"], name)


def _opened(data: bytes, nested: bool) -> Json:
    if nested:
        raise NestedArchive
    names, junk = archive.members(data)
    return {"members": list(names), "junk": list(junk)}


def _made(file: LoadedFile, path: str, holidays: Holidays) -> Json:
    documents = annotate(file, path, _analyzer(), holidays)
    return {
        "rows": file_rows(path, file, documents),
        "titles": [speech.metadata.title for speech in file.speeches],
        "warnings": [*file.warnings, *_on_dates(file)],
        "noise": len(file.noise),
    }


def _on_dates(file: LoadedFile) -> Iterator[str]:
    """What should be known of the dates of the speeches: what told the year, or that there is none."""
    known = [speech.metadata for speech in file.speeches]
    for one in known:
        if one.told and one.date:
            yield f"《{one.title}》 is taken to be of {one.date.year}, as it says “{one.told}”"
    yield from (
        f"《{one.title}》 has no date: relative times stay unresolved" for one in known if not one.date
    )


@cache
def _analyzer() -> Analyzer:
    return Analyzer(thesaurus.field_words())


def _manifest(entries: list[Json]) -> Manifest:
    return Manifest(tuple(Entry(**{**entry, "date": _date(entry["date"])}) for entry in entries))


def _date(value: Json | None) -> PartialDate | None:
    return PartialDate(**value) if value else None
