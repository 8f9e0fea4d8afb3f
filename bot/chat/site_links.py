"""Links from the chat into the reading room, each with the words that it cites, so that they are found again there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from bot.access.signatures import Signer
from bot.messages import Messages
from bot.rendering.message import Button, Row
from knowledge.answers import Answer

CITED = 48  # characters that a link carries: enough to tell a sentence from all others
QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The address of the reading room, and the signer by whom a citation is known to be the bot's own."""

    url: str
    signer: Signer

    def passage(self, answer: Answer) -> str:
        """Where a passage is read."""
        words = "".join(answer.passage.split())[:CITED]
        query = urlencode({"t": words, "s": self._signature(answer.passage_id, words)})
        return f"{self.url}/p/{answer.passage_id}?{query}"

    def deadlines(self, words: str) -> str:
        """Where the deadlines are listed that some words ask for, all of them without."""
        return f"{self.url}/ddl" + (f"?{urlencode({'q': words})}" if words else "")

    def cited(self, passage_id: str, words: str, signature: str) -> bool:
        """Whether the bot has once cited these words of a passage."""
        return self.signer.holds(QUOTATION, f"{passage_id}\x1f{words}", signature)

    def _signature(self, passage_id: str, words: str) -> str:
        return self.signer.sign(QUOTATION, f"{passage_id}\x1f{words}")


def site_row(site: SiteLinks | None, answer: Answer, words: Messages) -> Row:
    """The button that opens a passage in a browser, none where there is no reading room."""
    return (Button(words.web.open, url=site.passage(answer)),) if site else ()
