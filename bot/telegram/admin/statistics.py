"""/stats: how much is asked, how it is answered, of what, how fast; in words and in a picture."""

from __future__ import annotations

from telegram import MaybeInaccessibleMessage, Update

from bot.access.roles import Role
from bot.callback_data.administration import ShowStatistics
from bot.concurrency import in_thread
from bot.errors import PictureError, explain
from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Message, MessageDraft, Rows, say
from bot.statistics.figures import UsageFigures, figures, topics_of
from bot.statistics.page import PERIODS, figures_picture, figures_text, period_rows
from bot.telegram.gate.group_rights import in_private, is_private
from bot.telegram.gate.permissions import requires
from bot.telegram.transport.sending import acknowledge, send, send_picture, words_for
from bot.telegram.transport.services import Context, Services, services_of

USUAL = PERIODS[1]  # days


@requires(Role.ADMIN)
async def tell(update: Update, context: Context) -> None:
    """Tells the figures of the last weeks."""
    message = update.message
    if message and await is_private(update, context, message, "stats"):
        await _tell(context, message, USUAL, words_for(update))


@requires(Role.ADMIN)
@in_private
async def tell_of(update: Update, context: Context) -> None:
    """Tells the figures of another stretch of time."""
    query = update.callback_query
    if query and query.data and query.message:
        await acknowledge(query)
        await _tell(context, query.message, ShowStatistics.unpack(query.data).days, words_for(update))


async def _tell(context: Context, to: MaybeInaccessibleMessage, days: int, words: Messages) -> None:
    services = services_of(context)
    if not services.state.retention_days:
        await send(context.bot, to, say(words.statistics.off))
        return
    usage_figures = await in_thread(_figures, services, days)
    text, rows = figures_text(usage_figures, words), period_rows(days, words)
    if not usage_figures.questions:
        await send(context.bot, to, _plain(text, rows))
        return
    try:
        picture = await in_thread(figures_picture, usage_figures, words)
    except PictureError as error:
        await send(context.bot, to, _plain(f"{text}\n{explain(error, words)}", rows))
    else:
        await send_picture(context.bot, to, picture, _plain(text, rows)[0])


def _plain(text: str, rows: Rows) -> tuple[Message, ...]:
    return MessageDraft(tuple(map(line, text.split("\n"))), rows).messages()


def _figures(services: Services, days: int) -> UsageFigures:
    topic_of = topics_of(services.knowledge)
    return figures(services.state.figures, topic_of, services.clock.today(), days, services.clock.zone)
