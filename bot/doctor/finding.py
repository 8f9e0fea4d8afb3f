"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "note", "fault"]
"""Whether something is well, could be better, or keeps the bot from its work."""

MARKS: dict[Level, str] = {"ok": "✓", "note": "!", "fault": "✗"}


@dataclass(frozen=True, slots=True)
class Finding:
    """How something stands, and what to do where it is not well."""

    level: Level
    subject: str
    text: str
    advice: str = ""

    def line(self) -> str:
        """The finding as a line, its advice as a second one."""
        line = f"{MARKS[self.level]} {self.subject}: {self.text}"
        return f"{line}\n    → {self.advice}" if self.advice else line
