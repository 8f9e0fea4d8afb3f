"""Telegram's HTML parse mode.

Errors read as Telegram's do. Stricter than Telegram in one way: what it drops or repairs in silence (an
unknown attribute, a link it does not keep, bold around code, an unescaped &) is refused, since the member
would not see what the bot meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .characters import byte_offset, utf16_length
from .errors import Violation
from .formatted import Entity, Formatted, with_found_entities
from .links import check_link

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
_TAGS = frozenset({*_SIMPLE, "a", "code", "pre", "blockquote", "tg-emoji", "tg-time"})
_REQUIRED = {"a": {"href"}, "span": {"class"}, "tg-emoji": {"emoji-id"}, "tg-time": {"unix"}}
_OPTIONAL = {"code": {"class"}, "blockquote": {"expandable"}, "tg-time": {"format"}}

_NEXT = re.compile(r"[^<&]+|&|<")
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_VALUE = r"\"[^\"]*\"|'[^']*'|[A-Za-z0-9.-]+"
_ATTRIBUTE = re.compile(rf"\s+([^\s=>/\"']+)(?:\s*=\s*({_VALUE}))?")
_START_TAG = re.compile(rf"<([^\s>/][^\s>]*)((?:\s+[^\s=>/\"']+(?:\s*=\s*(?:{_VALUE}))?)*)\s*>")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_TIME_FORMAT = re.compile(r"[rR]|[tTdDwW]*")


@dataclass
class _Open:
    """A tag whose end has not come yet."""

    tag: str
    attributes: dict[str, str]
    offset: int
    inner_code: Entity | None = None


@dataclass
class _Parser:
    source: str
    position: int = 0
    length: int = 0
    text: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> Formatted:
        while token := _NEXT.match(self.source, self.position):
            if token[0] == "<":
                self.read_tag()
            elif token[0] == "&":
                self.read_reference()
            else:
                self.write(token[0])
                self.position = token.end()
        if self.open:
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return with_found_entities(Formatted("".join(self.text), tuple(self.entities), self.source))

    def write(self, text: str) -> None:
        self.text.append(text)
        self.length += utf16_length(text)

    def read_reference(self) -> None:
        match = _REFERENCE.match(self.source, self.position)
        if match is None:
            raise self.failed(f'Unescaped or unsupported HTML entity "{self.ahead("&[#A-Za-z0-9]*;?")}"')
        if not (character := _referenced(match)):
            raise self.failed(f'Unsupported HTML entity "{match[0]}"')
        self.write(character)
        self.position = match.end()

    def read_tag(self) -> None:
        if self.source.startswith("</", self.position):
            self.read_end_tag()
        else:
            self.read_start_tag()

    def read_start_tag(self) -> None:
        begun = self.ahead(r"<[^\s>]*")
        name = begun[1:].lower()
        match = _START_TAG.match(self.source, self.position)
        if name not in _TAGS and self.position + len(begun) < len(self.source):
            raise self.failed(f'Unsupported start tag "{name}"')
        if match is None:
            raise self.failed(f'Unclosed start tag "{name}"')
        opened = _Open(name, self.attributes(name, match[2]), self.length)
        self.check_nesting(name)
        self.open.append(opened)
        self.position = match.end()

    def attributes(self, tag: str, written: str) -> dict[str, str]:
        found = {name: _unquoted(value) for name, value in _ATTRIBUTE.findall(written)}
        required = _REQUIRED.get(tag, set())
        if unknown := found.keys() - required - _OPTIONAL.get(tag, set()):
            raise self.failed(f'Unsupported attribute "{min(unknown)}" in the tag "{tag}"')
        if tag == "span" and found.get("class") != "tg-spoiler":
            raise self.failed('Tag "span" must have class "tg-spoiler"')
        if missing := required - found.keys():
            raise self.failed(f'Tag "{tag}" must have attribute "{min(missing)}"')
        return found

    def check_nesting(self, tag: str) -> None:
        outer = [opened.tag for opened in self.open]
        if outer and outer[-1] == "pre" and tag == "code":
            return
        if refused := _refused_around(tag, outer):
            raise self.failed(f'Tag "{tag}" can\'t be inside "{refused}"')

    def read_end_tag(self) -> None:
        match = _END_TAG.match(self.source, self.position)
        if not self.open:
            raise self.failed("Unexpected end tag")
        if match is None:
            raise self.failed("Unclosed end tag")
        expected, found = self.open[-1].tag, match[1].lower()
        if found != expected:
            raise self.failed("Unmatched end tag", f', expected "</{expected}>", found "</{found}>"')
        self.close(self.open.pop())
        self.position = match.end()

    def close(self, opened: _Open) -> None:
        entity = self.entity_of(opened)
        if opened.tag == "code" and self.open and self.open[-1].tag == "pre":
            self.open[-1].inner_code = entity
        elif entity.length:
            self.entities.append(entity)

    def entity_of(self, opened: _Open) -> Entity:
        length = self.length - opened.offset
        kind, extra = self.kind_of(opened, length)
        return Entity(kind, opened.offset, length, extra)

    def kind_of(self, opened: _Open, length: int) -> tuple[str, tuple[tuple[str, str | int], ...]]:
        if opened.tag in _SIMPLE:
            return _SIMPLE[opened.tag], ()
        if opened.tag == "a":
            check_link(opened.attributes["href"], "link")
            return "text_link", (("url", opened.attributes["href"]),)
        if opened.tag == "code":
            return "code", self.language_of(opened)
        if opened.tag == "pre":
            return "pre", self.inner_language(opened, length)
        if opened.tag == "blockquote":
            return ("expandable_blockquote" if "expandable" in opened.attributes else "blockquote"), ()
        return self.rare_kind_of(opened)

    def rare_kind_of(self, opened: _Open) -> tuple[str, tuple[tuple[str, str | int], ...]]:
        if opened.tag == "tg-emoji":
            if not opened.attributes["emoji-id"].isdecimal():
                raise self.failed("Invalid custom emoji identifier specified")
            return "custom_emoji", (("custom_emoji_id", opened.attributes["emoji-id"]),)
        unix, format_ = opened.attributes["unix"], opened.attributes.get("format", "")
        if not unix.isdecimal() or int(unix) == 0 or not _TIME_FORMAT.fullmatch(format_):
            raise self.failed("Invalid date format used")
        return "date_time", (("unix_time", int(unix)), ("date_time_format", format_))

    def language_of(self, code: _Open) -> tuple[tuple[str, str | int], ...]:
        if "class" not in code.attributes:
            return ()
        prefix, _, language = code.attributes["class"].partition("-")
        if prefix != "language" or not language or not (self.open and self.open[-1].tag == "pre"):
            raise self.failed('Class of the tag "code" must be "language-…" and stand right inside "pre"')
        return (("language", language),)

    def inner_language(self, pre: _Open, length: int) -> tuple[tuple[str, str | int], ...]:
        if pre.inner_code is None:
            return ()
        if (pre.inner_code.offset, pre.inner_code.length) != (pre.offset, length):
            raise self.failed('Tag "code" inside "pre" must hold all of it')
        return pre.inner_code.extra

    def ahead(self, pattern: str) -> str:
        match = re.compile(pattern).match(self.source, self.position)
        return match[0] if match else ""

    def failed(self, what: str, rest: str = "") -> Violation:
        return _unparsed(f"{what} at byte offset {byte_offset(self.source, self.position)}{rest}")


def parse_html(source: str) -> Formatted:
    """Read the text and its entities out of Telegram HTML, or refuse it."""
    return _Parser(source).parse()


def _refused_around(tag: str, outer: list[str]) -> str | None:
    """The first enclosing tag that Telegram does not let stand around this one."""
    if tag in ("code", "pre"):
        return next((name for name in outer if name != "blockquote"), None)
    never = {"code", "pre"} | {"a": {"a"}, "blockquote": {"blockquote", "a"}}.get(tag, set())
    return next((name for name in outer if name in never), None)


def _unquoted(value: str) -> str:
    inner = value[1:-1] if value[:1] in ("'", '"') else value.lower()
    return _REFERENCE.sub(_referenced, inner)


def _referenced(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _unparsed(message: str) -> Violation:
    return Violation(f"can't parse entities: {message}")
