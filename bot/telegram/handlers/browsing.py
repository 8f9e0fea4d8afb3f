"""The lists, pictures and files that commands bring, and whatever the buttons under messages bring."""

from __future__ import annotations

from pathlib import Path

from telegram import CallbackQuery, InlineKeyboardMarkup, MaybeInaccessibleMessage, Update
from telegram import Message as Received

from bot.callback_data.browsing import AskSuggestion
from bot.chat.context import ChatContext
from bot.chat.response import Attachment, DocumentPage, Response
from bot.concurrency import in_background, in_thread
from bot.conversation.ask import ask, browse
from bot.conversation.buttons import PressedButton, heading_of, is_way_back, press
from bot.rendering.markup import shortened
from bot.rendering.message import Button, say
from bot.state.storage.audit import Actor
from bot.telegram.delivery.handling import waiting
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.chat_context import setting_of
from bot.telegram.gate.group_rights import change_in, may_ask_here, may_change_chat
from bot.telegram.handlers.office.home import settle
from bot.telegram.handlers.question_log import PendingQuestion, note_opened, with_votes, write_down
from bot.telegram.transport.sending import acknowledge, change, enclose, send, send_file
from bot.telegram.transport.services import Context, Services, services_of
from knowledge.corpus.files import is_file_of
from knowledge.documents import Document
from knowledge.indexing.page_pictures import picture_of

LARGEST = 50 * 2**20  # bytes of a file that a bot may send
CAPTION = 200  # characters of a title under its file


async def open_list(update: Update, context: Context) -> None:
    """Brings the list, the picture or the file that a command asks for."""
    message = update.message
    call = call_of(message) if message else None
    if message and call:
        setting = await setting_of(update, context)
        response = await in_thread(browse, services_of(context).knowledge, call, setting)
        await send(context.bot, message, response.messages)
        await enclose(context.bot, message, response.enclosures)


async def open_button(update: Update, context: Context) -> None:
    """Brings what a pressed button offers."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    pressed, setting = _press_of(query), await setting_of(update, context)
    if AskSuggestion.fits(pressed.data) and pressed.label:
        await _ask(update, context, pressed.label, setting)
        return
    response = await in_thread(press, services_of(context).knowledge, setting, pressed)
    if response.scope is not None and not await _narrow(update, context, setting.scope, response.scope):
        await acknowledge(query, setting.words.scope_admins_only, alert=True)
        return
    if response.home is not None and not await settle(update, context, response.home):
        await acknowledge(query, setting.words.home.admins_only, alert=True)
        return
    await acknowledge(query)
    await _deliver(context, query, setting, response, PendingQuestion(query.message.chat, query.from_user.id))


async def ask_again(update: Update, context: Context, question: str) -> None:
    """Answers a question that a button stands for."""
    await _ask(update, context, question, await setting_of(update, context))


async def _ask(update: Update, context: Context, question: str, setting: ChatContext) -> None:
    """Answers a question that a button asks, where its person may ask."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    if not await may_ask_here(update, context):
        await acknowledge(query, setting.words.settings.askers_refused, alert=True)
        return
    await acknowledge(query)
    asking = PendingQuestion(query.message.chat, query.from_user.id)
    response = await in_thread(ask, services_of(context).knowledge, question, setting, repeat=True)
    await _deliver(context, query, setting, response, asking)


async def _narrow(update: Update, context: Context, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Narrows the chat to other documents; says whether this person may."""
    chat, user, services = update.effective_chat, update.effective_user, services_of(context)
    if chat is None or user is None or not await may_change_chat(update, context):
        return False
    titles = [await in_thread(_titles, services, scope) for scope in (before, after)]
    change = change_in(chat, Actor(user.id, user.full_name), "scope", *titles)
    await in_thread(services.state.scopes.set, chat.id, after, change)
    return True


async def show(update: Update, context: Context, response: Response) -> None:
    """Brings what another handler has made of a pressed button."""
    query = update.callback_query
    if query and query.message:
        setting, asking = (
            await setting_of(update, context),
            PendingQuestion(query.message.chat, query.from_user.id),
        )
        await _deliver(context, query, setting, response, asking)


async def _deliver(
    context: Context, query: CallbackQuery, setting: ChatContext, response: Response, asking: PendingQuestion
) -> None:
    """Sends what a button brings, or puts it in the place of the message under which the button stands."""
    message = query.message
    assert message
    if response.file:
        await _deliver_file(context, query, setting, response.file)
        return
    if response.page:
        await _deliver_page(context, message, setting, response.page)
        return
    place = message.message_id if response.in_place else None
    response = await with_votes(context, asking, response, setting.words, place)
    numbers: tuple[int, ...] = (message.message_id,)
    if not (response.in_place and await _changed(context, query, response)):
        numbers = await send(context.bot, message, response.messages)
        await note_opened(context, message.chat.id, message.message_id, numbers)
    await enclose(context.bot, message, response.enclosures)
    await write_down(context, asking, response, numbers)
    if response.asked:
        _remember(context, query, response.asked, numbers)


async def _changed(context: Context, query: CallbackQuery, response: Response) -> bool:
    """Whether the message could be changed: not when it is too old, or what is to be said does not fit one."""
    message = query.message
    if not isinstance(message, Received) or len(response.messages) != 1:
        return False
    return await change(context.bot, message.chat.id, message.message_id, response.messages[0])


async def _deliver_file(
    context: Context, query: CallbackQuery, setting: ChatContext, document: Document
) -> None:
    message, words = query.message, setting.words
    assert message
    path = await in_thread(_file_of, services_of(context).corpus, document)
    if path is None:
        await send(context.bot, message, say(words.file_missing.format(title=document.title)))
    elif path.stat().st_size > LARGEST:
        await send(context.bot, message, say(words.file_too_big.format(title=document.title)))
    else:
        await send_file(context.bot, message, path, shortened(document.title, CAPTION))


async def _deliver_page(
    context: Context, to: MaybeInaccessibleMessage, setting: ChatContext, page: DocumentPage
) -> None:
    """Sends the picture of a scanned page, or says that there is none."""
    corpus, words = services_of(context).corpus, setting.words
    with waiting():
        picture = await in_background(lambda: picture_of(corpus, page.document, page.number))
    place = {"title": shortened(page.document.title, CAPTION), "page": page.number}
    if picture is None:
        await send(context.bot, to, say(words.page_missing.format(**place)))
    else:
        name = f"page-{page.number}.jpg"
        await enclose(context.bot, to, (Attachment(name, picture, words.page_picture.format(**place), True),))


def _titles(services: Services, scope: tuple[str, ...]) -> str:
    """The documents of a scope by their titles, empty for all documents."""
    return "、".join(
        f"《{document.title}》" for document in services.knowledge.documents() if document.id in scope
    )


def _file_of(corpus: Path, document: Document) -> Path | None:
    """The file of a document, None when it is not there or not of the corpus."""
    path = document.file_in(corpus)
    return path if is_file_of(corpus, path) and path.stat().st_size else None


def _remember(context: Context, query: CallbackQuery, asked: str, numbers: tuple[int, ...]) -> None:
    """A question that a button asked can be followed up like a written one."""
    assert query.message
    memory, chat = services_of(context).memory, query.message.chat.id
    memory.last[chat, query.from_user.id] = asked
    for number in numbers:
        memory.behind[chat, number] = asked


def _press_of(query: CallbackQuery) -> PressedButton:
    """The press with what its message carries: the question on the button or in the heading, the way back."""
    message = query.message if isinstance(query.message, Received) else None
    buttons = _buttons(message)
    label = next((button.label for button in buttons if button.data == query.data), "")
    back = next((button for button in reversed(buttons) if is_way_back(button)), None)
    return PressedButton(query.data or "", label, heading_of((message and message.text) or ""), back)


def _buttons(message: Received | None) -> list[Button]:
    markup = message.reply_markup if message else None
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ()
    return [Button(key.text, str(key.callback_data)) for row in rows for key in row if key.callback_data]
