"""/timeline: the coming deadlines as pictures, one at a time, with their words for those who cannot see them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from bot.callback_data.browsing import ShowTimeline
from bot.chat.attachments import file_name, picture_response
from bot.chat.context import ChatContext
from bot.chat.response import Response
from bot.chat.scope import scope_notes, short_title
from bot.deadlines.selection import choose
from bot.messages import Messages
from bot.pictures.timeline import A_PAGE, Captions, TimelineEntry, month_of, timeline
from bot.rendering.dates import day_in_words, days_left
from bot.rendering.markup import shortened
from bot.rendering.message import Button, Rows
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.filters.matching import due_day
from knowledge.knowledge_base import KnowledgeBase

LONGEST_TITLE = 28
LONGEST_TASK = 60
SEPARATOR = " · "


def timeline_of(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The first picture of the deadlines that some words ask for."""
    return timeline_picture(knowledge, setting, ShowTimeline(words=words))


def timeline_picture(knowledge: KnowledgeBase, setting: ChatContext, button: ShowTimeline) -> Response:
    """A picture of the deadlines; where none can be drawn, their words alone."""
    chosen = choose(knowledge, setting, button.words, setting.words.timeline.none)
    if isinstance(chosen, Response):
        return chosen
    entries = entries_of(chosen.dated, setting)
    svgs = timeline_svgs(entries, setting, chosen.told)
    at = min(button.page, len(svgs) - 1)
    rows = (*_in_words(entries, setting, at, chosen.told), *scope_notes(knowledge, setting))
    captions = _captions(entries, setting, chosen.told)
    buttons = _next(at, len(svgs), chosen.words, setting.words)
    return picture_response(
        file_name(f"{captions.title}-{at + 1}", "png"), svgs[at], rows, setting.words, buttons
    )


def entries_of(dated: Sequence[Located[Deadline]], setting: ChatContext) -> list[TimelineEntry]:
    """What the pictures show of some dated deadlines."""
    return [_entry(day, located, setting) for located in dated if (day := due_day(located.item))]


def timeline_svgs(entries: Sequence[TimelineEntry], setting: ChatContext, words: str) -> list[str]:
    """The pictures of some entries as SVG documents, each with its title and its place among them."""
    return timeline(entries, _captions(entries, setting, words))


def _entry(day: dt.date, located: Located[Deadline], setting: ChatContext) -> TimelineEntry:
    time_left = days_left(located.item, setting.today, setting.words)
    when = f"{day_in_words(day, setting.words)}  {time_left}"
    title = short_title(located.document, setting, LONGEST_TITLE)
    stands = SEPARATOR.join(filter(None, (located.document.place, "、".join(located.item.bodies), title)))
    return TimelineEntry(day, when, located.item.task, located.topic, stands)


def _captions(entries: Sequence[TimelineEntry], setting: ChatContext, words: str) -> Captions:
    say = setting.words
    return Captions(
        title=say.timeline.name_of.format(words=words) if words else say.timeline.name,
        note=_note(entries, setting),
        month=say.whole_month,
        other=say.timeline.other_topics,
        later=say.timeline.later,
    )


def _note(entries: Sequence[TimelineEntry], setting: ChatContext) -> str:
    say, days = setting.words, [entry.day for entry in entries]
    place = say.timeline.over if days[-1] < setting.today else ""
    first, last = (day_in_words(day, say) for day in (days[0], days[-1]))
    span = first if first == last else say.between.format(start=first, end=last)
    return say.timeline.count.format(days=span, count=len(entries), place=place)


def _next(number: int, count: int, words: str, say: Messages) -> Rows:
    if number + 1 == count:
        return ()
    label = f"{say.next_picture}{say.page_place.format(number=number + 2, count=count)}"
    return ((Button(label, ShowTimeline(number + 1, words).pack()),),)


def _in_words(entries: Sequence[TimelineEntry], setting: ChatContext, number: int, words: str) -> list[str]:
    """What a picture shows, for a screen reader and for a phone that loads no pictures."""
    captions, alone = _captions(entries, setting, words), len(entries) <= A_PAGE
    if number == 0 and not alone:
        rows = _sums(entries, setting.words)
    else:
        first = 0 if alone else (number - 1) * A_PAGE
        rows = [
            f"{timeline_entry.when} {shortened(timeline_entry.task, LONGEST_TASK)}"
            for timeline_entry in entries[first : first + A_PAGE]
        ]
    return [captions.title, captions.note, *rows]


def _sums(entries: Sequence[TimelineEntry], say: Messages) -> list[str]:
    counts = Counter(map(month_of, entries))
    names = {month: say.whole_month.format(year=month[0], month=month[1]) for month in counts}
    return [say.timeline.sums.format(month=names[month], count=count) for month, count in counts.items()]
