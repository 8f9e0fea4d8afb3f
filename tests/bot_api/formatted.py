"""A text with its entities: what a member sees, whatever way the bot wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise

from .characters import check_controls, cleaned, is_blank, utf16_length
from .errors import Json, Violation

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_BYTES = 1 << 15

# A letter or digit of any script right before or after makes Telegram see no command: "/ask健康" is none.
_COMMAND = re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")
_MENTION = re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)")


@dataclass(frozen=True)
class Entity:
    """One MessageEntity; offset and length are in UTF-16 units."""

    type: str
    offset: int
    length: int
    extra: tuple[tuple[str, str | int], ...] = ()

    @property
    def end(self) -> int:
        """Where the entity stops."""
        return self.offset + self.length

    def json(self) -> Json:
        """The entity as the Bot API writes it."""
        return {"type": self.type, "offset": self.offset, "length": self.length, **dict(self.extra)}


@dataclass(frozen=True)
class Formatted:
    """A text, its entities, and the HTML it was written in."""

    text: str = ""
    entities: tuple[Entity, ...] = ()
    html: str = ""

    def same_as(self, other: Formatted) -> bool:
        """Whether a reader could not tell the two apart."""
        return (self.text, self.entities) == (other.text, other.entities)

    def checked(self, limit: int, too_long: str) -> Formatted:
        """The trimmed text, or a refusal of an empty or over-long one."""
        check_controls(self.text)
        trimmed = self._trimmed()
        if is_blank(trimmed.text):
            raise Violation("text must be non-empty")
        if utf16_length(trimmed.text) > limit:
            raise Violation(too_long)
        return trimmed

    def _trimmed(self) -> Formatted:
        text = self.text.rstrip(" \n")
        first = min((entity.offset for entity in self.entities), default=len(text))
        # Telegram keeps leading blanks that stand inside an entity.
        shift = min(len(text) - len(text.lstrip(" \n")), first)
        end = utf16_length(text)
        kept = (_cut(entity, shift, end) for entity in self.entities if entity.offset < end)
        return replace(self, text=text[shift:], entities=tuple(kept))


NO_TEXT = Formatted()


def plain(text: str) -> Formatted:
    """A text written without any markup, with the commands and mentions Telegram finds in it."""
    return with_found_entities(Formatted(text, (), escape(text, quote=False)))


def given_entities(text: str, entities: list[Json]) -> Formatted:
    """A text whose entities the bot counted itself."""
    built = tuple(_entity(text, entity) for entity in entities)
    return with_found_entities(Formatted(text, built, escape(text, quote=False)))


def with_found_entities(formatted: Formatted) -> Formatted:
    """Add the commands and mentions that Telegram finds outside links and code."""
    taken = [e for e in formatted.entities if e.type in ("code", "pre", "text_link", "text_mention")]
    found = [e for e in _found(formatted.text) if not any(_overlap(e, other) for other in taken)]
    everything = sorted((*formatted.entities, *found), key=lambda e: (e.offset, -e.length, e.type))
    return replace(formatted, entities=tuple(everything))


def check_source(text: str) -> str:
    """Clean what the bot wrote, before any markup is read."""
    if len(text.encode(errors="surrogatepass")) > SOURCE_BYTES:
        raise Violation("text is too long")
    return cleaned(text)


def _found(text: str) -> list[Entity]:
    commands = [_of_match("bot_command", match) for match in _COMMAND.finditer(text)]
    mentions = [_of_match("mention", match) for match in _MENTION.finditer(text)]
    return commands + [e for e in mentions if not any(_overlap(e, command) for command in commands)]


def _of_match(kind: str, match: re.Match[str]) -> Entity:
    return Entity(kind, utf16_length(match.string[: match.start()]), utf16_length(match[0]))


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def _cut(entity: Entity, shift: int, end: int) -> Entity:
    return replace(entity, offset=entity.offset - shift, length=min(entity.end, end) - entity.offset)


def _entity(text: str, entity: Json) -> Entity:
    built = Entity(entity["type"], entity["offset"], entity["length"], _extra(entity))
    if built.length < 1 or built.offset < 0 or built.end > utf16_length(text):
        raise Violation(f"can't parse MessageEntity: {built.type} lies outside the text")
    if any(_splits_pair(text, edge) for edge in (built.offset, built.end)):
        raise Violation(f"can't parse MessageEntity: {built.type} cuts a character: count UTF-16 units")
    return built


def _extra(entity: Json) -> tuple[tuple[str, str | int], ...]:
    return tuple((key, value) for key, value in entity.items() if key not in ("type", "offset", "length"))


def _splits_pair(text: str, edge: int) -> bool:
    before = text.encode("utf-16-le")[2 * edge - 2 : 2 * edge] if edge > 0 else b"  "
    return 0xD8 <= before[1] <= 0xDB


def check_nothing_crosses(entities: tuple[Entity, ...]) -> None:
    """Refuse entities that overlap without one holding the other."""
    for one, other in pairwise(sorted(entities, key=lambda e: (e.offset, -e.length))):
        if other.offset < one.end < other.end:
            raise Violation(f"can't parse MessageEntity: {one.type} and {other.type} cross")
