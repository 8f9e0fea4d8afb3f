"""What stands before the next message to a chat: that an answer may have got lost, when a late one was asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bot.messages import in_language
from bot.rendering.dates import time_in_words
from bot.telegram.delivery.handling import current
from bot.telegram.delivery.journal import Journal
from bot.telegram.transport.sending import words_for

LATE = 600.0  # seconds after which an answer says when it was asked for
LONGEST = 4096  # UTF-16 units of a message


class Notices:
    """The notices. Arguments: what is known of the chats, and the time zone of the times that are told."""

    def __init__(self, journal: Journal, zone: dt.tzinfo) -> None:
        self._journal, self._zone = journal, zone

    def of(self, chat: int) -> str:
        """What is to be said to a chat now, empty for nothing."""
        return "\n".join(filter(None, (self._unsure(chat), self._late(chat))))

    async def told(self, chat: int) -> None:
        """All that was to be said has arrived."""
        handling = current()
        if handling:
            handling.asked_at = None
        if self._journal.unsure_of(chat):
            await self._journal.told(chat)

    def _unsure(self, chat: int) -> str:
        unsure = self._journal.unsure_of(chat)
        return in_language(unsure.language).may_be_lost[unsure.kind] if unsure else ""

    def _late(self, chat: int) -> str:
        handling = current()
        place = handling.update.effective_chat if handling else None
        if not (handling and handling.asked_at and place and place.id == chat):
            return ""
        if self._journal.clock() - handling.asked_at <= LATE:
            return ""
        words = words_for(handling.update)
        asked = dt.datetime.fromtimestamp(handling.asked_at, self._zone)
        return words.answered_late.format(time=time_in_words(asked, words))


def put_before(notice: str, data: dict[str, Any]) -> bool:
    """Puts a notice before the text of a message, if it has one and there is room; says whether it did."""
    text = data.get("text")
    if not isinstance(text, str) or _length(text) + _length(notice) + 2 > LONGEST:
        return False
    data["text"] = f"{notice}\n\n{text}"
    return True


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
