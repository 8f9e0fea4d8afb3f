"""Who watches a document or uploaded it is told before it expires, and when another replaces or abolishes it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.access.access import Access
from bot.access.roles import Role
from bot.callback_data.browsing import OpenDocument
from bot.callback_data.scheduled import ListWatches, ShowValidity
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.rendering.dates import day_in_words
from bot.rendering.markup import line, shortened
from bot.rendering.message import Button, Message, MessageDraft
from bot.rendering.paging import page_of
from bot.state import State
from bot.state.scheduling.messages import Content, ScheduledMessage
from bot.state.scheduling.validity import BEGUN, EVERYBODY
from bot.state.scheduling.watches import Watch
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase
from knowledge.watching.statements import Statement
from knowledge.watching.watched_words import watched_words

KIND = "validity"
STAGES = (30, 7)  # days before a document expires
OFTEN = 3  # statements of a document on watched words with which the document is watched, too
A_PAGE = 8
LONGEST_TITLE = 50
UPLOADS = ("document:add", "document:replace")  # in the audit

Place = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class ValidityEvent:
    """What becomes of a document: it expires on a day, or another stands in its place."""

    kind: Literal["expires", "replaced", "abolished"]
    document: Document
    key: str
    date: str = ""
    by: str = ""
    opening: str = ""

    @property
    def is_news(self) -> bool:
        """Whether it happens at a load, not by the days that pass."""
        return self.kind != "expires"


def tell_validity(knowledge: KnowledgeBase, state: State, access: Access, now: dt.datetime) -> None:
    """Writes down what is to be told of the validity of documents. Raises KnowledgeError or StateError.

    What had been replaced or abolished before the first look is told to nobody. `now` is in the zone of the days.
    """
    told, documents = state.validity.told(), knowledge.documents()
    events = list(events_of(documents, now.date()))
    happened = [(EVERYBODY, event.key) for event in events if event.is_news]
    fresh = [pair for pair in happened if pair not in told]
    if (EVERYBODY, BEGUN) not in told:
        state.validity.record([(EVERYBODY, BEGUN), *fresh], ())
        return
    coming = [event for event in events if not event.is_news or (EVERYBODY, event.key) in fresh]
    of_places: dict[Place, list[ValidityEvent]] = defaultdict(list)
    tellers: dict[Place, tuple[int, str]] = {}
    for place, teller, event in _addressed(coming, knowledge, state, access):
        if (place[0], event.key) not in told and event not in of_places[place]:
            of_places[place].append(event)
            tellers[place] = teller
    messages = [
        ScheduledMessage(*place, *tellers[place], KIND, _content(of_place), now.timestamp())
        for place, of_place in of_places.items()
        if of_place
    ]
    of_chats = [(place[0], event.key) for place, of_place in of_places.items() for event in of_place]
    if fresh or of_chats:
        state.validity.record([*fresh, *of_chats], messages)


def events_of(documents: Sequence[Document], today: dt.date) -> Iterator[ValidityEvent]:
    """What becomes of some documents on a day."""
    by_id = {document.id: document for document in documents}
    for document in documents:
        name = f"{document.path}#{document.title}"
        newer = by_id.get(document.instead or "")
        if document.abolished_by:
            by = document.abolished_by.strip("《》")
            yield ValidityEvent("abolished", document, f"abolished:{name}:{by}", by=f"《{by}》")
        elif newer and document.replaced == "older":
            key = f"replaced:{name}:{newer.path}#{newer.title}"
            yield ValidityEvent("replaced", document, key, by=_title(newer), opening=newer.id)
        elif document.expires and (stage := _stage(document.expires, today)) is not None:
            key = f"expires:{name}:{document.expires}:{stage}"
            yield ValidityEvent("expires", document, key, date=document.expires)


def validity_message(message: ScheduledMessage, setting: ChatContext, number: int = 0) -> Message:
    """A page of what is told of the validity of documents."""
    say = setting.words.watches
    page = page_of(message.content["items"], number, A_PAGE)
    lines = [say.validity.format(place=page_note(page, setting.words))]
    lines += [_line(place, item, setting) for place, item in enumerate(page.items, page.first + 1)]
    rows = number_rows(page, [OpenDocument(item["opening"], anew=True) for item in page.items])
    turns = turn_rows(page, setting.words, lambda turned: ShowValidity(message.id, turned))
    last = (Button(say.own_watches, ListWatches(anew=True).pack()),)
    return MessageDraft(tuple(map(line, lines)), (*rows, *turns, last)).messages()[0]


def unsure_validity(message: ScheduledMessage, setting: ChatContext) -> Message:
    """The notice in place of what may not have arrived."""
    text = setting.words.watches.validity_unsure.format(count=len(message.content["items"]))
    show = Button(setting.words.watches.show, ShowValidity(message.id).pack())
    return MessageDraft((line(text),), ((show,),)).messages()[0]


def owners(state: State) -> Mapping[str, int]:
    """Who uploaded each file last, by its path; what was done at the command line has no owner."""
    uploaded: dict[str, int] = {}
    for entry in state.audit.of_actions(UPLOADS):
        for written in entry.change.after.split("; "):
            path = written.rpartition(" ")[0]
            if path and entry.change.person:
                uploaded[path] = entry.change.person
    return uploaded


def _addressed(
    events: Sequence[ValidityEvent], knowledge: KnowledgeBase, state: State, access: Access
) -> Iterator[tuple[Place, tuple[int, str], ValidityEvent]]:
    """The places that are told of each event, each with a person and the language: those where the document is watched,
    and the private chat of its owner."""
    if not events:
        return
    uploaded, watches = owners(state), state.watches.running()
    readable = {watch.chat: access.readable_in(watch.chat, knowledge) for watch in watches}
    titles = {watch: _often(state, watch) for watch in watches}
    for event in events:
        owner = uploaded.get(event.document.path)
        if owner and access.may(owner, Role.EDITOR):
            yield (owner, None), (owner, state.languages.of(owner) or "zh"), event
        for watch in watches:
            is_open = event.document.id in readable[watch.chat] and (
                not event.opening or event.opening in readable[watch.chat]
            )
            if is_open and _follows(watch, event.document, titles[watch]):
                yield (watch.chat, watch.topic), (watch.person, watch.language), event


def _follows(watch: Watch, document: Document, titles: frozenset[str]) -> bool:
    """Whether a watch is about a document: its words are in the title or its place, or stand in it often."""
    named = watched_words(watch.words).are_met(Statement(document.title, "", ""), document)
    return named or document.title in titles


def _often(state: State, watch: Watch) -> frozenset[str]:
    """The titles of the documents that speak of watched words often."""
    counts: dict[str, int] = defaultdict(int)
    for item in state.watches.known(watch.id):
        counts[item.title] += 1
    return frozenset(title for title, count in counts.items() if count >= OFTEN)


def _stage(expires: str, today: dt.date) -> int | None:
    """The nearest stage that a day of expiry has reached, None before the first and when it has passed."""
    left = (dt.date.fromisoformat(expires) - today).days
    return min((stage for stage in STAGES if 0 <= left <= stage), default=None)


def _content(events: Sequence[ValidityEvent]) -> Content:
    return {
        "items": [
            {
                "kind": event.kind,
                "title": _title(event.document),
                "date": event.date,
                "by": event.by,
                "opening": event.opening or event.document.id,
            }
            for event in events
        ]
    }


def _line(number: int, item: Content, setting: ChatContext) -> str:
    say = setting.words.watches
    said = {"expires": say.expires, "replaced": say.replaced, "abolished": say.abolished}[item["kind"]]
    days, date = 0, ""
    if item["date"]:
        day = dt.date.fromisoformat(item["date"])
        days, date = (day - setting.today).days, day_in_words(day, setting.words)
        said = say.expires_today if days == 0 else said
    return said.format(number=number, title=item["title"], by=item["by"], date=date, days=days)


def _title(document: Document) -> str:
    return f"《{shortened(document.title.strip('《》'), LONGEST_TITLE)}》"
