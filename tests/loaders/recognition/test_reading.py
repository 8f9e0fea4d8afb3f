"""However a page lies under the camera, its lines come out upright, in their places and straight."""

import numpy
import pytest

from loaders.recognition.reading import read_page

UP, DOWN = 10, 200  # grey of a strip that is upright, of one on its head


class Reader:
    """Finds the coloured strips of a picture, whose grey tells whether they are upright."""

    def __init__(self, boxes):
        self._boxes = numpy.array(boxes, "float32")

    def boxes(self, picture):
        return self._boxes

    def is_upside_down(self, strip):
        return bool(strip[0, : strip.shape[1] // 4].mean() > 100)

    def text(self, strip):
        height, width = strip.shape[:2]
        return f"{width}x{height}", 0.9


def box(left, top, right, bottom):
    return [[left, top], [right, top], [right, bottom], [left, bottom]]


def drawn(*boxes, head=UP):
    """A page with strips, dark at the end where the text begins."""
    picture = numpy.full((400, 300, 3), 255, "uint8")
    for left, top, right, bottom in boxes:
        picture[top:bottom, left:right] = 255
        picture[top:bottom, left : left + (right - left) // 2] = head
    return picture


LINES = [(40, 50, 240, 70), (40, 90, 200, 110)]


def places(page):
    return [tuple(round(number) for number in line[2:]) for line in page.lines]


def test_an_upright_page_is_read_as_it_lies():
    page = read_page(drawn(*LINES), 0.5, Reader([box(*line) for line in LINES]))
    assert (page.width, page.height) == (150, 200)
    assert [line.text for line in page.lines] == ["200x20", "160x20"]
    assert places(page) == [(20, 25, 120, 35), (20, 45, 100, 55)]


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_turned_by_quarters_is_turned_back(turns):
    picture = numpy.ascontiguousarray(numpy.rot90(drawn(*LINES), turns))
    dark = [(picture == UP).all(axis=-1)]
    assert dark[0].any()
    found = [found_box(line, turns) for line in LINES]
    page = read_page(picture, 1.0, Reader(found))
    assert (page.width, page.height) == (300, 400)
    assert sorted(places(page), key=lambda place: place[1]) == [(40, 50, 240, 70), (40, 90, 200, 110)]


def found_box(line, turns):
    """What is found of a line when the page is turned against the clock, its upper left corner on the picture first."""
    left, top, right, bottom = line
    for _ in range(turns):
        width = 300 if _ % 2 == 0 else 400
        left, top, right, bottom = top, width - right, bottom, width - left
    return box(left, top, right, bottom)


def test_lines_that_run_aslant_come_out_level():
    slope = 0.05
    boxes = [[[x, y + slope * x] for x, y in box(40, top, 240, top + 20)] for top in (50, 90)]
    page = read_page(numpy.full((400, 300, 3), UP, "uint8"), 1.0, Reader(boxes))
    tops = [line.top for line in page.lines]
    lefts = [line.left for line in page.lines]
    assert tops[1] - tops[0] == pytest.approx(40, abs=0.5)
    assert lefts[0] == pytest.approx(lefts[1], abs=2.5)


def test_an_empty_page_has_no_lines():
    assert read_page(drawn(), 1.0, Reader(numpy.zeros((0, 4, 2)))).lines == ()
