"""/bulletin: the sums with their trend, then each body and topic, a page at a time; and the picture of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from bot.bulletin.figures import WEEK, Bulletin, Count, Day, Figures, bulletin_of
from bot.callback_data.browsing import ListDeadlines
from bot.callback_data.scheduled import ShowBulletin, ShowBulletinPicture
from bot.chat.attachments import file_name, picture_response
from bot.chat.context import ChatContext
from bot.chat.keyboards import page_note, turn_rows
from bot.chat.response import Response, told, turned
from bot.chat.scope import scope_notes
from bot.deadlines.filtered_list import fits_a_button, in_scope, understood
from bot.marks.selection import read, select
from bot.marks.status import standings
from bot.messages import Messages
from bot.messages.telling import BulletinWords
from bot.pictures.bulletin import MOST_ROWS, BulletinCaptions, BulletinRow, Sum, bulletin_picture
from bot.rendering.dates import day_in_words
from bot.rendering.markup import Block, line, shortened, to_html
from bot.rendering.message import Button, Rows
from bot.rendering.paging import ListPage, page_of
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 10  # bodies or topics
COUNTS: tuple[Count, Count, Count] = ("late", "due", "done")
LONGEST_NAME = 24
LATE_WORDS, DUE_WORDS = "已过期", f"{WEEK}天内"


def bulletin(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The first page of the bulletin that some words narrow."""
    if not are_carried(words):
        return told(setting.words.filter_too_long)
    return bulletin_page(knowledge, setting, ShowBulletin(words=words))


def are_carried(words: str) -> bool:
    """Whether the buttons of a bulletin can carry some words."""
    asked = read(words)
    return fits_a_button(asked.rest, f"{LATE_WORDS} {asked.how}")


def bulletin_page(knowledge: KnowledgeBase, setting: ChatContext, button: ShowBulletin) -> Response:
    """A page of the bulletin: the sums, and some of the bodies or topics."""
    these = figures(knowledge, setting, button.words)
    page = page_of([*these.bodies, *these.topics], button.page, A_PAGE, cut=len(these.bodies))
    blocks = [
        line(_title(these, setting, button.words), bold=True),
        *map(line, _sums(these.total, setting.words)),
        *_group(these, page, setting),
        *map(line, scope_notes(knowledge, setting)),
    ]
    turns = turn_rows(page, setting.words, lambda number: ShowBulletin(number, button.words))
    return turned(to_html(blocks), (*turns, *_ways(these, setting.words, button.words)))


def bulletin_as_picture(
    knowledge: KnowledgeBase, setting: ChatContext, button: ShowBulletinPicture
) -> Response:
    """The bulletin as a picture, with its words for those who cannot see it."""
    these, words = figures(knowledge, setting, button.words), setting.words
    title = _title(these, setting, button.words)
    rows = [title, *_sums(these.total, words), *_lines(these.bodies[:MOST_ROWS], 0, setting)]
    return picture_response(file_name(title, "png"), bulletin_svg(these, setting, button.words), rows, words)


def bulletin_svg(these: Bulletin, setting: ChatContext, words: str) -> str:
    """The picture of a bulletin as an SVG document."""
    say = setting.words.bulletin
    sums = [
        Sum(say.names[count], these.total.now[count], _trend(these.total, count, say)) for count in COUNTS
    ]
    rows = [
        BulletinRow(_named(name, say.unnamed), _counts(each), _parts(each, say))
        for name, each in these.bodies[:MOST_ROWS]
    ]
    left = len(these.bodies) - len(rows)
    more = say.left_out.format(count=left) if left > 0 else ""
    title = _title(these, setting, words).removeprefix("📊 ")
    captions = BulletinCaptions(title, say.note, say.by_body.format(place=""), more)
    return bulletin_picture((sums[0], sums[1], sums[2]), rows, captions)


def bulletin_text(these: Bulletin, setting: ChatContext, words: str) -> list[str]:
    """The whole bulletin in lines."""
    say = setting.words.bulletin
    lines = [_title(these, setting, words), *_sums(these.total, setting.words)]
    for heading, rows in ((say.by_body, these.bodies), (say.by_topic, these.topics)):
        unnamed = say.unnamed if rows is these.bodies else say.no_topic
        lines += ["", heading.format(place=""), *_lines(rows, 0, setting, unnamed)] if rows else []
    return lines if these.bodies or these.topics else [*lines, say.nothing]


def figures(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Bulletin:
    """The bulletin that some words narrow, of the documents that the chat sees."""
    every, today = in_scope(knowledge.deadlines(), setting), setting.today
    week_ago, before = (today - dt.timedelta(days=weeks * WEEK) for weeks in (1, 2))
    marks = (setting.marks, *(setting.marks_at(_end_of(day, setting.zone)) for day in (week_ago, before)))
    present, past, earlier = (standings(every, each) for each in marks)
    return bulletin_of(
        (select(every, present, words, today), Day(today, present, past)),
        (select(every, past, words, today), Day(week_ago, past, earlier)),
    )


def _end_of(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)


def _title(these: Bulletin, setting: ChatContext, words: str) -> str:
    say, date = setting.words.bulletin, day_in_words(these.date, setting.words)
    asked = read(words)
    told_back = " ".join(filter(None, (asked.how, understood(asked.rest, setting.today, setting.words))))
    return say.title_of.format(words=told_back, date=date) if told_back else say.title.format(date=date)


def _sums(total: Figures, words: Messages) -> list[str]:
    say = words.bulletin
    return [
        say.sum.format(sign=say.signs[count], count=total.now[count], trend=_trend(total, count, say))
        for count in COUNTS
    ]


def _trend(figures: Figures, count: Count, say: BulletinWords) -> str:
    """How a sum compares with that of a week before, in words."""
    difference = figures.trend(count)
    if difference == 0:
        return say.same
    return (say.more_than if difference > 0 else say.fewer_than).format(count=abs(difference))


def _group(these: Bulletin, page: ListPage[tuple[str, Figures]], setting: ChatContext) -> Iterator[Block]:
    """The bodies or the topics of a page under their heading."""
    say, bodies = setting.words.bulletin, len(these.bodies)
    if not page.items:
        yield line(say.nothing)
    else:
        of_bodies = page.first < bodies
        heading = (say.by_body if of_bodies else say.by_topic).format(place=page_note(page, setting.words))
        yield line(heading, bold=True)
        first = page.first if of_bodies else page.first - bodies
        unnamed = say.unnamed if of_bodies else say.no_topic
        yield from map(line, _lines(page.items, first, setting, unnamed))
    if old := these.total.now["old"]:
        yield line(say.old.format(count=old))


def _lines(
    rows: Sequence[tuple[str, Figures]], first: int, setting: ChatContext, unnamed: str = ""
) -> list[str]:
    say = setting.words.bulletin
    return [
        say.row.format(number=number, name=_named(name, unnamed or say.unnamed), parts=_parts(each, say))
        for number, (name, each) in enumerate(rows, first + 1)
    ]


def _named(name: str, unnamed: str) -> str:
    return shortened(name, LONGEST_NAME) or unnamed


def _parts(figures: Figures, say: BulletinWords) -> str:
    """The counts of a body or topic that are not nothing, each with its trend."""
    parts = []
    for count in COUNTS:
        if number := figures.now[count]:
            difference = figures.trend(count)
            trend = (
                (say.up if difference > 0 else say.down).format(count=abs(difference)) if difference else ""
            )
            parts.append(say.part.format(name=say.names[count], count=number, trend=trend))
    return say.between_parts.join(parts)


def _counts(figures: Figures) -> tuple[int, int, int]:
    late, due, done = (figures.now[count] for count in COUNTS)
    return late, due, done


def _ways(these: Bulletin, words: Messages, asked: str) -> Rows:
    """The ways to the lists of what is late and due, and to the picture."""
    say = words.bulletin
    ways: tuple[tuple[str, str, Count], ...] = (
        (say.late, LATE_WORDS, "late"),
        (say.due, DUE_WORDS, "due"),
    )
    lists = [
        Button(label, ListDeadlines(words=f"{state} {asked}".strip(), anew=True).pack())
        for label, state, count in ways
        if these.total.now[count]
    ]
    picture = Button(say.picture, ShowBulletinPicture(asked).pack())
    return ((*lists, picture),)
