"""What a terminal may be sent: no control character moves its cursor, none that turns the direction of writing hides
what stands there (CVE-2021-42574)."""

from __future__ import annotations

import re

REPLACEMENT = "�"
# Control characters but for tab and line end, the marks of direction, and halves of surrogate pairs.
DISTURBING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text with all that would disturb a terminal replaced."""
    return DISTURBING.sub(REPLACEMENT, text)
