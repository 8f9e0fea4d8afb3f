"""The picture of a scanned page, under the passage that was recognised on it."""

from __future__ import annotations

from telegram import MaybeInaccessibleMessage

from bot.chat.context import ChatContext
from bot.chat.response import Attachment, DocumentPage
from bot.concurrency import in_background
from bot.rendering.markup import shortened
from bot.rendering.message import say
from bot.telegram.delivery.handling import waiting
from bot.telegram.transport.sending import enclose, send
from bot.telegram.transport.services import Context, services_of
from knowledge.indexing.page_pictures import picture_of

TITLE = 200  # characters of a title under its page


async def send_page(
    context: Context, to: MaybeInaccessibleMessage, setting: ChatContext, page: DocumentPage
) -> None:
    """Sends the picture of a page, or says that there is none."""
    corpus, words = services_of(context).corpus, setting.words
    with waiting():
        picture = await in_background(lambda: picture_of(corpus, page.document, page.number))
    place = {"title": shortened(page.document.title, TITLE), "page": page.number}
    if picture is None:
        await send(context.bot, to, say(words.page_missing.format(**place)))
    else:
        name = f"page-{page.number}.jpg"
        await enclose(context.bot, to, (Attachment(name, picture, words.page_picture.format(**place), True),))
