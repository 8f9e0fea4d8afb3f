"""The buttons of a message as numbers to type."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from bot.rendering.message import Button, Rows


def numbered(rows: Rows) -> list[list[tuple[int, Button]]]:
    """The buttons in their rows, each with its number: one that shows the number of an item keeps it.

    A button that copies is left out: a terminal copies by itself.
    """
    pressed = [[button for button in row if button.data] for row in rows]
    taken = {number for row in pressed for button in row if (number := _shown(button))}
    free = (number for number in count(1) if number not in taken)
    return [[(_shown(button) or next(free), button) for button in row] for row in pressed if row]


def lines(rows: Rows) -> Iterator[str]:
    """The choices as lines; those that the list above has numbered are not told again."""
    for row in numbered(rows):
        told = [f"[{number}] {button.label}" for number, button in row if not _shown(button)]
        if told:
            yield "  " + "  ".join(told)


def _shown(button: Button) -> int:
    """The number of the item that a button stands for, 0 if it stands for none."""
    return int(button.label) if button.label.isdecimal() else 0
