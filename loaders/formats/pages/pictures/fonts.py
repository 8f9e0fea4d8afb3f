"""The Chinese font with which PDFium draws what a file does not bring along: it is read before the process is confined.

Office programs often name 宋体 or 仿宋 and do not embed them; PDFium would then open a font of the system.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_CHINESE = frozenset({134, 136})  # character sets of Windows: GB 2312, Big5
_HANDLE = 1
_WHOLE = 0  # the table that stands for all of the file


def serif_font() -> Path | None:
    """The font file of the package pylopdf-fonts-zh-cn (Noto Serif SC, OFL), None where it is not installed."""
    try:
        from pylopdf_fonts_zh_cn import serif_path
    except ImportError:
        return None
    return Path(serif_path())


@cache
def use_font(path: Path) -> None:
    """Let PDFium draw Chinese characters by this font alone, and all others by its own."""
    from pypdfium2 import raw  # who only asks where the font is does without PDFium

    functions, types = _callbacks(path.read_bytes()), dict(raw.FPDF_SYSFONTINFO._fields_)
    typed = {name: types[name](function) for name, function in functions.items()}
    info = raw.FPDF_SYSFONTINFO(version=1, **typed)
    raw.FPDF_SetSystemFontInfo(info)
    _IN_USE.append(info)  # PDFium calls it for as long as the process lives


_IN_USE: list[Any] = []


def _callbacks(data: bytes) -> dict[str, Callable[..., Any]]:
    """The functions that PDFium calls (fpdf_sysfontinfo.h), by the names of its fields."""

    def map_font(this: Any, weight: int, italic: int, charset: int, pitch: int, face: Any, exact: Any) -> Any:
        return _HANDLE if charset in _CHINESE else None

    def font_data(this: Any, handle: Any, table: int, buffer: Any, size: int) -> int:
        if table != _WHOLE:
            return 0
        if size >= len(data):
            ctypes.memmove(buffer, data, len(data))
        return len(data)

    return {
        "Release": lambda this: None,
        "EnumFonts": lambda this, mapper: None,
        "MapFont": map_font,
        "GetFont": lambda this, face: None,
        "GetFontData": font_data,
        "GetFaceName": lambda this, handle, buffer, size: 0,
        "GetFontCharset": lambda this, handle: 134,
        "DeleteFont": lambda this, handle: None,
    }
