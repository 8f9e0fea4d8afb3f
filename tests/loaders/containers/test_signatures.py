"""What a file is, told by its first bytes."""

import pytest

from loaders.containers.signatures import kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4\n", "pdf"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "ole"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\xef\xbb\xbf  <!DOCTYPE HTML PUBLIC>", "html"),
        ("\ufeff<html><head>".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="x">', "html"),
        (b"<div>\n<p>", "html"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mhtml"),
        (b"MIME-Version: 1.0\nContent-Type: text/html; charset=gb2312\n\n", "mhtml"),
        ("一、提高认识\n".encode(), None),
        ("指标<90%的县\n".encode("gb18030"), None),
        (b"Note: MIME types\n", None),
        (b"", None),
    ],
)
def test_kind(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind
