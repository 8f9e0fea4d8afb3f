"""What there is to say, as data: a code and its values. Words are made of it where somebody reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Union

Value = Union[str, int, "Note"]


@dataclass(frozen=True, slots=True)
class Note:
    """A code, for which each catalogue of words has a sentence, and the values that its blanks are filled with."""

    code: str
    values: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, code: str, **values: Value) -> Note:
        """A note with its values by name."""
        return cls(code, tuple(sorted(values.items())))

    def plain(self) -> list[Any]:
        """The note as JSON can carry it; its values must be texts and numbers."""
        return [self.code, dict(self.values)]

    def __str__(self) -> str:
        """The note for a developer."""
        return " ".join([self.code, *(f"{name}={value}" for name, value in self.values)])


def note_of(plain: list[Any]) -> Note:
    """The note that was made plain."""
    code, values = plain
    return Note.of(code, **values)


class NotedError(Exception):
    """An error that is data: its class, a `detail` where one class stands for several faults, and values."""

    def __init__(self, detail: str = "", **values: Value) -> None:
        self.detail, self.values = detail, values
        super().__init__(str(self.note))

    @property
    def note(self) -> Note:
        """What there is to say of it; the code is the class, with a dot and the detail behind it."""
        return Note.of(".".join(filter(None, (type(self).__name__, self.detail))), **self.values)
