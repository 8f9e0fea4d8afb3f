"""What the bot says in Chinese around lists: several values, comparisons, the members of a set."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.lists import ListWords

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
