"""A load in words: a line a file with the reason, the warnings, the sum; Chinese first, the gist in English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from re import Match
from typing import get_args

from bot.messages import CHINESE, Messages
from knowledge.indexing.load_report import FileOutcome, LoadReport, Outcome

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

REASONS = {
    "UnknownFormat": "不认识这种格式",
    "AmbiguousFormat": "格式有歧义",
    "EmptyFile": "文件里没有文字",
    "DamagedFile": "文件不完整或已损坏，请重新保存或重新下载",
    "EncryptedFile": "文件有密码，请另存为没有密码的文件",
    "Scanned": "整份是扫描图片，没有文字，请先做文字识别",
    "TooBig": "文件或它解压后太大",
    "NestedArchive": "压缩包里的压缩包不打开，请先解压",
    "OutsideCorpus": "链接指向语料文件夹之外或一个文件夹，请把文件本身放进来",
    "UnreadableName": "文件名不是 UTF-8 编码，请改名",
    "TooDemanding": "读它需要的内存太多或嵌套太深，没有读",
    "TooSlow": "读它太费时间，没有读",
    "TooLong": "读出来的内容太多，没有读",
    "ParserDied": "读到中途出错退出（可能内存不够），没有读",
    "EmptyArchive": "压缩包里没有文件",
    "Junk": "压缩包里的杂项没有读",
    "IsADirectoryError": "这是文件夹，不是文件",
    "PermissionError": "没有读取权限",
    "FileNotFoundError": "没有这个文件，或者读的时候已不在",
}


def file_line(outcome: FileOutcome) -> str:
    """What became of a file, and why."""
    noise = f"略去杂项 {outcome.noise} 处" if outcome.noise else ""
    return shown("  ".join(filter(None, (f"{outcome.outcome:<9}", outcome.path, reason(outcome), noise))))


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
    return "\n".join([summary(report, words), *_details(report)])


def short_report(report: LoadReport, words: Messages) -> str:
    """The sum, and that a file tells the rest."""
    more = words.reload_more.format(number=len(_details(report)))
    return f"{summary(report, words)}\n{more}"


def in_words(warning: str) -> str:
    """A warning of a loader or of the indexer as an admin reads it; one that is not listed is said as it is."""
    for pattern, words in _WARNINGS.items():
        if found := re.fullmatch(pattern, warning, re.DOTALL):
            return _filled(found, words).replace("”, “", "”、“")
    return warning


def reason(outcome: FileOutcome) -> str:
    """Why, with the detail in brackets; for a file that was loaded, what it holds."""
    told = REASONS.get(outcome.error, "")
    if not told:
        return outcome.detail
    return f"{told}（{outcome.detail}）" if outcome.detail else told


def _details(report: LoadReport) -> list[str]:
    changed = (file_line(outcome) for outcome in report.files if outcome.outcome != "unchanged")
    return [*changed, *warning_lines(report)]


def _filled(found: Match[str], words: str) -> str:
    """The words with what was found in them; a rule in braces by its Chinese name."""
    names = CHINESE.filing.reasons
    template = re.sub(r"\{\\(\d)\}", lambda rule: names.get(found[int(rule[1])], found[int(rule[1])]), words)
    return found.expand(template)
