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
        differences = [
            reply_difference for reply_difference in replayed.differences if reply_difference.effect == effect
        ]
        if differences:
            yield f"{name}（{len(differences)}）"
            yield from map(_effect_line, differences[:EFFECTS_TOLD])
        if len(differences) > EFFECTS_TOLD:
            yield words.effect_more.format(number=len(differences))
    yield words.effect_nothing


def _effect_line(difference: ReplyDifference) -> str:
    question = shortened(visible(difference.question), LONGEST // 2)
    passages = [
        brief(reply.answers[0])
        for reply in (difference.before, difference.after)
        if reply.answered and reply.answers
    ]
    return f"· {question}：{' → '.join(f'“{shortened(text, LONGEST // 2)}”' for text in passages)}"
