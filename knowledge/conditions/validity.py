"""Until when a document is in force: only the article that says so answers (有效期至2028年12月31日, 试行两年)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from knowledge.conditions.condition import Condition, Evidence
from knowledge.text.analyzer import pairs
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.validity_terms import limits_validity

_DOCUMENT = r"(?:措施|办法|方案|通知|文件|规定|细则|意见|规程)"
_LONG = r"(?:什么时候|啥时候|何时|哪[一1]?[年天]|几时|多久|多长时间|几年|多少年)"
_ASKS = lazy_pattern(
    rf"{_DOCUMENT}(?:的|要|还|能|得|总共|一共)*(?:有效期(?:限)?(?:是|到|至|有|为)*{_LONG}|(?:管|用|有效|试行|执行|施行|实施)(?:到|至)?{_LONG}(?:为止|止|失效|作废|到期)?\??$|"
    rf"{_LONG}(?:才|会)?(?:失效|作废|到期|过期|废止))"
)

_THIS = lazy_pattern(r"^(?:请问)?(?:这|那|该|本)[个份些项]?")


def conditions_on_validity(text: str) -> Iterator[Condition]:
    """The condition of a normalised question that asks until when a document is in force, if it does."""
    if match := _ASKS.search(text):
        matter = _THIS.sub("", text[: match.start()])
        yield Condition("attribute", match[0].rstrip("?"), partial(_is_limited, matter), settles=True)


def _is_limited(matter: str, evidence: Evidence) -> bool:
    """Whether a passage limits its document, which is about the matter: half of the pairs of its characters are there."""
    parts = list(pairs(matter))
    present = sum(part in evidence.about for part in parts)
    return limits_validity(evidence.text) and present >= len(parts) / 2
