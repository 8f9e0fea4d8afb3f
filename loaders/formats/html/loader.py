"""Reads a web page: the article, not the navigation around it."""

from __future__ import annotations

import re
from contextlib import suppress
from email.message import Message
from email.parser import BytesParser

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.blocks.builder import Builder
from loaders.blocks.source import Source
from loaders.containers.signatures import kind_of
from loaders.errors import DamagedFile, EmptyFile
from loaders.formats.decoding import decode
from loaders.formats.html.article import article, date, title
from loaders.formats.html.body import NAVIGATION, Body
from loaders.lazy_pattern import lazy_pattern

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_CHINESE = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"})
_HEAD = 4096
# The number of the document as the index of a public body's page tells it; it stands above the title (GB/T 9704).
_NUMBER = lazy_pattern(r"(?:发文字号|发文号|文件编号|文号)\s*[:：]?\s*(\S{1,20}〔20\d\d〕\s?\d{1,4}\s?号)")
_DATED = lazy_pattern(r".{0,30}(?:20\d\d年\d{1,2}月\d{1,2}日|20\d\d([-./])\d{1,2}\1\d{1,2})")


class Html:
    """Saved web pages."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".shtml", ".xhtml"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes begin as a web page."""
        return kind_of(data) == "html"

    def load(self, data: bytes) -> Source:
        """Read the article of the page; raises DamagedFile."""
        charset = _CHARSET.search(data[:_HEAD])
        return _read(_decoded(data, charset[1].decode() if charset else None))


class Mhtml:
    """Web pages saved with their pictures in one file."""

    name = "mht"
    suffixes = frozenset({".mht", ".mhtml"})

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes begin as a mail that holds a web page."""
        return kind_of(data) == "mhtml"

    def load(self, data: bytes) -> Source:
        """Read the article of the first page in the file; raises DamagedFile."""
        page = next((part for part in BytesParser().parsebytes(data.lstrip()).walk() if _is_page(part)), None)
        content = None if page is None else page.get_payload(decode=True)
        if page is None or not isinstance(content, bytes):
            raise DamagedFile("no_text")
        return _read(_decoded(content, page.get_content_charset()))


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _decoded(data: bytes, charset: str | None) -> str:
    """The text of a page: in the encoding that it says where that fits, else in what gives plausible Chinese."""
    named = "gb18030" if charset and charset.lower() in _CHINESE else charset
    for encoding in filter(None, ("utf-8-sig", named)):
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(encoding)
    decoded = decode(data)
    if decoded is None:
        raise DamagedFile("encoding")
    return decoded.text


def _read(text: str) -> Source:
    page = LexborHTMLParser(text)
    body = page.body
    if body is None:
        raise EmptyFile
    try:
        return _printed(body, article(body), title(page, body), date(page))
    except RecursionError as error:
        raise DamagedFile("nested") from error


def _printed(body: LexborNode, main: LexborNode, called: str, day: str) -> Source:
    """What is printed in the article, below its title and day where these do not stand in it; the rest as left out."""
    words = main.text(separator="\n")
    builder, around = Builder(), Builder()
    Body(around, apart=main).read(body)
    others = around.source("html").text
    if (number := _NUMBER.search(others)) and number[1] not in words:
        builder.paragraph(number[1])
    if _squeezed(called) not in _squeezed(words):
        builder.paragraph(called)
    if not any(_DATED.fullmatch(_squeezed(line)) for line in words.splitlines()):
        builder.paragraph(day)
    Body(builder).read(main)
    for line in others.splitlines():
        if _squeezed(line) != _squeezed(called):
            builder.leave_out(line, NAVIGATION)
    return builder.source("html")


def _squeezed(words: str) -> str:
    return "".join(words.split())
