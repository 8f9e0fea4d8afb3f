"""Small speeches for tests: a paragraph a line, sentences at 。！？, one heading above all."""

from __future__ import annotations

import re

from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Heading, Paragraph, Sentence

BASE = PartialDate(2024, 3, 8)
TASKS = "二、抓好重点任务"


def paragraphs(text: str, heading: str = "") -> list[Paragraph]:
    path = (Heading(heading, 1, 0, 0),) if heading else ()
    return [Paragraph(path, tuple(_sentences(line.start(), line[0]))) for line in re.finditer("[^\n]+", text)]


def _sentences(start: int, line: str) -> list[Sentence]:
    found = re.finditer(r"\s*([^。！？]+[。！？]?)", line)
    return [Sentence(start + match.start(1), start + match.end(1)) for match in found]
