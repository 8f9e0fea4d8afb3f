"""What a chat is told of a load: by document and watched words, the new sentences and what they were before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.callback_data.browsing import OpenDocument, OpenPassage
from bot.callback_data.codec import CallbackData
from bot.callback_data.scheduled import ListWatches, ShowNews
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.messages.telling import WatchWords
from bot.rendering.markup import Block, line, shortened
from bot.rendering.message import Button, Message, MessageDraft
from bot.rendering.paging import page_of
from bot.state.scheduling.messages import Content, ScheduledMessage
from knowledge.documents import Document
from knowledge.watching.changes import Change

KIND = "news"
A_PAGE = 5  # sentences
MOST_OF_DOCUMENT = 10  # sentences told of a document for some words
MOST_DOCUMENTS = 40  # told of a load; of the others how many there are
LONGEST_SENTENCE, LONGEST_TITLE = 220, 40


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A sentence to be told under the heading of its document, and how many of that are left out after it."""

    heading: str
    before: str
    after: str
    opening: CallbackData
    more: int


def content_of(news: Iterable[tuple[str, Document, bool, Sequence[Change]]]) -> Content:
    """What is to be told, as the state file holds it: the words, the document, whether it is new, its changes."""
    every = list(news)
    groups = [
        {
            "words": words,
            "document": document.id,
            "title": document.title,
            "year": document.year,
            "new": is_new,
            "items": [[change.before, change.after, change.passage] for change in changes[:MOST_OF_DOCUMENT]],
            "count": len(changes),
        }
        for words, document, is_new, changes in every[:MOST_DOCUMENTS]
    ]
    return {"groups": groups, "left": len(every) - len(groups)}


def news_message(message: ScheduledMessage, setting: ChatContext, number: int = 0) -> Message:
    """A page of what is told of a load."""
    say, groups = setting.words.watches, message.content["groups"]
    page = page_of(list(_items(groups, setting)), number, A_PAGE)
    files = len({group["document"] for group in groups})
    heading = say.news.format(files=files, count=sum(group["count"] for group in groups))
    blocks, above = [line(heading + page_note(page, setting.words), bold=True)], ""
    for place, item in enumerate(page.items, page.first + 1):
        if item.heading != above:
            blocks.append(line(item.heading, bold=True))
        above = item.heading
        blocks.extend(_lines(place, item, say))
    if message.content["left"] and page.after is None:
        blocks.append(line(say.more_documents.format(count=message.content["left"])))
    turns = turn_rows(page, setting.words, lambda turned: ShowNews(message.id, turned))
    rows = number_rows(page, [item.opening for item in page.items])
    last = (Button(say.own_watches, ListWatches(anew=True).pack()),)
    return MessageDraft(tuple(blocks), (*rows, *turns, last)).messages()[0]


def unsure_news(message: ScheduledMessage, setting: ChatContext) -> Message:
    """The notice in place of what may not have arrived."""
    count = sum(group["count"] for group in message.content["groups"])
    text = setting.words.watches.unsure.format(count=count)
    show = Button(setting.words.watches.show, ShowNews(message.id).pack())
    return MessageDraft((line(text),), ((show,),)).messages()[0]


def _items(groups: Sequence[Content], setting: ChatContext) -> Iterator[NewsItem]:
    say = setting.words.watches
    for group in groups:
        year = setting.words.cited_year.format(year=group["year"]) if group["year"] else ""
        title = f"《{shortened(group['title'], LONGEST_TITLE)}》{year}"
        heading = (say.new_document if group["new"] else say.changed_document).format(
            title=title, words=group["words"], count=group["count"]
        )
        for at, (before, after, passage) in enumerate(group["items"], 1):
            opening: CallbackData = OpenDocument(group["document"], anew=True)
            opening = OpenPassage(passage, anew=True) if passage else opening
            more = group["count"] - at if at == len(group["items"]) else 0
            yield NewsItem(heading, before, after, opening, more)


def _lines(place: int, item: NewsItem, say: WatchWords) -> Iterator[Block]:
    """The lines of a sentence, and how many of its document are left out after it."""
    before, after = (shortened(text, LONGEST_SENTENCE) for text in (item.before, item.after))
    said = say.now_says if before and after else say.says if after else say.no_longer
    yield line(f"{place}. {said.format(text=after or before)}")
    if before and after:
        yield line(say.before.format(text=before))
    if item.more:
        yield line(say.more.format(count=item.more))
