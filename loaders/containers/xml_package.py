"""Documents that are a zip of XML files: opening them and reading a part safely."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from loaders.errors import DamagedFile, EncryptedFile, TooBig

LARGEST_PART = 256 * 2**20
"""No part may unpack to more bytes."""


class Package:
    """The parts of a zipped document. Raises DamagedFile when it is no zip that can be read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise DamagedFile("cut") from error
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises DamagedFile, TooBig or EncryptedFile."""
        info = self._zip.getinfo(name)
        if info.file_size > LARGEST_PART:
            raise TooBig("unpacked", megabytes=info.file_size >> 20, most=LARGEST_PART >> 20)
        if info.flag_bits & 1:
            raise EncryptedFile
        try:
            with self._zip.open(info) as part:
                return part.read(LARGEST_PART)
        except MemoryError:
            raise
        except Exception as error:  # zlib, bz2, lzma and zipfile each have errors of their own
            raise DamagedFile("part_unreadable", part=name) from error

    def xml(self, name: str) -> Element | None:
        """A part as a tree whose tags and attributes have lost their namespaces; None when it is not there.

        A document type or an entity is refused, so nothing can be made to grow or be fetched.
        """
        return parse_xml(self.read(name), name) if name in self.names else None


def parse_xml(data: bytes, name: str) -> Element:
    """Parse XML without namespaces; raises DamagedFile for what is broken or has a document type."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise DamagedFile("part_unsafe", part=name) from error
    for element in root.iter():
        element.tag = local_name(element.tag)
        for key in [key for key in element.attrib if key.startswith("{")]:
            element.attrib[local_name(key)] = element.attrib.pop(key)
    return root


def local_name(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]
