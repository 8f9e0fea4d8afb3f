"""/web: a one-time link to the reading room, for the person who asks, alone."""

from __future__ import annotations

from telegram import Chat, Update

from bot.concurrency import in_thread
from bot.pages.personal import only_private
from bot.rendering.message import Button, Message, say
from bot.state.editing.confirmations import WEB, WEB_LIFETIME, Pending
from bot.telegram.transport.sending import send, words_for
from bot.telegram.transport.services import Context, services_of


async def invite(update: Update, context: Context) -> None:
    """Sends the link; in a group it says where to ask for it."""
    message, user, words = update.message, update.effective_user, words_for(update)
    services = services_of(context)
    if message is None or user is None:
        return
    if not services.site:
        await send(context.bot, message, say(words.web.none))
    elif message.chat.type != Chat.PRIVATE:
        await send(context.bot, message, only_private(context.bot.username, "web", words))
    else:
        key = await in_thread(services.state.pending.add, Pending(user.id, WEB, {}), WEB_LIFETIME)
        button = Button(words.web.enter, url=f"{services.site.url}/enter/{key}")
        await send(context.bot, message, (Message(words.web.link, ((button,),)),))
