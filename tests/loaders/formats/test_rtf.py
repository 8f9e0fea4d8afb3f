"""Rich text: characters, numbers, hidden text, tables, footnotes."""

from __future__ import annotations

import pytest

from loaders.errors import DamagedFile
from loaders.formats.rtf.loader import Rtf
from loaders.notes import Note
from loaders.registry import load
from tests.loaders.fixtures.rtf_file import chars, rtf


def lines(body: str) -> list[str]:
    source = Rtf().load(rtf(body))
    end = min((stretch.start for stretch in source.left_out), default=len(source.text))
    return source.text[:end].splitlines()


def left_out(body: str) -> list[tuple[str, str]]:
    source = Rtf().load(rtf(body))
    return [(source.text[stretch.start : stretch.end], stretch.reason) for stretch in source.left_out]


def par(words: str) -> str:
    return rf"\pard\f1 {chars(words)}\par "


def test_characters_of_gbk_escaped_whole_or_in_half_and_beyond_it() -> None:
    assert lines(r"\f1 \'d2\'bb\'81@\par") == ["一" + b"\x81@".decode("gbk")]
    assert lines(r"\f1 \u21307\'a1\'f5\u-26368\'a1\'f5{\uc1\u22763 ?}\par") == [
        "医" + chr(65536 - 26368) + chr(22763)
    ]


def test_the_font_tells_the_encoding_not_the_place() -> None:
    body = r"{\f1 \'d2\'bb}{\f0 a\'b7b}\par"
    assert Rtf().load(rtf(body).replace(b"ansicpg936", b"ansicpg1252")).text == "一a·b\n"


def test_numbers_stand_in_listtext_or_pntext_and_bullets_are_none() -> None:
    body = (
        rf"{{\listtext\f1 {chars('一、')}\tab}}{chars('抓')}\par"
        rf"{{\pntext\f1 1.\tab}}{{\*\pn\pnlvlbody{{\pntxta .}}}}{chars('抓')}\par"
        r"{\listtext\f0 \'b7\tab}\f1 " + chars("抓") + r"\par"
    )
    assert lines(body) == ["一、抓", "1.抓", "抓"]


def test_hidden_and_deleted_text_headers_pictures_and_codes_are_out() -> None:
    body = (
        rf"\f1 {chars('要')}{{\v {chars('藏')}}}{{\deleted {chars('旧')}}}{{\*\bkmkstart x}}"
        rf"{{\field{{\*\fldinst HYPERLINK x}}{{\fldrslt {chars('快')}}}}}{{\pict\bin4 }}}}{{ab}}{chars('。')}\par"
    )
    assert lines(body) == ["要快。"]
    assert left_out(body) == [("藏", "hidden"), ("旧", "deleted")]


def test_of_two_spellings_the_better_is_read_and_unknown_groups_are_not() -> None:
    body = r"{\upr{\*\x a}{\*\ud{\u21307\'a1\'f5}}}{\*\unheardof b}\par"
    assert lines(body) == ["医"]


def test_text_boxes_follow_their_paragraph_and_footnotes_the_body() -> None:
    box = rf"{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv b}}}}{{\shptxt \f1 {chars('框')}\par}}}}{{\shprslt x}}}}"
    note = rf"{{\footnote \f1 {chars('注释。')}}}"
    file = load(rtf(rf"\f1 {chars('要快')}{box}{note}{chars('。')}\par " + par("要准。")), "a.rtf")
    assert file.text.splitlines() == ["要快。", "框", "要准。", "注释。"]


def test_merged_cells() -> None:
    def row(*cells: str, words: tuple[str, ...]) -> str:
        return r"\trowd" + "".join(cells) + "".join(rf"\intbl\f1 {chars(w)}\cell" for w in words) + r"\row "

    body = (
        row(r"\clvmgf\cellx1000", r"\cellx3000", words=("类别", "目标"))
        + row(r"\clvmrg\cellx1000", r"\cellx2000", r"\cellx3001", words=("", "2026年", "2027年"))
        + row(r"\cellx1000", r"\cellx2000", r"\cellx3000", words=("托育", "4.1个", "4.6个"))
        + r"\pard "
    )
    source = Rtf().load(rtf(body + par("完")))
    told = [(c.header, source.text[c.start : c.end]) for c in source.rows[-1].cells]
    assert told == [("类别", "托育"), ("目标2026年", "4.1个"), ("目标2027年", "4.6个")]


def test_styles_tell_headings() -> None:
    source = Rtf().load(rtf(rf"\pard\s1\f1 {chars('总体要求')}\par " + par("要快。")))
    assert source.headings == ((0, 1),)


def test_a_file_cut_short_is_read_as_far_as_it_goes() -> None:
    source = Rtf().load(rtf(par("要快。"))[:-1])
    assert (source.text, source.warnings) == ("要快。\n", (Note("cut_short"),))


def test_characters_told_in_two_halves_and_signs_that_are_none() -> None:
    assert lines(r"{\uc1\u-10187 ?\u-8968 ?}\u0\'a1\'f5 a\par") == ["\U0001d4f8 a"]
    assert lines(r"{\uc1\u-10187 ?b}\par") == ["\ufffdb"]


def test_deep_nesting_is_damage() -> None:
    with pytest.raises(DamagedFile, match="nested"):
        Rtf().load(rtf("{" * 5000))
