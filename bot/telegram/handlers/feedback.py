"""Votes and favourites: what people press under an answer."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from telegram import CallbackQuery, Chat, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram import Message as Received
from telegram.error import BadRequest

from bot.callback_data.personal import CastVote, GiveReason, KeepPassage
from bot.chat.feedback_buttons import PersonalFeedback, feedback_row, is_feedback, reason_rows
from bot.concurrency import in_thread
from bot.messages import Messages
from bot.rendering.citations import source
from bot.rendering.markup import shortened, visible
from bot.rendering.message import Row
from bot.state.usage.favourites import Favourite
from bot.state.usage.votes import Vote
from bot.telegram.transport.sending import acknowledge, inline_button, words_for
from bot.telegram.transport.services import Context, Services, services_of

EXCERPT = 60  # characters of a favourite that are kept

B = TypeVar("B", CastVote, GiveReason, KeepPassage)

Keys = Sequence[Sequence[InlineKeyboardButton]]


@dataclass(frozen=True, slots=True)
class _Press(Generic[B]):
    """A button under an answer, as somebody pressed it: which of the buttons, under which message."""

    query: CallbackQuery
    services: Services
    words: Messages
    chat: int
    message: int
    button: B

    @property
    def passage(self) -> str:
        return self.button.passage

    @property
    def person(self) -> int:
        return self.query.from_user.id

    @property
    def shared(self) -> bool:
        """Whether others see the same buttons."""
        return self.query.message is not None and self.query.message.chat.type != Chat.PRIVATE


async def vote(update: Update, context: Context) -> None:
    """Counts 有用 or 没用, and asks of 没用 what was wrong."""
    if press := await _press_of(update, context, CastVote):
        useful = press.button.useful
        await _cast(press, useful)
        await acknowledge(press.query, press.words.thanks_useful if useful else press.words.thanks_useless)
        # In a group the reasons stay open: somebody else may be choosing one.
        await _show(press, asking=True if not useful else None if press.shared else False)


async def give_reason(update: Update, context: Context) -> None:
    """Counts what was wrong; whoever presses it says 没用 with it."""
    if press := await _press_of(update, context, GiveReason):
        letter = press.button.reason
        await _cast(press, useful=False, reason=letter)
        reason = press.words.reasons.get(letter, letter)
        await acknowledge(press.query, press.words.thanks_reason.format(reason=reason))
        await _show(press, asking=False)


async def keep(update: Update, context: Context) -> None:
    """Puts the passage among the person's favourites, or takes it off them."""
    if press := await _press_of(update, context, KeepPassage):
        sentence = await in_thread(_keep if press.button.kept else _unkeep, press)
        await acknowledge(press.query, sentence)
        await _show(press, asking=None)


def standing(
    services: Services, person: int, chat: int, message: int | None, passage: str
) -> PersonalFeedback:
    """What the person has said of an answer; a message that is not sent yet has no number."""
    vote = services.state.votes.of(person, chat, message) if message is not None else None
    return PersonalFeedback(vote.useful if vote else None, services.state.favourites.has(person, passage))


async def _press_of(update: Update, context: Context, kind: type[B]) -> _Press[B] | None:
    """What was pressed: a message too old to be shown to us still has its number, an inline one has none."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.message is None:
        if query:
            await acknowledge(query, words.button_old)
        return None
    place, button = query.message, kind.unpack(query.data or "")
    return _Press(query, services_of(context), words, place.chat.id, place.message_id, button)


async def _cast(press: _Press[Any], useful: bool, reason: str = "") -> None:
    cast = Vote(press.person, press.chat, press.message, useful, press.passage, reason)
    await in_thread(press.services.state.votes.cast, cast)


def _keep(press: _Press[KeepPassage]) -> str:
    answer = press.services.knowledge.passage(press.passage)
    if answer is None:
        return press.words.text_changed
    excerpt = shortened(visible(answer.passage), EXCERPT)
    favourite = Favourite(press.passage, excerpt, source(answer.document, answer.section[-1:], press.words))
    press.services.state.favourites.add(press.person, favourite)
    return press.words.now_kept


def _unkeep(press: _Press[KeepPassage]) -> str:
    press.services.state.favourites.remove(press.person, press.passage)
    return press.words.now_unkept


async def _show(press: _Press[Any], asking: bool | None) -> None:
    """Shows on the buttons what was said, not in a group; and while `asking` the reasons, None as before."""
    message = press.query.message
    if not isinstance(message, Received) or message.reply_markup is None:
        return
    before = message.reply_markup.inline_keyboard
    if not _feedback_of(before):  # another answer has taken the place of the one that was pressed
        return
    row = [_feedback_of(before)[0]] if press.shared else _keys([await _row(press)])
    shows = _is_asking(before) if asking is None else asking
    after = _replaced(before, [*row, *(_keys(reason_rows(press.passage, press.words)) if shows else ())])
    if InlineKeyboardMarkup(after) != message.reply_markup:
        # Of two taps at once the second finds everything changed already, which Telegram calls an error.
        with contextlib.suppress(BadRequest):
            await message.edit_reply_markup(InlineKeyboardMarkup(after))


async def _row(press: _Press[Any]) -> Row:
    place = (press.person, press.chat, press.message, press.passage)
    return feedback_row(press.passage, press.words, await in_thread(standing, press.services, *place))


def _feedback_of(rows: Keys) -> Keys:
    return [row for row in rows if is_feedback(row[0].callback_data)]


def _is_asking(rows: Keys) -> bool:
    return any(GiveReason.fits(str(row[0].callback_data)) for row in rows)


def _replaced(rows: Keys, ours: Keys) -> Keys:
    """The keyboard with our rows in place of those that stand there."""
    places = [at for at, row in enumerate(rows) if is_feedback(row[0].callback_data)]
    first = places[0]
    before, after = rows[:first], [row for row in rows[first:] if not is_feedback(row[0].callback_data)]
    return [*before, *ours, *after]


def _keys(rows: Sequence[Row]) -> Keys:
    return [list(map(inline_button, row)) for row in rows]
