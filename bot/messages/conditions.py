"""What the bot says of conditions of a question that nothing meets: another place, year or person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """The sentences of one language; the names in braces are filled in."""

    unmet: Mapping[str, str]  # the kind of a condition → that nothing meets it
    nearest: str
    validity: Mapping[str, str]  # draft, abolished, expires → how a citation tells it


CHINESE_CONDITIONS = ConditionWords(
    unmet=MappingProxyType(
        {
            "place": "文件里没有{text}的这项内容。",
            "year": "文件里没有{text}的这项内容。",
            "person": "文件里没有写明{text}。",
            "term": "关于“{text}”，文件里没有能作答的内容。",
            "attribute": "文件里没有写{text}。",
        }
    ),
    nearest="以下不是答案，是别处最接近的内容：",
    validity=MappingProxyType(
        {"draft": "〔未正式印发〕", "abolished": "〔已被《{by}》废止〕", "expires": "〔有效期至{date}〕"}
    ),
)

ENGLISH_CONDITIONS = ConditionWords(
    unmet=MappingProxyType(
        {
            "place": "The documents do not say this of {text}.",
            "year": "The documents do not say this for {text}.",
            "person": "The documents do not name {text}.",
            "term": "The documents say nothing of “{text}” that answers.",
            "attribute": "The documents do not give {text}.",
        }
    ),
    nearest="This is not the answer, but the nearest that is said elsewhere:",
    validity=MappingProxyType(
        {
            "draft": " [not issued yet]",
            "abolished": " [abolished by 《{by}》]",
            "expires": " [in force until {date}]",
        }
    ),
)
