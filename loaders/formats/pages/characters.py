"""Characters as they are meant: fonts of printed pages give some by a look-alike.

A browser that prints a page writes ⼯ (U+2F2F, a Kangxi radical) for 工, because the font draws both with one glyph.
"""

from __future__ import annotations

import unicodedata

# Equivalent_Unified_Ideograph of the block CJK Radicals Supplement (Unicode Character Database 14.0, UAX #44);
# NFKC leaves these as they are.
_RADICALS = "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
_IDEOGRAPHS = "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
_SOFT_HYPHEN = "\u00ad"


def _compatible(first: int, last: int) -> dict[str, str]:
    """What NFKC makes of the characters of a range, where it makes others of them."""
    characters = map(chr, range(first, last + 1))
    return {
        c: unicodedata.normalize("NFKC", c) for c in characters if not unicodedata.is_normalized("NFKC", c)
    }


MEANT: dict[str, str] = {
    **dict(zip(_RADICALS, _IDEOGRAPHS, strict=True)),
    **_compatible(0x2F00, 0x2FDF),  # Kangxi radicals
    **_compatible(0xF900, 0xFAFF),  # compatibility ideographs
    **_compatible(0x2F800, 0x2FA1F),
    **_compatible(0xFB00, 0xFB06),  # ligatures: ﬁ
    **_compatible(0xFE30, 0xFE44),  # brackets of vertical lines
    "\u00a0": " ",
    _SOFT_HYPHEN: "-",
}
"""What to read for a character that stands for another."""


def join_surrogates(codes: list[int]) -> None:
    """Join the halves of a character beyond U+FFFF in place; the second half becomes 0.

    PDFium gives a font's UTF-16 code by code.
    """
    for index in range(len(codes) - 1):
        high, low = codes[index], codes[index + 1]
        if 0xD800 <= high < 0xDC00 <= low < 0xE000:
            codes[index] = 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00
            codes[index + 1] = 0
