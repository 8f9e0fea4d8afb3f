"""How a text says until when, or for how many years, its document is in force (有效期至2028年12月31日, 试行两年)."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

DAY = r"(20\d\d)年(\d{1,2})月(\d{1,2})日"
"""A day, its year, month and day in groups."""
UNTIL = lazy_pattern(rf"(?:有效期|执行|实施|施行|试行)(?:至|到|截止到?|截至){DAY}(?:止)?")
FOR_YEARS = lazy_pattern(
    r"(?:有效期限?|试行期限?|试行|执行期)(?:为|是|暂定)?([一二两三四五六七八九十\d]{1,2})年(?![度级底末])"
)


def limits_validity(text: str) -> bool:
    """Whether a text limits the time that its document is in force."""
    return bool(UNTIL.search(text) or FOR_YEARS.search(text))
