"""/watch: what a chat wants to be told of, made by words, listed, ended and put back by buttons."""

from __future__ import annotations

from telegram import MaybeInaccessibleMessage, Update
from telegram import Message as Received

from bot.callback_data.codec import unpacked
from bot.callback_data.scheduled import (
    ChangeWatch,
    ListWatches,
    ShowNews,
    ShowValidity,
    WatchAction,
    WatchDocument,
)
from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.messages import Messages, language_of
from bot.rendering.markup import visible
from bot.rendering.message import Message, say
from bot.state.scheduling.watches import KnownStatement, Watch
from bot.telegram.gate.addressing import asker, call_of
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import may_change_chat
from bot.telegram.transport.sending import acknowledge, change, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, Services, services_of
from bot.watches import news, pages, validity
from bot.watches.looking import Library, known_now, look
from knowledge.watching.statements import bare
from knowledge.watching.watched_words import LONGEST, SHORTEST

MOST = 20  # watches of a chat
WIDEST = 5000  # statements that a watch may know from the beginning
BUTTONS = (ListWatches, ChangeWatch)


async def watch(update: Update, context: Context) -> None:
    """Watches the words after the command, or lists what is watched."""
    message, words = update.message, words_for(update)
    call = call_of(message) if message else None
    if message is None or call is None:
        return
    typed = " ".join(visible(call.rest).split())
    if not typed:
        page = await in_thread(_listing, services_of(context), message.chat.id, 0, words)
        await send(context.bot, message, (page,))
    elif not await may_change_chat(update, context):
        await send(context.bot, message, say(words.watches.admins_only))
    else:
        await send(
            context.bot,
            message,
            await in_thread(_made, services_of(context), message, asker(message), typed, words),
        )


async def watch_document(update: Update, context: Context) -> None:
    """Watches the document under which the button stands."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    services, place = services_of(context), query.message
    if not await may_change_chat(update, context):
        await acknowledge(query, words.watches.admins_only, alert=True)
        return
    document = await in_thread(services.knowledge.document, WatchDocument.unpack(query.data).document)
    await acknowledge(query)
    if document is None:
        await send(context.bot, place, say(words.document_gone))
        return
    typed = f"《{document.title.strip('《》')[: LONGEST - 2]}》"
    made = await in_thread(_made, services, place, query.from_user.id, typed, words)
    await send(context.bot, place, made)


async def press(update: Update, context: Context) -> None:
    """Does what a button of the list or of a watch says."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None or query.message is None:
        return
    button, place = unpacked(query.data, BUTTONS), query.message
    if isinstance(button, ListWatches):
        page = await in_thread(_listing, services_of(context), place.chat.id, button.page, words)
    elif not isinstance(button, ChangeWatch):
        return
    elif button.action is not WatchAction.OPEN and not await may_change_chat(update, context):
        await acknowledge(query, words.watches.admins_only, alert=True)
        return
    else:
        page = await in_thread(_pressed, services_of(context), place.chat.id, button, words)
    await acknowledge(query)
    if button.anew or not await change(context.bot, place.chat.id, place.message_id, page):
        await send(context.bot, place, (page,))


async def turn(update: Update, context: Context) -> None:
    """Shows a page of what the chat was told of a load."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    button, setting = unpacked(query.data, (ShowNews, ShowValidity)), await setting_of(update, context)
    if not isinstance(button, ShowNews | ShowValidity):
        return
    page = await in_thread(_told, services_of(context), setting, query.message.chat.id, button)
    await acknowledge(query)
    await replace_or_send(context.bot, query.message, page)


def _made(
    services: Services, message: MaybeInaccessibleMessage, person: int, typed: str, words: Messages
) -> tuple[Message, ...]:
    """The watch as it was made, or why none was."""
    state, say_of = services.state.watches, words.watches
    here = state.of_chat(message.chat.id)
    if len(typed) > LONGEST:
        return say(say_of.too_long.format(limit=LONGEST))
    if len(bare(typed)) < SHORTEST:
        return say(say_of.too_short.format(words=typed, least=SHORTEST))
    if any(bare(watch.words) == bare(typed) for watch in here):
        return say(say_of.already.format(words=typed))
    if len(here) >= MOST:
        return say(say_of.too_many.format(count=len(here)))
    known = _known(services, typed, message.chat.id)
    if len(known) > WIDEST:
        return say(say_of.too_wide.format(words=typed, count=len(known)))
    topic = message.message_thread_id if isinstance(message, Received) and message.is_topic_message else None
    language = language_of(words)
    number = state.add(Watch(message.chat.id, topic, person, language, typed), known)
    added = state.one(number, message.chat.id)
    return (pages.made(added, len(known), words),) if added else say(say_of.gone)


def _known(services: Services, typed: str, chat: int) -> list[KnownStatement]:
    """What the documents say now on some words, after all that was loaded before is told to who watched it."""
    knowledge = services.knowledge.read_by(None)
    look(knowledge, services.state, services.access, services.clock.seconds())
    library = Library(knowledge)
    return known_now(library, typed, library.readable(services.access, chat))


def _listing(services: Services, chat: int, number: int, words: Messages) -> Message:
    return pages.listing(services.state.watches.of_chat(chat), number, words)


def _pressed(services: Services, chat: int, button: ChangeWatch, words: Messages) -> Message:
    """What a button of a chat brings."""
    state = services.state.watches
    watch = state.one(button.watch, chat)
    if watch is None:
        return say(words.watches.gone)[0]
    if button.action is WatchAction.REMOVE:
        state.remove(watch.id)
        return pages.removed(watch, words)
    if button.action is WatchAction.RESTORE and watch.standing == "removed":
        known = _known(services, watch.words, chat)
        state.restore(watch.id, known)
        return pages.view(watch, len(known), words)
    if watch.standing == "removed":
        return pages.removed(watch, words)
    return pages.view(watch, state.count_known(watch.id), words)


def _told(services: Services, setting: ChatContext, chat: int, button: ShowNews | ShowValidity) -> Message:
    """A page of what the chat was told."""
    message = services.state.scheduled.one(button.message, chat)
    kind, write = (
        (news.KIND, news.news_message)
        if isinstance(button, ShowNews)
        else (validity.KIND, validity.validity_message)
    )
    if message is None or message.kind != kind:
        return say(setting.words.watches.too_old)[0]
    return write(message, setting, button.page)
