"""Where the words of a passage stand on a printed page, as boxes, a line of print each.

The text of a passage was put together from the lines of the page: blanks, line breaks and what stands at the foot are
not the same in both. So the two are aligned by their longest common stretches, without white space.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from loaders.formats.pages.drawing import Box
from loaders.formats.pages.sheet import Glyph

MOST_GLYPHS, MOST_WORDS = 20_000, 2_000  # characters that are compared
SURE = 8  # characters in a row that are no chance
SHORTEST = 3  # of a further stretch
FURNITURE = 80  # characters that may stand between two lines: a running foot and head


def word_boxes(glyphs: Sequence[Glyph], words: str) -> list[Box]:
    """The boxes of a passage's words, none where they are not on the page.

    Arguments: the characters of the page; the words, with any white space. Measures are those of the glyphs: left,
    top, right, bottom.
    """
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()][:MOST_GLYPHS]
    owners = [glyph for glyph in printed for _ in glyph.text]
    text, wanted = "".join(glyph.text for glyph in printed), "".join(words.split())[:MOST_WORDS]
    stretches = _stretches(text, wanted)
    return list(_lines(owners[place] for start, end in stretches for place in range(start, end)))


def _stretches(text: str, wanted: str) -> list[tuple[int, int]]:
    """The stretches of a text that are of the wanted words: the longest, and what stands as near to it in both."""
    if (start := text.find(wanted)) >= 0 and wanted:
        return [(start, start + len(wanted))]
    matcher = SequenceMatcher(None, text, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= SHORTEST]
    longest = max(blocks, key=lambda block: block.size, default=None)
    if longest is None or longest.size < min(SURE, len(wanted)):
        return []
    drift = longest.a - longest.b
    near = (block for block in blocks if abs(block.a - block.b - drift) <= FURNITURE + len(wanted) // 4)
    return [(block.a, block.a + block.size) for block in near]


def _lines(glyphs: Iterator[Glyph]) -> Iterator[Box]:
    """The boxes of glyphs in their order, those that stand in one line joined."""
    box: Box | None = None
    for glyph in glyphs:
        if box and _goes_on(box, glyph):
            box = (
                min(box[0], glyph.left),
                min(box[1], glyph.top),
                max(box[2], glyph.right),
                max(box[3], glyph.bottom),
            )
            continue
        if box:
            yield box
        box = glyph.left, glyph.top, glyph.right, glyph.bottom
    if box:
        yield box


def _goes_on(box: Box, glyph: Glyph) -> bool:
    height = box[3] - box[1]
    level = box[1] <= (glyph.top + glyph.bottom) / 2 <= box[3]
    return level and -height <= glyph.left - box[2] <= 2 * height
