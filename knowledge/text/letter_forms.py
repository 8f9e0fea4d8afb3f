"""One character for another of the same meaning, so that offsets hold: radicals that stand for characters, tone marks.

Kangxi radicals (U+2F00) stand in text that was copied out of PDF files of browsers; Unicode's compatibility mapping
names their characters, but not those of most of the supplement (U+2E80).
"""

from __future__ import annotations

import unicodedata

_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = str.maketrans(
    "⺟⺠⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
    "母民肉虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
)
RADICALS: dict[int, str] = {
    **_KANGXI,
    **{code: chr(int(meant)) for code, meant in _SUPPLEMENT.items() if meant is not None},
}
"""Radicals and the characters for which they stand."""

TONES: dict[int, str | int | None] = dict(
    str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")
)
"""Letters with the tone marks of pinyin and those without; ü is typed as v."""
