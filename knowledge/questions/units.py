"""How much and how many of what: the words that a figure is asked in, by its unit and by what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.clauses import DESCRIBES, parse
from knowledge.facts.words import NOUNS, VERBS, words_of
from loaders.lazy_pattern import lazy_pattern

SHARE = lazy_pattern(r"[率比度]$|比例|占|比重|水平|覆盖|[量数]$|幅$|规模|同比|下降|增长|提高|上升")
"""What is a share of something."""
MEASURED = lazy_pattern("年龄|价格|金额|标准|工资|规模|缺口|寿命|半径|距离|度$")
"""What is so much, not so many."""
LONGEST_COUNTED = 8
_CASES = ("例", "件", "起", "处", "家", "份", "批", "所")
_DESCRIBED = lazy_pattern("^(?:现有|规划|在册|在岗|现存|累计)")

# 住院大厅和食堂配AED, 中心设床; 分配, 装配 and 建设 are words of their own.
_SETS_UP = lazy_pattern("(?P<does>[^的]{2,}[^分装调支适开建创摆增][配设购派])(?P<thing>[一-鿿A-Za-z]{1,8})")
_DONE_TO = lazy_pattern("(?:检查|筛查|体检|检测|手术|治疗|培训|轮训|随访|接种|签约|评估|演练|指导)$")
_OWNS = lazy_pattern("(?P<does>.{3,}拥有)(?P<thing>[^的]{2,8})")


def unit_words(unit: str, person: bool = False) -> str:
    """多少 with the unit that it is asked in; of a noun of persons 名, not 人."""
    if unit in ("", "%", "‰") or unit.startswith("/"):
        return "多少"
    plain = re.sub(r"^[多余]?[万亿](?=.)|^[多余]", "", unit)
    return "多少" if plain in ("万", "亿") else "多少名" if plain == "人" and person else f"多少{plain}"


def counts_things(noun: str) -> bool:
    """Whether a word names what is counted: 名 of 护士, but 人 who 报名 and 人 of whom a 宫颈癌检查 is made."""
    return bool(noun) and words_of(noun)[-1].tag[:1] != "v" and not _DONE_TO.search(noun)


def how_many_there_are(name: str, unit: str, asked: str) -> str:
    """有多少名老人, never 有多少人老人; of a long name, or of one that tells who does what, 一共有."""
    opens = words_of(name)[0]
    act = opens.tag == "v" and opens.text not in NOUNS
    if unit.endswith(("人次", "次", "床日", "趟", "例次")):
        return f"{name}一共有{asked}"
    plain = len(name) <= LONGEST_COUNTED and not (
        act or name.startswith("每") or _DESCRIBED.match(name) or tells_deed(name)
    )
    return f"有{unit_words(unit, person=True)}{name}" if plain else f"{name}一共有{asked}"


def tells_deed(name: str) -> bool:
    """Whether a name tells who does what (县医院接诊发热患者): nobody asks how many of it there are."""
    inner = words_of(name)[1:-1]
    does = any(word.tag == "v" and word.text not in NOUNS for word in inner)
    return "的" not in name and (does or parse(name) is not None)


def deed_of(name: str, asked: str) -> tuple[str, str] | None:
    """What somebody sets up, where a name tells it with who does (食堂配AED): 食堂配 and AED."""
    first, *others = words_of(name)
    act = first.tag == "v" and len(first.text) > 1 and first.text not in VERBS | NOUNS
    if (own := _OWNS.fullmatch(name)) and not asked.endswith(("元", "点")):
        return own["does"], own["thing"]
    if (
        act
        and not name.startswith(DESCRIBES)
        and others
        and others[-1].tag[:1] == "n"
        and "的" not in name
        and asked.endswith(_CASES)
    ):
        return first.text, name.removeprefix(first.text)  # 抢救 + 急性心梗患者
    match = _SETS_UP.fullmatch(name)
    if match is None or len(asked) < len("多少台") or asked.endswith(("元", "点")) or "的" in match["thing"]:
        return None
    at = match.end("does") - 1
    verb = any(word.start == at and (len(word.text) == 1 or word.tag[:1] == "v") for word in words_of(name))
    return (match["does"], match["thing"]) if verb else None


def asked_of_deed(deed: tuple[str, str], asked: str) -> Iterator[str]:
    """食堂配多少台AED."""
    does, thing = deed
    act = len(does) == len("抢救")
    if does.endswith("拥有"):
        yield f"{does}{asked}{thing}"
        yield f"{does.removesuffix('拥有')}有{asked}{thing}"
        return
    yield f"{does}{'了' if act else ''}{asked}{thing}"
    yield f"一共{does}了{asked}{thing}" if act else f"{does}了{asked}{thing}"
    yield f"{does}{thing}有{asked}" if act else f"{does[:-1]}一共{does[-1]}{asked}{thing}"


def held(name: str, unit: str) -> str:
    """What is done where a name tells what is held, and how many times: 健康讲座进社区 is 开展, so many 场."""
    return (
        "开展"
        if unit in ("场", "期", "场次") and not any(w.text in VERBS - NOUNS for w in words_of(name))
        else ""
    )
