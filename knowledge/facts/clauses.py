"""A clause taken apart: what stands before, subject, adverbs, verb, object (a shallow parse after S. Abney, 1991)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.facts.records import Clause
from knowledge.facts.words import HEADS, NOUNS, VERBS, Word, words_of
from loaders.lazy_pattern import lazy_pattern

TIME = (
    r"(?:到|至|自|从|在|于|截至)?(?:“?十[一二三四五六]五”?(?:期间|时期|末)?|(?:20\d\d|[今明去次前上]|本|上一)年(?:底|末|初|内|年底|上半年|下半年|秋季学期)?|(?:20)?\d\d(?:—|-|至)(?:20)?\d\d年"
    r"|\d{1,2}(?:—|-|至|到)\d{1,2}月|\d{1,2}月(?:份|\d{1,2}日|[上中下]旬|底|初|末)?|[一二三四]季度|第[一二三四]季度|上半年|下半年|年底|年内|年中|年末|月底|全年|每年|目前|近年来|[一二两三四五六七八九十]年(?!级)(?:来|内|下来|间)?|近[两三几四五]年|(?:五一|国庆节?|春节|元旦|中秋节?|秋冬季|汛期|冬季|开学)之?前|期间|以来|此前|今后|下一步|近期|会后|任期内|今明两年)"
    r"(?:之?前|以前|底前|末前|起|后|内|来|以来|期间|年度|度)?"
)
_LEAD = lazy_pattern(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[.．、](?!\d)|\d[.．、](?=1[12]0\D|12345|12320)|[①-⑳]|[一二三四五六七八九十]{1,2}[是要](?!求)|第[一二三四五六七八九十百\d]{1,4}条(?:之[一二三四五])?\s?(?:（[^（）]{1,12}）)?[，,、\s]?|第[一二三四五六七八九十]{1,3}[章节编]|第[一二三四五六七八九十][，,、]|"
    r"[，、：:\s]|限(?=[县市区省][^，价]{2})|(?:咱们?|我们)[市县省区]的?(?=.{3})|(?:县县|镇镇|村村|乡乡|家家|院院|户户)(?=[设有都建])|同时|届时|此外|另外|并且?|还(?!有|款|清)|也|且|再|又|即(?!知)|其中|力争|确保|争取|务必|努力|必须|应当?|须|要(?!求|点|素|闻)|将(?=[^，]{0,3}(?:组织|开展|启动|在|于|召开|举办|建|完成|继续|实施|新|对|全|实行))|需|坚持(?!不|以)|继续|进一步|持续|切实|着力|大力|全力|全面(?!建|推|启|完|落|实|取|放|覆)|深入|扎实|积极|"
    r"稳步|有序|加快(?=[推建完实健构补发形])|加力|用心|下大力气|坚决|狠抓|认真|统筹(?=推|做|抓)|重点(?=抓|做|推|建|整|支|解|围|突|治)|严格(?=[落执控规])|原则上|最迟|逐步|及时|尽快|抓紧|主动|自觉|始终|高质量|高标准|首先|首要是|关键是|特别是|尤其是|对此|为此|因此|"
    rf"{TIME})+"
)
ADVERBS = frozenset(
    "限期 要 应 应当 须 必须 不得 可 可以 严禁 一律 将 能 能够 需 务必 都 均 全部 基本 全面 正式 陆续 逐步 逐一 逐级 已 已经 也 还 仍 不 未 没有 仅 只 只有 只能 共 又 再 分别 统一 集中 先 先后 首次 首批 累计 率先 全 免费 全程 同步 优先 每 轮流 共同 原则上 普遍".split()
)
_MEASURES = lazy_pattern("[率数量的后前时]$|时限|时间|情况|比例|占比|进度")
# Ways of doing that also stand in names: 集中采购, 免费服务.
_WAYS = frozenset("集中 统一 优先 全程 免费 同步 分别 轮流 共同".split())
_COMPLETES = frozenset("到 至 为 了 成 达 达到 出".split())
PREPOSITIONS = frozenset(
    "由 从 按 按照 以 在 对 对于 向 为 与 同 将 把 比 于 用 经 经过 通过 根据 依托 面向 围绕 针对 因 凭 随 较 被 让 给 至".split()
)
_ACTIVITY = lazy_pattern(r"(?:行动|工程|活动|计划|项目|机制|制度|体系|政策|工作|改革|服务|比例|率)$")
# 上门服务费, 出诊记录单: a verb and one noun that is no object of it.
_TOOL = lazy_pattern("(?:费|员|室|站|包|车|证|卡|单|券|补贴|津贴|时间|期限)$")
# Adverbs of the dictionary that describe a noun here: 经常参加锻炼的人口, 在册患者.
_NAMED_BY = ("点", "所")  # ends of names that the dictionary takes for a measure and a conjunction
_SINGLE_VERBS, _SINGLE_ENDS = frozenset("看听讲补说做来请让选找买"), frozenset("减来去扣")
DESCRIBES = (
    "稀有",
    "闲置",
    "流动",
    "移动",
    "离岗",
    "退岗",
    "失能",
    "失智",
    "独居",
    "空转",
    "次",
    "现有",
    "偏远",
    "经常",
    "重点",
    "常住",
    "在册",
    "在岗",
    "在编",
    "在校",
    "在院",
)
_ODD_NAME = lazy_pattern(
    r"要(?!素|点|求|件)|我们|本(?=[县市省单])|这|了|(?<!认)为(?!主)|提供|(?<![一])把|将(?!军)|使(?!用)|让|(?<!^)按(?!摩)|由|(?<![依服])从(?!业|事)|(?<!占)比(?!例|重|赛|较|率)|以[^上下内外]|达到|不少于|不低于|组织开展|[和与]$|、[^、]{0,1}$|等$"
)
_NO_SUBJECT = lazy_pattern(
    r"^(?:这|该|其|此|那|我们|我|你|大家|它|他|谁|哪|什么|有的|一些|许多|不少|以上|上述|前者|后者|其余|剩余|其他|另|首批|方面|工作上|作风上|时间|原因)"
)


@lru_cache(maxsize=8192)
def bare(words: str) -> str:
    """A clause without list marks, pushing adverbs and times at its head; each sort of fact asks for that of a sentence."""
    while (shorter := _LEAD.sub("", words)) != words:
        words = shorter
    return words.strip("，、：；。,;:. ")


@lru_cache(maxsize=8192)
def parse(words: str) -> Clause | None:
    """The parts of a clause, None where no verb of the register stands in it."""
    text = bare(words)
    tokens = words_of(text)
    if not tokens:
        return None
    begin = _skip(tokens, 0)
    if begin < len(tokens) and tokens[begin].text in PREPOSITIONS:
        return _after_preposition(text, tokens, begin)
    if begin < len(tokens) and _opens(tokens, begin):
        return _clause(text, tokens, 0, begin)
    return _with_subject(text, tokens)


def _skip(tokens: Sequence[Word], at: int) -> int:
    """The first word that is no adverb."""
    while at < len(tokens) - 1 and _is_adverb(tokens[at]):
        at += 1
    return at


def _is_adverb(word: Word) -> bool:
    """Whether a word only tells how: the dictionary takes 更新, too, for an adverb."""
    return word.text in ADVERBS or (word.tag in ("d", "ad") and word.text not in VERBS)


def _opens(tokens: Sequence[Word], at: int) -> bool:
    """Whether a clause begins with its verb: not with 管理中心 or 建设项目."""
    word = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if word.text not in VERBS:
        return False
    if word.text in NOUNS:
        names = not following or following == "、" or HEADS.match(following)
        return not names and tokens[at + 1].tag not in ("v", "p", "d")
    return following not in ("的", "率")


def _after_preposition(text: str, tokens: Sequence[Word], begin: int) -> Clause | None:
    """对空转设备一律调剂: what the preposition leads in, then the verb."""
    at = next((i for i in range(begin + 2, len(tokens)) if _predicate(tokens, i)), None)
    if at is None:
        return None
    verb = _verb(tokens, at)
    if verb is None:
        return None
    return Clause(
        text[: tokens[at].start], "", text[tokens[at].start : tokens[verb].start], *_rest(text, tokens, verb)
    )


def _with_subject(text: str, tokens: Sequence[Word]) -> Clause | None:
    for at in range(1, len(tokens)):
        if _predicate(tokens, at):
            verb = _verb(tokens, at)
            return None if verb is None else _clause(text, tokens, tokens[at].start, verb)
    return None


def _predicate(tokens: Sequence[Word], at: int) -> bool:
    """Whether the predicate may begin at a word: a modal, adverb or preposition, or a verb that is no part of a name."""
    word, before = tokens[at], tokens[at - 1]
    if before.text in ("的", "、", "和", "与", "及", "或") or before.tag == "p":
        return False
    if word.text in _WAYS:
        return at + 1 < len(tokens) and _is_main(tokens, at + 1) and tokens[at + 1].text in VERBS
    if word.text in ADVERBS or (word.tag == "d" and not word.text.startswith("次")):
        return True
    if word.text in PREPOSITIONS and word.text not in ("与", "同", "为", "至"):
        return True
    return _is_main(tokens, at)


def _is_main(tokens: Sequence[Word], at: int) -> bool:
    """Whether a verb is that of its clause: 提高到 is, 建设 in 建设项目 is not, 管理 only with an object."""
    word = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return word.text in VERBS and word.text not in NOUNS and tokens[at - 1].text != "的"
    if following.text in _COMPLETES and word.tag[:1] == "v":
        return True
    if word.text not in VERBS or tokens[at - 1].text == "的":
        return False
    if word.text in NOUNS:
        return following.tag[:1] in ("m", "n", "r") and not HEADS.match(following.text)
    return following.text not in ("和", "、", "与", "及") and not _MEASURES.match(following.text)


def _verb(tokens: Sequence[Word], at: int) -> int | None:
    """The verb at or after the place where a predicate begins."""
    for i in range(at, len(tokens)):
        if tokens[i].text in VERBS and (i == at or _is_main(tokens, i) or i == len(tokens) - 1):
            return i
        if i > at and tokens[i].tag == "v" and _is_main(tokens, i):
            return i
    return at if tokens[at].tag[:1] == "v" and tokens[at].text not in ADVERBS else None


def _clause(text: str, tokens: Sequence[Word], end_of_subject: int, verb: int) -> Clause:
    subject = text[:end_of_subject]
    return Clause("", subject, text[end_of_subject : tokens[verb].start], *_rest(text, tokens, verb))


def _rest(text: str, tokens: Sequence[Word], verb: int) -> tuple[str, str]:
    """The verb with what completes it (到, 为), and the object."""
    end = verb + 1
    while end < len(tokens) and tokens[end].text in (
        "到",
        "至",
        "为",
        "了",
        "成",
        "出",
        "在",
        "好",
        "齐",
        "完",
    ):
        end += 1
    cut = tokens[end - 1].end
    return text[tokens[verb].start : cut], text[cut:]


@lru_cache(maxsize=8192)
def is_name(words: str) -> bool:
    """Whether words can be a subject: a noun phrase that points at nothing outside itself."""
    if not 2 <= len(words) <= 24 or _NO_SUBJECT.search(words) or re.search("[，；：。]", words):
        return False
    tokens = words_of(words)
    last = tokens[-1]
    named = (
        _ACTIVITY.search(words)
        or tokens[0].text in NOUNS
        or tokens[0].text not in VERBS
        or (len(tokens) == 2 and _TOOL.search(last.text))
    )
    single = tokens[0].text in _SINGLE_VERBS or last.text in _SINGLE_ENDS
    return (
        bool(named)
        and not single
        and not _ODD_NAME.search(words)
        and (
            (tokens[0].tag[:1] not in ("p", "c", "u", "d", "y", "r") or words.startswith(DESCRIBES))
            or words.startswith(("按病种", "按人头", "按床日", "按项目", "从业", "以奖代补"))
        )
        and (last.tag[:1] not in ("p", "c", "u", "d", "r", "m", "q") or last.text in _NAMED_BY)
        and last.text not in ("的", "和", "在", "是", "要")
    )
