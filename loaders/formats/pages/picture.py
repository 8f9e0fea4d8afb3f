"""Photographs and scans that are a file of their own: PNG, JPEG and HEIC, each a page."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import Photograph
from loaders.formats.pages.layout.document import parts_of, source_of
from loaders.formats.pages.recognised_page import RecognisedPage, recognition_notes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, of which there is to read what a recogniser found on it (`recognised`, by number of the page)."""

    recognised: Mapping[int, RecognisedPage] = field(default_factory=dict)

    name: ClassVar[str] = "picture"
    suffixes: ClassVar[frozenset[str]] = frozenset({".png", ".jpg", ".jpeg", ".heic"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are a PNG, JPEG or HEIC file."""
        return kind_of(data) == "picture"

    def load(self, data: bytes) -> Source:
        """The text that was recognised; raises Photograph where none was."""
        page = self.recognised.get(1)
        if page is None:
            raise Photograph(unread={1: hashlib.sha256(data).hexdigest()})
        source = source_of(list(parts_of(0, page.sheet())), 1, "picture")
        if not source.text.strip():
            raise Photograph("blank")
        return replace(source, warnings=recognition_notes(self.recognised), recognised=frozenset({1}))
