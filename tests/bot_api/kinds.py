"""What a parameter may hold. A kind takes the name and the raw value and gives the value, or refuses it.

Values come as text from forms (`"true"`, `"[1, 2]"`) and as themselves from JSON bodies; both are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .characters import check_unicode
from .errors import Json, Violation

Kind = Callable[[str, Any], Any]

_INTEGER = re.compile(r"-?\d{1,19}")
_USERNAME = re.compile(r"@[A-Za-z][A-Za-z0-9_]{3,31}")


@dataclass(frozen=True)
class Upload:
    """A file sent along with a call."""

    name: str
    content: bytes
    mime_type: str = "application/octet-stream"


def integer(name: str, raw: Any) -> int:
    """A whole number."""
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and _INTEGER.fullmatch(raw):
        return int(raw)
    raise _mistyped(name, "an Integer", raw)


def boolean(name: str, raw: Any) -> bool:
    """True or false."""
    if isinstance(raw, bool):
        return raw
    if raw in ("true", "false"):
        return bool(raw == "true")
    raise _mistyped(name, "a Boolean", raw)


def text(name: str, raw: Any) -> str:
    """A string that can be encoded in UTF-8."""
    if not isinstance(raw, str):
        raise _mistyped(name, "a String", raw)
    check_unicode(raw)
    return raw


def chat(name: str, raw: Any) -> int | str:
    """A chat id, or the @username of a public one."""
    if isinstance(raw, str) and _USERNAME.fullmatch(raw):
        return raw
    return integer(name, raw)


def file(name: str, raw: Any) -> str | Upload:
    """An uploaded file, the id of a known one, or a URL."""
    return raw if isinstance(raw, Upload) else text(name, raw)


def decoded(name: str, raw: Any) -> Any:
    """What a JSON-encoded parameter holds."""
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw)
    except ValueError:
        raise Violation(f"can't parse {name} JSON object") from None


def one_of(*allowed: str) -> Kind:
    """A kind that accepts some words only."""

    def word(name: str, raw: Any) -> str:
        if raw not in allowed:
            raise Violation(f"wrong parameter {name} in request: {raw!r}")
        return str(raw)

    return word


def sized(minimum: int, maximum: int, complaint: str = "") -> Kind:
    """A kind that accepts strings of so many characters."""

    def bounded(name: str, raw: Any) -> str:
        value = text(name, raw)
        if not minimum <= len(value) <= maximum:
            raise Violation(complaint or f"{name} must have {minimum}-{maximum} characters, has {len(value)}")
        return value

    return bounded


def list_of(kind: Kind, limit: int = 100) -> Kind:
    """A kind that accepts a JSON array."""

    def array(name: str, raw: Any) -> list[Any]:
        value = decoded(name, raw)
        if not isinstance(value, list):
            raise _mistyped(name, "an Array", raw)
        if len(value) > limit:
            raise Violation(f"too many {name} specified: {len(value)}, at most {limit}")
        return [kind(name, item) for item in value]

    return array


def json_object(required: Mapping[str, Kind], optional: Mapping[str, Kind] | None = None) -> Kind:
    """A kind that accepts a JSON object with these fields and no others."""

    def checked(name: str, raw: Any) -> Json:
        value = decoded(name, raw)
        if not isinstance(value, dict):
            raise _mistyped(name, "an Object", raw)
        return fields(name, value, required, optional or {})

    return checked


def fields(where: str, value: Json, required: Mapping[str, Kind], optional: Mapping[str, Kind]) -> Json:
    """The checked values of an object; an unknown field is refused, a missing one too."""
    known = {**required, **optional}
    if unknown := value.keys() - known.keys():
        raise Violation(f'unknown field "{min(unknown)}" in {where}')
    if missing := required.keys() - value.keys():
        raise Violation(f'field "{min(missing)}" of {where} is required')
    return {name: known[name](name, item) for name, item in value.items()}


def anything(name: str, raw: Any) -> Any:
    """Whatever is sent: a rare parameter that this fake accepts and does not act on."""
    del name
    return raw


def unsupported(name: str, raw: Any) -> Any:
    """A parameter of the Bot API that this fake has no answer for."""
    raise Violation(f'parameter "{name}" is not supported by this fake: {raw!r}')


def _mistyped(name: str, wanted: str, raw: Any) -> Violation:
    return Violation(f'parameter "{name}" must be {wanted}, not {raw!r}')
