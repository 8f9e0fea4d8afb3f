"""OFD files (GB/T 33190-2016): a zip of XML pages on which each stretch of text has its place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import accumulate
from xml.etree.ElementTree import Element

from loaders.blocks.source import Source
from loaders.containers.archive import is_zip
from loaders.containers.xml_package import parse_xml
from loaders.containers.zip_limits import Packed
from loaders.errors import DamagedFile, EncryptedFile, Scanned, TooBig
from loaders.formats.pages.layout import Glyphs, Sheet, running_text
from loaders.notes import Note

MOST_PAGES = 2000
_ROOT = "OFD.xml"
_PAPER = "0 0 210 297"  # millimetres


class Ofd:
    """The pages of an OFD file; templates hold what every page has and are left out."""

    name = "OFD"
    suffixes = frozenset({".ofd"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are an OFD file."""
        return is_zip(data) and _ROOT in Packed(data)

    def load(self, data: bytes) -> Source:
        """The text of the pages; raises EncryptedFile, DamagedFile, TooBig or Scanned."""
        packed = Packed(data)
        if "Encryptions.xml" in packed:
            raise EncryptedFile
        pages = [
            page
            for body in parse_xml(packed.read(_ROOT), _ROOT).iter("DocRoot")
            for page in _pages(packed, body.text or "")
        ]
        sheets = [sheet for sheet, _ in pages]
        scanned = [number for number, (sheet, drawn) in enumerate(pages, 1) if drawn and not sheet.glyphs]
        if pages and len(scanned) == len(pages):
            raise Scanned
        text, starts = running_text(sheets)
        numbers = "、".join(map(str, scanned))
        warnings = (Note.of("scanned_pages", pages=numbers),) if scanned else ()
        return Source(text, "ofd", pages=starts, warnings=warnings)


def _pages(packed: Packed, document: str) -> Iterator[tuple[Sheet, bool]]:
    """The pages of one document, each with whether there are pictures on it."""
    place = document.strip().lstrip("/")
    root = parse_xml(packed.read(place), place)
    paper = root.findtext("CommonData/PageArea/PhysicalBox") or _PAPER
    pages = root.findall("Pages/Page")
    if len(pages) > MOST_PAGES:
        raise TooBig("pages", count=len(pages), most=MOST_PAGES)
    for page in pages:
        base = page.get("BaseLoc", "")
        name = _resolved(place, base)
        content = parse_xml(packed.read(name), name)
        _, _, width, height = _numbers(content.findtext("Area/PhysicalBox") or paper, 4)
        glyphs = tuple(glyph for text in content.iter("TextObject") for glyph in _glyphs(text))
        yield Sheet(width, height, glyphs), content.find(".//ImageObject") is not None


def _glyphs(text: Element) -> Iterator[Glyphs]:
    """The characters of a text object: a box on the page, in it codes with steps between the characters (11.2)."""
    left, top, _, _ = _numbers(text.get("Boundary", ""), 4)
    a, b, c, d, e, f = _numbers(text.get("CTM", "1 0 0 1 0 0"), 6)
    size = float(text.get("Size", "0"))
    for code in text.iter("TextCode"):
        words = code.text or ""
        for character, x, y in zip(words, _places(code, "X", words), _places(code, "Y", words), strict=True):
            right, base = left + a * x + c * y + e, top + b * x + d * y + f
            wide = size * abs(a) * (0.5 if character.isascii() else 1.0)
            high = size * abs(d)
            yield Glyphs(character, right, base - 0.85 * high, right + wide, base + 0.15 * high)


def _places(code: Element, axis: str, words: str) -> list[float]:
    """Where each character stands on an axis: its first place and the steps from each to the next."""
    first = float(code.get(axis) or 0)
    steps = list(_steps(code.get(f"Delta{axis}") or ""))[: len(words) - 1]
    steps += [0.0] * (len(words) - 1 - len(steps))
    return list(accumulate(steps, initial=first))[: len(words)]


def _steps(written: str) -> Iterator[float]:
    """Steps as written: numbers, or `g 5 3.2` for five times the same (7.2)."""
    words = iter(written.split())
    for word in words:
        if word == "g":
            count, step = int(next(words, "0")), float(next(words, "0"))
            yield from [step] * min(count, 10_000)
        else:
            yield float(word)


def _resolved(document: str, path: str) -> str:
    """A path of a document as the zip has it: from its folder, or from the root when it begins with /."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(document), path.strip())).lstrip("/")


def _numbers(written: str, count: int) -> list[float]:
    try:
        numbers = [float(word) for word in written.split()]
    except ValueError as error:
        raise DamagedFile("structure") from error
    if len(numbers) != count:
        raise DamagedFile("structure")
    return numbers
