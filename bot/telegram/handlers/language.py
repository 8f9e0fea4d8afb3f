"""/language: in which language the bot speaks with a person."""

from __future__ import annotations

from telegram import CallbackQuery, Chat, Update

from bot.callback_data.personal import ChooseLanguage
from bot.concurrency import in_thread
from bot.pages.personal import language_question
from bot.pages.settings import FOLLOW
from bot.rendering.message import say
from bot.telegram.transport.sending import CHOSEN_LANGUAGE, acknowledge, change, send, words_for
from bot.telegram.transport.services import Context, services_of


async def ask(update: Update, context: Context) -> None:
    """Offers the languages."""
    if update.message:
        await send(context.bot, update.message, language_question(words_for(update)))


async def choose(update: Update, context: Context) -> None:
    """Speaks with the person who pressed in the language they chose."""
    query = update.callback_query
    if query is None or query.data is None:
        return
    code = ChooseLanguage.unpack(query.data).code
    chosen = None if code == FOLLOW else code
    await in_thread(services_of(context).state.languages.set, query.from_user.id, chosen)
    CHOSEN_LANGUAGE.set(chosen)
    words = words_for(update)
    sentence = words.language_set.format(language=words.languages[code])
    await acknowledge(query, sentence)
    await _close(query, context, sentence)


async def _close(query: CallbackQuery, context: Context, sentence: str) -> None:
    """Puts the choice in the place of the question; in a group others may still want to choose."""
    place = query.message
    if place and place.chat.type == Chat.PRIVATE:
        await change(context.bot, place.chat.id, place.message_id, say(sentence)[0])
