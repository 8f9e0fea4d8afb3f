"""What the bot says in Chinese of marks on deadlines."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.marks import MarkWords

CHINESE_MARKS = MarkWords(
    said=MappingProxyType(
        {
            "assigned": "👤 已分办",
            "begun": "🟢 在办",
            "done": "✅ 已完成",
            "postponed": "⏳ 已延期至{until}",
            "void": "🚫 不适用",
        }
    ),
    by="（{name}，{date}）",
    by_nobody="（{date}）",
    note="备注：{note}",
    assignee="责任人：{name}。",
    changed="⚠️ 原文已改，请确认。改动前的标记：",
    buttons=MappingProxyType(
        {
            "done": "✅ 完成",
            "postponed": "⏳ 延期",
            "void": "🚫 不适用",
            "open": "↩ 撤销标记",
            "reopen": "🔁 重新打开",
            "note": "📝 备注",
            "confirm": "✔ 确认仍然如此",
        }
    ),
    choose_day="延期到哪一天？点一个，或点“写日期”。\n{task}",
    write_day="✏️ 写日期",
    ask_day="请回复这条消息，写明延期到什么时候，例如：12月15日、明年3月底、两周后。\n{task}",
    no_day="没有看懂日期，请再回复一次，例如：12月15日、明年3月底、两周后。",
    past_day="{date}已经过去了，请再回复一个以后的日期。",
    write_why="请回复这条消息，写明为什么重新打开（200 字以内）：\n{task}",
    reopened="重新打开：{why}",
    write_note="请回复这条消息，写上备注（200 字以内）：\n{task}",
    marked="已记下：{said}",
    opened="已撤销标记。",
    gone="这项时限已经不在知识库里，或原文已经更新，请用 /ddl 重新查看。",
    back="‹ 返回",
    show="查看这项时限",
)
