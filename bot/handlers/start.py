"""/start, /help, and what the bot says to what it does not understand."""

from __future__ import annotations

from telegram import Message as Received
from telegram import Update

from bot.commands import COMMANDS
from bot.handlers.sending import send, words_for
from bot.messages import help_text
from bot.replies import say
from bot.services import Context, services


async def greet(update: Update, context: Context) -> None:
    """Says who the bot is and how to ask."""
    await _tell(update, context, words_for(update).greeting)


async def explain_usage(update: Update, context: Context) -> None:
    """Tells the commands that this person may use."""
    user = update.effective_user
    admin = services(context).access.is_admin(user.id if user else None)
    names = tuple(command.name for command in COMMANDS if admin or not command.admins_only)
    await _tell(update, context, help_text(words_for(update), names))


async def unknown_command(update: Update, context: Context) -> None:
    """Says that there is no such command."""
    await _tell(update, context, words_for(update).unknown_command)


async def only_text(update: Update, context: Context) -> None:
    """Says that pictures, voice and files are not read."""
    await _tell(update, context, words_for(update).only_text)


async def _tell(update: Update, context: Context, text: str) -> None:
    message: Received | None = update.message
    if message:
        await send(context.bot, message, say(text))
