"""What each command does, in Chinese: the menu of Telegram and /help."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

CHINESE_COMMANDS: Final = MappingProxyType(
    {
        "start": "开始使用",
        "help": "查看用法",
        "ask": "提问，例如：/ask 医共体怎么建",
        "topics": "按主题查看问题和答案",
        "ddl": "查时限，例如：/ddl 医共体 下月，/ddl 民政局 已过期",
        "ledger": "督办台账：任务、状态、反馈，例如：/ledger 民政局",
        "bulletin": "任务通报：逾期、到期、办结，和上周比，例如：/bulletin 民政局",
        "targets": "查指标，例如：/targets 签约率",
        "timeline": "看图：时限时间表，例如：/timeline 2027年",
        "calendar": "把时限存入日历，例如：/calendar 医共体",
        "chart": "看图：一项指标的目标和实际值，例如：/chart 县域内就诊率",
        "compare": "对比各文件的说法，例如：/compare 医共体；/compare 2026 2027",
        "remind": "设置时限提醒，例如：/remind 医共体 提前7天 9:00",
        "reminders": "查看、修改、暂停或删除提醒",
        "watch": "关注词、指标、单位或地方，有新内容告诉您，例如：/watch 医共体",
        "documents": "我读过哪些文件",
        "place": "我的地区，例如：/place，或直接说：我是青汀的",
        "scope": "只从选定的文件里回答",
        "recent": "最近问过的问题",
        "favorites": "我的收藏",
        "web": "在网页中读文件",
        "language": "选择语言",
        "privacy": "保存了什么、保存多久",
        "forget": "删除保存的我的内容",
        "settings": "这个聊天的设置",
        "unanswered": "没有答好的问题（仅限编辑）",
        "synonym": "近义词，例如：/synonym 大白=防护人员（仅限编辑）",
        "pairs": "编辑问题和答案（仅限编辑）",
        "undo": "撤销文件的最后一次改动（仅限编辑）",
        "reload": "重新载入文件（仅限管理员）",
        "status": "知识库的状况（仅限管理员）",
        "stats": "提问的统计（仅限管理员）",
        "roles": "所有者、管理员和编辑（仅限管理员）",
        "audit": "谁改了什么（仅限管理员）",
    }
)
