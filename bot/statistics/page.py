"""/stats: the figures in words, with buttons for other stretches of time."""

from __future__ import annotations

from bot.callback_data.administration import ShowStatistics
from bot.messages import Messages
from bot.pictures.png import render
from bot.rendering.dates import day_in_words
from bot.rendering.json import Json
from bot.rendering.markup import shortened
from bot.rendering.message import Button, Rows
from bot.statistics.chart import Labels, figures_chart, is_weekly
from bot.statistics.figures import UsageFigures

PERIODS = (7, 30, 90)
LONGEST_TOPIC = 30


def figures_text(figures: UsageFigures, words: Messages) -> str:
    """The figures in a few lines, short enough to stand under a picture."""
    heading = words.statistics.heading.format(days=len(figures.days))
    if not figures.questions:
        return "\n".join([heading, words.statistics.nothing])
    lines = [heading, _counts(figures, words), _times(figures, words), _votes(figures, words)]
    if figures.topics:
        lines.append(words.statistics.topics)
        lines += [
            f"{number}. {shortened(name, LONGEST_TOPIC)} {count}"
            for number, (name, count) in _topics(figures)
        ]
    return "\n".join(lines)


def figures_picture(figures: UsageFigures, words: Messages) -> bytes:
    """The figures as a picture (PNG). Raises PictureError where none can be drawn."""
    return render(figures_chart(figures, _labels(figures, words)))


def _labels(figures: UsageFigures, words: Messages) -> Labels:
    """The words of the picture."""
    days, total = figures.days, figures.questions
    span = words.between.format(
        start=day_in_words(days[0].date, words), end=day_in_words(days[-1].date, words)
    )
    return Labels(
        title=words.statistics.heading.format(days=len(days)),
        note=words.statistics.note.format(span=span, questions=total)
        + (words.statistics.weekly if is_weekly(figures) else ""),
        answered=f"{words.statistics.answered} {share(figures.answered, total)}",
        unsure=f"{words.statistics.unsure} {share(figures.unsure, total)}",
        declined=f"{words.statistics.declined} {share(figures.declined, total)}",
        topics=words.statistics.topics,
    )


def period_rows(days: int, words: Messages) -> Rows:
    """A button for each stretch of time that is not shown."""
    others = (period for period in PERIODS if period != days)
    return (
        tuple(
            Button(words.statistics.days.format(days=other), ShowStatistics(other).pack()) for other in others
        ),
    )


def figures_json(figures: UsageFigures) -> Json:
    """The figures as other programs read them; times in milliseconds."""
    return {
        "from": figures.days[0].date.isoformat(),
        "to": figures.days[-1].date.isoformat(),
        "questions": figures.questions,
        "answered": figures.answered,
        "unsure": figures.unsure,
        "declined": figures.declined,
        "people": figures.people,
        "useful": figures.votes.useful,
        "useless": figures.votes.useless,
        "median_ms": figures.median_time,
        "p95_ms": figures.slow_time,
        "topics": [{"name": name, "questions": count} for name, count in figures.topics],
        "days": [
            {
                "date": day.date.isoformat(),
                "answered": day.answered,
                "unsure": day.unsure,
                "declined": day.declined,
            }
            for day in figures.days
        ],
    }


def share(part: int, whole: int) -> str:
    """A part of a whole in per cent, without a fraction."""
    return f"{part / whole:.0%}" if whole else "0%"


def _counts(figures: UsageFigures, words: Messages) -> str:
    total = figures.questions
    return words.statistics.counts.format(
        questions=total,
        a_day=f"{total / len(figures.days):.1f}",
        people=figures.people,
        answered=figures.answered,
        answered_share=share(figures.answered, total),
        unsure=figures.unsure,
        unsure_share=share(figures.unsure, total),
        declined=figures.declined,
        declined_share=share(figures.declined, total),
    )


def _times(figures: UsageFigures, words: Messages) -> str:
    return words.statistics.times.format(
        median=_seconds(figures.median_time), slow=_seconds(figures.slow_time)
    )


def _votes(figures: UsageFigures, words: Messages) -> str:
    votes = figures.votes
    total = votes.useful + votes.useless
    if not total:
        return words.statistics.no_votes
    return words.statistics.votes.format(useful=votes.useful, total=total, share=share(votes.useful, total))


def _topics(figures: UsageFigures) -> list[tuple[int, tuple[str, int]]]:
    return list(enumerate(figures.topics, 1))


def _seconds(milliseconds: int | None) -> str:
    return f"{(milliseconds or 0) / 1000:.2f}"
