"""The warnings of a load in words: Chinese first, the gist in English in brackets."""

from __future__ import annotations

import re
from re import Match

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
    r"what looks like noise \((\w+)\) is (\d+%) of the text, so it was kept; check it": (
        r"像是{\1}的占全文 \2，没有略去，请核对（kept; check it）"
    ),
    r"it is named (\S+) but its content is (.+); it was read as that": (
        r"文件名是 \1，内容却是 \2，已按内容读（read as what it is）"
    ),
    r"some bytes could not be decoded": "有些字节解不出文字（some bytes could not be decoded）",
    r"the file is cut short": "文件不完整，只读到断开的地方（the file is cut short）",
}


def in_words(warning: str) -> str:
    """A warning of a loader or of the indexer as an admin reads it; one that is not listed is said as it is."""
    for pattern, words in _WARNINGS.items():
        if found := re.fullmatch(pattern, warning, re.DOTALL):
            return _filled(found, words).replace("”, “", "”、“")
    return warning


def _filled(found: Match[str], words: str) -> str:
    """The words with what was found in them; a rule in braces by its Chinese name."""
    template = re.sub(r"\{\\(\d)\}", lambda rule: RULES.get(found[int(rule[1])], found[int(rule[1])]), words)
    return found.expand(template)
