"""What a fact is of, where its own words do not say: 安家费40万元 after 引进博士 is 博士安家费; 每人每年600元 under
育儿补贴 is what that is paid.

The nearest thing is taken: of the clauses before in its part of the sentence, of the heading, of the sentence before, at
last of the title of a document that has one subject. Where none fits, the fact makes no question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import TIME, is_name, parse
from knowledge.facts.records import Amount, Due, Fact, Place, Post, State, Task, Value
from knowledge.facts.sentences import GENERIC, FactSentence, clauses_of, has_figure, thing_of
from knowledge.facts.subjects.headings import thing_of_heading
from knowledge.facts.subjects.naming import said_of, words_said
from knowledge.facts.subjects.specificity import WORDS_OF_CARE, is_specific, tells_act
from knowledge.facts.words import NOUNS, words_of
from knowledge.text.clauses import clause_start
from loaders.lazy_pattern import lazy_pattern

# A part of what is paid, of whatever it may be.
_SHARE_PAID = lazy_pattern(
    "(?:医保|统筹基金|医疗救助基金|财政|个人)(?:支付|报销|承担|负担|自付)|基金的盘子|改造资金|接种费用"
)
# What is understood with the topic of the pair beside it.
_TELLS_ENOUGH = lazy_pattern(
    "平均反应时间|床位.*|.*(?:护士|医生|医师|满意度|监管|支出)|人员支出.*|每[千万\\d]+万?人口.+|.*财政.*(?:资金|经费|支出).*"
    "|.*(?:报送|上报|提交|印发|下发).*(?:总结|报告|进展情况)|(?:总结|报告|进展情况).*(?:报送|上报|提交)"
    "|.*(?:办法|规定|方案|意见|措施|细则|条例).*(?:施行|执行|有效.*|生效)|.{4,}(?:行动|工程).{0,2}"
    "|.{4,}(?:领导小组|专班|联席会议|委员会).*|.*缺.*(?:资金|经费).*|(?:招聘|招录|引进|招收).*(?:人员|人才)|.{4,}的成员|.*用于.*"
    "|结余.*|.*(?:资金|经费)(?:安排|拨付|投入|支出)|.{4,}的.{1,6}(?:津贴|补贴|补助|报酬|待遇).*"
)
# The evaluation of a plan is asked for with the name of the plan, the population is that of the place.
_TELLS_ALL = lazy_pattern(
    r"(?:中期|终期|期末|总)评估|^(?:\d+岁以上)?(?:老年|常住|户籍|流动)?人口|^(?:办法|规定|方案|措施|意见|细则|条例)(?:施行|执行|实施|有效|生效)"
)
# What measures, pays for or runs a thing is not the thing; but what is built may be as long as it is called.
_MEASURE = lazy_pattern(
    "(?:[率比数量额次长]|(?<!收)费|收入|支出|时间|标准|强度|面积|成绩|产值|步伐|满意度|水平|年限|补助|补贴|津贴|待遇|工资|保险|经费|资金|结果|名单|清单)$"
)
_OFFICE = lazy_pattern("(?:[局厅委]|政府|部门|办公室|财政|单位|机关|委员会|专班|领导小组)$")
_BUILT = lazy_pattern("(?:医院|院区|中心|卫生院|学院|楼|[基工]地|项目|工程)$")
SHORTEST_MATTER, LONGEST_MATTER, LONGEST_MAKER = 2, 12, 16
_SETS_UP = lazy_pattern(
    "(?:组建|建立|成立|开设|打造)(?P<thing>[^，；。]{3,16})，$"
)  # 市眼科医院牵头组建专科联盟，
_SPREADS = lazy_pattern("(?:全部)?覆盖|实现.*全覆盖$")
# Parts of the paper, times, contracts.
_NO_MATTER = lazy_pattern(
    rf"^第[一二三四五六七八九十]+部分|{TIME}$|(?:重点行动|投入使用)$|合同|协议|[各每]|全年|今年|^面向|要点"
)
_AT_A_TIME = lazy_pattern(rf"(?<=..){TIME}$")
# What persons are paid is not that of the place where they work.
_SITE = lazy_pattern("[室站院点馆]$|中心$|机构$")
_OF_PERSONS = lazy_pattern("补助|津贴|成绩|工资|待遇|安家|差额|报酬|考核不|人口")


def with_matter(fact: Fact, sentence: FactSentence, before: FactSentence | None) -> Fact | None:
    """A fact whose words say of what it is; None where nothing around it tells that.

    Arguments: the fact; its sentence; the one before it in its passage.
    """
    if (
        isinstance(fact, Due)
        and not fact.clause.subject
        and _SPREADS.match(f"{fact.clause.verb}{fact.clause.object}")
    ):
        return _spread(fact, sentence)
    words = words_said(fact)
    if not words or words[0].isdigit() or _TELLS_ALL.search(words) or not lacks_matter(words):
        return fact
    if _names_something(fact, words):
        for thing in _matters(fact, sentence, before):
            matter, rest = _AT_A_TIME.sub("", thing), words
            if (
                matter.endswith(words[:2]) and matter != words[:2]
            ):  # 复审办公室 under 三甲复审 is 三甲复审办公室
                rest = words[2:]
            if _fits(matter, rest) and (
                whole := said_of(fact, matter[: len(matter) + len(rest) - len(words)])
            ):
                return whole
    return fact if _TELLS_ENOUGH.fullmatch(words) or _tells_case(fact, words) else None


def with_matter_above(fact: Task, above: Sequence[str]) -> Fact | None:
    """The fact of a heading whose words say of what it is: 规范服务管理 under 院前急救; None where nothing above tells it.

    Arguments: the fact; the headings above its own, the nearest first, and the subject of the document.
    """
    words = words_said(fact)
    if not lacks_matter(words):
        return fact
    if not fact.clause.verb:  # 早防早治, 管理一体: a slogan
        return None
    for matter in map(thing_of_heading, above):
        if _fits(matter, words) and (whole := said_of(fact, matter)):
            return whole
    return fact if _TELLS_ENOUGH.fullmatch(words) else None


def _tells_case(fact: Fact, words: str) -> bool:
    """Whether what happens tells enough: within a time of 接单后, of what is wrong; not in the case of 连续两次不合格."""
    if isinstance(fact, Due) and fact.manner == "within":
        after = fact.clause.subject.endswith("后") and len(fact.clause.subject) > 2
        return after or tells_act(words)
    return isinstance(fact, State)


def _names_something(fact: Fact, words: str) -> bool:
    """Whether words name at least a measure, a sort or an act, or what is paid (每人每年600元)."""
    paid = isinstance(fact, Amount) and fact.unit.endswith("元")
    return paid or any(len(word.text) > 1 and word.tag[:1] in "nvbjl" for word in words_of(words))


def lacks_matter(words: str) -> bool:
    """Whether words do not say of what they are: 安家费, 中期评估, 个人承担."""
    return bool(_SHARE_PAID.fullmatch(words)) or not is_specific(words)


def _matters(fact: Fact, sentence: FactSentence, before: FactSentence | None) -> Iterator[str]:
    """What a fact may be of, the nearest first: of a task and a post only what the headings above it name."""
    if not isinstance(fact, Task | State | Post | Place):
        at = sentence.place_in(fact.said[0])
        yield _own_subject(sentence, at)
        yield from sentence.things_before(at)
    yield from sentence.topics
    if before and isinstance(fact, Due | Value | Amount) and not words_said(fact).endswith(("率", "度")):
        yield from _things(before)
    yield sentence.title


def _own_subject(sentence: FactSentence, at: int) -> str:
    """The subject of the clause in which something is made: 新院区一期设置床位1200张."""
    clause = parse(sentence.words[clause_start(sentence.words, at) : at])
    return clause.subject if clause and not clause.lead else ""


def _spread(fact: Due, sentence: FactSentence) -> Due:
    """推广诊间结算，4月底前覆盖所有诊室: what is to be everywhere stands in the clause before."""
    at = sentence.place_in(fact.said[0])
    set_up = _SETS_UP.search(sentence.words[:at])
    thing = set_up["thing"] if set_up else sentence.thing_before(at)
    named = _fits(thing, fact.clause.object, LONGEST_MAKER) and (set_up or not NAMED.search(thing))
    plain = named and not thing.endswith(("到", "意见", "方案"))
    return replace(fact, clause=replace(fact.clause, subject=thing)) if plain else fact


def _fits(matter: str, name: str, longest: int = LONGEST_MATTER) -> bool:
    """Whether words can name the matter of a thing: a noun phrase that says something."""
    if not matter or GENERIC.search(matter) or "用于" in matter:
        return False
    first = words_of(matter)[0]
    if first.tag[:1] in "dp" or (first.tag[:1] == "v" and first.text not in NOUNS | WORDS_OF_CARE):
        return False
    return (
        SHORTEST_MATTER <= len(matter) <= (LONGEST_MAKER if _BUILT.search(matter) else longest)
        and not (_NO_MATTER.search(matter) or _MEASURE.search(matter) or _OFFICE.search(matter))
        and not _share_words(matter, name)
        and not (_SITE.search(matter) and _OF_PERSONS.search(name))
        and not re.search("[“、]", matter)
        and is_name(matter)
        and (is_specific(matter) or bool(_BUILT.search(matter)))
        and not has_figure(matter)
    )


def _share_words(matter: str, name: str) -> bool:
    """Whether two names bear the same two signs, or run into one another: 急救站 and 站点用房."""
    runs_in = matter[-1:] == name[:1] and matter[-1] in "站院区室点中"
    return runs_in or any(matter[at : at + 2] in name for at in range(len(matter) - 1))


def _things(sentence: FactSentence) -> Iterator[str]:
    """What the clauses of a sentence are about."""
    return (thing_of(sentence.words[begin:end]) for begin, end in clauses_of(sentence.words))
