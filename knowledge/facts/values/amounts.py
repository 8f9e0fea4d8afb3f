"""Figures that no goal and no indicator holds, asked for in the words around them: 巡诊车出诊310次 → 出诊多少次."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Amount, Value
from knowledge.facts.sentences import FactSentence, has_figure
from knowledge.facts.values.due_times import has_due_time
from knowledge.facts.words import NOUNS, VERBS, ends_in_single_verb, words_of
from knowledge.targets.values import Value as Printed
from knowledge.targets.values import find_values
from knowledge.text.clauses import clause_end, clause_start
from knowledge.text.spans import overlaps_any

_TIMES = re.compile(TIME)
_HEDGE = re.compile(
    r"(?:约|近|才|只剩|足足|大概|将近|差不多|达到?|仅为?|只有|只|仍有|仍|共有?|已|已有|高达|接近|超过|不到|不足|还有|(?<!平)均|都|各|为|是|有|平均有|就|分别|首次突破|突破|回到|已经到了|一次性|(?<!每[人村户名处家])每年|超|多达|累计|其中|余|再|要|全部|不少于|不低于|不超过|至少|原则上)+$"
)
_SKIPPED = (
    "期",
    "级",
    "类",
    "分",
    "对",
    "本",
    "门",
    "批",
    "天",
    "日",
    "个月",
    "小时",
    "分钟",
    "秒",
    "学时",
    "课时",
    "个工作日",
    "番",
    "县",
    "村",
    "乡镇",
)
_THINGS = frozenset("药车床站人病钱")
_AIMS = re.compile("(?:达到?|(?:提高|提升|增加|扩大|缩短|降低?|压缩|压减|控制|稳定|保持|升|降|压)[到至在])$")
# 由62%提高到: where a figure starts from; 县乡两级一共11套, 统一到620种: the word that is torn tells no number.
_STARTS_FROM = re.compile("(?:[由从]|比(?:[^，。；]{0,6}年))[^，。；]{0,6}$|[统级]$")
LONGEST_NOUN = 10
LONGEST_DEED = 4  # 单夜接诊: what is done, not who does it
_TORN = re.compile(
    r"[、和]$|[一二两三四五六七八九十]大|^[高低](?:同期|于)|^(?:各|所有|面向|给予|充分|成绩|最后)|率[降升提达控]|有[两三四]个|最后$|建筑面积$|给予每|(?<=..)[拿奖]$|最高$|每$|负$|^\d+岁.*的占$"
)
_SETS_UP = re.compile("设(?:托位|床位|病床|工位|岗位|编制|床|分院|站点)$")
_NO_SHARE = re.compile(f"{NAMED.pattern}|(?:人次|人数)$")
_ONLY = re.compile("只(?=[摊占看拿够有])")
_COUNTED = ("家", "个", "名", "所")
_OPENS_ODD = re.compile(
    r"^(?:其中|比|占|每(?!千|万|百|10|十|张|个|名|家|处|位)|从|较|到(?!.*的)|经|用|超|不|以|按|即|如|有|再|又|就|被|让|向|把|将|对|在|于|与|和|但|而|已|共|仅|只|约|近|的|且|并|等|当|因|若|凡|连续|为|池内|院内|会上|县里|镇上|区里|市里|尚|五一)"
)
# 超过30万公里的车辆, 3名以上学生的，: what bounds a thing or a case tells no figure of its own.
_BOUNDS = re.compile(r"^(?:及以上|以上|以下|以内)?[^，；。]{0,14}?的(?:[^，；。、的]{1,6})?(?:[，；。]|$)")
_CASE_OPENS = re.compile(r"一天内出现|行驶|发生|使用满|超过$|达到$|满$|不足$")
_COMPARES = re.compile(
    "[由从](?:每[^，]{1,8})?$|同期[高低]$|超过平时$|[^提增]高$|或|比(?!例|重|赛|较)|较$|把|将(?!军)"
)
_HAS = re.compile(r"^(?P<subject>.{2,12}?)(?<!拥)有(?P<thing>(?![一二两三四五六七八九十])[一-鿿]{1,10})$")
_SECONDS = re.compile(r"\d+秒")
_DOSES = re.compile("(?P<dose>剂|支|只|瓶|片|盒|份|袋|羽|头)(?=[，。；、]|$)")
_OF_THE_SPEECH = frozenset("任务 实事 重点任务 工作 措施 举措 要求 意见 重点工作".split())
_REACHES = re.compile(
    r"(?:推动|推进|确保|力争|促进|实现)?(?:全[省市县区])?(?P<name>(?!占|其中)[^，；：\d]{4,22}?(?:率|比例|占比|比重|水平|寿命|时间|覆盖面|满意度))"
    r"(?:要|应)?(?P<verb>达到?|(?:提高|提升|上升|降低?|控制|稳定|保持|压缩|缩短|增加|升|压|降)(?:到|至|在))$"
)
_LOOKS_BACK = re.compile("没有发生|去年|上年|过去|同比|以来")
_PAID_BACK = re.compile("偿还|清偿|化解|追回|压减")
_RISES = re.compile("(?:提高|增加|上调|提升|涨)[到至]")
_PER = re.compile(r"每\d*[千万百]+")
_SHARE_OF = re.compile("不得?[低高少]于(?=[^，]{2,10}的$)")
# 急救出车费每次80元: what is paid for each.
_EACH_SUM = re.compile(
    r"^(?P<name>(?:(?![，每])[^，。\d]{1,12}?)?)(?:由[^，。]{2,10}?)?(?P<change>(?:提高|提升|增加|上调|下调|降低|调整|涨)(?:到|至|为))?(?:按照?|为|是|标准为)?(?P<act>每(?:人次|人每[次月年天]|人|次|个|单|班|剂|床|公里|张|名|例|天|月|年|户|处|家|台)(?:再?(?:加收|补贴|补助|奖励|收费|收取|给予|一次性补助))?)$"
)
_LENGTH = re.compile("(?:住院日|等候|候诊|等待|时间|时长|周期|期限)(?:为|是|约|仅)?$")
_PURPOSE = re.compile(r"^(?:用于|偿还|作为|支持)[^，；。\d]{3,14}$")
_WITHOUT_SUBJECT = re.compile(
    r"^(?:(?:平均|人均|[日月年]均)(?!住院日|预期寿命|年龄|反应时间|候诊时间|等候时间|床位)|总投资|年产值|综合产值|规范管理率|总?建筑面积|追回资金|同比|累计|比上年|每[个名家处位张][^，]{0,3}$)"
)


def amount_facts(sentence: FactSentence, taken: Sequence[tuple[int, int]]) -> Iterator[Amount | Value]:
    """The figures of a sentence that stand in none of the stretches taken by other facts."""
    words = sentence.words
    masked = _TIMES.sub(lambda match: match[0] if match[0][0] == "每" else "\0" * len(match[0]), words)
    for printed in find_values(masked):
        span = sentence.place(printed.start, printed.end)
        if overlaps_any(span, taken) or _is_skipped(masked, printed):
            continue
        if reached := _reached(sentence, masked, printed):
            yield reached
        else:
            made = _amount(sentence, masked, printed)
            if made is None and (
                _STARTS_FROM.search(masked[: printed.start]) or _quoted(masked, printed.start)
            ):
                continue
            subject, verb, noun = made or ("", "", "")
            aims = made is None and bool(_AIMS.search(masked[: printed.start]))
            goal = (
                sentence.asks
                and (bool(verb) or aims)
                and (
                    printed.op != "="
                    or aims
                    or not (subject or printed.unit.endswith("元"))
                    or bool(_PAID_BACK.match(verb))
                    or bool(_RISES.match(verb) and has_due_time(words, printed.start))
                )
            )
            stretch = sentence.stretch(printed.start, printed.end)
            yield Amount(subject, verb, _unit(masked, printed), noun, goal, stretch, span)


def _quoted(words: str, at: int) -> bool:
    """Whether a place stands within quotation marks."""
    return words.count("“", 0, at) > words.count("”", 0, at)


def _reached(sentence: FactSentence, masked: str, printed: Printed) -> Value | None:
    """A goal that others did not take for one: 个人卫生支出占卫生总费用的比重降到26%以内, where something is asked for."""
    head = masked[clause_start(masked, printed.start) : printed.start].replace("\0", "")
    asks = sentence.asks and not _LOOKS_BACK.search(sentence.words)
    match = _REACHES.match(bare(head)) if asks else None
    if match is None or not is_name(match["name"]) or has_figure(match["name"]):
        return None
    verb = re.sub("达到?$", "", match["verb"])
    stretch, said = (
        sentence.stretch(printed.start, printed.end),
        sentence.place(printed.start, printed.end),
    )
    return Value(match["name"], "", verb, printed.unit, printed.op, True, False, stretch, said)


def _unit(words: str, printed: Printed) -> str:
    """The unit of a figure, with a measure that others do not know: 1.2万剂."""
    if printed.unit == "分" and _SECONDS.match(words[printed.end :]):
        return ""
    dose = _DOSES.match(words[printed.end :]) if printed.unit in ("万", "亿") else None
    return f"{printed.unit}{dose['dose']}" if dose else printed.unit


def _is_skipped(words: str, printed: Printed) -> bool:
    """Whether a number counts nothing that is asked for; of a length that has a name (住院日9.3天) it does."""
    head = words[clause_start(words, printed.start) : printed.start].replace("\0", "")
    named = _LENGTH.search(head)
    after = words[printed.end :]
    if head.startswith("其中") and re.search("[县市区乡镇]$", head.rstrip("不少于至有")):
        return True
    if printed.unit == "岁" and not re.search("年龄|寿命|平均", head):
        return True
    one_case = re.search("(?:不足|不到|未满|不满)$", head) and re.match("[，、]?或", after)
    bounds = (
        one_case
        or (printed.op != "=" and re.match("(?:及?以[上下])?的(?!目)", after))
        or (_CASE_OPENS.search(head) and _BOUNDS.match(after))
    )
    return bool(bounds) or printed.vague or (printed.unit in _SKIPPED and not named) or not printed.unit


def _amount(sentence: FactSentence, masked: str, printed: Printed) -> tuple[str, str, str] | None:
    """Subject, verb and noun of a figure; None where the words around it make no question."""
    begin = clause_start(masked, printed.start)
    head = bare(masked[begin : printed.start].replace("\0", ""))
    head = re.sub(r"^全[市县省区](?=.{3})|^由(?=.{6})", "", _HEDGE.sub("", head))
    head = _ONLY.sub("", _SHARE_OF.sub("占", head))
    noun = counted_noun(masked[printed.end : clause_end(masked, printed.end)])
    if each := _EACH_SUM.match(head):
        return _for_each(sentence, each, printed)
    odd = noun in _OF_THE_SPEECH or (printed.is_ratio and _NO_SHARE.search(head))
    if odd or _is_broken(head, bool(noun) or printed.unit in _COUNTED):
        return None
    if has := _HAS.match(head):
        return (has["subject"], "有", has["thing"]) if is_name(has["subject"]) and not noun else None
    if _tells_no_subject(head):
        topic = re.sub(".*(?:率|比例|占比)$", "", sentence.subject_at(printed.start))
        verb, thing = ("设", head[1:]) if _SETS_UP.match(head) else (head, noun)
        return (topic, verb, thing) if topic and head else None
    if is_name(head) and parse(head) is None:
        return (head, "", noun) if len(head) > 3 or (not head.endswith("率") and len(head) > 2) else None
    return _of_clause(sentence, head, noun, printed)


def _tells_no_subject(head: str) -> bool:
    """Whether the words before a figure tell but what is done or measured: 单夜接诊, 平均住院日."""
    if not head or _WITHOUT_SUBJECT.match(head) or _SETS_UP.match(head) or _is_bare_verb(head):
        return True
    deed = (
        len(head) <= LONGEST_DEED and words_of(head)[-1].tag == "v" and words_of(head)[-1].text not in VERBS
    )
    return deed and is_name(head) and parse(head) is None


def _for_each(sentence: FactSentence, each: re.Match[str], printed: Printed) -> tuple[str, str, str] | None:
    """急救出车费每次80元: what is paid, and for each of what."""
    name = each["name"] or sentence.subject_at(printed.start) or sentence.topic
    sound = printed.unit.endswith("元") and len(name) > 1 and is_name(name)
    return (name, f"{each['change'] or ''}{each['act']}", "") if sound else None


def _is_broken(head: str, counted: bool) -> bool:
    """Whether the words before a figure are but a part of a clause, several names, or hold another figure."""
    torn = head.count("“") != head.count("”") or _TORN.search(head)
    several = counted and "、" in head  # 甲、乙、丙3个卫生院 names them
    figure = has_figure(_PER.sub("", head)) or ends_in_single_verb(head)
    return bool(torn or several or figure or _OPENS_ODD.match(head) or _COMPARES.search(head))


def _is_bare_verb(head: str) -> bool:
    """Whether the words before a figure begin with a verb that the register does not know: 带走医保基金."""
    words = words_of(head)
    return bool(words) and words[0].tag == "v" and words[0].text not in ("到", *NOUNS) and parse(head) is None


def _of_clause(sentence: FactSentence, head: str, noun: str, printed: Printed) -> tuple[str, str, str] | None:
    """县医院招录 + 120名 + 医生; a clause without a subject takes that of the clause before."""
    clause = parse(head)
    if not noun and printed.unit == "个":
        return None
    if clause is None or clause.lead or re.search("[对把将为在从向]$|(?<!占).{14}的$", head):
        return None
    adverbs = "" if clause.adverbs.startswith(("会同", "联合", "与", "和")) else clause.adverbs
    adverbs = re.sub("^[只才仅]", "", adverbs)
    verb = f"{adverbs}{clause.verb}{clause.object}"
    subject = re.sub(rf"{TIME}$", "", clause.subject)
    if subject:
        return (subject, verb, noun) if is_name(subject) and len(verb) <= 12 else None
    topic = re.sub(".*(?:率|比例|占比)$", "", sentence.subject_at(printed.start))
    thing = noun or clause.object
    if not noun and _is_counted(clause.object, printed):  # 取消纸质报表23种: how many 纸质报表
        verb, noun = f"{adverbs}{clause.verb}", clause.object
    if topic:
        return topic, verb, noun
    return ("", verb, noun) if len(thing) > 3 else None


def _is_counted(thing: str, printed: Printed) -> bool:
    """Whether a number behind a thing says how many of it there are."""
    counts = printed.unit and not printed.is_ratio and not printed.unit.endswith("元")
    return bool(counts) and 2 < len(thing) <= LONGEST_NOUN and "每" not in thing and is_name(thing)


def counted_noun(after: str) -> str:
    """What is counted, right after its number (186名医务人员连续奋战 gives 医务人员), or what money is for."""
    if _PURPOSE.match(after):
        return after
    taken, whole = "", after.lstrip("的")
    if (
        len(whole) <= LONGEST_NOUN
        and whole.endswith(("演练", "培训", "检查", "整治", "服务", "筛查"))
        and is_name(whole)
    ):
        return whole
    for word in words_of(whole):
        if word.text == "面向" or not (word.tag[:1] in ("n", "j", "b") or word.tag == "vn") or len(taken) > 9:
            break
        taken += word.text
    return taken if len(taken) > 1 or taken in _THINGS else ""
