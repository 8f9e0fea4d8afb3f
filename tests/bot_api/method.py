"""The declared form of a method: its parameters, and the function that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .errors import Violation
from .kinds import Kind, Upload

if TYPE_CHECKING:
    from .world import World

Arguments = dict[str, Any]
Answer = Callable[["World", Arguments], Any]

_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
}


@dataclass(frozen=True)
class Method:
    """One method of the Bot API."""

    answer: Answer
    required: Mapping[str, Kind] = field(default_factory=dict)
    optional: Mapping[str, Kind] = field(default_factory=dict)

    def arguments(self, parameters: Mapping[str, Any], files: Mapping[str, Upload]) -> Arguments:
        """The checked values of the parameters, or a refusal of an unknown, missing or mistyped one."""
        # Telegram takes an empty string for no parameter at all.
        sent = {name: value for name, value in parameters.items() if value not in ("", None)}
        sent = _with_files(sent, files)
        known = {**self.required, **self.optional}
        if unknown := sent.keys() - known.keys():
            raise Violation(f'unknown parameter "{min(unknown)}"')
        for name in self.required:
            if name not in sent:
                raise Violation(_MISSING.get(name, f'parameter "{name}" is required'))
        return {name: known[name](name, value) for name, value in sent.items()}


def _with_files(sent: dict[str, Any], files: Mapping[str, Upload]) -> dict[str, Any]:
    """Put each uploaded file where `attach://` or the part's own name says."""
    attached = {name: _part(value) for name, value in sent.items() if _part(value)}
    if missing := set(attached.values()) - files.keys():
        raise Violation(f'no file part "{min(missing)}" in the request')
    loose = {name: upload for name, upload in files.items() if name not in attached.values()}
    return {**sent, **loose, **{name: files[part] for name, part in attached.items()}}


def _part(value: Any) -> str:
    scheme = "attach://"
    return value.removeprefix(scheme) if isinstance(value, str) and value.startswith(scheme) else ""
