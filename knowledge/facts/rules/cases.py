"""The case that a clause names, with whose it is: 中途离开的 after 带教老师 is 带教老师中途离开的."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import ADVERBS, bare, is_name, parse
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure
from knowledge.facts.words import VERBS, Word, words_of
from loaders.lazy_pattern import lazy_pattern

SHORTEST_CASE, LONGEST_CASE, LONGEST_WITH_SUBJECT = 4, 22, 26
_CASE = lazy_pattern(
    r"^(?:因(?=.{4})|如|若|凡是?|当|对于?|针对|发现)?(?P<of>[^，。；：]+?(?:(?<!目|为|的)的(?:[^，。；：的]{2,4})?|时))$"
)
_FACED = lazy_pattern(
    r"^(?:针对(?=.{4})|对于?(?=.*[^目为]的(?:..|[县村镇户院站]$)))(?P<of>[^，。；：]{4,20})$"
)
_OF_PLACE = lazy_pattern("(?:连续|排名|末|未|没|不|低于|超).*的[县村镇户院站]$")
# Who finds something out is not who did it: 查实收受回扣的, 督导查到中途离开的.
_FOUND_OUT = lazy_pattern("^(?:一经|经)?[^，的]{0,4}?(?:查实|查到|查出|抽到)(?=.{3})")
_NO_CASE = lazy_pattern(
    r"^(?:确?因?工作需要|象|超过|不足|不到|达到|低于|高于|有下列|其|这|该|那|哪|同|与|在|从|以|按|为|会上|下|是|要|也|还|又|我|你|大家|实际|必要|届时|今年|所谓|指|特别|像|至于)|同时$|\d时$|小时$|平时$|及时$|(?<!满.)年的|(?<!个)月的|(?:突出|优秀|好|明显|显著|领先|靠前)的|进行$|免费|现有|(?:形势|任务|任务目标|要求|目标|特点|实际|情况|问题|现状|需求|趋势)$|[“”]|说的$|来的$"
    r"|^[^的]{1,6}(?:(?<![评定列])为(?!主)|给)|相结合的$|本(?:措施|办法|方案|规定|意见|通知|细则)"
)
# Cases that go on from one before: 两次未按时送到的, 造成不良影响的, 暂未纳入保险的.
_POINTS_BACK = lazy_pattern(
    "查实|经查|造成|情节|构成|拒不|仍|再|又|[一两二三四]次|第[一二三]次|屡|暂|逾期|尚|导致"
)
_GOES_ON = lazy_pattern(f"{_POINTS_BACK.pattern}|连续|未|不(?!良)")
_AGAIN = lazy_pattern("连续|[再又]次|多次|累计")
# Whoever does one of these: no subject is needed to know what is meant.
_OFFENCE = lazy_pattern(
    "弄虚作假|造假|[虚谎瞒漏迟]报|虚构|编造|[套骗]取|冒领|截留|挪用|贪污|违[规反法]|擅自|隐瞒|推诿|收受|回扣|红包|泄露|散布|乱[收倒]|倒卖|无证|非法"
    "|拒[不绝收]|失职|渎职|不作为|不担当|不力|应付|敷衍|形式主义|打着|变相|高套|[抽吸]烟|殴打|诱导|重复检查|无故|光说不练"
)
_FAILS = lazy_pattern(
    r"^已|满[一二三四五六七八九十\d]+年|^符合[^，]{0,6}条件|[未没无]|不(?!良)|落后|滞后|末位|排名|连续|[一两二三四]次|逾期"
)
# For whom or to whom something is done in the sentence: 为在托婴幼儿免费开展…
_PERSONS = "患者|病人|人员|老人|老年人|群众|居民|家庭|村医|乡村医生|医生|医师|护士|护理员|老师|教师|学员|学生|儿童|婴幼儿|孕产妇|职工|对象"
_FOR_WHOM = lazy_pattern(
    rf"(?:[为对给向]|严禁|禁止|培训|招聘|带教?每?一名?)(?P<whom>[^，；。为对给向\d]{{0,8}}?(?:{_PERSONS}))(?![的队])"
)
_OF_UNITS = lazy_pattern(
    rf"(?:{_PERSONS}|机构|医院|卫生院|卫生室|中心|企业|单位|学校|人口|评价|评估|考核|评审)$"
)
_ANSWERS = lazy_pattern(
    "，[^，；。]*?(?:扣[减发]|约谈|停发|取消|追究)[^，；。]{0,4}?(?P<who>单位|科室|机构|乡镇|县区|医院|企业)(?=绩效|负责人|主要负责|资格)"
)
_OPENS_ACT = lazy_pattern("[逐按从予将]|给予|全部")
_CHECKS = lazy_pattern("(?:专班|[部科局委办组队])$")  # who finds out, not who did it
_HAPPENS = lazy_pattern("发生|出现|发现|遇")
_NUMBER = lazy_pattern(r"(?:^|(?<=的))\d+[个家所名处件台张](?=[一-鿿]{2})")
_MEANS = {"利用", "依托", "通过"}
_PERSON_FIRST = lazy_pattern(rf"[一-鿿]{{0,5}}?(?:{_PERSONS}|[师员])(?=取得|在|从事|考|完成|获|连续|参加)")
_IS_PERSON = lazy_pattern(f"(?:{_PERSONS})$")
_OF_PERSON = lazy_pattern("取得|职称|证书|学历|在岗|离岗|退休|外出")
_NOUN_TAGS, SHORTEST_NOUN = frozenset("nj"), 2


def case_of(clause: str) -> str:
    """The case that a clause names; nothing for another clause."""
    text = bare(clause)
    match = _CASE.match(text) or _FACED.match(text)
    case = match["of"] if match and without_predicate(match["of"]) == match["of"] else ""
    of_place = text.startswith("对") and _OF_PLACE.search(case)
    named = (
        case.endswith(("的", "时")) or of_place or (text.startswith(("对", "针对")) and parse(text) is None)
    )
    fits = "一律" not in case and SHORTEST_CASE <= len(case) <= LONGEST_CASE and not _NO_CASE.search(case)
    return case if named and fits else ""


def without_predicate(case: str) -> str:
    """A case without what is done, where no comma parts them: 获得资助的团队按1∶1配套 is 获得资助的团队."""
    begin = case.rfind("的") + 1
    if not begin or begin == len(case):
        return case
    words = (word for word in words_of(case) if word.start >= begin)
    cut = next(
        (word.start for word in words if word.tag in ("p", "d") or _OPENS_ACT.match(word.text)), len(case)
    )
    return case[:cut]


def plain_case(case: str) -> str:
    """A case without the number of those whose it is: 没有村医的142个行政村 is 没有村医的行政村."""
    return _NUMBER.sub("", case)


def whole_case(sentence: FactSentence, clause: str, begin: int, paid: bool) -> str:
    """The case that a clause names, with whose it is where its words do not tell.

    Arguments: the sentence; its clause and where that begins; whether something is paid in the case.
    """
    return told_case(sentence, case_of(clause), begin, paid)


def told_case(sentence: FactSentence, case: str, begin: int, paid: bool) -> str:
    """A case with whose it is; nothing where nothing tells."""
    case = _FOUND_OUT.sub("", case)
    if not case.endswith("的") or len(case) < SHORTEST_CASE:
        return case if len(case) >= SHORTEST_CASE else ""
    again = _POINTS_BACK.match(case) or _AGAIN.match(case)
    if again and (first := _case_before(sentence, case, begin)):
        return first
    if _stands_alone(case, paid):
        return case
    subjects = _subjects(sentence, case, begin)
    fitting = (name for name in subjects if len(name + case) <= LONGEST_WITH_SUBJECT and name[:2] not in case)
    if name := next(fitting, ""):
        return f"{name}{case}"
    head = _who_answers(sentence.words[begin:])
    return f"{case}{head}" if head else ""


def _stands_alone(case: str, paid: bool) -> bool:
    """Whether a case needs nobody's name: it has one, or whoever does that is meant."""
    if _names_subject(case) or _HAPPENS.match(case):
        return True
    return not paid and bool(_OFFENCE.search(case) or not (_FAILS.search(case) or _is_bare(case)))


def _case_before(sentence: FactSentence, case: str, begin: int) -> str:
    """缺药的，5日内送到；两次未送到的: a case that goes on from another, told with that."""
    earlier = sentence.words[:begin]
    cases = list(filter(None, (case_of(earlier[start:end]) for start, end in clauses_of(earlier))))
    first = cases[-1].removesuffix("的") if cases else ""
    if _AGAIN.match(case) and (same := _same_end(first, case.removesuffix("的"))):
        return f"{first[:-same]}{case}"
    alike = first[:2] in case or has_figure(first) or first.endswith("时")
    goes_on = _GOES_ON.match(first) or _FAILS.match(first)
    fits = first and not alike and not goes_on and len(first + case) <= LONGEST_WITH_SUBJECT
    return f"{first}{case}" if fits else ""


def _same_end(one: str, other: str) -> int:
    """How many signs two cases end in alike, of those that leave words before them: 考核不合格 and 连续两次不合格."""
    longest = min(len(one), len(other)) - 1
    return next((count for count in range(longest, 1, -1) if one[-count:] == other[-count:]), 0)


def _measured(sentence: FactSentence, begin: int) -> str:
    """The rate, the persons or the body that the clause before is about: 手卫生合格率达到90%，达不到的."""
    thing = sentence.thing_before(begin)
    return thing if _OF_UNITS.search(thing) or thing.endswith(("率", "度")) else ""


def _whose(case: str) -> str:
    """Whose an earlier case is: of 保育师取得证书的 the 保育师, of 取得资格的在岗村医 the 在岗村医."""
    head = case.rpartition("的")[2]
    if head:
        return head if len(head) > 1 and _OF_UNITS.search(head) else ""
    if who := _PERSON_FIRST.match(case):
        return who[0]
    first = words_of(case)[0].text
    return first if _OF_UNITS.search(first) and _names_subject(case) else ""


def _who_answers(words: str) -> str:
    """Whom the consequence names: 扣减单位绩效."""
    match = _ANSWERS.search(words)
    return match["who"] if match else ""


def _names_subject(case: str) -> bool:
    """Whether a case says whose it is: a noun before what becomes of it (村医空岗的), no list of states (贫血、肥胖的)."""
    first, *others = words_of(case.removesuffix("的"))
    if len(first.text) == 1 and first.tag in ("a", "b", "zg", "n") and others:  # 旧设备, 村卫生室
        others = others[1:]
    elif first.tag[:1] not in _NOUN_TAGS or first.text in VERBS | _MEANS or len(first.text) < SHORTEST_NOUN:
        return False
    listed = bool(others) and others[0].text in ("、", "和")
    return any(map(_tells, others)) if listed else bool(others)


def _tells(word: Word) -> bool:
    return word.tag in ("v", "d", "vi") or word.text in VERBS or word.text[:1] in "不未无没"


def _is_bare(case: str) -> bool:
    """Whether a case is but a state, or a verb with what says little: 贫血、肥胖的, 到龄退出的."""
    tokens = words_of(case.removesuffix("的"))
    acts = [place for place, word in enumerate(tokens) if _tells(word)]
    return not acts or not any(word.tag[:1] in "nj" for word in tokens[acts[0] + 1 :])


def _subjects(sentence: FactSentence, case: str, begin: int) -> Iterator[str]:
    """Whose a case may be, the nearest first: whom the sentence is about, whom something is done for, what stands above."""
    earlier = sentence.words[:begin]
    cases = list(filter(None, (case_of(earlier[start:stop]) for start, stop in clauses_of(earlier))))
    yield from (head for case in reversed(cases) if (head := _whose(case)))
    subject = re.sub("每.*", "", sentence.subject_at(begin) or _measured(sentence, begin))
    words = words_of(subject)
    plain = not any(word.text in ADVERBS for word in words) and bool(words) and words[0].tag != "m"
    plain = plain and not any(subject in case for case in cases)
    if subject and plain and not _CHECKS.search(subject) and not NAMED.search(subject):
        yield subject
    whom = [match["whom"] for match in _FOR_WHOM.finditer(earlier)]
    yield from reversed([name for name in whom if is_name(name)])
    for thing in (*sentence.topics, sentence.title):
        if (_IS_PERSON if _OF_PERSON.search(case) else _OF_UNITS).search(thing) and " " not in thing:
            yield thing
