"""What the bot says of reminders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ReminderWords:
    """The sentences of one language; the names in braces are filled in."""

    # the reminders themselves
    heading: str
    digest_heading: str
    late: str
    unsure: str
    show: str
    all: str
    settings: str
    refused: str  # to who set it: the group does not take it for now
    text_gone: str
    too_old: str
    # what a subscription says of itself
    every: str
    separator: str
    before: str
    on_the_day: str
    weekly: str
    weekdays: tuple[str, ...]
    weekday_groups: Mapping[tuple[int, ...], str]  # several days of the week → how they are called together
    standings: Mapping[str, str]  # why it does not run → how that is said
    fitting: str
    unmatched: str  # names the words of a filter that no deadline speaks of
    next: str
    nothing_next: str
    # making and changing
    ask: str
    ask_words: str
    change: str
    made: str
    kept: str
    list: str
    none: str
    gone: str
    paused: str
    resumed: str
    removed: str
    ask_remove: str
    cancelled: str
    too_many: str
    words_too_long: str
    not_understood: str
    admins_only: str
    choose_topic: str
    resumed_on_return: str
    # buttons
    save: str
    cancel: str
    edit: str
    pause: str
    resume: str
    remove: str
    remove_yes: str
    remove_no: str
    back: str
    day_choice: Mapping[int, str]  # so many days before → the button
    other_day: str
    weekly_choice: str
    daily_choice: str
    topic_choice: str
    every_choice: str
    chosen: str


_CHINESE_DAYS = MappingProxyType({30: "30天", 14: "14天", 7: "7天", 3: "3天", 1: "1天", 0: "当天"})

CHINESE_REMINDERS = ReminderWords(
    heading="⏰ 时限提醒：{words}{place}",
    digest_heading="🗓 时限清单：{words}{place}\n未来 30 天到期的，和刚过期的",
    late="（迟到的提醒：原定 {moment} 发出，当时机器人没有运行或连不上网络）",
    unsure="⏰ 原定 {moment} 的时限提醒（{words}，{count} 项）发送时中断了，不能确定您是否收到。"
    "为了不重复打扰，没有再发一遍；没收到请点下面的按钮。",
    show="查看这次提醒",
    all="相关时限",
    settings="提醒设置",
    refused="⏸ 您设的时限提醒发不到群里：Telegram 现在不让机器人在那里发消息（没有发言权、话题已关闭等）。\n{summary}\n"
    "会自动再试，间隔越来越长；恢复发言权以后就会补发，不用重新设置。",
    text_gone="（这一项的原文已经更新）",
    too_old="这次提醒太久了，已经删除。请用 /ddl 查看时限。",
    every="全部时限",
    separator="、",
    before="提前 {days} 天",
    on_the_day="当天",
    weekly="每{weekday}",
    weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    weekday_groups=MappingProxyType({tuple(range(7)): "每天", tuple(range(5)): "每周一至周五"}),
    standings=MappingProxyType(
        {
            "draft": "（还没有保存）",
            "paused": "⏸ 已暂停",
            "removed": "⏸ 已暂停：机器人被移出或被屏蔽",
            "retrying": "⏸ Telegram 现在不让机器人在这里发消息，会自动再试",
            "refused": "⏸ 已暂停：Telegram 不让机器人在这里发消息",
            "unlisted": "⏸ 已暂停：这里没有使用权限",
        }
    ),
    unmatched="⚠ 现有的时限里没有一项符合：{parts}。写错了请重发 /remind；没写错，有了这样的时限就会提醒。",
    fitting="现在符合的时限：未完成 {count} 项",
    next="下一次提醒：{date}，{count} 项",
    nothing_next="目前没有要提醒的；有了新的时限就会提醒。",
    ask="要提醒哪些时限、什么时候提醒？合适就点“保存”，也可以先改：",
    ask_words="也可以一句话写全，例如：\n/remind 医共体 提前30,7,1天 9:00\n/remind 每周一 8:30 民政局",
    change="改好就点“保存”：",
    made="好的，已设好提醒：",
    kept="好的，已保存：",
    list="这里的提醒（共 {count} 个），点数字修改、暂停或删除：",
    none="这里还没有提醒。发送 /remind 设一个。",
    gone="这个提醒已经删除了。发送 /reminders 查看现有的。",
    paused="已暂停。",
    resumed="已恢复，从现在起照常提醒。",
    removed="已删除这个提醒：",
    ask_remove="要删除这个提醒吗？",
    cancelled="好的，没有设提醒。",
    too_many="这里已经有 {count} 个提醒，请先用 /reminders 删除不用的。",
    words_too_long="筛选的词太长了，请用 {limit} 个字以内的词，例如：/remind 医共体 提前7天",
    not_understood="没有看懂“{part}”。请这样写，例如：\n/remind 医共体 提前30,7,1天 9:00\n/remind 每周一 8:30 民政局",
    admins_only="在群里，只有群管理员可以设置提醒。",
    choose_topic="提醒哪个主题的时限？{place}",
    resumed_on_return="之前设的 {count} 个提醒已恢复，/reminders 可以修改。",
    save="✅ 保存",
    cancel="取消",
    edit="修改",
    pause="⏸ 暂停",
    resume="▶ 恢复",
    remove="🗑 删除",
    remove_yes="删除",
    remove_no="不删除",
    back="‹ 返回提醒",
    day_choice=_CHINESE_DAYS,
    other_day="{days}天",
    weekly_choice="改为每周固定几天",
    daily_choice="改为按天数提前",
    topic_choice="选主题",
    every_choice="全部时限",
    chosen="✓ {label}",
)

_ENGLISH_DAYS = MappingProxyType({30: "30 days", 14: "14", 7: "7", 3: "3", 1: "1", 0: "same day"})

ENGLISH_REMINDERS = ReminderWords(
    heading="⏰ Deadlines: {words}{place}",
    digest_heading="🗓 Deadlines to come: {words}{place}\nDue within 30 days, and just overdue",
    late="(Late: this was to come {moment}, but the bot was not running or had no network.)",
    unsure="⏰ The reminder of {moment} ({words}, {count} deadlines) was cut off while it was sent; "
    "it may or may not have reached you. So as not to disturb you twice it is not sent again: "
    "tap below if you have not seen it.",
    show="Show this reminder",
    all="These deadlines",
    settings="Reminder settings",
    refused="⏸ A reminder that you set cannot be delivered: Telegram does not let the bot write in the group for now "
    "(no right to write, topic closed or the like).\n{summary}\nIt is tried again, ever more seldom; once the bot may write, it "
    "comes, and need not be set again.",
    text_gone="(the text of this one has changed since)",
    too_old="This reminder is too old and was erased. Send /ddl for the deadlines.",
    every="all deadlines",
    separator=", ",
    before="{days} days before",
    on_the_day="the same day",
    weekly="every {weekday}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekday_groups=MappingProxyType({tuple(range(7)): "every day", tuple(range(5)): "Monday to Friday"}),
    standings=MappingProxyType(
        {
            "draft": "(not saved yet)",
            "paused": "⏸ paused",
            "removed": "⏸ paused: the bot was removed or blocked",
            "retrying": "⏸ Telegram does not let the bot write here for now; it is tried again",
            "refused": "⏸ paused: Telegram does not let the bot write here",
            "unlisted": "⏸ paused: the bot may not be used here",
        }
    ),
    unmatched="⚠ No deadline fits: {parts}. Send /remind again if that is a slip; else you will be reminded once there is one.",
    fitting="Open deadlines that fit now: {count}",
    next="Next reminder: {date}, {count} deadlines",
    nothing_next="Nothing to remind you of now; new deadlines will be taken up.",
    ask="Which deadlines, and when? Tap Save if this is right, or change it first:",
    ask_words="Or write it all at once, for example:\n/remind 医共体 30,7,1 days before 9:00\n/remind every monday 8:30 民政局",
    change="Tap Save when it is right:",
    made="All right, you will be reminded:",
    kept="All right, saved:",
    list="The reminders here ({count}); tap a number to change, pause or remove one:",
    none="There are no reminders here yet. Send /remind to make one.",
    gone="This reminder was removed. Send /reminders to see those that there are.",
    paused="Paused.",
    resumed="Running again from now on.",
    removed="This reminder is removed:",
    ask_remove="Remove this reminder?",
    cancelled="All right, no reminder was made.",
    too_many="There are {count} reminders here already. Please remove one with /reminders first.",
    words_too_long="These words are too long. Please use {limit} characters at most, for example: /remind 医共体 7 days before",
    not_understood="I did not understand “{part}”. Please write it like this:\n/remind 医共体 30,7,1 days before 9:00\n"
    "/remind every monday 8:30 民政局",
    admins_only="In a group only its administrators may set reminders.",
    choose_topic="Deadlines of which topic?{place}",
    resumed_on_return="The {count} reminders set before are running again; /reminders changes them.",
    save="✅ Save",
    cancel="Cancel",
    edit="Change",
    pause="⏸ Pause",
    resume="▶ Resume",
    remove="🗑 Remove",
    remove_yes="Remove",
    remove_no="Keep it",
    back="‹ Reminders",
    day_choice=_ENGLISH_DAYS,
    other_day="{days}",
    weekly_choice="On days of the week instead",
    daily_choice="Days before instead",
    topic_choice="Choose a topic",
    every_choice="All deadlines",
    chosen="✓ {label}",
)
