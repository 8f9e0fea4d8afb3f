"""What is done when: deadlines, beginnings, how soon after something, how often."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.deadlines.deadlines import Deadline
from knowledge.deadlines.responsible_bodies import NAMED, PERSON
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.due.in_force import what_comes_into_force
from knowledge.facts.due.in_place import NOT_BEGUN, clause_in_place, in_a_row, without_addressees
from knowledge.facts.due.rhythms import every_facts
from knowledge.facts.due.spans import at_most_facts, within_facts
from knowledge.facts.due.stages import stage_reached
from knowledge.facts.due.verbs import is_verb
from knowledge.facts.records import NO_CLAUSE, Clause, Due
from knowledge.facts.sentences import FactSentence, has_figure, parts, without_quantity
from knowledge.facts.words import NOUNS, VERBS
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from knowledge.text.normalisation import squeeze
from loaders.lazy_pattern import lazy_pattern

_WHOLE_YEAR = lazy_pattern(
    r"^(?:今年|全年|明年|去年|20\d\d年|当年|今明两年|[一二三四五六]年|“?十[四五]五”?(?:期间|时期)?|20\d\d—20\d\d年|[一二两三四五]年[内间]?)$|(?<!十[四五]五)期间$"
)
_AT_PLACE = lazy_pattern("^(?:在|为|给|向)(?!内|此)")
_LEADS_ON = lazy_pattern(
    r"(?:要|将|应|须|力争|争取|确保|计划|拟|定|原则上|最迟|自|从|到|在|于|，|前|也|都|均|已|并|：)+$"
)
_LASTS = lazy_pattern("(?:延续|延长|持续|保留|顺延|执行|有效)[至到]$")
SHORTEST_THING = 3
_ROUND = lazy_pattern("(?:首|第一|一|全部|其余|剩余)(?:轮|批)")
_NEEDS_OBJECT = lazy_pattern(
    "(?:开设|开展|完成|启动|建立|组建|配备|设立|设置|出台|印发|制定|推广|实施|实行|推行|建成|提供|组织)$"
)
_PAPER = lazy_pattern("办法|方案|通知|细则|规定|意见|条例|制度|标准|规程|措施|规划|计划")
_THIS = lazy_pattern(f"^本(?={_PAPER.pattern})")
_IS_TIME = lazy_pattern(r"^(?:时间|期限|时限)(?:从|为|是|自)?$")
_OWN = lazy_pattern(r"^本(?:单位|地区?|院|部门|辖区)(?:的)?")
_BEFORE_BARE = lazy_pattern(
    r"^(?:第[一二三]次|报(?!告|销|名)|提请|后者|前者|其|全部|首批|其余|剩余|方案|时间|力度)"
)
_REACHES = lazy_pattern(
    r"^(?:要|均|都|全部|应)*(?:达(?!标)到?|提高|提升|降|控制|稳定|增加到|不低于|不少于|超过|保持|压缩|缩短|上升)"
)
# 达到数字化标准 is no value.
_STANDARD = lazy_pattern(r"^[^\d%％]*达到[^\d%％]{2,10}(?:标准|要求|等次|甲等)$")
_ONCE = lazy_pattern(
    "(?:全部|正式)*(?:通过|建成|投用|投入|启用|挂牌|开诊|竣工|完工|封顶|上线|获评|获得|完成|出台|印发)"
)
_CARRIES_OUT = lazy_pattern("开展|实施|组织|实行|推进")
_DESCRIBED = lazy_pattern("[一-鿿]{2,10}的[一-鿿]{2,8}")
_MONTH = lazy_pattern(r"(?:[去今前]年|20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?")
_PAYS = lazy_pattern("每.{1,3}(?:补助|补贴|奖励|给予)|投资|经费|资金")
_OPENS_DOORS = lazy_pattern(
    "(?:正式|全面|对外)?(?:启用|开诊|投用|开放|开科|收治|开业|运行|投入|开工|竣工|完工|封顶|建成|挂牌|开园)"
)
_BUILT = lazy_pattern("(?:全部|正式|基本)?(?:挂牌|开工|竣工|完工|封顶|建成|投用|启用|开诊|开园|验收|交付)")
_BUILDING = lazy_pattern(
    "(?:中心|站|院|院区|科|楼|门诊|平台|工程|项目|室|馆|建设|改造|园|所|点|房|网络|系统|基地)$"
)
_IN_FORCE = ("执行", "施行", "实行", "实施", "起算")
# The day of the meeting that adopted something: 经2027年1月6日院长办公会审定; 经费 and 经济开发区 adopt nothing.
_ADOPTED = lazy_pattern(
    "(?:已)?经(?!费|济|营|办|验|常)[^。；]*?(?:审定|(?:审议|会议|研究)通过|研究同意|批准)"
)
_FIRST_OF = lazy_pattern("首批.{3}")
_FIRST = lazy_pattern(r"首批(?:\d+[名个家所台辆张人])?")
_COUNTED = lazy_pattern(r"^\d+[名个家所张台辆支套](?!以上)")
_PUT_OFF = lazy_pattern("(?:推迟|延期|顺延|提前|延后|调整)")
_ON_DAYS = lazy_pattern(
    r"^每(?:周[一二三四五六日天、周和]*|天|日|月|季度)(?:上午|下午|晚上|全天)?(?=开诊|坐诊|出诊|开放|开班|开展|开课)"
)
_DONE = lazy_pattern(
    r"^(?:要|均|都|全部|基本)*(?:完成|完工|到位|配齐|上线|投用|启用|开诊|开工|竣工|封顶|达标|落成|交付|试运行|挂牌|建成|实现|开展|执行|施行|启动|开放|开馆)"
)


def due_facts(sentence: FactSentence, deadlines: Sequence[Deadline]) -> Iterator[Due]:
    """The due times of a sentence as facts."""
    begin = at = adopted.end() if (adopted := _ADOPTED.match(sentence.words)) else 0
    for deadline in deadlines:
        phrase = squeeze(deadline.phrase).text
        start = sentence.words.find(phrase, at)
        if start < 0:
            continue
        at = start + len(phrase)
        if deadline.kind in ("by", "in", "from", "during") and not _WHOLE_YEAR.search(phrase):
            yield from _when(sentence, deadline, start, at)
    if not deadlines and not sentence.asks:
        yield from _reported(sentence, begin)
    yield from within_facts(sentence)
    yield from at_most_facts(sentence)
    yield from every_facts(sentence)


def _when(sentence: FactSentence, deadline: Deadline, start: int, end: int) -> Iterator[Due]:
    if until := _until(sentence, start, end):
        yield until
        return
    beside = in_a_row(sentence.words, start, end)
    completed = None if beside else _completed(sentence, _around(sentence, start, end), start)
    clause = completed or clause_in_place(sentence, start, end) or stage_reached(sentence, start, end)
    standard = clause and _STANDARD.search(clause.predicate)
    if clause is None:
        yield Due(NO_CLAUSE, "when", sentence.stretch(start, end), sentence.place(start, end))
        return
    if deadline.phrase == "年内" and not _happens_once(sentence, clause, end):
        return
    if standard or not (_REACHES.match(clause.predicate) or _reaches(clause)):
        yield Due(
            clause,
            "from" if deadline.kind == "from" else "when",
            sentence.stretch(start, end),
            sentence.place(start, end),
        )


def _happens_once(sentence: FactSentence, clause: Clause, end: int) -> bool:
    """Whether what is done within a year is done on a day of it (年内挂牌), not so often (年内建成52个)."""
    after = sentence.words[end : clause_end(sentence.words, end)]
    return bool(_ONCE.match(clause.verb)) and not has_figure(after)


def _reported(sentence: FactSentence, begin: int) -> Iterator[Due]:
    """县体育中心一期去年12月竣工: when something was done, or is, in a report; by its words from a place on."""
    words = sentence.words
    for match in _MONTH.finditer(words, begin):
        clause = clause_in_place(sentence, match.start(), match.end())
        if clause and _DONE.match(clause.verb.removeprefix("正式").removeprefix("对外")):
            yield Due(clause, "when", sentence.stretch(*match.span()), sentence.place(*match.span()))


def _until(sentence: FactSentence, start: int, end: int) -> Due | None:
    """有效期延续至2026年底: until when something lasts."""
    words = sentence.words
    match = _LASTS.search(words[clause_start(words, start) : start])
    if not match:
        return None
    thing = bare(words[clause_start(words, start) : start])[: -len(match[0])]
    thing = _THIS.sub("", re.sub("(?:有效|继续)$", "", thing))
    if len(thing) < SHORTEST_THING + 1 and not _PAPER.fullmatch(thing):
        thing = f"{sentence.subject_at(start).removeprefix('已')}{thing}"
    if len(thing) < 2 or not (is_name(thing) or _DESCRIBED.fullmatch(thing)):
        return None
    clause = Clause("", thing, "", match[0].removesuffix("至").removesuffix("到"), "")
    return Due(clause, "until", sentence.stretch(start, end), sentence.place(start, end))


def _reaches(clause: Clause) -> bool:
    """Whether a goal is set, which is asked for by its value, not by its time."""
    return bool(
        re.search(
            r"\d[\d.]*(?:[%％‰]|分以上)|满意度|率$|达到|不低于|不少于|不超过|超过|提高到|降到|控制在",
            clause.object,
        )
    )


def _around(sentence: FactSentence, start: int, end: int) -> Clause | None:
    """What is done at a time: the words around it in its clause, or the clause after it."""
    words = sentence.words
    if _IS_TIME.search(words[clause_start(words, start) : start]):
        return _carried_out(sentence, start)
    before = re.sub("如期$", "", bare(_LEADS_ON.sub("", words[clause_start(words, start) : start])))
    before = "" if _PUT_OFF.fullmatch(before) else _THIS.sub("", before)
    if _FIRST.fullmatch(before) and (topic := sentence.thing_before(start)):
        before = f"首批{topic}"
    stop = clause_end(words, end)
    after = _ON_DAYS.sub("", bare(words[end:stop].lstrip("，）)前后起"))).removeprefix("先")
    if len(before) > 1:
        return _joined(before, after)
    limit = clause_end(words, end, SEGMENT_MARKS)
    for _ in range(2):
        if after:
            break
        nxt = clause_end(words, min(stop + 1, limit))
        after, stop = bare(words[min(stop + 1, limit) : nxt]).removeprefix("先"), nxt
    return _opening(sentence, after, start)


def _joined(before: str, after: str) -> Clause | None:
    """医共体平台 … 上线: the subject stands before the time, the predicate after it."""
    if (_BEFORE_BARE.match(before) and not _FIRST_OF.match(before)) or has_figure(without_quantity(before)):
        return None
    done = parse(after) if after else None
    before = _COUNTED.sub("", before)
    if _FIRST_OF.match(before):
        before = without_quantity(before.removeprefix("首批"))
        clause = _joined(before, after) if len(before) > 1 else None
        return replace(clause, subject=f"首批{clause.subject}") if clause and clause.subject else None
    if is_name(before) and done and not done.subject and not done.lead:
        return Clause("", before, done.adverbs, done.verb, without_quantity(done.object))
    if is_name(before) and done is None and is_verb(after):
        return Clause("", before, "", after, "")
    acts = parse(before)
    ends = _DONE.match(after)
    if acts and ends and not acts.subject and not acts.lead and is_name(acts.object):
        return Clause("", f"{acts.verb}{without_quantity(acts.object)}", "", ends[0], "")
    return None


def _completed(sentence: FactSentence, clause: Clause | None, start: int) -> Clause | None:
    """设立体重门诊，三级医院年底全部开设: what a body does it to stands in the clause before."""
    if (
        clause is None
        or clause.object
        or not (_NEEDS_OBJECT.match(clause.verb) and NAMED.search(clause.subject))
    ):
        return clause
    words = sentence.words
    segment = clause_start(words, start, SEGMENT_MARKS)
    for piece in reversed(re.split("[，：]", words[segment : clause_start(words, start)])):
        before = parts(piece)
        thing = without_quantity(before.object) if before else ""
        if before and _NEEDS_OBJECT.match(before.verb) and len(thing) > 2 and is_name(thing):
            return replace(clause, object=thing)
    return None


def _opening(sentence: FactSentence, words: str, start: int) -> Clause | None:
    """What follows a time that opens its clause."""
    clause = parts(re.sub("^对外(?=开放)", "", words))
    if clause is None or _reaches(clause) or (clause.lead and not _AT_PLACE.match(clause.lead)):
        return None
    thing = _OWN.sub("", without_quantity(clause.object))
    if re.search("后(?:再|决定|确定)|^第[一二三]次$", thing):
        return None
    if clause.subject:
        whole = is_name(clause.subject) and len(clause.subject) >= SHORTEST_THING
        return replace(clause, object=thing) if whole else None
    if part := _ROUND.match(thing):
        topic = sentence.topic_at(start)
        return Clause("", f"{topic}{part[0]}", "", clause.verb, "") if topic else None
    if not thing or (thing in VERBS and (clause.verb == "完成" or thing not in NOUNS)):
        verb = thing if clause.verb == "完成" else f"{clause.verb}{thing}"
        return _of_clause_before(sentence, clause, verb, start)
    whole = len(thing) >= SHORTEST_THING and not clause.verb.endswith("到")
    return Clause("", "", clause.adverbs, clause.verb, thing) if whole else None


def _of_clause_before(sentence: FactSentence, clause: Clause, verb: str, start: int) -> Clause | None:
    """…通过三级测评，9月底前完成: what is completed stands in the clause before."""
    if verb in ("完成", "到位") and (done := _done_before(sentence, verb, start)):
        return done
    topic = (verb in _IN_FORCE and what_comes_into_force(sentence, start)) or sentence.topic_at(start)
    if not sentence.thing_before(start) and _BUILT.match(verb) and not _BUILDING.search(topic):
        return None  # a heading that names nothing that could be opened
    body = NAMED.search(topic) and not (
        _OPENS_DOORS.match(verb) and topic.endswith(("科", "中心", "站", "馆", "办公室", "楼", "园", "院区"))
    )
    if NOT_BEGUN.search(topic) or body or PERSON.search(topic):
        topic = sentence.topic
    return Clause("", topic, clause.adverbs, verb, "") if topic and _DONE.match(verb) else None


def _done_before(sentence: FactSentence, verb: str, start: int) -> Clause | None:
    """What is completed: the nearest clause before that says what is done, not what is paid or reached."""
    words = sentence.words
    segment = clause_start(words, start, SEGMENT_MARKS)
    for piece in reversed(re.split("[，：]", words[segment : clause_start(words, start)])):
        before = parse(without_addressees(piece))
        if before is None or not before.object or _PAYS.search(piece):
            continue
        thing = without_quantity(before.object)
        if before.subject:
            return replace(before, object=thing) if is_name(before.subject) and not _reaches(before) else None
        whom = without_quantity(before.lead[1:]) if before.lead.startswith("为") else ""
        if not _reaches(before) and (not before.lead or is_name(whom)) and not has_figure(whom):
            act = "" if _CARRIES_OUT.fullmatch(before.verb) and not whom else before.verb
            return Clause("", f"{whom}{act}{thing}", "", verb, "")
    return None


def _carried_out(sentence: FactSentence, start: int) -> Clause | None:
    """开展专项整治，时间为4月至10月: what is carried out then stands in a clause before."""
    words = sentence.words
    segment = clause_start(words, start, SEGMENT_MARKS)
    for piece in re.split("[，：]", words[segment : clause_start(words, start)]):
        done = parts(piece)
        if done and not done.subject and not done.lead and is_name(done.object):
            return Clause("", "", "", done.verb, done.object)
    return None
