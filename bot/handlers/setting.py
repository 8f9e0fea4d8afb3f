"""How the chat of an update wants its answers."""

from __future__ import annotations

from telegram import Update

from bot.border import in_thread
from bot.exchange import Setting
from bot.handlers.sending import words_for
from bot.scoping import scoped
from bot.services import Context, Services, services
from bot.state.preferences import DEFAULT


async def setting_of(update: Update, context: Context) -> Setting:
    """The words, the day, the documents that the chat is narrowed to, whether files may be sent, how long an answer is."""
    known, chat = services(context), update.effective_chat
    scope = await in_thread(_scope, known, chat.id) if chat else ()
    length = known.state.preferences.of(chat.id).length if chat else DEFAULT.length
    return Setting(words_for(update), known.today(), scope, known.send_files, length)


def _scope(known: Services, chat: int) -> tuple[str, ...]:
    return scoped(known.knowledge, known.state.scope(chat))
