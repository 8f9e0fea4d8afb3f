"""The commands of the chat and the ways people type them.

Telegram's own commands are ASCII; people also type the Chinese word, a full-width ／ or ＠, and no space
before the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.access.roles import Role

TYPED = re.compile(
    r"\s*[/／](?P<name>[A-Za-z0-9_]+|[\u4e00-\u9fff]+)(?:[@＠](?P<bot>[A-Za-z0-9_]+))?\s*(?P<rest>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command, the Chinese words that also call it, and the role that it needs, None when it is for everyone."""

    name: str
    words: tuple[str, ...]
    needs: Role | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A command as somebody called it, with what was typed after it."""

    name: str
    rest: str


COMMANDS = (
    Command("start", ("开始",)),
    Command("help", ("帮助",)),
    Command("ask", ("提问", "问")),
    Command("topics", ("主题",)),
    Command("ddl", ("期限", "时限", "截止", "到期")),
    Command("ledger", ("台账", "督办", "督办台账")),
    Command("bulletin", ("通报", "任务通报")),
    Command("targets", ("指标", "目标")),
    Command("timeline", ("时间表",)),
    Command("calendar", ("日历",)),
    Command("chart", ("图表",)),
    Command("compare", ("对比", "比较")),
    Command("remind", ("提醒", "提醒我")),
    Command("reminders", ("提醒列表", "我的提醒")),
    Command("watch", ("关注", "我的关注")),
    Command("documents", ("文件",)),
    Command("scope", ("范围",)),
    Command("place", ("我的地区", "地区")),
    Command("recent", ("最近",)),
    Command("favorites", ("收藏",)),
    Command("web", ("网页", "阅览室")),
    Command("language", ("语言",)),
    Command("privacy", ("隐私",)),
    Command("forget", ("忘记我",)),
    Command("settings", ("设置",)),
    Command("unanswered", ("未答",), Role.EDITOR),
    Command("synonym", ("近义词",), Role.EDITOR),
    Command("pairs", ("问答",), Role.EDITOR),
    Command("undo", ("撤销",), Role.EDITOR),
    Command("reload", ("重新载入",), Role.ADMIN),
    Command("status", ("状态",), Role.ADMIN),
    Command("stats", ("统计",), Role.ADMIN),
    Command("roles", ("角色",), Role.ADMIN),
    Command("audit", ("变更记录",), Role.ADMIN),
)
NARROWED = (
    "ddl",
    "ledger",
    "bulletin",
    "targets",
    "timeline",
    "calendar",
    "chart",
    "compare",
)  # what words narrow
BROWSED = ("topics", *NARROWED, "documents", "scope", "place")  # look around; no question is asked
CALLED = {word: command.name for command in COMMANDS for word in (command.name, *command.words)}


def commands_for(role: Role | None) -> tuple[str, ...]:
    """The commands that a person of this role may use."""
    return tuple(command.name for command in COMMANDS if (role or 0) >= (command.needs or 0))


def is_slashed(text: str) -> bool:
    """Whether the text is typed as a command, known or not."""
    return text.lstrip().startswith(("/", "／"))


@lru_cache(maxsize=16)  # all who ask what a message calls ask of the one that is handled
def parse(text: str, username: str = "", bare_words: bool = False) -> Call | None:
    """The command that the text calls, None when it calls none of ours or another bot's.

    With `bare_words` (a private chat) the Chinese word alone is enough, before a filter too (时限 医共体).
    """
    match = TYPED.fullmatch(text)
    if match is None:
        return _bare(text) if bare_words else None
    name, bot = match["name"].lower(), match["bot"]
    if name not in CALLED or (bot and bot.lower() != username.lower()):
        return None
    return Call(CALLED[name], match["rest"].strip())


def _bare(text: str) -> Call | None:
    word, *rest = text.split(maxsplit=1) or [""]
    name = "" if word.isascii() else CALLED.get(word, "")
    return Call(name, "".join(rest).strip()) if name and (not rest or name in NARROWED) else None
