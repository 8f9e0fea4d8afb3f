"""Pictures and files with the words under them, which tell what they hold to those who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.chat.response import Attachment, Response, told
from bot.errors import PictureError, explain
from bot.messages import Messages
from bot.pictures.png import render
from bot.rendering.markup import SENTENCE_END, units, visible
from bot.rendering.message import Rows

LONGEST_NAME = 60  # characters of a file
UNFIT = re.compile(r"[\s\\/:*?\"<>|：，、；“”‘’（）()]+")
LONGEST_CAPTION = 1024  # UTF-16 units that Telegram takes


def picture_response(
    name: str, svg: str, rows: Iterable[str], words: Messages, buttons: Rows = ()
) -> Response:
    """A picture over the lines that tell it; the lines alone, and why, where no picture can be drawn."""
    rows = tuple(rows)
    try:
        png = render(svg)
    except PictureError as error:
        return told("\n".join((*rows, "", explain(error, words))))
    return Response(enclosures=(Attachment(name, png, fitted_caption(rows), True, buttons),))


def file_name(title: str, ending: str) -> str:
    """The name of a file that tells what is in it, without what a file system or Telegram would not keep."""
    words = UNFIT.sub("-", visible(title)).strip("-.")
    return f"{words[:LONGEST_NAME].rstrip('-.')}.{ending}"


def fitted_caption(rows: Iterable[str]) -> str:
    """The lines of a caption as they fit, cut at the end of a sentence or a line."""
    text = visible("\n".join(rows))
    if units(text) <= LONGEST_CAPTION:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, LONGEST_CAPTION)]
    short = [end for end in ends if units(text[:end]) < LONGEST_CAPTION]
    return text[: short[-1] if short else LONGEST_CAPTION // 2].rstrip() + "…"
