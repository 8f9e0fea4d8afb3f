"""The items of a reply as a list: whose each is, its values, the words that say it, their source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.messages import Messages
from bot.rendering.citations import cited
from bot.rendering.dates import day_in_words
from bot.rendering.markup import Block, line, quotation, sentence_ends, shortened
from bot.rendering.table_rows import readable
from knowledge.answers import Answer, Item, Reply
from knowledge.documents import Document
from knowledge.targets.indicator_names import is_same
from knowledge.text.numbers import figure_of

MOST = 10  # passages shown
LONGEST_TITLE, LONGEST_NAME, LONGEST_QUOTE = 24, 40, 160  # characters


ALONE = frozenset({"which", "more", "bound", "points"})  # kinds of which one item is a list, too


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """The items of one passage."""

    answer: Answer
    items: tuple[Item, ...]


def groups_of(reply: Reply) -> list[ItemGroup]:
    """The items by passage, those of one document one after the other."""
    documents = list(dict.fromkeys(item.answer.document.id for item in reply.items))
    passages: dict[str, list[Item]] = {}
    for item in sorted(reply.items, key=lambda item: documents.index(item.answer.document.id)):
        passages.setdefault(item.answer.passage_id, []).append(item)
    return [ItemGroup(items[0].answer, tuple(items)) for items in passages.values()]


def is_list(reply: Reply) -> bool:
    """Whether the items of a reply are shown as a list: what stands in one passage is no choice and no comparison."""
    return len(groups_of(reply)) > 1 or (bool(reply.items) and reply.items_kind in ALONE)


def item_blocks(reply: Reply, words: Messages) -> Iterator[Block]:
    """The list under its heading; what is beyond the bound is counted."""
    groups = groups_of(reply)
    say = words.lists
    heading = words.home.which if is_of_several_places(reply) else say.headings[reply.items_kind or "each"]
    yield line(heading.format(count=len(groups)), bold=True)
    if reply.items_kind == "points":
        yield from _points(groups, words)
        return
    if reply.items_kind == "compare" and (values := _in_order(reply.items)):
        values_in_order = (f"{place_and_year(item.answer.document, words)} {item.value}" for item in values)
        yield line(say.ordered.format(values=say.between_values.join(values_in_order)))
    for number, group in enumerate(groups[:MOST], 1):
        yield from _group(number, group, words)
    if len(groups) > MOST:
        yield line(say.more.format(count=len(groups) - MOST))


def is_of_several_places(reply: Reply) -> bool:
    """Whether a question does not say of which of several places it is, each of which has an answer."""
    places = {item.answer.document.place for item in reply.items} - {None}
    return reply.items_kind == "choice" and len(places) > 1


def place_and_year(document: Document, words: Messages) -> str:
    """The place and the year of a document, of one without a place its title."""
    year = words.cited_year.format(year=document.year) if document.year else ""
    title = shortened(document.title.removeprefix("《").removesuffix("》"), LONGEST_TITLE)
    return (document.place or f"《{title}》") + year


def _points(groups: Sequence[ItemGroup], words: Messages) -> Iterator[Block]:
    """The lead-in with its points as one quotation over one source."""
    yield quotation("\n".join(group.answer.passage for group in groups))
    yield line(words.citation.format(source=cited(groups[0].answer, words)))


def _group(number: int, group: ItemGroup, words: Messages) -> Iterator[Block]:
    answer = group.answer
    yield line(
        words.lists.item.format(number=number, whose=place_and_year(answer.document, words)), bold=True
    )
    yield from (line(_value(item, words)) for item in group.items if item.indicator)
    if answer.row:
        yield quotation(readable(answer))
    else:
        yield quotation(*_sentences(answer))
    yield line(words.citation.format(source=cited(answer, words)))


def _value(item: Item, words: Messages) -> str:
    say = words.lists
    value = words.operators.get(item.op or "", "") + item.value if item.value else say.blank
    name = shortened(item.indicator or "", LONGEST_NAME)
    if item.by is None:
        dated = say.value_by.format(indicator=name, value=value, date=say.reported) if item.reported else ""
        return dated or say.value.format(indicator=name, value=value)
    date = words.before.format(date=day_in_words(item.by, words))
    return say.value_by.format(indicator=name, value=value, date=date)


def _sentences(answer: Answer) -> tuple[str, list[tuple[int, int]]]:
    """The sentences of a passage that answer, with the highlights in them; the beginning where nothing stands out."""
    first, last = (answer.highlights[0][0], answer.highlights[-1][1]) if answer.highlights else (0, 1)
    ends = sentence_ends(answer.passage)
    start = max(end for end in ends if end <= first)
    stop = max((end for end in ends if last <= end <= start + LONGEST_QUOTE), default=0)
    stop = stop or min(end for end in ends if end >= last)
    return answer.passage[start:stop], [(begin - start, end - start) for begin, end in answer.highlights]


def _in_order(items: Sequence[Item]) -> list[Item]:
    """The goals, one a place, from the largest to the smallest; none where they are not of one indicator and unit."""
    goals = {item.answer.document.place: item for item in reversed(items) if item.value and not item.reported}
    figures = [(figure_of(item.value), item) for item in goals.values()]
    units = {figure.unit if figure else None for figure, _ in figures}
    names = [item.indicator or "" for item in goals.values()]
    if (
        len(goals) < 2
        or len(units) > 1
        or None in units
        or not all(is_same(names[0], name) for name in names)
    ):
        return []
    return [item for _, item in sorted(figures, key=lambda pair: -(pair[0].number if pair[0] else 0.0))]
