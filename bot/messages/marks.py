"""What the bot says of marks on deadlines: done, postponed, not applicable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class MarkWords:
    """The sentences of one language; the names in braces are filled in."""

    said: Mapping[str, str]  # a status → how it is said
    by: str
    by_nobody: str
    note: str
    assignee: str
    changed: str
    buttons: Mapping[str, str]  # a status, or what else a button does → its label
    choose_day: str
    write_day: str
    ask_day: str
    no_day: str
    past_day: str
    write_note: str
    marked: str
    opened: str
    gone: str
    back: str
    show: str


CHINESE_MARKS = MarkWords(
    said=MappingProxyType(
        {
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
            "note": "📝 备注",
            "confirm": "✔ 确认仍然如此",
        }
    ),
    choose_day="延期到哪一天？点一个，或点“写日期”。\n{task}",
    write_day="✏️ 写日期",
    ask_day="请回复这条消息，写明延期到什么时候，例如：12月15日、明年3月底、两周后。\n{task}",
    no_day="没有看懂日期，请再回复一次，例如：12月15日、明年3月底、两周后。",
    past_day="{date}已经过去了，请再回复一个以后的日期。",
    write_note="请回复这条消息，写上备注（200 字以内）：\n{task}",
    marked="已记下：{said}",
    opened="已撤销标记。",
    gone="这项时限已经不在知识库里，或原文已经更新，请用 /ddl 重新查看。",
    back="‹ 返回",
    show="查看这项时限",
)

ENGLISH_MARKS = MarkWords(
    said=MappingProxyType(
        {
            "begun": "🟢 under way",
            "done": "✅ done",
            "postponed": "⏳ postponed to {until}",
            "void": "🚫 not applicable",
        }
    ),
    by=" ({name}, {date})",
    by_nobody=" ({date})",
    note="Note: {note}",
    assignee="For {name}. ",
    changed="⚠️ The text has changed, please confirm. Before that: ",
    buttons=MappingProxyType(
        {
            "done": "✅ Done",
            "postponed": "⏳ Postpone",
            "void": "🚫 Not applicable",
            "open": "↩ Take back",
            "note": "📝 Note",
            "confirm": "✔ Still so",
        }
    ),
    choose_day="Postpone to which day? Tap one, or tap “Write a date”.\n{task}",
    write_day="✏️ Write a date",
    ask_day="Please reply to this message with the new day, for example: 12月15日, 明年3月底, 2027-03-31.\n{task}",
    no_day="I did not understand the date. Please reply once more, for example: 12月15日, 明年3月底, 2027-03-31.",
    past_day="{date} has passed. Please reply with a later day.",
    write_note="Please reply to this message with the note (200 characters at most):\n{task}",
    marked="Noted: {said}",
    opened="The mark is taken back.",
    gone="This deadline is no longer there, or its text has changed. Send /ddl to see those that there are.",
    back="‹ Back",
    show="Show this deadline",
)
