"""What the bot says around lists: several values, comparisons, the members of a set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ListWords:
    """The sentences of one language; the names in braces are filled in."""

    headings: Mapping[str, str]  # why there are several (`answers.ItemsKind`) → what stands above them
    item: str
    value: str
    value_by: str
    reported: str
    blank: str
    ordered: str
    between_values: str
    more: str
    no_more: str
    no_subject: str


CHINESE_LISTS = ListWords(
    headings=MappingProxyType(
        {
            "choice": "问题没有说明是哪一个，文件里有 {count} 处说法。点一个按钮只看那一处：",
            "which": "有 {count} 处说到：",
            "each": "各处的说法（{count}）：",
            "compare": "放在一起比较：",
            "members": "分 {count} 段来说：",
            "more": "另外还有 {count} 处相关的内容：",
            "bound": "符合的指标在这 {count} 段里：",
        }
    ),
    item="{number}. {whose}",
    value="· {indicator}：{value}",
    value_by="· {indicator}：{value}（{date}）",
    reported="现状",
    blank="原文空缺",
    ordered="按数值从大到小：{values}",
    between_values="；",
    more="还有 {count} 处没有列出。",
    no_more="关于上一个问题，没有找到别的内容了。",
    no_subject="请问是哪件事？连事情一起说就能找到，例如：疫苗冷链由谁负责。",
)

ENGLISH_LISTS = ListWords(
    headings=MappingProxyType(
        {
            "choice": "The question does not say which one; the documents speak of it in {count} places. Press a button to see one alone:",
            "which": "Spoken of in {count} places:",
            "each": "What each says ({count}):",
            "compare": "Side by side:",
            "members": "Told in {count} passages:",
            "more": "{count} more places speak of it:",
            "bound": "The targets that fit stand in {count} passages:",
        }
    ),
    item="{number}. {whose}",
    value="· {indicator}: {value}",
    value_by="· {indicator}: {value} ({date})",
    reported="as reported",
    blank="left blank in the source",
    ordered="By their figures, the largest first: {values}",
    between_values="; ",
    more="{count} more are not listed.",
    no_more="I found nothing else on your last question.",
    no_subject="Which matter do you mean? Name it with the question, for example: 疫苗冷链由谁负责。",
)
