"""Inline mode: `@bot 医共体` in any chat offers passages with their citation."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode

from bot.concurrency import in_thread
from bot.rendering.inline_results import InlineResult, help_offer, offers
from bot.telegram.transport.sending import NO_PREVIEW, words_for
from bot.telegram.transport.services import Context, services_of

LONGEST = 256  # characters that Telegram lets people type here; there is no place to refuse more
CACHED = 10  # seconds that Telegram may show an answer again; what it keeps cannot be recalled


async def offer(update: Update, context: Context) -> None:
    """Offers the passages for what was typed, or how to go on when nothing was."""
    query, words = update.inline_query, words_for(update)
    if query is None:
        return
    results, following = [help_offer(context.bot.username, words)], ""
    if typed := query.query[:LONGEST].strip():
        knowledge = services_of(context).knowledge
        results, following = await in_thread(offers, knowledge, typed, query.offset, words)
    await query.answer(_results(results), cache_time=CACHED, is_personal=True, next_offset=following)


def _results(offers: Sequence[InlineResult]) -> list[InlineQueryResultArticle]:
    return [
        InlineQueryResultArticle(
            inline_result.id, inline_result.title, _content(inline_result), description=inline_result.line
        )
        for inline_result in offers
    ]


def _content(inline_result: InlineResult) -> InputTextMessageContent:
    return InputTextMessageContent(inline_result.html, ParseMode.HTML, link_preview_options=NO_PREVIEW)
