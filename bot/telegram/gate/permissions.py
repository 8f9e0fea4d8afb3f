"""What a handler requires of the person: declared beside it, and refused in one place to everybody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from telegram import Update

from bot.access.roles import Role
from bot.editing.workspace import EditorWorkspace
from bot.rendering.message import Message, say
from bot.state.editing.confirmations import Payload
from bot.state.storage.audit import Actor
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context, Handle, services_of

Do = Callable[[Update, Context, Payload], Awaitable[str | Message]]
"""Does what was confirmed and says what was done, or why it was not."""

NEEDS = "needs"
"""The attribute of a handler that holds the role which it requires."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a kind of pending action does once it is confirmed, and the role that it still needs then."""

    needs: Role
    do: Do


def requires(role: Role) -> Callable[[Handle], Handle]:
    """Lets only people of this role or a higher one through to a handler; others are told so."""

    def decorate(handle: Handle) -> Handle:
        @wraps(handle)
        async def guarded(update: Update, context: Context) -> None:
            user = update.effective_user
            if services_of(context).access.may(user.id if user else None, role):
                await handle(update, context)
            else:
                await _refuse(update, context, role)

        setattr(guarded, NEEDS, role)
        return guarded

    return decorate


def requirement_of(handle: Callable[..., Any]) -> Role | None:
    """The role that a handler requires, None when it is for everyone."""
    return getattr(handle, NEEDS, None)


def actor_of(update: Update) -> Actor:
    """Who sent the update; called only behind a requirement, which nobody without a name meets."""
    user = update.effective_user
    if user is None:
        raise ValueError("an update without a person")
    return Actor(user.id, user.full_name)


def workspace_of(update: Update, context: Context) -> EditorWorkspace:
    """What the editor who sent the update works with."""
    services = services_of(context)
    return EditorWorkspace(
        services.corpus,
        services.reloader.database,
        services.knowledge,
        services.state,
        actor_of(update),
        words_for(update),
        services.clock,
    )


async def _refuse(update: Update, context: Context, role: Role) -> None:
    words = words_for(update)
    refusal = words.not_admin if role > Role.EDITOR else words.not_editor
    if update.callback_query:
        await acknowledge(update.callback_query, refusal, alert=True)
    elif update.message:
        await send(context.bot, update.message, say(refusal))
