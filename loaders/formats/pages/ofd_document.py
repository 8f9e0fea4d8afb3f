"""A document of an OFD file: its pages, each with the template pages under it and the graphics that it calls up."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from loaders.containers.xml_package import parse_xml
from loaders.containers.zip_limits import LimitedZip
from loaders.errors import DamagedFile

_PAPER = "0 0 210 297"


@dataclass(frozen=True, slots=True)
class OfdPage:
    """A page: its size in millimetres, its layers from the lowest up, the composite graphics by their number."""

    width: float
    height: float
    layers: tuple[Element, ...]
    composites: Mapping[str, Element]

    @property
    def has_picture(self) -> bool:
        """Whether there are pictures on it."""
        return any(layer.find(".//ImageObject") is not None for layer in self.layers)


class OfdDocument:
    """One document of the file (GB/T 33190-2016, 7.4)."""

    def __init__(self, packed: LimitedZip, place: str) -> None:
        """Arguments: the file; where the root of the document is in it. Raises DamagedFile."""
        self._packed, self._place = packed, place.strip().lstrip("/")
        self._root = parse_xml(packed.read(self._place), self._place)

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self._root.findall("Pages/Page"))

    def pages(self) -> Iterator[OfdPage]:
        """The pages in order; raises DamagedFile."""
        paper = self._root.findtext("CommonData/PageArea/PhysicalBox") or _PAPER
        for page in self._root.findall("Pages/Page"):
            content = self._part(page.get("BaseLoc", ""))
            _, _, width, height = numbers(content.findtext("Area/PhysicalBox") or paper, 4)
            under = [self._templates.get(use.get("TemplateID", "")) for use in content.findall("Template")]
            contents = [each for each in (*under, content) if each is not None]
            layers = [layer for each in contents for layer in each.findall("Content/Layer")]
            yield OfdPage(width, height, tuple(layers), self._composites)

    def _part(self, path: str) -> Element:
        name = self._name(path)
        return parse_xml(self._packed.read(name), name)

    def _name(self, path: str) -> str:
        """A path as the zip has it: from the folder of the document, or from the root when it begins with /."""
        folder = posixpath.dirname(self._place)
        return posixpath.normpath(posixpath.join("/", folder, path.strip())).lstrip("/")

    @cached_property
    def _templates(self) -> dict[str, Element]:
        """The template pages by their number."""
        pages = self._root.findall("CommonData/TemplatePage")
        return {page.get("ID", ""): self._part(page.get("BaseLoc", "")) for page in pages}

    @cached_property
    def _composites(self) -> dict[str, Element]:
        """The composite graphics of the resources by their number."""
        paths = [r.text or "" for name in ("PublicRes", "DocumentRes") for r in self._root.iter(name)]
        parts = [self._part(path) for path in paths if self._name(path) in self._packed]
        return {unit.get("ID", ""): unit for part in parts for unit in part.iter("CompositeGraphicUnit")}


def numbers(written: str, count: int) -> list[float]:
    """Numbers with blanks between them; raises DamagedFile unless there are so many."""
    try:
        values = [float(word) for word in written.split()]
    except ValueError as error:
        raise DamagedFile("structure") from error
    if len(values) != count:
        raise DamagedFile("structure")
    return values
