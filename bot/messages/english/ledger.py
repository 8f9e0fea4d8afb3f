"""What the bot says of the ledger in English."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.ledger import LedgerWords

ENGLISH_LEDGER = LedgerWords(
    title="Ledger",
    count=", {count} tasks",
    states=MappingProxyType(
        {
            "late": "🔴 overdue",
            "soon": "🟡 due soon",
            "active": "🟢 under way",
            "idle": "⚪ not begun",
            "postponed": "🔵 postponed",
            "done": "✅ closed",
            "void": "🚫 not applicable",
        }
    ),
    state_count="{state} {count}",
    between_states=" · ",
    lead="Lead: {names}",
    support="Support: {names}",
    persons="Persons: {names}",
    between_names=", ",
    between_parts="; ",
    report="Report: {text} ({name}, {date})",
    report_nobody="Report: {text} ({date})",
    shortcuts=MappingProxyType(
        {"已过期": "overdue", "快到期": "due soon", "在办": "under way", "已办结": "closed"}
    ),
    every_task="All tasks",
    back="‹ Back to the ledger",
)
