"""What the bot says in Chinese of own reminders."""

from __future__ import annotations

from bot.messages.telling import OwnReminderWords

CHINESE_OWN_REMINDERS = OwnReminderWords(
    made="⏰ 好的，{moment} 提醒您：\n{text}",
    made_again="⏰ 好的，{again}提醒您，第一次是 {moment}：\n{text}",
    due="⏰ 提醒：{text}",
    unsure="⏰ 原定 {moment} 的提醒（{text}）发送时中断了，不能确定您是否收到。"
    "为了不重复打扰，没有再发一遍；没收到请点下面的按钮。",
    moment="{day} {weekday} {time}",
    monthly="每月 {day} 日",
    month_end="每月最后一天",
    again="{days} {time} ",
    listed="⏰ {moment} {text}",
    listed_again="⏰ {again}{text}（下一次 {moment}）",
    examples="请这样写，例如：\n明天早上八点提醒我报表\n下周五下午3点提醒我交总结\n半小时后提醒我开会\n"
    "每周一早上九点提醒我报台账\n每月25日提醒我报表",
    no_time="没有看懂什么时候提醒。{examples}\n\n要在文件里的时限到期前提醒：/remind 医共体 提前7天 9:00",
    not_understood="没有看懂“{part}”，没有设提醒。{examples}",
    past="{moment} 已经过去了，没有设提醒。请换一个还没到的时间，例如：明天早上八点提醒我报表",
    too_far="{moment} 太远了，没有设提醒：最多可以设到三年以后。",
    nothing="要提醒什么？请把时间和事情写在一起，例如：明天早上八点提醒我报表",
    too_long="要提醒的内容太长了（{length} 个字），没有设提醒。请用 {limit} 个字以内的话。",
    too_many="这里已经有 {count} 个还没到时间的提醒，没有再设。请先用 /reminders 取消不用的。",
    admins_only="在群里，只有群管理员可以设置和取消提醒。",
    gone="这个提醒已经不在了。发送 /reminders 查看现有的。",
    snoozed="⏰ {text}\n推迟了，{moment} 再提醒。",
    cancelled="已取消，不再提醒：\n{text}（{moment}）",
    cannot_restore="{moment} 已经过去了，不能恢复。请重新设一个。",
    cancel="取消这个提醒",
    restore="恢复",
    hour="1 小时后",
    tomorrow="明天 {time}",
)
