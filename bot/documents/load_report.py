"""A load in words: a line a file with the reason, the warnings, the sum; Chinese first, the gist in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from re import Match
from typing import get_args

from bot.errors import said
from bot.messages import CHINESE, Messages
from knowledge.indexing.load_report import FileOutcome, LoadReport, Outcome

# Why lines are left out, by the name of the rule.
RULES = {
    "advert": "广告",
    "furniture": "页眉页脚",
    "page": "页码",
    "repeated": "重复的行",
    "contents": "目录",
    "navigation": "网页导航",
    "hidden": "隐藏的文字",
    "deleted": "已删除的文字",
    "bullet": "项目符号",
    "unplaced": "归不进正文",
}

_WARNINGS = {
    r"corpus\.toml names (.+), which is not there": r"corpus.toml 里写的 \1 不在文件夹里（not there）",
    r"(.+) is an empty folder": r"\1 是空文件夹，没有可读的文件（an empty folder）",
    r"(.+): 《(.+)》 is the same as 《(.+)》 \((.+)\), which answers instead": (
        r"\1：《\2》与 \4 的《\3》内容相同，由后者回答（the same twice; the other answers）"
    ),
    r"(.+): 《(.+)》 has a newer version: 《(.+)》 \((.+)\), which answers instead": (
        r"\1：《\2》有更新的版本，由 \4 的《\3》回答（a newer version answers）"
    ),
    r"《(.+)》 is taken to be of (\d+), as it says “(.+)”": (
        r"《\1》没有写日期，按文中“\3”算作\2年（the year is told by the text）"
    ),
    r"《(.+)》 has no date: relative times stay unresolved": (
        r"《\1》没有日期，“年底前”之类的时间推算不出；可在 corpus.toml 里写明（no date）"
    ),
    r"left out as (\w+), (\d+): (.+)": r"当作{\1}略去 \2 处：\3（left out）",
    r"it is named (\S+) but its content is (.+); it was read as that": (
        r"文件名是 \1，内容却是 \2，已按内容读（read as what it is）"
    ),
    r"some bytes could not be decoded": "有些字节解不出文字（some bytes could not be decoded）",
    r"the file is cut short": "文件不完整，只读到断开的地方（the file is cut short）",
}


def file_line(outcome: FileOutcome) -> str:
    """What became of a file, and why, as the command line tells it: the word first by which scripts know it."""
    return _line(f"{outcome.outcome:<9}", outcome, None)


def reason(outcome: FileOutcome, words: Messages | None) -> str:
    """Why a file was not read, in the language of a chat or in both; of one that was read, what it holds."""
    return said(outcome.note, words) if outcome.note else outcome.detail


def _line(became: str, outcome: FileOutcome, words: Messages | None) -> str:
    noise = (words or CHINESE).reload_noise.format(count=outcome.noise) if outcome.noise else ""
    return shown("  ".join(filter(None, (became, outcome.path, reason(outcome, words), noise))))


def shown(text: str) -> str:
    """A text in one line: a name may hold a line break or other characters that are not printed."""
    return "".join(character if character.isprintable() else "�" for character in text)


def warning_lines(report: LoadReport) -> Iterator[str]:
    """The warnings of the load and of each file."""
    yield from (shown(in_words(warning)) for warning in report.warnings)
    for outcome in report.files:
        yield from (shown(f"{outcome.path}：{in_words(warning)}") for warning in outcome.warnings)


def summary(report: LoadReport, words: Messages) -> str:
    """How many files became what."""
    counts = Counter(outcome.outcome for outcome in report.files)
    numbers = {name: counts[name] for name in get_args(Outcome)}
    return words.reload_done.format(seconds=f"{report.seconds:.1f}", **numbers)


def full_report(report: LoadReport, words: Messages) -> str:
    """The sum, the files that are not as they were, and the warnings."""
    return "\n".join([summary(report, words), *_details(report, words)])


def short_report(report: LoadReport, words: Messages) -> str:
    """The sum, and that a file tells the rest."""
    more = words.reload_more.format(number=len(_details(report, words)))
    return f"{summary(report, words)}\n{more}"


def in_words(warning: str) -> str:
    """A warning of a loader or of the indexer as an admin reads it; one that is not listed is said as it is."""
    for pattern, words in _WARNINGS.items():
        if found := re.fullmatch(pattern, warning, re.DOTALL):
            return _filled(found, words).replace("”, “", "”、“")
    return warning


def _details(report: LoadReport, words: Messages) -> list[str]:
    files = (one for one in report.files if one.outcome != "unchanged")
    changed = (_line(words.outcomes[one.outcome], one, words) for one in files)
    return [*changed, *warning_lines(report)]


def _filled(found: Match[str], words: str) -> str:
    """The words with what was found in them; a rule in braces by its Chinese name."""
    template = re.sub(r"\{\\(\d)\}", lambda rule: RULES.get(found[int(rule[1])], found[int(rule[1])]), words)
    return found.expand(template)
