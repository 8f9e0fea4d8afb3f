"""A page is drawn as upright as its text is read, and the boxes lie where the words are drawn; in a confined process."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from loaders.formats.pages.pictures import worker
from loaders.formats.pages.pictures.fonts import serif_font
from loaders.formats.pages.pictures.png import png
from loaders.isolation.sandbox import DATA, ResourceLimits
from loaders.isolation.workers import Job, Workers
from tests.loaders.fixtures.pdf_file import Page, Rule, Text, pdf

FIXTURES = Path(__file__).parents[3] / "fixtures"
WORDS = "各级医疗机构要把基层服务"
LENGTH = 16 * len(WORDS)
# A line of words with a rule through it, by how it is turned on the page: a rule is drawn without any font.
LYING = {
    0: (Text(100, 300, WORDS), Rule(100, 296, 100 + LENGTH, 296)),
    90: (Text(300, 100, WORDS, turned=90), Rule(304, 100, 304, 100 + LENGTH)),
    270: (Text(300, 600, WORDS, turned=270), Rule(296, 600 - LENGTH, 296, 600)),
}


def opened(answer: dict) -> Image.Image:
    return Image.open(io.BytesIO(answer[DATA])).convert("L")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", list(LYING))
@pytest.mark.parametrize("crop", [None, (50, 50, 500, 700)])
def test_the_boxes_lie_on_what_is_drawn(turned, rotate, crop):
    data = pdf([Page(LYING[turned], rotate=rotate, crop=crop)])
    told, picture = worker.work({"page": 1, "words": WORDS}, data), opened(worker.work({"page": 1}, data))
    scale = picture.width / told["width"]
    assert picture.height == pytest.approx(told["height"] * scale, abs=2)
    left, top, right, bottom = picture.point(lambda value: 255 * (value < 128)).getbbox()
    (box,) = told["boxes"]
    assert right - left > bottom - top, "it is read from left to right"
    assert [left / scale, right / scale] == pytest.approx([box[0], box[2]], abs=6)
    assert box[1] - 3 <= top / scale <= bottom / scale <= box[3] + 3


@pytest.mark.parametrize("size", [(595, 842), (2000, 100), (100, 4000)])
def test_no_picture_is_larger_than_it_may_be(size):
    picture = opened(worker.work({"page": 1}, pdf([Page([Text(10, 50, "二字")], size=size)])))
    assert picture.width <= worker.WIDTH and picture.width * picture.height <= worker.MOST_PIXELS * 1.01


@pytest.mark.parametrize(("data", "page"), [(b"no PDF", 1), (pdf([Page([Text(10, 50, "二字")])]), 2)])
def test_what_cannot_be_drawn_is_told(data, page):
    assert list(worker.work({"page": page}, data)) == ["error"]
    assert list(worker.work({"page": page, "words": WORDS}, data)) == ["error"]


@pytest.mark.parametrize("colour", [(10, 10, 10), (200, 10, 10)])
def test_a_picture_is_what_its_pixels_say(colour):
    row = bytes(colour) * 3 + b"fill"
    with Image.open(io.BytesIO(png(3, 2, len(row), row * 2))) as picture:
        assert picture.size == (3, 2)
        assert picture.convert("RGB").getcolors() == [(6, colour)]


@pytest.mark.skipif(serif_font() is None, reason="the extra [pictures] is not installed")
def test_a_font_that_the_file_names_and_does_not_embed_is_drawn_in_a_confined_process():
    data = (FIXTURES / "plan.pdf").read_bytes()
    jobs = [Job(header, data, fresh=True) for header in ({"page": 1}, {"page": 1, "words": "工作要点"})]
    with Workers(worker.__name__, 1, ResourceLimits()) as workers:
        answers = dict((len(job.header), answer) for job, answer in workers.run(iter_of(jobs), lambda: None))
    picture, (box,) = opened(answers[1]), answers[2]["boxes"]
    scale = picture.width / answers[2]["width"]
    words = picture.crop([round(side * scale) for side in box])
    assert sum(words.histogram()[:128]) > words.width * words.height / 20


def iter_of(jobs: list[Job]):
    return lambda: jobs.pop() if jobs else None
