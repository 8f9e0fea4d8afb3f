"""Reads a Word document: its numbers, tables and text boxes as printed; footnotes after the body."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from loaders.blocks.builder import Builder
from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.containers.xml_package import Package
from loaders.errors import DamagedFile
from loaders.formats.docx.body import Body
from loaders.formats.docx.numbering import Numbering
from loaders.formats.docx.styles import Styles

_TYPES = "[Content_Types].xml"
_MAIN = "officeDocument"
_DEFAULT = "word/document.xml"


class Docx:
    """Word documents, those of WPS among them."""

    name = "docx"
    suffixes = frozenset({".docx", ".docm", ".dotx", ".wps"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a zip that holds a Word document, or the torn rest of one."""
        if kind_of(data) != "zip":
            return False
        try:
            package = Package(data)
        except DamagedFile:
            return b"word/" in data[:65536]
        return _TYPES in package.names and any(name.startswith("word/") for name in package.names)

    def load(self, data: bytes) -> Source:
        """Read the document; raises DamagedFile or EncryptedFile."""
        package = Package(data)
        main = (_target(package, "_rels/.rels", _MAIN) or _DEFAULT).lstrip("/")
        document = package.xml(main)
        body = None if document is None else document.find("body")
        if body is None:
            raise DamagedFile("no_text")
        try:
            return _read(package, main, body)
        except RecursionError as error:
            raise DamagedFile("nested") from error


def _read(package: Package, main: str, root: Element) -> Source:
    styles = Styles(_part(package, main, "styles"))
    builder = Builder()
    body = Body(styles, Numbering(_part(package, main, "numbering"), styles), builder)
    body.blocks(root)
    if body.notes:
        builder.begin_notes()
        notes = {
            (kind, note.get("id")): note
            for kind in ("footnote", "endnote")
            for note in _notes(package, main, kind)
        }
        for named in list(body.notes):
            if named in notes:
                body.blocks(notes[named])
    return builder.source("docx")


def _notes(package: Package, main: str, kind: str) -> list[Element]:
    part = _part(package, main, f"{kind}s")
    return [] if part is None else part.findall(kind)


def _part(package: Package, main: str, kind: str) -> Element | None:
    """A part that the main one names: its styles, numbers or footnotes."""
    folder, name = posixpath.split(main)
    target = _target(package, f"{folder}/_rels/{name}.rels", kind)
    return (
        package.xml(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")) if target else None
    )


def _target(package: Package, relations: str, kind: str) -> str | None:
    root = package.xml(relations)
    for relation in [] if root is None else root:
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") != "External":
            return relation.get("Target") or None
    return None
