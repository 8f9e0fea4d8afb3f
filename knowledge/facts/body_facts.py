"""Who is responsible: 由A牵头建立…, A负责…, （责任单位：A）below a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.deadlines.labels import Label
from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Clause, Responsibility, Span
from knowledge.facts.sentences import FactSentence, clauses_of, without_quantity
from knowledge.facts.words import NOUNS, words_of
from knowledge.lexicon.posts import POSTS
from loaders.lazy_pattern import lazy_pattern

_LEADS = lazy_pattern(
    r"由(?P<bodies>[^，。；由]{2,36}?)(?P<role>牵头|负责(?![制人])|统筹|主导|组织|会同[^，。；]{2,24}?(?=制|出|建|组|开|推|研)|共同)(?:(?:负责|组织|实施|主建|抓总|会同[^，。；]{2,20}?(?=制|出|建|组|开|推|研)))?(?P<rest>[^，。；]*)"
)
_BODY_LEADS = lazy_pattern(
    r"^(?P<bodies>[^，。；：由对]{2,30}?)(?P<role>牵头|负责(?![制人])|承担|主管)(?P<rest>[^，。；]{0,40})$"
)
_DONE_BY = lazy_pattern(r"^(?P<thing>[^，。；：由归]{2,16})(?:[由归])(?=(?P<rest>[^，。；]{3,30}))")
LONGEST_BODY, SHORTEST_DUTY, LONGEST_DUTY = 16, 3, 8
MOST_CLAUSES = 3
_PERSON = lazy_pattern(rf"(?:{POSTS})[\u4e00-\u9fff]{{0,3}}$")
# 由县妇幼保健院专人盯办, 由基层科来写
_BY_HAND = lazy_pattern(
    "(?:专人|专班|亲自|具体|来|一起|总)*(?P<act>盯办|盯|写|抓|操办|兜底|包保|拿方案|起草|总?负责)"
)
# 对账和投诉处理
_TWO_DUTIES = lazy_pattern(
    "[一-鿿]{2,6}(?:和|与|及|、)[一-鿿]{2,6}(?:处理|管理|监督|维护|监测|服务|核算|发放|采购|培训|宣传|保障)"
)
_BY_HAND_VERBS = {"盯": "盯办", "总负责": "负责"}
_INVESTED = lazy_pattern(r"^投资[\d.,]+[万亿]?元(?=.{2})")
_RHYTHM = lazy_pattern(r"(?P<subject>[^，]{4,16}?)(?:每|不少于|一律|全部)")
_PUSHED = lazy_pattern(
    "加强|强化|推进|推动|深化|开展|实施|组织|组织开展|做好|抓好|抓实|做实|加快|统筹推进|全面推进|完成"
)
_ACTIVITY = lazy_pattern(
    "(?:建设|行动|工程|活动|计划|项目|工作|改革|服务|管理|保障|监管|监测|治理|整治|培训|互认|评价|评审|评估|签约|接种|筛查|防控|防治|体检|普查|宣传|演练|创建|改造|试点|联动|结合|协同|运动|核查|摸底|检查|排查|救助)$|^“[^”]+”$"
)
_HELPS = lazy_pattern(r"参加|配合|参与|协助|主建|协同|支持$")


def body_facts(sentence: FactSentence) -> Iterator[Responsibility]:
    """The responsible bodies that a sentence names with what they do."""
    words = sentence.words
    spans = list(clauses_of(words))
    for number, (begin, end) in enumerate(spans):
        clause = words[begin:end]
        match = _LEADS.search(clause) or _BODY_LEADS.match(bare(clause))
        if not match and (duty := _done_by(bare(clause))):
            yield Responsibility(duty, "lead", sentence.stretch(begin, end), sentence.place(begin, end))
            return
        if not match or not _is_somebody(re.split("[、和]", match["bodies"])[-1]):
            continue
        task, last = _task(match["rest"]) or _named_duty(match["rest"]) or _task_before(clause, match), end
        if task is None and _is_alone(match["rest"]):
            task, last = _task_after(words, spans[number + 1 : number + 1 + MOST_CLAUSES])
        if task:
            at = begin + clause.find(match["bodies"])
            said = sentence.place(at, at + len(match["bodies"]))
            yield Responsibility(task, "lead", sentence.stretch(begin, last), said)
            return


def _is_somebody(words: str) -> bool:
    """Whether words name a body, or a person by post: 副主任阎书勤."""
    return bool(NAMED.search(words) or _PERSON.search(words))


def _done_by(clause: str) -> Clause | None:
    """疫情信息由县疾控中心统一发布, 日常管理归县中医院: a body between 由 or 归 and what it does."""
    match = _DONE_BY.match(clause)
    if not match:
        return None
    rest = match["rest"]
    ends = [at for at in range(2, min(LONGEST_BODY, len(rest)) + 1) if NAMED.search(rest[:at])]
    thing = re.sub("[，均都要应]+$", "", without_quantity(match["thing"]))
    first = words_of(thing)[0] if thing else None
    acts = first is not None and first.tag == "v" and first.text not in NOUNS
    if re.search("[（第会]", thing) or acts or not ends or len(thing) < SHORTEST_DUTY or not is_name(thing):
        return None
    verb = rest[ends[-1] :]
    if act := _BY_HAND.fullmatch(verb):
        return Clause("", thing, "", _BY_HAND_VERBS.get(act["act"], act["act"]), "")
    verb = re.sub("^(?:要|应|各|分别|统一对外|统一|共同|会同.*)(?=..)|(?:一半|全部)$", "", verb) or "负责"
    first = words_of(verb)[0]
    is_act = len(first.text) > 1 and first.tag[:1] == "v"
    fits = (
        (is_act or verb == "管")
        and len(verb) <= LONGEST_DUTY
        and not re.search(r"\d|、|的|^(?:等|和|审批后|合署)|台账", verb)
    )
    return Clause("", thing, "", verb, "") if fits else None


def _named_duty(words: str) -> Clause | None:
    """市财政局负责经费保障: a duty with a name of its own."""
    if _is_alone(words):
        return None
    name = re.sub("^全[市县省区](?=.{3})|^(?:组织|开展)?[一两]次", "", words)
    if _TWO_DUTIES.fullmatch(words):
        return Clause("", name, "", "负责", "")
    if not words or (words_of(words)[0].tag == "v" and words_of(words)[0].text not in NOUNS):
        return None
    return (
        Clause("", name, "", "负责", "")
        if 3 < len(name) <= 16 and is_name(name) and parse(name) is None
        else None
    )


def _is_alone(rest: str) -> bool:
    """Whether nothing but other bodies follows: 由A牵头、B配合."""
    return not rest.strip("、") or bool(_HELPS.search(rest))


def _task_after(words: str, spans: Sequence[Span]) -> tuple[Clause | None, int]:
    """What bodies do, in the clauses after the one that names them, and where that ends."""
    for begin, end in spans:
        following = words[begin:end]
        if _HELPS.search(following) or "由" in following:
            continue
        if task := _task(_INVESTED.sub("", following)) or _of_subject(following):
            return task, end
    return None, 0


def _task_before(clause: str, match: re.Match[str]) -> Clause | None:
    """年薪由同级财政承担: what stands before the body."""
    before = re.sub("[，均都要应]+$", "", bare(clause[: clause.find(match["bodies"])].removesuffix("由")))
    return _subject_task(before, match["rest"]) if len(before) > 3 and is_name(before) else None


def _task(words: str) -> Clause | None:
    """What a body does: a verb with what it acts on."""
    clause = parse(words)
    if clause is None or clause.subject or (clause.lead and not clause.lead.startswith("对")):
        return None
    thing = without_quantity(clause.object)
    good = is_name(thing) and len(thing) > 2 and not re.search(r"\d+[%％]", thing)
    return Clause("", "", "", clause.verb, thing) if good else None


def _of_subject(words: str) -> Clause | None:
    """由A牵头，应急演练每学期不少于1次: what a clause is about is what is led."""
    clause, rhythm = parse(words), _RHYTHM.match(bare(words))
    subject = clause.subject if clause else rhythm["subject"] if rhythm else ""
    return (
        Clause("", subject, "", "牵头", "")
        if len(subject) > 3 and is_name(subject) and not NAMED.search(subject)
        else None
    )


def _subject_task(subject: str, rest: str) -> Clause | None:
    """年薪由同级财政承担: what stands before is what it is about."""
    clause = parse(rest) if rest else None
    verb = clause.verb if clause and not clause.object else ""
    return Clause("", subject, "", verb or "负责", "")


def activity_of(task: Clause) -> Clause:
    """A task whose verb only pushes on an activity as that activity: 推进检查检验互认 is 检查检验互认."""
    pushed = _PUSHED.fullmatch(task.verb) and _ACTIVITY.search(task.object) and is_name(task.object)
    return Clause("", task.object, "", "", "") if pushed and not task.subject else task


def label_fact(labels: Sequence[Label], task: Clause, span: Span) -> Iterator[Responsibility]:
    """What a label (责任单位：A) says of a task."""
    bodies = [label for label in labels if label.responsible]
    if bodies:
        yield Responsibility(activity_of(task), "lead", span, (bodies[0].start, bodies[-1].end))


def heading_task(heading: str) -> Clause | None:
    """The task that a heading names."""
    words = bare(heading)
    if not 3 < len(words) <= 20 or re.search("[，：；。]", words):
        return None
    clause = parse(words)
    if clause and not clause.subject and not clause.lead:
        thing = without_quantity(clause.object)
        return Clause("", "", "", clause.verb, thing) if len(thing) > 1 else None
    return Clause("", words, "", "", "") if is_name(words) and clause is None else None
