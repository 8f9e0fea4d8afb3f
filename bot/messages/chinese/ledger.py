"""What the bot says of the ledger in Chinese."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.ledger import LedgerWords

CHINESE_LEDGER = LedgerWords(
    title="台账",
    count="，共 {count} 项",
    states=MappingProxyType(
        {
            "late": "🔴 逾期",
            "soon": "🟡 临期",
            "active": "🟢 在办",
            "idle": "⚪ 未开始",
            "postponed": "🔵 延期",
            "done": "✅ 已办结",
            "void": "🚫 不适用",
        }
    ),
    state_count="{state} {count}",
    between_states=" · ",
    lead="牵头：{names}",
    support="配合：{names}",
    persons="责任人：{names}",
    between_names="、",
    between_parts="；",
    report="反馈：{text}（{name}，{date}）",
    report_nobody="反馈：{text}（{date}）",
    shortcuts=MappingProxyType({"已过期": "逾期", "快到期": "临期", "在办": "在办", "已办结": "已办结"}),
    every_task="全部任务",
    back="‹ 返回台账",
)
