"""What is done with a file in a confined process (see `loaders.isolation.sandbox`): it is read, annotated and made rows."""

from __future__ import annotations

import codecs
import datetime as dt
import encodings
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from knowledge.corpus.reading_jobs import RECOGNISED, UNREAD, Json, error_answer, path_of
from knowledge.indexing.annotation import annotate
from knowledge.indexing.parsed_documents import parsed_documents
from knowledge.lexicon import thesaurus
from knowledge.semantics.encoder import encoder
from knowledge.store.rows import file_rows
from knowledge.text.analyzer import Analyzer
from loaders import registry
from loaders.containers import archive
from loaders.errors import DamagedFile, LoaderError, NestedArchive, Pictured
from loaders.formats.pages.recognised_page import RecognisedPage
from loaders.isolation.sandbox import DATA
from loaders.lazy_pattern import compile_all
from loaders.metadata.manifest import Manifest, ManifestEntry
from loaders.metadata.metadata import PartialDate
from loaders.notes import Note
from loaders.structure.outline import LoadedFile

_UNRECOGNISED = "unrecognised"
_OF_PDF = ("loaders.formats.pages.pdf_page", "loaders.formats.pages.pdf_scans")
_STRETCH = 8 << 20  # bytes that are unpacked at once, unless one file has more
# A plan with a sentence of each sort: what is made when the first of them is met, all workers share.
_SAMPLE = """在全县卫生健康工作会议上的讲话
一、去年的工作
去年，全县新建村卫生室12所，家庭医生签约率达到75.5%，比上年提高3个百分点。但是，儿科医师缺口仍有20名，主要原因是待遇偏低。
二、今年的任务
（一）提升基层服务能力
1.2026年6月底前，县卫健局牵头制定村医管理办法，县财政局配合；年底前tisheng覆盖率达到90%以上。
2.每季度开展一次督查，发现问题3个工作日内整改到位。对符合条件的村医，每人每月补助300元，由县财政承担。
3.“互联网+护理服务”是指医疗机构利用在册护士提供上门护理。试点医院包括县人民医院、县中医院等3家。
4.落实公立医院债务化解，改造卫生院8所、新增床位200张，鼓励二级医院设置老年医学科。
5.对24家涉粉尘企业开展定期检测。
责任单位：县卫健局、县医保局；完成时限：2026年12月底前。
"""


def prepare() -> None:
    """Load word lists and libraries: the workers that are forked later can open no file, and share what is made now."""
    compile_all()
    for module in pkgutil.iter_modules(encodings.__path__):
        with suppress(LookupError):  # some modules are no encodings, some are of other systems
            codecs.lookup(module.name)
    work({"path": "sample.txt", "entries": [], "holidays": []}, _SAMPLE.encode())


def prepare_fresh() -> None:
    """Load the libraries of workbooks and PDF, too: all that is no plain text is read in a process of its own."""
    for module in ("loaders.formats.sheets.workbook", *_OF_PDF):
        import_module(module)


def work(job: Json, data: bytes) -> Json:
    """Read a file, list the files of an archive, or unpack some of them.

    Arguments: `path` relative to the corpus folder, `entries` of corpus.toml, the public `holidays`; `member`, the name
    in its archive of what is to be read, or `unpack`, the names in the archive of what is to be unpacked; the `product`
    that is wanted; what was `recognised` on pages that are pictures, by their number; the bytes of the file or archive. Returns the rows with what the report tells of them, or the
    `documents` as they were parsed; or the `members` of an archive with its `junk`; or what is `unpacked` (see
    `_unpacked`); or the `error` (see `error_answer`). `unread` are the pages that are still to be recognised, by number,
    each with a key of its picture.
    """
    path = path_of(job)
    try:
        if "unpack" in job:
            return _unpacked(data, job["unpack"])
        if archive.is_archive(data):
            return _opened(data, nested="member" in job)
        pages = _recognised(job)
        file = registry.load(
            data, path, _manifest(job["entries"]), converted="instead" in job, recognised=pages
        )
        made = _analysed(file, path, job)
        if file.unread and RECOGNISED not in job:
            made["warnings"].append(Note("scans_unread").plain())
        return {**made, **_unread(file.unread)}
    except (
        MemoryError,
        RecursionError,
        ImportError,
    ):  # of the limits, which the sandbox tells; a fault of ours
        raise
    except Pictured as error:
        again = type(error)(_UNRECOGNISED) if RECOGNISED in job and error.unread else error
        return {**error_answer(again), **_unread(error.unread)}
    except LoaderError as error:
        return error_answer(error)
    except Exception as error:  # a library may raise anything on a file that somebody has bent
        return error_answer(DamagedFile("library", name=type(error).__name__))


def _analysed(file: LoadedFile, path: str, job: Json) -> Json:
    """What is made of a file that has been read; what fails here is no fault of the file."""
    try:
        return _parsed(file) if job.get("product") == "documents" else _made(file, path, job["holidays"])
    except (MemoryError, RecursionError, ImportError, LoaderError):
        raise
    except Exception as error:
        raise DamagedFile("analysis", name=type(error).__name__) from error


def _recognised(job: Json) -> dict[int, RecognisedPage]:
    return {int(number): RecognisedPage.of(page) for number, page in job.get(RECOGNISED, {}).items()}


def _unread(pages: Mapping[int, str]) -> Json:
    return {UNREAD: {str(number): key for number, key in pages.items()}} if pages else {}


def _opened(data: bytes, nested: bool) -> Json:
    if nested:
        raise NestedArchive
    names, junk = archive.members(data)
    return {"members": list(names), "junk": list(junk)}


def _unpacked(data: bytes, names: list[str]) -> Json:
    """For each of the names, or the first of them, its `size` or its `error`; the bytes stand behind one another."""
    contents = list(archive.unpacked(data, names, _STRETCH))
    results = [
        error_answer(content) if isinstance(content, LoaderError) else {"size": len(content)}
        for content in contents
    ]
    return {
        "unpacked": results,
        DATA: b"".join(content for content in contents if isinstance(content, bytes)),
    }


def _made(file: LoadedFile, path: str, holidays: Sequence[str]) -> Json:
    off = frozenset(map(dt.date.fromisoformat, holidays))
    documents = annotate(file, path, _analyzer(), off, encoder())
    return {
        "rows": file_rows(path, file, documents),
        "titles": [speech.metadata.title for speech in file.speeches],
        "warnings": _warnings(file),
        "noise": len(file.noise),
    }


def _parsed(file: LoadedFile) -> Json:
    return {"documents": parsed_documents(file), "warnings": _warnings(file)}


def _warnings(file: LoadedFile) -> list[list[Any]]:
    return [note.plain() for note in (*file.warnings, *_on_dates(file))]


def _on_dates(file: LoadedFile) -> Iterator[Note]:
    """What should be known of the dates of the speeches: what told the year, or that there is none."""
    all_metadata = [speech.metadata for speech in file.speeches]
    for metadata in all_metadata:
        if metadata.told and metadata.date:
            yield Note.of("year_told", title=metadata.title, year=metadata.date.year, words=metadata.told)
    yield from (Note.of("no_date", title=metadata.title) for metadata in all_metadata if not metadata.date)


@cache
def _analyzer() -> Analyzer:
    return Analyzer(thesaurus.field_words())


def _manifest(entries: list[Json]) -> Manifest:
    return Manifest(tuple(ManifestEntry(**{**entry, "date": _date(entry["date"])}) for entry in entries))


def _date(value: Json | None) -> PartialDate | None:
    return PartialDate(**value) if value else None
