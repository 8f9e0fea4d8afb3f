"""Reads an OpenDocument text: its numbers, tables and text boxes as printed; footnotes after the body."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from loaders.blocks.builder import Builder
from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.containers.xml_package import Package
from loaders.errors import DamagedFile, EncryptedFile
from loaders.formats.odt.body import Body
from loaders.formats.odt.lists import ListStyles
from loaders.formats.odt.styles import Styles

_TYPE = b"application/vnd.oasis.opendocument.text"


class Odt:
    """OpenDocument texts, as LibreOffice writes them."""

    name = "odt"
    suffixes = frozenset({".odt", ".ott"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a zip that says that it is an OpenDocument text."""
        return kind_of(data) == "zip" and _TYPE in data[:256]

    def load(self, data: bytes) -> Source:
        """Read the document; raises DamagedFile or EncryptedFile."""
        package = Package(data)
        if b"encryption-data" in (
            package.read(name) if (name := "META-INF/manifest.xml") in package.names else b""
        ):
            raise EncryptedFile
        content = package.xml("content.xml")
        text = None if content is None else content.find("body/text")
        if content is None or text is None:
            raise DamagedFile("no_text")
        styles = package.xml("styles.xml")
        try:
            return _read([root for root in (styles, content) if root is not None], text)
        except RecursionError as error:
            raise DamagedFile("nested") from error


def _read(roots: list[Element], text: Element) -> Source:
    builder = Builder()
    body = Body(Styles(roots), ListStyles(roots), builder)
    body.blocks(text)
    if body.notes:
        builder.begin_notes()
        for note in list(body.notes):
            body.blocks(note)
    return builder.source("odt")
