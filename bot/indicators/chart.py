"""/chart: what the documents say of one indicator, goals and present values, as a picture and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.callback_data.browsing import ShowChart
from bot.chat.attachments import picture_response
from bot.chat.context import ChatContext
from bot.chat.response import Response, told
from bot.chat.scope import scope_notes, short_title
from bot.messages import Messages
from bot.pictures.indicator_chart import A_PAGE, Bar, Legend, Look, chart
from bot.rendering.markup import line, visible
from bot.rendering.message import Button, MessageDraft, Rows
from knowledge.comparison.indicator_values import IndicatorValue, IndicatorValues, readings
from knowledge.knowledge_base import KnowledgeBase
from knowledge.text.numbers import Quantity, figure_of

NAME_BYTES = 56  # of an indicator on a button
LONGEST_TITLE = 26


def chart_of(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The first picture of the indicator that some words name."""
    words = " ".join(visible(words).split())
    if not words:
        return told(setting.words.chart.usage)
    return _picture(knowledge, setting, words, 0)


def chart_picture(knowledge: KnowledgeBase, setting: ChatContext, button: ShowChart) -> Response:
    """A picture of an indicator."""
    return _picture(knowledge, setting, button.words, button.page)


def value_label(reading: IndicatorValue, words: Messages) -> str:
    """A value in words: the goal with its year, or the present one; a blank is said to be one."""
    if reading.value is None:
        value = words.target_blank
    else:
        value = words.operators.get(reading.op, "") + reading.value
    if reading.present:
        when = str(reading.year) if reading.year else words.chart.at_writing
        return words.chart.present_value.format(value=value, when=when)
    return words.chart.goal_value.format(value=value, when=reading.year or words.chart.undated)


def chart_bars(indicator_values: IndicatorValues, setting: ChatContext) -> list[Bar]:
    """A bar for each value; their lengths compare those with the commonest unit alone."""
    figures = [figure_of(indicator_value.value) for indicator_value in indicator_values.values]
    units = Counter(figure.unit for figure in figures if figure)
    unit = units.most_common(1)[0][0] if units else ""
    longest = _longest([figure for figure in figures if figure and figure.unit == unit], unit)
    return [
        _bar(
            indicator_values,
            indicator_value,
            figure.number / longest if figure and figure.unit == unit else None,
            setting,
        )
        for indicator_value, figure in zip(indicator_values.values, figures, strict=True)
    ]


def _longest(figures: Sequence[Quantity], unit: str) -> float:
    """What the longest bar stands for: of shares the whole, so that 55% looks like 55%."""
    most = max((figure.number for figure in figures), default=0.0)
    return max(most, 100.0 if unit == "%" else 0.0) or 1.0


def _bar(
    indicator_values: IndicatorValues, reading: IndicatorValue, length: float | None, setting: ChatContext
) -> Bar:
    place = f"{reading.document.place}  " if reading.document.place else ""
    group = place + short_title(reading.document, setting, LONGEST_TITLE)
    look: Look = "blank" if reading.value is None else "present" if reading.present else "goal"
    name = "" if reading.indicator == indicator_values.indicator else f"  {reading.indicator}"
    return Bar(group, value_label(reading, setting.words) + name, length, look)


def _picture(knowledge: KnowledgeBase, setting: ChatContext, words: str, number: int) -> Response:
    indicator_values, say = readings(knowledge, words, setting.scope), setting.words
    if not indicator_values.values:
        return _unknown(indicator_values, words, say)
    bars = chart_bars(indicator_values, setting)
    note = say.chart.note.format(
        count=len(bars),
        documents=len({indicator_value.document.id for indicator_value in indicator_values.values}),
    )
    svgs = chart(bars, Legend(indicator_values.indicator, note, say.chart.goal, say.chart.present))
    at = min(number, len(svgs) - 1)
    shown = (f"{bar.group}：{bar.label}" for bar in bars[at * A_PAGE :][:A_PAGE])
    rows = (f"{indicator_values.indicator}（{note}）", *shown, *scope_notes(knowledge, setting))
    buttons = (*_next(at, len(svgs), words, say), *chart_rows(indicator_values.others, say))
    return picture_response(f"chart-{at + 1}.png", svgs[at], rows, say, buttons)


def _unknown(indicator_values: IndicatorValues, words: str, say: Messages) -> Response:
    """There is no such indicator; those that may be meant are buttons."""
    others = chart_rows(indicator_values.others, say)
    text = say.chart.unknown.format(words=words) + (say.chart.meant if others else "")
    return Response(MessageDraft((line(text),), others).messages())


def _next(number: int, count: int, words: str, say: Messages) -> Rows:
    if number + 1 >= count or len(words.encode()) > NAME_BYTES:
        return ()
    label = f"{say.next_picture}{say.page_place.format(number=number + 2, count=count)}"
    return ((Button(label, ShowChart(number + 1, words).pack()),),)


def chart_rows(names: Sequence[str], words: Messages) -> Rows:
    """A button for the chart of each indicator whose name a button can carry."""
    fitting = [name for name in names if len(name.encode()) <= NAME_BYTES]
    return tuple(
        (Button(words.chart.other.format(name=name), ShowChart(0, name).pack()),) for name in fitting
    )
