"""What a button carries: its kind and the fields of that kind, as a text of 64 bytes at most.

A kind is a frozen dataclass with a `layout`, the text with the names of the fields in braces. The annotation of a field
says how its text looks; a message of an older version of the program keeps its buttons, so a layout never changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from string import Formatter
from typing import Annotated, Any, ClassVar, Literal, Self, get_args, get_origin, get_type_hints

ANEW = "n:"  # before the rest: brings a new message, instead of changing the one that was pressed

Id = Annotated[str, r"[0-9a-z]{13}"]
"""The id of a passage, a document, a pair, a deadline, a topic."""
Key = Annotated[str, r"[0-9a-f]+"]
"""The key of something that waits or is under way."""
Number = Annotated[int, r"[0-9]{1,18}"]
Page = Annotated[int, r"[0-9]{1,6}"]
"""The number of a page, counted from 0."""
FirstPage = Annotated[int | None, r"[0-9]{0,6}"]
"""The number of a page, None for the one to begin with."""
Words = Annotated[str, r".*"]
"""Plain words, which may hold anything; the last field."""
Flag = Annotated[bool, r"[01]"]

Read = Callable[[str], Any]

_READERS: dict[Any, Read] = {
    int: int,
    str: str,
    bool: lambda text: text == "1",
    int | None: lambda text: int(text) if text else None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackData:
    """What a button carries; `anew` asks for a new message in any case."""

    layout: ClassVar[str]

    anew: bool = False

    def pack(self) -> str:
        """The text for the button."""
        values = {field.name: _text(getattr(self, field.name)) for field in fields(self)}
        return (ANEW if self.anew else "") + self.layout.format_map(values)

    @classmethod
    def unpack(cls, data: str) -> Self:
        """What a text carries; raises ValueError when it is of another kind."""
        match = _shape(cls).pattern.fullmatch(data)
        if match is None:
            raise ValueError(f"no {cls.__name__}")
        values = {name: read(match[name]) for name, read in _shape(cls).readers.items()}
        return cls(anew=data.startswith(ANEW), **values)

    @classmethod
    def fits(cls, data: str) -> bool:
        """Whether a text is of this kind."""
        return _shape(cls).pattern.fullmatch(data) is not None


def unpacked(data: str, kinds: Iterable[type[CallbackData]]) -> CallbackData | None:
    """What a text carries, None when it is of none of these kinds."""
    return next((kind.unpack(data) for kind in kinds if kind.fits(data)), None)


def pattern(*kinds: type[CallbackData]) -> re.Pattern[str]:
    """The pattern of the texts of some kinds."""
    shapes = (_shape(kind).pattern.pattern.replace("?P<", f"?P<{kind.__name__}_") for kind in kinds)
    return re.compile(rf"(?:{'|'.join(shapes)})\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The pattern of a layout with a group for each field, and what reads the text of each."""

    pattern: re.Pattern[str]
    readers: Mapping[str, Read]


_shapes: dict[type[CallbackData], _Shape] = {}


def _shape(kind: type[CallbackData]) -> _Shape:
    """The shape of a kind, made when it is first needed: there are many, and a program needs a few."""
    if kind not in _shapes:
        _shapes[kind] = _compiled(kind)
    return _shapes[kind]


def _compiled(kind: type[CallbackData]) -> _Shape:
    pieces, readers = [f"(?:{ANEW})?"], {}
    for literal, name, _, _ in Formatter().parse(kind.layout):
        pieces.append(re.escape(literal))
        if name:
            written, text = _field(kind, name)
            pieces.append(f"(?P<{name}>{text})")
            readers[name] = _READERS.get(written, written)
    return _Shape(re.compile("".join(pieces), re.DOTALL), readers)


def _field(kind: type[CallbackData], name: str) -> tuple[Any, str]:
    """The type of a field, and the pattern of its text."""
    hint = get_type_hints(kind, include_extras=True)[name]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint, "|".join(map(re.escape, hint))
    if get_origin(hint) is Literal:
        return str, "|".join(map(re.escape, get_args(hint)))
    written, shape = get_args(hint)
    return written, shape


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)
