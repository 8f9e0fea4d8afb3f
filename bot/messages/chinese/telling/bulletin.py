"""What the bot says in Chinese of the bulletin."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.telling import BulletinWords

CHINESE_BULLETIN = BulletinWords(
    title="📊 任务通报（{date}）",
    title_of="📊 任务通报：{words}（{date}）",
    signs=MappingProxyType({"late": "🔴 逾期未办结", "due": "🟡 7 天内到期", "done": "✅ 近 7 天办结"}),
    names=MappingProxyType({"late": "逾期", "due": "到期", "done": "办结"}),
    sum="{sign} {count} 项（{trend}）",
    more_than="比上周多 {count}",
    fewer_than="比上周少 {count}",
    same="和上周一样",
    by_body="按牵头单位{place}",
    by_topic="按主题{place}",
    row="{number}. {name}：{parts}",
    part="{name} {count}{trend}",
    up=" ↑{count}",
    down=" ↓{count}",
    between_parts="，",
    unnamed="未写明单位",
    no_topic="其他",
    old="（另有 {count} 项一年以前就到期、没有标记，没有算进去。）",
    nothing="没有逾期的，7 天内没有到期的，近 7 天也没有办结的。",
    note="逾期：到期没有标记完成；到期：今后 7 天；办结：近 7 天。箭头是和上周比。",
    left_out="其余 {count} 个见文字通报",
    subscribed="📊 好的，{again}把任务通报{words}发到这里，第一次是 {moment}。",
    listed="📊 {again}任务通报{words}（下一次 {moment}）",
    view="📊 {again}把任务通报{words}发到这里，下一次是 {moment}。",
    cancelled="已取消，{again}不再发任务通报{words}。",
    gone="这个通报已经不在了。发送 /bulletin 看现在的。",
    too_many="这里已经订阅了 {count} 个通报，请先用 /reminders 取消不用的。",
    not_understood="没有看懂“{part}”。请这样写，例如：\n/bulletin 民政局\n/bulletin 每周五下午4点 民政局",
    admins_only="在群里，只有群管理员可以订阅和取消通报。",
    unsure="📊 {moment} 的任务通报发送时中断了，不能确定您是否收到。为了不重复打扰，没有再发一遍；没收到请点下面的按钮。",
    late="逾期的",
    due="7 天内到期的",
    picture="看图",
    subscribe="每周一 {time} 发到这里",
    cancel="取消订阅",
    restore="恢复订阅",
    show="看通报",
)
