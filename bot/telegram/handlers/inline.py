"""Inline mode: `@bot 医共体` in any chat offers passages with their citation."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup, InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.constants import ParseMode

from bot.concurrency import in_thread
from bot.messages import Messages
from bot.rendering.inline_results import InlineResult, help_offer, offers
from bot.rendering.message import Button
from bot.telegram.transport.sending import NO_PREVIEW, keyboard, words_for
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
        services = services_of(context)
        links = (services.site.passage,) if services.site else ()
        results, following = await in_thread(offers, services.knowledge, typed, query.offset, words, *links)
    await query.answer(_results(results, words), cache_time=CACHED, is_personal=True, next_offset=following)


def _results(offers: Sequence[InlineResult], words: Messages) -> list[InlineQueryResultArticle]:
    return [
        InlineQueryResultArticle(
            inline_result.id,
            inline_result.title,
            _content(inline_result),
            reply_markup=_link(inline_result, words),
            description=inline_result.line,
        )
        for inline_result in offers
    ]


def _link(inline_result: InlineResult, words: Messages) -> InlineKeyboardMarkup | None:
    return keyboard(((Button(words.web.open, url=inline_result.url),),)) if inline_result.url else None


def _content(inline_result: InlineResult) -> InputTextMessageContent:
    return InputTextMessageContent(inline_result.html, ParseMode.HTML, link_preview_options=NO_PREVIEW)
