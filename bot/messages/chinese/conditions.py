"""What the bot says in Chinese of conditions of a question that nothing meets: another place, year or person."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.conditions import ConditionWords

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
