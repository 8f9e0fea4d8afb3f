"""OFD files (GB/T 33190-2016): a zip of XML pages on which each stretch of text has its place."""

from __future__ import annotations

from dataclasses import replace

from loaders.blocks.source import Source
from loaders.containers.archive import is_zip
from loaders.containers.xml_package import parse_xml
from loaders.containers.zip_limits import LimitedZip
from loaders.errors import EncryptedFile, Scanned, TooBig
from loaders.formats.pages.layout.document import Part, parts_of, source_of
from loaders.formats.pages.ofd_document import OfdDocument
from loaders.formats.pages.ofd_page import sheet_of
from loaders.notes import Note

MOST_PAGES = 2000
_ROOT = "OFD.xml"


class Ofd:
    """The pages of an OFD file, with the template pages that lie under them (a letterhead, a running foot)."""

    name = "OFD"
    suffixes = frozenset({".ofd"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are an OFD file."""
        return is_zip(data) and _ROOT in LimitedZip(data)

    def load(self, data: bytes) -> Source:
        """The text of the pages; raises EncryptedFile, DamagedFile, TooBig or Scanned."""
        packed = LimitedZip(data)
        if "Encryptions.xml" in packed:
            raise EncryptedFile
        bodies = parse_xml(packed.read(_ROOT), _ROOT).iter("DocRoot")
        documents = [OfdDocument(packed, body.text or "") for body in bodies]
        count = sum(document.page_count for document in documents)
        if count > MOST_PAGES:
            raise TooBig("pages", count=count, most=MOST_PAGES)
        parts: list[Part] = []
        scanned: list[int] = []
        for number, page in enumerate(page for document in documents for page in document.pages()):
            sheet = sheet_of(page)
            if page.has_picture and not sheet.glyphs:
                scanned.append(number + 1)
            parts += parts_of(number, sheet)
        if count and len(scanned) == count:
            raise Scanned
        numbers = "、".join(map(str, scanned))
        warnings = (Note.of("scanned_pages", pages=numbers),) if scanned else ()
        return replace(source_of(parts, count, "ofd"), warnings=warnings)
