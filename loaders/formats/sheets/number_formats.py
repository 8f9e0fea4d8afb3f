"""Numbers and dates of cells as a sheet shows them (ECMA-376-1:2016, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from loaders.lazy_pattern import lazy_pattern

# The formats that a Chinese Excel has built in; libraries know those of an English one alone.
BUILT_IN: Mapping[int, str] = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
}
_LITERAL = lazy_pattern(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE = lazy_pattern(r"[yd]|m(?!.*[0#])", re.IGNORECASE)
_TIME = lazy_pattern(r"[hs]", re.IGNORECASE)
_DECIMALS = lazy_pattern(r"0\.(0+)")
_MOST_DIGITS = 10


def is_date(number_format: str) -> bool:
    """Whether a format shows a number as a date or time; HK$#,##0 does not."""
    bare = _LITERAL.sub("", number_format.split(";", maxsplit=1)[0])
    return not re.search("[0#]", bare.replace("ss.0", "")) and bool(_DATE.search(bare) or _TIME.search(bare))


def shown_date(day: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    """A date with what of it the format shows, written as in Chinese texts."""
    bare = _LITERAL.sub("", number_format.split(";", maxsplit=1)[0]).lower()
    if isinstance(day, dt.time) or (not re.search("[yd]", bare) and "h" in bare):
        return f"{day:%H:%M}"
    parts = ((f"{day.year}年", "y"), (f"{day.month}月", "m"), (f"{day.day}日", "d"))
    return "".join(words for words, sign in parts if sign in bare) or f"{day:%Y年%m月%d日}"


def shown_number(number: float, number_format: str) -> str:
    """A number with the decimals, the sign of per cent and the thousands that its format has."""
    bare = _LITERAL.sub("", number_format.split(";", maxsplit=1)[0])
    percent = "%" in bare
    number = number * 100 if percent else number
    decimals = _DECIMALS.search(bare)
    if "0" in bare:
        words = f"{number:{',' if ',' in bare else ''}.{len(decimals[1]) if decimals else 0}f}"
    else:
        words = str(int(number)) if number == int(number) else f"{number:.{_MOST_DIGITS}g}"
    return words + "%" * percent
