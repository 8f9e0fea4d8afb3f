"""How well scanned pages are recognised: pages of the example corpus, drawn as an office prints them, clean and as a poor
copy lies askew in the scanner.

    python -m benchmarks.recognition [--texts N] [--misses]

Prints for each kind of page the share of characters that are wrong (by edits, white space left out), of sentences and
headings that come out whole, seconds of processor a page and the most memory that the process had; and how many of the
lines that are wrong, and of those that are right, are told as uncertain. Needs the extra `scans` and, in Debian,
fonts-noto-cjk.
"""

from __future__ import annotations

import argparse
import io
import resource
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from benchmarks.round_trip import CORPUS, compared
from loaders.formats.pages.recognised_page import UNCERTAIN, RecognisedLine, RecognisedPage
from loaders.recognition.engine import LONGEST_SIDE, engine
from loaders.recognition.pictures import pixels
from loaders.recognition.reading import read_page
from loaders.registry import load

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
SIMPLIFIED = 2  # of the fonts in the file
DOTS = 200 / 72  # a point
WIDTH, HEIGHT, MARGIN, TOP = 595, 842, 90, 90  # points
SIZE, LEADING, LINES, EMS = 16, 28, 23, 26
NOT_FIRST = "，。、；：！？”’）》"
SKEW, BLUR, NOISE, QUALITY = 1.7, 1.1, 14, 45  # degrees, pixels, grey levels, of JPEG


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of type: where it begins and how far apart its characters are (ems)."""

    text: str
    left: float
    apart: float = 0.0


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """The picture of a page and the lines on it."""

    picture: Image.Image
    lines: tuple[str, ...]


def drawn(text: str) -> Iterator[DrawnPage]:
    """The pages of a text: its title in the middle, its paragraphs indented by two characters, both margins even."""
    title, *paragraphs = filter(None, map(str.strip, text.split("\n")))
    head = [_centred(title)] if len(title) < EMS else _wrapped(title)
    lines = [*head, *(line for paragraph in paragraphs for line in _wrapped(paragraph))]
    for start in range(0, len(lines), LINES):
        page = Image.new("L", (round(WIDTH * DOTS), round(HEIGHT * DOTS)), "white")
        some = lines[start : start + LINES]
        for row, line in enumerate(some):
            _write(page, line, TOP + row * LEADING)
        yield DrawnPage(page, tuple(line.text for line in some))


def copied(page: Image.Image, seed: int = 1) -> Image.Image:
    """A page as a poor copy lies askew in the scanner: blurred, grey, darker to one side, noisy, pressed hard."""
    noise = numpy.random.default_rng(seed)
    turned = page.rotate(SKEW, Image.Resampling.BICUBIC, fillcolor=255)
    grey = 30 + 0.8 * numpy.asarray(turned.filter(ImageFilter.GaussianBlur(BLUR)), float)
    grey = grey + noise.normal(0, NOISE, grey.shape) - numpy.linspace(0, 35, grey.shape[1])
    file = io.BytesIO()
    Image.fromarray(grey.clip(0, 255).astype("uint8")).save(file, "JPEG", quality=QUALITY)
    return Image.open(file)


def recognised(picture: Image.Image) -> RecognisedPage:
    """A picture as `loaders.recognition` reads it."""
    small = picture.convert("RGB")
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return read_page(pixels(small), HEIGHT / max(small.size), engine())


def wrong_characters(lines: Sequence[str], page: RecognisedPage) -> int:
    """How many edits make of what was recognised what was printed."""
    return Levenshtein.distance(_bare("".join(lines)), _bare("".join(line.text for line in _ordered(page))))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=int, help="how many at most")
    parser.add_argument("--misses", action="store_true", help="print the lines that are wrong")
    options = parser.parse_args()
    paths = sorted(CORPUS.glob("*.txt"))[: options.texts]
    for kind, scan in (("clean", lambda picture: picture), ("askew and noisy", copied)):
        counts, began = Counter[str](), time.process_time()
        for path in paths:
            pages = list(drawn(path.read_text(encoding="utf-8")))
            read = [recognised(scan(page.picture)) for page in pages]
            counts["pages"] += len(pages)
            for page, lines in zip(read, pages, strict=True):
                _count(counts, lines.lines, page, options.misses)
            _count_structure(counts, path, read)
        _tell(kind, counts, time.process_time() - began)


def _count(counts: Counter[str], lines: Sequence[str], page: RecognisedPage, misses: bool) -> None:
    printed = {_bare(line) for line in lines}
    counts["characters"] += len(_bare("".join(lines)))
    counts["wrong"] += wrong_characters(lines, page)
    for line in page.lines:
        right = _bare(line.text) in printed
        counts["right lines" if right else "wrong lines"] += 1
        if line.score < UNCERTAIN:
            counts["right and uncertain" if right else "wrong and uncertain"] += 1
        if misses and not right:
            print(f"  {line.score:.3f} {line.text}\n        {extractOne(line.text, lines)[0]}")


def _count_structure(counts: Counter[str], path: Path, read: Sequence[RecognisedPage]) -> None:
    """Counts the sentences and headings that come out as they stand in the text."""
    file = io.BytesIO()
    blank = [Image.new("L", (8, 8)) for _ in read]
    blank[0].save(file, "PDF", save_all=True, append_images=blank[1:])
    wanted = load(path.read_bytes(), path.name)
    found = load(file.getvalue(), path.name, recognised=dict(enumerate(read, 1)))
    for kind, expected, kept in compared(wanted, found):
        counts[kind] += len(expected)
        counts[f"{kind} whole"] += sum((Counter(map(_bare, expected)) & Counter(map(_bare, kept))).values())


def _tell(kind: str, counts: Counter[str], seconds: float) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{kind}: {counts['pages']} pages, {counts['characters']} characters, "
        f"{counts['wrong'] / counts['characters']:.2%} wrong, {seconds / counts['pages']:.1f} s a page, {peak:.0f} MB"
    )
    for name in ("sentences", "headings"):
        print(f"  {name} whole {counts[f'{name} whole']}/{counts[name]}")
    for name in ("wrong", "right"):
        print(f"  {name} lines told {counts[f'{name} and uncertain']}/{counts[f'{name} lines']}")


def _write(page: Image.Image, line: DrawnLine, top: float) -> None:
    pen, left = ImageDraw.Draw(page), line.left
    for character in line.text:
        place = (MARGIN + left * SIZE) * DOTS, top * DOTS
        pen.text(place, character, font=_font(), fill=0)
        left += _width(character) + line.apart


def _centred(title: str) -> DrawnLine:
    return DrawnLine(title, (EMS - sum(map(_width, title))) / 2)


def _wrapped(paragraph: str) -> Iterator[DrawnLine]:
    """The lines of a paragraph; a mark that must not begin a line stands at the end of the one before, and every line
    but the last is as wide as the others."""
    left, line = 2.0, ""
    for character in paragraph:
        ems = sum(map(_width, line))
        if left + ems + _width(character) > EMS and character not in NOT_FIRST:
            yield DrawnLine(line, left, (EMS - left - ems) / (len(line) - 1))
            left, line = 0.0, ""
        line += character
    yield DrawnLine(line, left)


def _width(character: str) -> float:
    """How many ems a character takes."""
    return _font().getlength(character) / _font().size


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), round(SIZE * DOTS), index=SIMPLIFIED)


def _ordered(page: RecognisedPage) -> list[RecognisedLine]:
    """The lines from the top down, those at one height from left to right."""
    return sorted(page.lines, key=lambda line: (round((line.top + line.bottom) / LEADING), line.left))


def _bare(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    main()
