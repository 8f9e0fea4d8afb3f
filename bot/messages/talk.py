"""What the bot replies to what is said to itself (`knowledge.query.small_talk.Talk`)."""

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
        "reminder": "要我到时候提醒，请在 Telegram 里发给我，写清时间和事情，例如：明天早上八点提醒我报表。文件里的时限到期前提醒：/remind 医共体 提前7天 9:00",
    }
)

ENGLISH_TALK: Mapping[str, str] = MappingProxyType(
    {
        "greeting": "Hello! Ask me what the speeches and plans on health work say, for example:",
        "thanks": "You are welcome.",
        "who": "I am Jianda. I look things up in speeches and plans on health work and quote them with their source. You could ask:",
        "can": "I quote what speeches and plans say, list deadlines (/ddl) and targets (/targets), compare places (/compare) and remind of what is due (/remind). You could ask:",
        "bye": "Goodbye, come back any time.",
        "praise": "Thank you. Ask on whenever you like.",
        "insult": "I am sorry that I was no help. Tell me what to look up and I will try again.",
        "errand": "I cannot help with that: I only look things up in speeches and plans on health work.",
        "reminder": "To be reminded, write to me in Telegram with the time and the matter: remind me tomorrow 8am to send the report. Before deadlines of the documents: /remind 医共体 7 days before 9:00",
    }
)
