"""The recogniser itself, in the confined process that a load uses, over pages that are drawn here."""

from __future__ import annotations

import io
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.recognition import CORPUS, FONT, copied, drawn, wrong_characters
from bot.rendering.json import answer_json
from knowledge.indexing.indexer import load
from knowledge.indexing.page_pictures import picture_of
from knowledge.indexing.recognition import Recognition
from knowledge.knowledge_base import KnowledgeBase
from loaders.formats.pages.recognised_page import RecognisedPage

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(
        find_spec("rapidocr") is None or not FONT.exists(),
        reason="the extra `scans` or the font of fonts-noto-cjk is not here",
    ),
]
TEXT = (CORPUS / "青汀县2027年工作要点.txt").read_text(encoding="utf-8")
NOTICE = ("云溪县卫生健康工作安排", "6月底前完成健康体检。", "年内招聘医学毕业生30名。")  # on the photograph
MOST_WRONG = 0.005  # of the characters; the benchmark tells what is usual

FIXTURES = Path(__file__).parents[1] / "fixtures"


def pdf(*pictures: Image.Image) -> bytes:
    pictures[0].save(file := io.BytesIO(), "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return file.getvalue()


def jpeg(picture: Image.Image) -> bytes:
    picture.save(file := io.BytesIO(), "JPEG", quality=85)
    return file.getvalue()


def test_a_scan_and_a_photograph_are_loaded_and_answer(tmp_path: Path) -> None:
    """The first page is clean, the second one askew and noisy; the photograph lies on its side."""
    first, second, *_ = drawn(TEXT)
    corpus, database = tmp_path / "corpus", tmp_path / "k.db"
    corpus.mkdir()
    (corpus / "scan.pdf").write_bytes(pdf(first.picture, copied(second.picture)))
    (corpus / "photo.jpg").write_bytes(jpeg(first.picture.rotate(90, expand=True)))
    shutil.copy(FIXTURES / "notice.heic", corpus)
    report = load(corpus, database)
    assert report.ok and [file.outcome for file in report.files] == ["added"] * 3
    recognised = Recognition.beside(database)
    assert recognised is not None
    kept = [recognised.cache.get(path.name.partition("-")[0]) for path in recognised.cache.folder.iterdir()]
    for page in (RecognisedPage.of(plain) for plain in kept if plain):
        if page.lines[0].text == NOTICE[0]:
            continue
        wrong = min(wrong_characters(lines.lines, page) for lines in (first, second))
        assert wrong <= MOST_WRONG * sum(map(len, first.lines))
    knowledge = KnowledgeBase(database)
    (notice,) = [document for document in knowledge.documents() if document.path == "notice.heic"]
    assert notice.title == NOTICE[0]
    assert "".join(answer.passage for answer in knowledge.text(notice.id)) == "".join(NOTICE[1:])
    (scan,) = [document for document in knowledge.documents() if document.path == "scan.pdf"]
    assert scan.title == "青汀县2027年卫生健康工作要点" and scan.recognised and scan.year == 2027
    assert knowledge.headings(scan.id)[0] == "一、深化体制机制改革，增强发展动力"
    answer = knowledge.ask("县域内就诊率要达到多少？").answers[0]
    assert "县域内就诊率达到91%" in answer.passage and answer_json(answer)["recognised"] is True
    assert (picture_of(corpus, scan, 2) or b"").startswith(b"\xff\xd8\xff")
