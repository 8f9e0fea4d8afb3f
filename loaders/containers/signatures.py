"""What a file is by its first bytes, never by its name."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["pdf", "zip", "ole", "rtf", "mhtml", "html", "picture"]

_HEAD = 4096
_BINARY: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
)
_HEIC = re.compile(rb"(?s).{4}ftyp(?:heic|heix|mif1)")  # ISO/IEC 23008-12
_MARKS = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(rb"[A-Za-z][A-Za-z-]*:")
_MULTIPART = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes) -> Kind | None:
    """The kind of a file whose first bytes tell it; None for anything else, plain text among it."""
    # A byte order mark, blank lines and the zero bytes of UTF-16 hide nothing.
    head = data[:_HEAD].lstrip(_MARKS).replace(b"\0", b"")
    for magic, kind in _BINARY:
        if data.startswith(magic) or head.startswith(magic):
            return kind
    if _HEIC.match(data[:12]):
        return "picture"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if _MAIL.match(head) and b"mime-version:" in head.lower() and _MULTIPART.search(head):
        return "mhtml"
    return "html" if _HTML.match(head) else None
