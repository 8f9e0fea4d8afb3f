"""A font file with Chinese characters: that of the package, else one that the system has."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# File names of Chinese sans-serif fonts with the family names that stand in them; a wrong name shows no text.
FAMILIES = {
    "NotoSansSC-Regular.otf": "Noto Sans SC",
    "NotoSansCJK-Regular.ttc": "Noto Sans CJK SC",
    "NotoSansCJKsc-Regular.otf": "Noto Sans CJK SC",
    "SourceHanSansSC-Regular.otf": "Source Han Sans SC",
    "SourceHanSansCN-Regular.otf": "Source Han Sans CN",
    "wqy-microhei.ttc": "WenQuanYi Micro Hei",
    "wqy-zenhei.ttc": "WenQuanYi Zen Hei",
    "DroidSansFallbackFull.ttf": "Droid Sans Fallback",
    "PingFang.ttc": "PingFang SC",
    "STHeiti Medium.ttc": "Heiti SC",
    "msyh.ttc": "Microsoft YaHei",
    "simhei.ttf": "SimHei",
}
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)


@dataclass(frozen=True, slots=True)
class Font:
    """A font file and the family name in it."""

    path: Path
    family: str


def packaged_fonts() -> Iterator[Font]:
    """The font of the package pylopdf-fonts-zh-cn (Noto Sans SC, OFL), where it is installed."""
    try:
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError:
        return
    path = sans_path()
    yield Font(path, FAMILIES[path.name])


def system_fonts(folders: tuple[str, ...] = FOLDERS) -> Iterator[Font]:
    """The Chinese fonts known to us that stand in the system's folders of fonts."""
    for folder in folders:
        for place, _, names in os.walk(Path(folder).expanduser()):
            yield from (Font(Path(place, name), FAMILIES[name]) for name in names if name in FAMILIES)
