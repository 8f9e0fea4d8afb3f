"""The automatic numbers, headings and tables of a Word 97 file are those that Word shows."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from loaders.blocks.list_numbers import ListCounter
from loaders.blocks.source import Source
from loaders.formats.doc.lists import lists
from loaders.formats.doc.loader import NUMBERS_MISSING
from loaders.formats.doc.properties import ParagraphFormats, properties
from loaders.registry import choose
from tests.loaders.fixtures.make_doc import LIST, Run, word

FIXTURES = Path(__file__).parents[1] / "fixtures"
DECIMAL, CHINESE, BULLET = 0, 0x27, 0x17
LEGAL, NO_RESTART = 0x04, 0x08


def read(data: bytes) -> Source:
    return choose(data).load(data)


@pytest.mark.parametrize("name", ["speech", "table"])
def test_a_file_saved_by_libreoffice_reads_as_its_docx(name: str) -> None:
    """`soffice --convert-to doc` made them of the .docx of the same name."""
    old = read((FIXTURES / "word97" / f"{name}.doc").read_bytes())
    new = read((FIXTURES / "files" / f"{name}.docx").read_bytes())
    assert [line.split() for line in old.text.splitlines()] == [
        line.split() for line in new.text.splitlines()
    ]
    assert [level for _, level in old.headings] == [level for _, level in new.headings]
    assert cells(old) == cells(new)
    assert old.warnings == ()


def cells(source: Source) -> list[list[tuple[str, str]]]:
    return [[(cell.header, source.text[cell.start : cell.end]) for cell in row.cells] for row in source.rows]


def level(label: str, kind: int = DECIMAL, start: int = 1, flags: int = 0, restart: int = 0) -> bytes:
    """An LVL: figures in the label are the levels whose numbers stand there."""
    places = [at for at, sign in enumerate(label, 1) if sign.isdigit()]
    text = "".join(chr(int(sign)) if sign.isdigit() else sign for sign in label)
    head = struct.pack("<iBB9s", start, kind, flags, bytes(places))
    return (
        head + bytes(9) + bytes([0, 0, restart, 0]) + struct.pack("<H", len(text)) + text.encode("utf-16-le")
    )


def tables(levels: list[bytes], overrides: list[bytes]) -> tuple[bytes, bytes]:
    """The streams of a file with one list that several of its numbers name; each override is an LFOData."""
    simple = len(levels) == 1
    levels = levels if simple else levels + [level("")] * (9 - len(levels))
    styles = struct.pack("<9H", *[0x0FFF] * 9)
    held = struct.pack("<H", 1) + b"LIST" + bytes(4) + styles + bytes([simple, 0]) + b"".join(levels)
    heads = b"".join(b"LIST" + bytes(8) + bytes([len(data) > 0, 0, 0, 0]) for data in overrides)
    counted = struct.pack("<I", len(overrides)) + heads + b"".join(bytes(4) + data for data in overrides)
    document = bytearray(0x300)
    struct.pack_into("<H", document, 0x98, 93)
    struct.pack_into("<IIII", document, 0x2E2, 0, 30, len(held), len(counted))
    return bytes(document), held + counted


def labels(
    levels: list[bytes], items: list[tuple[int, int]], overrides: list[bytes] | None = None
) -> list[str]:
    """The numbers of some items, each by the number of its list and its level."""
    found, counter = lists(*tables(levels, overrides or [b""])), ListCounter()
    return [counter.label(str(number), found[number], depth) for number, depth in items]


def start_override(depth: int, start: int) -> bytes:
    return struct.pack("<iI", start, depth | 0x10)


def test_chinese_numbers_stand_in_their_label() -> None:
    assert labels([level("（0）", CHINESE, start=9)], [(1, 0)] * 3) == ["（九）", "（十）", "（十一）"]


def test_a_deeper_level_begins_anew_and_shows_the_one_above() -> None:
    levels = [level("0、", CHINESE), level("0.1", flags=LEGAL)]
    items = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    assert labels(levels, items) == ["一、", "1.1", "1.2", "二、", "2.1"]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    levels = [level("第0章", CHINESE), level("第1条", flags=NO_RESTART)]
    items = [(1, 0), (1, 1), (1, 0), (1, 1)]
    assert labels(levels, items) == ["第一章", "第1条", "第二章", "第2条"]


def test_lists_of_one_definition_count_on_unless_they_have_a_start_of_their_own() -> None:
    one = [level("0.")]
    assert labels(one, [(1, 0), (2, 0)], [b"", b""]) == ["1.", "2."]
    assert labels(one, [(1, 0), (2, 0), (2, 0)], [b"", start_override(0, 5)]) == ["1.", "5.", "6."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = struct.pack("<iI", 3, 0x30) + level("0)", start=3)
    assert labels([level("0.")], [(1, 0), (2, 0)], [b"", own]) == ["1.", "3)"]


def test_bullets_have_no_number() -> None:
    assert labels([level("\uf0b7", BULLET)], [(1, 0)]) == [""]


def test_a_list_that_the_file_does_not_define_is_told() -> None:
    assert read(word([Run("提高认识\r要快。\r")], paragraphs=LIST)).warnings == (NUMBERS_MISSING,)


def test_a_list_that_a_paragraph_was_taken_out_of_is_none() -> None:
    former = b"\x0b\x46" + struct.pack("<H", 0xF801)
    assert read(word([Run("提高认识\r")], paragraphs=former)).warnings == ()


def test_characters_beyond_two_bytes_keep_their_place() -> None:
    source = read(word([Run("开展错𬌗畸形筛查。\r"), Run("不公开", b"\x3c\x08\x01"), Run("要快。\r")]))
    assert source.text.splitlines() == ["开展错𬌗畸形筛查。", "要快。"]


def test_modifiers_too_many_for_a_page_stand_in_a_stream_of_their_own() -> None:
    huge = b"\x46\x66" + struct.pack("<I", 2)
    formats = ParagraphFormats([(0, 10, b"\7\0" + huge)], [0], b"??" + struct.pack("<H", 4) + LIST)
    style, own = formats.at(5)
    assert style == 7 and own[0x460B] == b"\1\0"
    assert formats.at(10) == (0, {})


def test_a_modifier_that_is_cut_short_ends_the_list() -> None:
    assert properties(LIST + b"\x0b") == {0x460B: b"\1\0"}
