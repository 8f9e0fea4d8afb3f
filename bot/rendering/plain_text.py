"""A message of the chat as a terminal shows it."""

from __future__ import annotations

from html.parser import HTMLParser

from bot.rendering.escaping.terminal import printable

BOLD, RESET = "\x1b[1m", "\x1b[0m"
QUOTE = "  │ "


def plain(html: str, styled: bool = False) -> str:
    """The message without tags: quotations behind a bar and, if `styled`, bold by ANSI codes."""
    reader = _Reader(styled)
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    def __init__(self, styled: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._marks = {"b": (BOLD, RESET)} if styled else {}
        self._quoting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._quoting = True
            self.pieces.append(QUOTE)
        self.pieces.append(self._marks.get(tag, ("", ""))[0])

    def handle_endtag(self, tag: str) -> None:
        self._quoting = self._quoting and tag != "blockquote"
        self.pieces.append(self._marks.get(tag, ("", ""))[1])

    def handle_data(self, data: str) -> None:
        words = printable(data)
        self.pieces.append(words.replace("\n", "\n" + QUOTE) if self._quoting else words)
