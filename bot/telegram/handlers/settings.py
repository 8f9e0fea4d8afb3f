"""/settings: how a chat wants its answers; in a group its administrators say it."""

from __future__ import annotations

from telegram import Chat, Update

from bot.callback_data.codec import unpacked
from bot.callback_data.personal import ChangeSetting, ListSettings, OpenSetting, SettingName
from bot.chat.scope import scoped
from bot.concurrency import in_thread
from bot.pages.settings import FOLLOW, SettingsView, choices_page, settings_page, value_of, with_choice
from bot.rendering.message import Message, say
from bot.state.storage.audit import AuditChange
from bot.telegram.gate.chat_context import chosen_language
from bot.telegram.gate.group_rights import change_in, may_change_chat
from bot.telegram.gate.permissions import actor_of
from bot.telegram.transport.sending import CHOSEN_LANGUAGE, acknowledge, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, Services, services_of

BUTTONS = (ListSettings, OpenSetting, ChangeSetting)


async def tell(update: Update, context: Context) -> None:
    """Shows how the chat is set, to those who may change it."""
    message, words = update.message, words_for(update)
    if message is None:
        return
    if await may_change_chat(update, context):
        page = settings_page(await in_thread(_settings, services_of(context), message.chat), words)
        await send(context.bot, message, (page,))
    else:
        await send(context.bot, message, say(words.settings.admins_only))


async def choose(update: Update, context: Context) -> None:
    """Opens a setting or changes it."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.message is None:
        return
    if not await may_change_chat(update, context):
        await acknowledge(query, words.settings.admins_only, alert=True)
        return
    button, chat = unpacked(query.data or "", BUTTONS), query.message.chat
    changes = isinstance(button, ChangeSetting)
    if isinstance(button, ChangeSetting) and not await _change(update, context, chat, button):
        await acknowledge(query, words.button_old)
        return
    opened = button.name if isinstance(button, OpenSetting | ChangeSetting) else None
    page = await _page(update, context, chat, opened)
    await acknowledge(query, words_for(update).settings.done if changes else None)
    await replace_or_send(context.bot, query.message, page)


async def _page(update: Update, context: Context, chat: Chat, name: SettingName | None) -> Message:
    settings, words = await in_thread(_settings, services_of(context), chat), words_for(update)
    return choices_page(settings, name, words) if name else settings_page(settings, words)


async def _change(update: Update, context: Context, chat: Chat, button: ChangeSetting) -> bool:
    """Changes a setting; says whether there is such a choice."""
    services, name = services_of(context), button.name
    before = await in_thread(_settings, services, chat)
    try:
        after = with_choice(before, name, button.choice)
    except (KeyError, ValueError):  # a button of another version
        return False
    if after != before:
        values = value_of(before, name), value_of(after, name)
        await in_thread(_store, services, chat, after, change_in(chat, actor_of(update), name, *values))
        if name == "language":
            CHOSEN_LANGUAGE.set(chosen_language(services.state, update))
    return True


def _settings(services: Services, chat: Chat) -> SettingsView:
    language = services.state.languages.of(chat.id) or FOLLOW
    documents = len(scoped(services.knowledge, services.state.scopes.of(chat.id)))
    return SettingsView(
        chat.type != Chat.PRIVATE, language, documents, services.state.preferences.of(chat.id)
    )


def _store(services: Services, chat: Chat, after: SettingsView, change: AuditChange | None) -> None:
    language = None if after.language == FOLLOW else after.language
    if language != services.state.languages.of(chat.id):
        services.state.languages.set(chat.id, language, change)
    else:
        services.state.preferences.set(chat.id, after.preference, change)
