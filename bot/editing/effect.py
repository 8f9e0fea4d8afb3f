"""What a change does to the stored questions, in words."""

from __future__ import annotations

from collections.abc import Iterator

from bot.editing.replay import ReplayResult, ReplyDifference
from bot.messages.teaching import TeachingWords
from bot.rendering.answers import brief
from bot.rendering.markup import shortened, visible

EFFECTS_TOLD = 5  # of a kind
LONGEST = 60  # characters of a question or a passage that is told


def effect_lines(replayed: ReplayResult, words: TeachingWords) -> Iterator[str]:
    """What a change does to the stored questions, line by line."""
    if not replayed.questions:
        yield words.replayed_none
        return
    heading = words.replayed if replayed.asked == replayed.questions else words.replayed_some
    yield heading.format(asked=replayed.asked, count=replayed.questions)
    for effect, name in words.effects.items():
        found = [one for one in replayed.differences if one.effect == effect]
        if found:
            yield f"{name}（{len(found)}）"
            yield from map(_effect_line, found[:EFFECTS_TOLD])
        if len(found) > EFFECTS_TOLD:
            yield words.effect_more.format(number=len(found))
    yield words.effect_nothing


def _effect_line(found: ReplyDifference) -> str:
    question = shortened(visible(found.question), LONGEST // 2)
    passages = [brief(one.answers[0]) for one in (found.before, found.after) if one.answered and one.answers]
    return f"· {question}：{' → '.join(f'“{shortened(text, LONGEST // 2)}”' for text in passages)}"
