"""Every kind of document is read as a person reads it: titles, dates, headings, rows, deadlines, and what is left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from knowledge.deadlines.deadlines import Deadline
from knowledge.indexing import worker
from knowledge.indexing.annotation import annotate
from knowledge.lexicon import thesaurus
from knowledge.text.analyzer import Analyzer
from loaders.registry import load

Json = dict[str, Any]

FOLDER = Path(__file__).parents[2] / "documents"
CASES = [json.loads(line) for line in (FOLDER / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
FACTS = ("title", "number", "date", "place", "speaker", "issuer")


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(thesaurus.field_words())


def parsed(case: Json) -> list[Json]:
    data = (FOLDER / case["file"]).read_bytes()
    answer = worker.work({"path": case["file"], "entries": [], "product": "documents"}, data)
    documents: list[Json] = answer["documents"]
    return documents


def squeezed(words: str | None) -> str:
    return "".join((words or "").split())


def heading(words: str) -> str:
    return squeezed(words).rstrip("。：:")


def any_of(value: Any) -> list[str]:
    return list(map(squeezed, value if isinstance(value, list) else [value]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_the_documents_of_a_file(case: Json) -> None:
    found = parsed(case)
    wanted = case["documents"]
    assert len(found) == len(wanted) or (case.get("more_documents") and len(found) > len(wanted))
    for document, expected in zip(found, wanted, strict=False):
        told = {fact: document[fact] for fact in FACTS if fact in expected}
        assert {
            fact: squeezed(value) in any_of(expected[fact]) for fact, value in told.items()
        } == dict.fromkeys(told, True), told
        assert list(wrong(expected, [document])) == []
    assert list(wrong(case, found)) == []


def wrong(expected: Json, documents: list[Json]) -> Iterator[str]:
    """What is not as it is expected of the text of documents."""
    sections = [
        (one["level"], heading(one["heading"])) for document in documents for one in document["sections"]
    ]
    passages = [passage for document in documents for passage in document["passages"]]
    titles = [squeezed(document["title"]) for document in documents]
    if "headings" in expected and sections != [
        (level, heading(words)) for level, words in expected["headings"]
    ]:
        yield f"headings {sections}"
    yield from wrong_words(expected, sections, passages, titles)
    yield from wrong_places(expected, sections, passages)
    gone = [squeezed(one["text"]) for document in documents for one in document["left_out"]]
    if "left_out_ok" in expected:
        yield from (f"left out: {words}" for words in gone if not inside(words, expected["left_out_ok"]))


def wrong_words(
    expected: Json, sections: list[tuple[int, str]], passages: list[Json], titles: list[str]
) -> Iterator[str]:
    texts = [squeezed(passage["text"]) for passage in passages]
    lines = [squeezed(line) for passage in passages for line in passage["text"].split("\n")]
    for key, places in (("must_contain", texts), ("one_paragraph", lines)):
        yield from (
            f"{key}: {words}" for words in expected.get(key, ()) if not inside(squeezed(words), places)
        )
    everywhere = [*texts, *titles, *(words for _, words in sections)]
    yield from (
        words for words in expected.get("must_not_contain", ()) if inside(squeezed(words), everywhere)
    )
    names = [*titles, *(words for _, words in sections)]
    yield from (f"named: {words}" for words in expected.get("named", ()) if squeezed(words) not in names)


def wrong_places(expected: Json, sections: list[tuple[int, str]], passages: list[Json]) -> Iterator[str]:
    for level, words in expected.get("headings_include", ()):
        levels = [at for at, printed in sections if printed == heading(words)]
        if not levels or level not in (None, *levels):
            yield f"no heading of level {level}: {words}"
    printed = [words for _, words in sections]
    yield from (words for words in expected.get("headings_exclude", ()) if heading(words) in printed)
    for words, path in expected.get("under", ()):
        holding = [passage["section"] for passage in passages if squeezed(words) in squeezed(passage["text"])]
        if list(map(heading, path)) not in [list(map(heading, one[-len(path) :])) for one in holding]:
            yield f"{words} under {holding}"
    rows = [[list(map(squeezed, cell)) for cell in passage["row"] or ()] for passage in passages]
    yield from (f"no row {row}" for row in expected.get("rows", ()) if row not in rows)


def inside(words: str, places: Iterable[str]) -> bool:
    return any(words in squeezed(place) for place in places)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "deadlines" in case], ids=lambda case: case["file"]
)
def test_the_deadlines_of_a_file(case: Json, analyzer: Analyzer) -> None:
    file = load((FOLDER / case["file"]).read_bytes(), case["file"])
    found = [deadline for one in annotate(file, case["file"], analyzer) for _, deadline in one.deadlines]
    for wanted in case["deadlines"]:
        assert wanted.get("optional") or any(fits(wanted, deadline) for deadline in found), wanted
    if case.get("deadlines_exact"):
        extra = [
            one for one in found if one.end and not any(fits(wanted, one) for wanted in case["deadlines"])
        ]
        assert extra == []


def fits(wanted: Json, found: Deadline) -> bool:
    phrase = wanted.get("phrase", found.phrase)
    end = found.end.isoformat() if found.end else None
    stands = squeezed(wanted["in"]) in squeezed(found.sentence) and squeezed(phrase) == squeezed(found.phrase)
    return stands and end == wanted["end"] and set(wanted.get("bodies", ())) <= set(found.bodies)
