"""The same speech from a file of each format has the outline that it has as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.blocks.source import Source
from loaders.errors import DamagedFile, EncryptedFile, LoaderError, Scanned
from loaders.formats.doc.loader import NUMBERS_MISSING
from loaders.notes import Note
from loaders.registry import choose, load
from tests.loaders.fidelity import differences, likeness, squashed

FIXTURES = Path(__file__).parents[1] / "fixtures"
CORPUS = Path(__file__).parents[3] / "corpus"
PLAN, CONFERENCE = "青汀县2027年工作要点.txt", "lanjiang-province-conference.txt"
# Floors: they only rise.
FIDELITY = [
    ("plan.pdf", PLAN, 1.0),
    ("conference.pdf", CONFERENCE, 1.0),
    ("plan.ofd", PLAN, 1.0),
    ("plan.doc", PLAN, 1.0),
]


def read(name: str) -> Source:
    data = (FIXTURES / name).read_bytes()
    return choose(data).load(data)


@pytest.mark.parametrize(("name", "original", "floor"), FIDELITY)
def test_the_outline_is_that_of_the_text(name: str, original: str, floor: float) -> None:
    wanted = load((CORPUS / original).read_bytes(), original)
    found = load((FIXTURES / name).read_bytes(), original)
    assert likeness(wanted, found) >= floor, list(differences(wanted, found))


def test_all_the_text_of_a_word_file_is_read() -> None:
    assert squashed(read("plan.doc").text) == squashed((CORPUS / PLAN).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "pages"), [("plan.pdf", 8), ("conference.pdf", 3), ("plan.ofd", 8)])
def test_each_page_begins_where_its_first_line_stands(name: str, pages: int) -> None:
    source = read(name)
    assert len(source.pages) == pages and source.pages[0] == 0
    assert list(source.pages) == sorted(set(source.pages))
    assert not any(source.text[at : at + 1].isspace() for at in source.pages)


@pytest.mark.parametrize("name", ["plan.pdf", "plan.ofd"])
def test_page_numbers_and_running_headers_are_not_read(name: str) -> None:
    source = read(name)
    lines = source.text[: source.left_out[0].start].splitlines()
    assert {stretch.reason for stretch in source.left_out} <= {"page", "repeated"}
    assert lines.count("青汀县2027年卫生健康工作要点") == 1
    assert not any(line.strip("—- 0123456789") == "" for line in lines)


def test_hidden_and_deleted_text_stays_out_and_fields_are_their_results() -> None:
    assert read("revised.doc").text.splitlines() == [
        "在云溪县卫生健康工作会议上的讲话",
        "一、提高认识",
        "见附件。6月底前完成药品目录统一。",
        "ISO 9001 认证年内完成。",
        "指标",
        "责任单位",
    ]


def test_numbers_that_word_counts_are_said_to_be_missing() -> None:
    assert read("numbered.doc").warnings == (NUMBERS_MISSING,)
    assert read("plan.doc").warnings == ()


def test_scanned_pages_are_named_and_never_guessed() -> None:
    half = read("half-scanned.pdf")
    assert half.text.startswith("一、加强保障\n") and half.pages == (0, 0)
    assert half.warnings == (Note.of("scanned_pages", pages="1"),)
    with pytest.raises(Scanned):
        read("scanned.pdf")


@pytest.mark.parametrize("name", ["locked.pdf", "locked.doc"])
def test_a_password_is_one_clear_error(name: str) -> None:
    with pytest.raises(EncryptedFile):
        read(name)


@pytest.mark.parametrize("name", ["plan.pdf", "plan.ofd", "plan.doc", "revised.doc"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_file_cut_anywhere_is_an_error_or_less_text(name: str, part: float) -> None:
    data = (FIXTURES / name).read_bytes()
    short = data[: int(len(data) * part)]
    try:
        text = load(short, name).text
    except LoaderError as error:
        assert "\n" not in str(error)
    else:
        assert len(text) <= len(load(data, name).text)


def test_a_file_is_what_its_bytes_say_whatever_its_name() -> None:
    data = (FIXTURES / "plan.pdf").read_bytes()
    assert load(data, "plan.doc").encoding == "pdf"
    with pytest.raises(DamagedFile):
        load(b"PK\x03\x04" + b"no zip at all" * 20, "a.txt")
