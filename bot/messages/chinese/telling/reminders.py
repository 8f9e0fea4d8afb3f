"""What the bot says in Chinese of reminders."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.reminders import ReminderWords

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
    day_choice=MappingProxyType({30: "30天", 14: "14天", 7: "7天", 3: "3天", 1: "1天", 0: "当天"}),
    other_day="{days}天",
    weekly_choice="改为每周固定几天",
    daily_choice="改为按天数提前",
    topic_choice="选主题",
    every_choice="全部时限",
    chosen="✓ {label}",
)
