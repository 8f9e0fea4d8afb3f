"""How the chat of an update wants its answers, and in which language."""

from __future__ import annotations

from telegram import Chat, Update

from bot.access.roles import Role
from bot.chat.context import ChatContext
from bot.chat.scope import scoped
from bot.concurrency import in_thread
from bot.state import State
from bot.state.chats.homes import NOWHERE, Home
from bot.state.chats.preferences import DEFAULT
from bot.telegram.transport.sending import words_for
from bot.telegram.transport.services import Context, Services, services_of


async def setting_of(update: Update, context: Context) -> ChatContext:
    """What the chat prefers, what may be sent to it, and what was said of deadlines."""
    return await in_thread(read_setting, update, services_of(context))


def read_setting(update: Update, services: Services) -> ChatContext:
    """The same, in a thread."""
    chat, user = update.effective_chat, update.effective_user
    scope, home = _narrowed(services, chat.id) if chat else ((), NOWHERE)
    return ChatContext(
        words_for(update),
        services.clock.today(),
        scope,
        services.send_files,
        services.state.preferences.of(chat.id).length if chat else DEFAULT.length,
        services.state.marks.current,
        services.access.may(user.id if user else None, Role.EDITOR),
        services.clock.zone,
        editor=_is_editor(update, services),
        site=services.site,
        lasting_ids=services.state.lasting_ids.of,
        marked_at=services.state.marks.changed_at,
        usual=services.usual.at,
        may_watch=True,
        marks_at=services.state.marks.as_of,
        home=home,
    )


def chosen_language(state: State, update: Update) -> str | None:
    """The language in which to speak: what the group has chosen, else the person, None as their Telegram does."""
    user, chat = update.effective_user, update.effective_chat
    of_chat = state.languages.of(chat.id) if chat and chat.type != Chat.PRIVATE else None
    return of_chat or (state.languages.of(user.id) if user else None)


def _is_editor(update: Update, known: Services) -> bool:
    """Whether an editor asks, in a chat where nobody else sees the buttons."""
    user, chat = update.effective_user, update.effective_chat
    return bool(user and chat and chat.type == chat.PRIVATE and known.access.may(user.id, Role.EDITOR))


def _narrowed(services: Services, chat: int) -> tuple[tuple[str, ...], Home]:
    """The documents that a chat is narrowed to, and where it is at home."""
    return scoped(services.knowledge, services.state.scopes.of(chat)), services.state.homes.of(chat)
