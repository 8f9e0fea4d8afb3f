"""SVG to PNG with Chinese text that is sure to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from types import ModuleType

from bot.errors import FontMissing, PicturesMissing
from bot.pictures.fonts import Font, packaged_fonts, system_fonts

SAMPLE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="32" font-size="32">{}</text></svg>'


def render(svg: str) -> bytes:
    """The PNG of an SVG document, as many pixels wide and high as the document says.

    Raises PicturesMissing without the extra `pictures`, FontMissing where no font shows Chinese.
    """
    return _png(svg, chosen_font())


@cache
def chosen_font() -> Font:
    """The first font that is found and shows Chinese."""
    for font in _fonts():
        if shows_chinese(font):
            return font
    raise FontMissing


def shows_chinese(font: Font) -> bool:
    """Whether two characters and a blank give three pictures: boxes are all alike, and a wrong name is blank."""
    return len({_png(SAMPLE.format(words), font) for words in ("", "健", "答")}) == 3


def _fonts() -> Iterator[Font]:
    return chain(packaged_fonts(), system_fonts())


def _png(svg: str, font: Font) -> bytes:
    return bytes(
        _resvg().svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(font.path)],
            font_family=font.family,
            sans_serif_family=font.family,
        )
    )


def _resvg() -> ModuleType:
    try:
        import resvg_py
    except ImportError as error:
        raise PicturesMissing from error
    return resvg_py
