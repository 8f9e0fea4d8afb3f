"""One character for another of the same meaning, so that offsets hold: radicals that stand for characters, tone marks.

Kangxi radicals (U+2F00) stand in text that was copied out of PDF files of browsers; Unicode's compatibility mapping
names their characters, but not those of most of the supplement (U+2E80).
"""

from __future__ import annotations

import unicodedata


def one_for_one(written: str, meant: str) -> dict[int, str]:
    """A table for `str.translate` that puts one character in the place of another."""
    return {ord(character): other for character, other in zip(written, meant, strict=True)}


_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = one_for_one(
    "⺟⺠⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "母民肉虎西见角贝车长长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
RADICALS: dict[int, str] = {**_KANGXI, **_SUPPLEMENT}
"""Radicals and the characters for which they stand."""

TONES: dict[int, str] = one_for_one("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")
"""Letters with the tone marks of pinyin and those without; ü is typed as v."""
