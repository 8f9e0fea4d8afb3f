"""What the bot replies in Chinese to what is said to itself (`knowledge.query.small_talk.Talk`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
        "reminder": "私人的事我提醒不了。我能在文件里的时限到期前提醒您，例如：/remind 医共体 提前7天 9:00",
    }
)
