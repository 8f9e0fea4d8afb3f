"""What the bot says in Chinese around answers, and what it replies to what is said to itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.messages.answers import ComparisonWords, ConditionWords, ListWords

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

CHINESE_LISTS = ListWords(
    headings=MappingProxyType(
        {
            "choice": "问题没有说明是哪一个，文件里有 {count} 处说法。点一个按钮只看那一处：",
            "which": "有 {count} 处说到：",
            "each": "各处的说法（{count}）：",
            "compare": "放在一起比较：",
            "members": "分 {count} 段来说：",
            "points": "原文分条说明：",
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
    left_out="还有 {count} 条没有列出：{marks}。",
    between_marks="、",
    no_more="关于上一个问题，没有找到别的内容了。",
    no_subject="请问是哪件事？连事情一起说就能找到，例如：疫苗冷链由谁负责。",
)

CHINESE_COMPARISON = ComparisonWords(
    usage="请在 /compare 后面写上要对比的内容，例如：/compare 医共体；比较两年的计划：/compare 2026 2027",
    too_long="要对比的内容太长了，请用 18 个字以内的词，例如：/compare 医共体",
    nothing="没有文件说到“{words}”，可以换个词。",
    sides="“{words}”，{count} 份文件的说法{place}：",
    no_years="没有哪个地方同时有 {old} 年和 {new} 年的文件，比不了。现有文件的年份：{years}。",
    no_year_of="没有{place}{missing}年的文件，比不了。现有文件的年份：{years}。",
    unlike="{place} {old}年有{before}，{new}年有{after}，不是同一种文件，没有逐条比较。",
    which_place="这几个地方都有这两年的文件，您要看哪一个？",
    years="{place} {new}年与{old}年相比：调整 {changed} 项，新增 {new_count} 项，不再提到 {dropped} 项，未变 {kept} 项",
    task="任务",
    before="原：",
    after="现：",
)

# for each `knowledge.query.small_talk.Talk`
CHINESE_TALK: Mapping[str, str] = MappingProxyType(
    {
        "greeting": "您好！卫生健康工作的讲话和计划里写了什么，都可以问我，例如：",
        "thanks": "不客气，有需要随时问我。",
        "who": "我是健答，专门查卫生健康工作的讲话和计划，按原文回答并注明出处。您可以这样问：",
        "can": "我能按原文回答讲话和计划里的内容，列出时限（/ddl）和指标（/targets），对比各地的说法（/compare），到期前提醒（/remind）。您可以这样问：",
        "bye": "再见，有需要随时来问。",
        "praise": "谢谢您的肯定，有问题继续问我。",
        "insult": "没有帮上忙，抱歉。请把要查的内容告诉我，我再找找看。",
        "errand": "这个我帮不上忙，我只会查卫生健康工作的讲话和计划。",
        "reminder": "要我到时候提醒，请在 Telegram 里发给我，写清时间和事情，例如：明天早上八点提醒我报表。文件里的时限到期前提醒：/remind 医共体 提前7天 9:00",
    }
)
