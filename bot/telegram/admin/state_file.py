"""A state file that was lost while the bot runs: an owner says whether it is restored or begun anew."""

from __future__ import annotations

import logging

from telegram import Update

from bot.access.roles import Role
from bot.callback_data.administration import PutStateBack
from bot.concurrency import in_thread
from bot.rendering.message import say
from bot.telegram.gate.permissions import requires
from bot.telegram.transport.sending import acknowledge, replace_or_send, words_for
from bot.telegram.transport.services import Context, Services, services_of

log = logging.getLogger(__name__)


@requires(Role.OWNER)
async def put_back(update: Update, context: Context) -> None:
    """Puts the file back as the button says, if it is still gone."""
    query, words, services = update.callback_query, words_for(update), services_of(context)
    if query is None or query.data is None:
        return
    if not services.state.is_gone:
        await acknowledge(query, words.state_file.there, alert=True)
        return
    await acknowledge(query)
    is_restored = PutStateBack.unpack(query.data).how == "restore"
    await in_thread(_put_back, services, is_restored)
    log.warning("使用记录已%s（the state file was put back）", "恢复" if is_restored else "重新开始")
    if query.message:
        sentence = words.state_file.restored if is_restored else words.state_file.begun
        await replace_or_send(context.bot, query.message, say(sentence)[0])


def _put_back(services: Services, is_restored: bool) -> None:
    state = services.state
    (state.restore if is_restored else state.begin_anew)()
    state.lessons.tell(services.knowledge.teach)
