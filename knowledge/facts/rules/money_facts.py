"""What is paid, to whom and for each of what: 对运营满一年的助餐点，一次性补助2万元; 按每村每年2.4万元给予运行补助."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Amount
from knowledge.facts.rules.cases import told_case
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure, thing_of, without_quantity
from knowledge.facts.words import NOUNS, PAY, VERBS, words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_OF, LONGEST_OF = 3, 18
_SUM = r"(?:约|近)?(?P<sum>\d[\d.,]*(?:(?:—|-|至|到)\d[\d.,]*)?(?P<unit>[万亿]?元)(?:(?:至|到|—)\d[\d.,]*[万亿]?元)?)"
_HEDGE = r"(?P<bound>(?:为|是|不超过|不低于|不少于|最高|最多|达到?)*)"
_PER = r"每(?:服务|满|工作|增加)?[^，。；\d每]{1,6}?"
_ACT = r"(?:一次性|另行|再|各)?(?:给予|发放|发给|补助|补贴|奖励|奖补|资助|津贴|支付|拨付|减免|救助|限额|奖|补|发)"
_AGENT = (
    r"(?:[省市县区州镇]{0,2}(?:级)?财政)?(?:由[^，。；\d]{2,14}?)?(?:按(?:照|工龄)?|以|可以?|再|另|均|统一)?"
)
# 每人每月发放补贴600元; 一次性奖励15万元: whom it is paid stands in a clause before.
_PAID = lazy_pattern(
    rf"^{_AGENT}(?P<act>(?:{_PER}){{1,3}}(?:{_ACT})?[^，。；\d每由]{{0,4}}?|{_ACT}[^，。；\d由]{{0,4}}?){_HEDGE}{_SUM}(?P<noun>补助|补贴|奖励|奖补|津贴|奖金|资助|救助金?)?$"
)
# 每人每班次由80元提到150元
_RAISED = lazy_pattern(
    rf"^(?P<act>(?:{_PER}){{1,3}})[由从]\d[\d.,]*[万亿]?元(?P<verb>(?:提高|提|增加|上调|调整|降低?|下调)(?:到|至|为)){_SUM}$"
)
# 按每村每年2.4万元给予村卫生室运行补助
_AT_RATE = lazy_pattern(
    rf"按照?(?P<act>(?:{_PER}){{1,3}}){_SUM}(?:的标准)?(?:给予|发放|安排|拨付|落实|支付)(?P<of>[^，。；\d]{{3,14}})$"
)
# 生活补助按每服务一年每月20元发放
_PAID_AT = lazy_pattern(
    rf"^(?P<of>[^，。；\d按]{{4,18}})按照?(?P<act>(?:{_PER}){{1,3}}){_SUM}(?:的标准)?(?P<verb>发放|计发|执行|补助|安排)$"
)
# 夜班费每班提高20元
_CHANGES = lazy_pattern(
    rf"^对?(?P<of>[^，。；\d每对]{{3,16}}?(?:{PAY}|费|经费))(?P<act>(?:{_PER}){{1,2}})(?P<verb>提高|增加|上浮|降低|减少){_SUM}$"
)
# 投资860万元改造两所卫生院; 投入2600万元，为…配置… under a heading that names the task.
_INVESTED = lazy_pattern(
    rf"^(?:共|总共|计划|预计)?(?P<act>投资|投入|安排|落实|筹集|整合|争取)(?P<fund>(?:专项|财政|上级)?(?:资金|经费|债券)?){_SUM}(?:用于|，?(?:来|以))?(?P<does>[^，。；]{{0,20}})$"
)
_FOR_WHOM = lazy_pattern("^(?:对于?|给|为|向)(?P<whom>[^，]{3,20})$")
_OF_THOSE = lazy_pattern("[^，；：]{3,18}(?:的|的[^，；：的]{2,6})$")
_ENDS_AS_PAY = lazy_pattern(f"(?:{PAY}|费)$")
_ODD_ACT = lazy_pattern("[和与及、的各]|按|超过|以上")
_ODD_OF = lazy_pattern("合同|协议|聘任|培训班|以上$")


def money_facts(sentence: FactSentence) -> Iterator[Amount]:
    """The sums that a sentence lays down or gives, each with what it is for."""
    words = sentence.words
    if "元" not in words:
        return
    for begin, end in clauses_of(words):
        clause = bare(re.sub(f"^(?:于|在)?{TIME}", "", bare(words[begin:end])))
        at = words.find(clause, begin)
        if at < 0 or not (fact := _laid_down(clause) or _of_before(sentence, clause, at)):
            continue
        match, subject, verb = fact
        if not (SHORTEST_OF <= len(subject) <= LONGEST_OF) or _ODD_ACT.search(verb):
            continue
        said = sentence.place(at + match.start("sum"), at + match.end("sum"))
        noun = (match.groupdict().get("noun") or "") if not verb.endswith(("补助", "补贴", "奖励")) else ""
        yield Amount(subject, verb, match["unit"], noun, False, sentence.stretch(at, at + len(clause)), said)


def _laid_down(clause: str) -> tuple[re.Match[str], str, str] | None:
    """A sum whose clause itself says what it is for."""
    if match := _AT_RATE.search(clause):
        return (match, match["of"], match["act"]) if is_name(match["of"]) else None
    if match := _PAID_AT.match(clause) or _CHANGES.match(clause):
        return (match, match["of"], f"{match['act']}{match['verb']}") if is_name(match["of"]) else None
    return None


def _of_before(sentence: FactSentence, clause: str, at: int) -> tuple[re.Match[str], str, str] | None:
    """A sum whose clause tells but how much is paid: for what stands before, or in the heading."""
    if match := _RAISED.match(clause):
        return match, _whom(sentence, at), f"{match['act']}{match['verb']}"
    if match := _PAID.match(clause):
        return match, _whom(sentence, at), _bounded(match["act"], match["bound"])
    if match := _INVESTED.match(clause):
        act = f"{match['act']}{match['fund']}"
        does = parse(match["does"]) if match["does"] else None
        if does and does.verb in VERBS and not does.subject and not has_figure(match["does"]):
            return match, match["does"], act
        return (match, _headed(sentence) or sentence.title, act) if not match["does"] else None
    return None


def _bounded(act: str, bound: str) -> str:
    """What is paid with 最高 where the sum is but the most: 每人每年最高救助."""
    most = re.search("最高|最多|不超过", bound) and "最" not in act
    return re.sub(f"(?P<verb>(?:{_ACT})?)$", r"最高\g<verb>", act, count=1) if most else act


def _whom(sentence: FactSentence, at: int) -> str:
    """Who is paid, or for what: the nearest clause before that names it."""
    words = sentence.words
    segment = clause_start(words, at, SEGMENT_MARKS)
    for piece in reversed(re.split("[，：]", words[segment:at])):
        plain = bare(piece)
        if whom := _FOR_WHOM.match(plain):
            plain = whom["whom"]
        parsed = parse(plain)
        if _OF_THOSE.fullmatch(plain) and not has_figure(plain):
            return told_case(sentence, plain, max(words.find(piece, segment), 0), paid=True) or plain
        if parsed and parsed.lead[:1] in ("对", "为", "给") and len(parsed.lead) > SHORTEST_OF:
            persons = without_quantity(parsed.lead[1:])
            if is_name(persons) and not has_figure(persons) and "、" not in persons:
                return persons
        thing = (
            plain
            if _ENDS_AS_PAY.search(plain) and is_name(plain) and not has_figure(plain)
            else thing_of(piece)
        )
        opens = words_of(thing)[0].text if thing else ""
        if thing and "、" not in thing and (opens in NOUNS or opens not in VERBS) and opens != "设":
            return "" if _ODD_OF.search(thing) else thing
    return ""


def _headed(sentence: FactSentence) -> str:
    """The task that the heading above a sentence names, as it stands there."""
    heading = bare(sentence.above[-1]) if sentence.above else ""
    plain = 4 <= len(heading) <= 12 and not re.search("[，：、“”（）]|保障|目标|要求|情况", heading)
    return heading if plain and not has_figure(heading) else ""
