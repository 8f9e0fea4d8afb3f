"""The line below a title that names the speaker, a passage of its own: it tells who somebody is and nothing else."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

LONGEST_LINE = 60
_ASKS_WHO = lazy_pattern(
    "谁|哪位|哪一位|姓|名字|叫什么|叫啥|职务|什么人|(?<![增成延多])长(?!期|效|时间|处|度)|主任|书记|主席|委员|领导"
)


def asks_who(question: str) -> bool:
    """Whether a normalised question may be about a person or a post."""
    return bool(_ASKS_WHO.search(question))


def is_speaker_line(text: str, speaker: str | None) -> bool:
    """Whether the text of a passage is but the line that names the speaker of its document, None for unknown."""
    return bool(speaker) and len(text) < LONGEST_LINE and "。" not in text and str(speaker) in text
