"""Rich text as blocks of spans: counted as Telegram counts, split at sentence ends, turned into HTML last.

A message is split while it is still blocks, so no cut can fall inside a tag.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

LIMIT = 4096  # UTF-16 units of a message, without its tags
FOLDED = 300  # a longer quotation opens on a tap

SENTENCE_END = re.compile(r"[。！？!?；;…\n][”’』」）)]*|(?<!\d)\.(?=\s)")
# The categories Cc and Cs of Unicode, but for tab and line feed.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ENCLOSED = re.compile(r"[（(](?:[^（()）\n]|[（(][^（()）\n]{0,80}[)）]){0,200}[)）]")
CLAUSE_END = re.compile(r"[，,、：:]|\s")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `quote` sets it off as a quotation."""

    spans: tuple[Span, ...]
    quote: bool = False

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(span.text for span in self.spans)


def line(text: str, bold: bool = False) -> Block:
    """A paragraph in one style."""
    return Block((Span(visible(text), bold),))


def quotation(text: str, highlights: Iterable[tuple[int, int]] = ()) -> Block:
    """A quotation with its highlights in bold; the offsets count characters of `text`."""
    spans, done = [], 0
    for first, end in sorted(highlights):
        start = max(first, done)
        if start < min(end, len(text)):
            spans += [Span(visible(text[done:start])), Span(visible(text[start:end]), bold=True)]
            done = end
    spans.append(Span(visible(text[done:])))
    return Block(tuple(span for span in spans if span.text), quote=True)


def visible(text: str) -> str:
    """The text without control characters and halves of surrogate pairs, which Telegram refuses or drops."""
    return _INVISIBLE.sub("", text)


def has_words(text: str) -> bool:
    """Whether there is something to read: Telegram refuses a button without."""
    return any(map(str.isalnum, text))


def shortened(text: str, length: int) -> str:
    """The text in one line of at most so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1] + "…"


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def to_html(blocks: Iterable[Block]) -> str:
    """The blocks in Telegram's HTML, everything escaped."""
    return "\n".join(map(_block_html, blocks)).strip()


def _block_html(block: Block) -> str:
    inner = "".join(map(_span_html, block.spans))
    if not block.quote:
        return inner
    folded = " expandable" if len(block.text) > FOLDED else ""
    inner = inner.strip("\n")  # one that was cut between two lines
    return f"<blockquote{folded}>{inner}</blockquote>"


def _span_html(span: Span) -> str:
    text = html.escape(span.text, quote=False)
    return f"<b>{text}</b>" if span.bold else text


def pages(blocks: Iterable[Block], limit: int = LIMIT) -> list[list[Block]]:
    """The blocks in as many messages as they need, each within the limit."""
    pages_so_far: list[list[Block]] = []
    room = 0
    for block in blocks:
        for piece in _pieces(block, limit):
            needed = units(piece.text) + 1  # the line break between two blocks
            if not pages_so_far or needed > room:
                pages_so_far.append([])
                room = limit
            pages_so_far[-1].append(piece)
            room -= needed
    return [page for page in pages_so_far if any(block.text.strip() for block in page)]


def _pieces(block: Block, limit: int) -> Iterator[Block]:
    """The block in pieces that fit a message each."""
    text, left = block.text, units(block.text)
    spans, start = deque(block.spans), 0
    while left >= limit:
        end = _cut(text, start, limit - 1)
        yield replace(block, spans=tuple(_taken(spans, end - start)))
        left -= units(text[start:end])
        start = end
    yield replace(block, spans=tuple(spans)) if start else block


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut so that at most `limit` units stand before, from a start on: after a sentence, a clause, or
    anywhere."""
    most, used = start, 0
    while most < len(text) and used + units(text[most]) <= limit:
        used += units(text[most])
        most += 1
    for ends in (SENTENCE_END, CLAUSE_END):
        endings = [match.end() for match in ends.finditer(text, start, most)]
        if endings and endings[-1] - start > (most - start) // 2:
            return endings[-1]
    return most


def _taken(spans: deque[Span], length: int) -> Iterator[Span]:
    """The spans of so many characters, taken from the front of others."""
    while spans and length > 0:
        span = spans.popleft()
        yield replace(span, text=span.text[:length])
        if len(span.text) > length:
            spans.appendleft(replace(span, text=span.text[length:]))
        length -= len(span.text)


def sentence_ends(text: str) -> list[int]:
    """Where the sentences of a text begin and end: 0, the ends, its length; a mark inside brackets ends nothing."""
    inside = [match.span() for match in _ENCLOSED.finditer(text)]
    ends = (match.end() for match in SENTENCE_END.finditer(text))
    return [0, *(end for end in ends if not any(start < end < stop for start, stop in inside)), len(text)]
