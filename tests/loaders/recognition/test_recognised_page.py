"""A recognised page becomes text as a printed one does: paragraphs, headings, the number of the page left out."""

import pytest

from loaders.formats.pages.pdf import Pdf
from loaders.formats.pages.recognised_page import RecognisedLine, RecognisedPage, recognition_notes
from loaders.notes import Note
from loaders.registry import load
from tests.loaders.recognition.recognising import FIXTURES

TITLE = "云溪县2027年卫生健康工作要点"
FIRST = "各乡镇卫生院要在六月底前完成全县六十五岁以上老年人的健康体"
SECOND = "检，规范管理率达到百分之七十五以上。"
BODY = [
    ("一、加强公共卫生", 122),
    (FIRST, 122),
    (SECOND, 90),
    ("二、加强人才培养", 122),
    ("年内招聘医学毕业生30名。", 122),
]


def line(text, left, top, em=16.0, pad=0.0, score=0.99):
    """A line in its box, which is wider than the ink by some points on each side; marks are half blank."""
    ems = sum(1.0 if ord(c) > 0x2E80 else 0.5 for c in text) - 0.5 * (text[-1] in "。；")
    around = 0.2 * em + pad
    return RecognisedLine(text, score, left - around, top - 2, left + em * ems + around, top + em + 2)


def page(pad=0.0):
    """A page as the recogniser draws boxes around its lines: wider than they are."""
    lines = [line(TITLE, 140, 60, em=22, pad=pad)]
    lines += [line(text, left, 110 + 28 * row, pad=pad) for row, (text, left) in enumerate(BODY)]
    return RecognisedPage(595, 842, (*lines, line("—1—", 285, 790, em=11, pad=pad)))


def texts(*pages):
    return Pdf(dict(enumerate(pages, 1))).load((FIXTURES / "scanned.pdf").read_bytes()).text.splitlines()


def test_lines_are_joined_to_paragraphs_and_headings_stand_alone():
    expected = [TITLE, "一、加强公共卫生", FIRST + SECOND, "二、加强人才培养", "年内招聘医学毕业生30名。"]
    for pad in (-1.0, 0.0, 1.0):
        assert texts(page(pad), RecognisedPage(595, 842, ()))[:5] == expected


def test_headings_and_left_out_lines_are_those_of_other_pages():
    data = (FIXTURES / "scanned.pdf").read_bytes()
    file = load(data, "a.pdf", recognised={1: page(), 2: RecognisedPage(595, 842, ())})
    assert file.speeches[0].metadata.title == TITLE
    assert [heading.text for heading in file.speeches[0].headings] == ["一、加强公共卫生", "二、加强人才培养"]
    assert [file.text[stretch.start : stretch.end] for stretch in file.noise] == ["—1—"]
    assert file.recognised == {1, 2} and file.is_recognised(0, 4)


@pytest.mark.parametrize("ending", ["检。", "检", "查结果"])
def test_a_short_line_has_the_size_of_type_of_the_others(ending):
    short = RecognisedPage(595, 842, (line(FIRST, 122, 100), line(ending, 90, 128, pad=0.5)))
    heights = {round(glyph.bottom - glyph.top, 1) for glyph in short.sheet().glyphs}
    assert len(heights) == 1


def test_uncertain_lines_are_told():
    sure, unsure = line("平常的一行", 90, 100), line("看不清的一行", 90, 128, score=0.4)
    assert recognition_notes({1: RecognisedPage(595, 842, (sure, unsure))}) == (
        Note.of("recognised_pages", pages="1"),
        Note.of("uncertain_lines", count=1, shown="“看不清的一行”"),
    )
    assert recognition_notes({}) == ()


def test_a_page_made_plain_is_the_same_page():
    assert RecognisedPage.of(page().plain()).plain() == page().plain()
