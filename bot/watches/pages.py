"""The dialogue of watches: made, listed, removed and put back."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callback_data.scheduled import ChangeWatch, ListWatches, WatchAction
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, Message, MessageDraft, Row
from bot.rendering.paging import page_of
from bot.state.scheduling.watches import Watch

A_PAGE = 8  # watches


def made(watch: Watch, count: int, words: Messages) -> Message:
    """That it is watched from now on, in how many places the documents speak of it, and the way to end it."""
    said = words.watches.made if count else words.watches.made_empty
    text = said.format(words=watch.words, count=count)
    return _message(text, (_button(words.watches.remove, WatchAction.REMOVE, watch),))


def view(watch: Watch, count: int, words: Messages) -> Message:
    """A watch with the ways to end it and back to the list."""
    text = words.watches.view.format(words=watch.words, count=count)
    back = Button(words.watches.back, ListWatches().pack())
    return _message(text, (_button(words.watches.remove, WatchAction.REMOVE, watch), back))


def removed(watch: Watch, words: Messages) -> Message:
    """That it is watched no more, with the way to put it back."""
    text = words.watches.removed.format(words=watch.words)
    back = Button(words.watches.back, ListWatches().pack())
    return _message(text, (_button(words.watches.restore, WatchAction.RESTORE, watch), back))


def listing(watches: Sequence[Watch], number: int, words: Messages) -> Message:
    """The watches of a chat, a page of them, each with a button that opens it."""
    say = words.watches
    if not watches:
        return _message(say.ask)
    page = page_of(watches, number, A_PAGE)
    heading = say.list.format(count=len(watches), place=page_note(page, words))
    lines = [
        say.listed.format(number=place, words=watch.words)
        for place, watch in enumerate(page.items, page.first + 1)
    ]
    rows = number_rows(page, [ChangeWatch(WatchAction.OPEN, watch.id) for watch in page.items])
    return _message("\n".join([heading, *lines]), *rows, *turn_rows(page, words, ListWatches))


def _button(label: str, action: WatchAction, watch: Watch) -> Button:
    return Button(label, ChangeWatch(action, watch.id).pack())


def _message(text: str, *rows: Row) -> Message:
    return MessageDraft(tuple(map(line, text.split("\n"))), rows).messages()[0]
