"""Values: what an indicator is to reach, or what is reported of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Span, Value
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.facts.subjects.matter import lacks_matter
from knowledge.facts.subjects.specificity import is_specific
from knowledge.facts.values.due_times import has_due_time
from knowledge.facts.words import NOUNS, PAY, ends_in_single_verb, words_of
from knowledge.targets.goals import Goal, find_goals
from knowledge.targets.indicators import MAKES, MEASURE_NOUN
from knowledge.targets.targets import Target
from knowledge.text.clauses import clause_start
from knowledge.text.normalisation import squeeze
from loaders.lazy_pattern import lazy_pattern

MOST_EACH = 2
LONGEST_MADE, LONGEST_PREFIX, LONGEST_NAME = 16, 12, 22
_MADE = sorted((*MAKES, "组织", "举办", "发表"), key=len, reverse=True)
_ALLOTS = frozenset("派驻 互派 核定 确定 列出 储备".split())  # who or what is put where, once
_POSTS = lazy_pattern(
    "编制(?:缺口|总[数量额]|数|周转|空缺|使用|核定|名额)"
)  # 编制 as posts, not as drawing up
_TIMES = lazy_pattern(TIME)
_HOW_MADE = lazy_pattern("(?:定向|公开|累计|再|重点|统一|集中|择优)(?=..)")
_PUSHES = lazy_pattern("^(?:推动|推进|促进|实现|计划)(?=.{4})")
# What is missing is no goal; who is how old is no name without whose.
_NO_INDICATOR = lazy_pattern(
    r"[缺欠差每]$|^\d+岁.*的占?$|^[到在]|^登记在册$|组织培训$|^每学期$|(?:投诉|事故|事件)$"
    r"|^总?(?:建筑|占地)面积$|(?:生|员|人)率$|^[较比](?!例)|(?:结业|最后|配上)$|每两周$|每个?区县$|至少|有[两三四]个"
)
_FIGURE = lazy_pattern(r"\d|[XxＸ×*%‰]|[一二三四五六七八九]成")
_VERB = lazy_pattern(
    r"(?P<verb>(?:提高|提升|增加|上升|回升|攀升|扩大|扩展|拓展|降低?|下降|缩短|压缩|压减|减少|放宽|增长|高出?|低|省下|控制|稳定|保持|维持|精确|升|提|涨|减|增|压|达|不得?低于|不得?少于|不得?超过|不得?高于|不足|超过|至少)"
    r"(?:到|至|在)?)(?:了|约|为)?(?:不低于|不少于|不超过|至少)?$"
)
_LEAD = lazy_pattern(rf"^(?:{TIME}|就是|全[市县省区州]|我[市县省区]|目前|要|力争)+")
_TRAIL = lazy_pattern(
    r"（[^）]*）$|以[^，以]{2,8}为单位$|(?<=[率比例平])(?:在|高|仍|已|到)(?!.*[率比]).*$|(?<=..)由(?!.*(?:率|比例|占比)$).*$"
)
_WEAK = lazy_pattern(
    r"^(?:累计|其中|最[高低]|占|各|住院$|门诊$|比|由|从|经|仅|共|同比|总量$|全部|其他|参加|执行|达到|不得|首批|转|有|以|池内|原则|对|向|为|把|将|并|和|的|在|新区)"
)
_PER = lazy_pattern(r"^每(?:[千万百十]|\d+)+[^，]{0,4}?(?:人口|人|张床位)")
_EACH = lazy_pattern(
    r"^(?:每|(?:平均|人均|[日月年]均)(?!住院日|预期寿命|反应时间|候诊时间|等候时间|[^，]{5}))"
)
_RHYTHM = lazy_pattern("^每(?:天|日|周|月|年|学期|季度)")
# A rate that does not say of what: 检测率, 不合格率, 乡镇覆盖率.
_SPECIFIC = lazy_pattern(r"^(?:就诊|签约|吸烟|近视|献血|死亡|住院|外转|再入院|剖宫产)率$")
_SCOPE_ALONE = lazy_pattern(
    r"^(?:乡镇|街道|乡镇（街道）|村（居）|农村居民|行政村|社区|企业|县级|二级医院|三级医院|基层|村级|区县|县区|机构)?(?:覆盖|普及|开设|建成|配备|达标|占|使用|规范管理|完成|平均合格|考核通过|整改完成)(?:率|比)$|"
    r"^(?:总投资|年产值|综合产值|总量|总数|覆盖面|人数|数量|编制|投资)$"
)
_PAST = lazy_pattern("(?<![由从比较])(?:去年|上一?年|前年)(?!的)|过去[一两三]?年|一年来")
_AHEAD = lazy_pattern("今年|明年|(?<!都)要|力争|确保|目标|计划|到20|20\\d\\d年底前|以[上下内]")
_SPREADS = lazy_pattern("(?:覆盖|配备|普及|开设|建成)[率面]$")
# What is drawn up or set up once is not what a number of a later clause counts.
_NOT_COUNTED = lazy_pattern(r"(?:标准|方案|办法|制度|机制|细则|目录|体系|政策|意见|担任|成为|力度)|完成$")
# 分别缺96人: what stands before is no indicator.
_AMOUNTS = lazy_pattern(r"缺|流失|受理|抽调|转运|花|派驻")
_RATE = lazy_pattern(
    r"[率比度]$|比例|占比|比重|水平|覆盖|费用|[量数]$|人次|面积|收入|支出|结余|降幅|增幅|规模|完成"
)
_NO_TIME = lazy_pattern("(?:员|人|者|师|生|处方|队伍|中心|单位|机构)$")
_PLACE = lazy_pattern("[县市区乡镇省]$")
_SCOPE_BEHIND = lazy_pattern(r"(?P<name>[^（）]{3,})（(?P<scope>[^（）]*（[^（）]*）[^（）]*)）")
# 行驶超过30万公里或使用满8年的车辆, 发热超过38.5℃的: a bound of what is told, no value.
_BELOW = lazy_pattern("(?:不足|不到|未满|不满)$")
_BOUNDS = lazy_pattern(r"[，、]或者?|℃?(?:或[^，；。]{0,10})?的(?!目|比|机|占)")
_SECONDS = lazy_pattern(r"\d+秒")
_COUNTED_NOUN = lazy_pattern(r"(?P<noun>[一-鿿]{2,10}?)(?=[，。；]|$)")
_PAY = lazy_pattern(f"{PAY}|年薪|系数|(?:夜班|诊疗|服务|巡诊|出诊|建床)费|每班$")
_MEASURES = lazy_pattern("(?:满意度|总数|人数|数量|占比)$")
_HAS = lazy_pattern(r"(?<![拥所共公持享])有(?![效毒关机序害线])")
_FOR_EACH = lazy_pattern("每(?:班|次|人|天|月|年|床日|人次)$")
_EACH_HAS = lazy_pattern(r"(?P<each>每(?:个|家|所)?[^有，]{1,8})(?<![拥享])有(?P<thing>.{2,12})$")


def value_facts(sentence: FactSentence, targets: Sequence[Target]) -> Iterator[Value]:
    """The goals of a sentence, or the values that it reports."""
    words = sentence.words
    if not _FIGURE.search(words):
        return
    times = [match.span() for match in _TIMES.finditer(words)]
    makes: dict[str, tuple[str, str]] = {}
    for goal in find_goals(words, times):
        past = _looks_back(words, goal)
        is_goal = any(_same(target, goal) for target in targets) and not past
        bound = goal.op != "=" or _BELOW.search(words[: goal.start])
        bounds = bound and _BOUNDS.match(words[goal.end :])
        if (is_goal or past or not sentence.asks) and goal.text != "全覆盖" and not bounds:
            for value in _value(sentence, goal, is_goal, makes.get(goal.unit, ("", ""))):
                makes[goal.unit] = value.made, value.indicator
                yield value


def _looks_back(words: str, goal: Goal) -> bool:
    """Whether a value was reached in a time that is over, not aimed at: 去年9月投用，床位增加到650张."""
    return bool(_PAST.search(words[: goal.start])) and not _AHEAD.search(words)


def _same(target: Target, goal: Goal) -> bool:
    """Whether a target is the goal as others found it."""
    value = squeeze(target.value).text if target.value else None
    return value == goal.text if value else target.indicator == goal.indicator


def _value(sentence: FactSentence, goal: Goal, is_goal: bool, whole: tuple[str, str]) -> Iterator[Value]:
    """The value of a goal; `whole` is what was made of the same unit before it, its verb and name, of which it may be a
    part."""
    words = sentence.words
    before = words[clause_start(words, goal.start) : goal.start]
    name = _TRAIL.sub("", _LEAD.sub("", _scoped(bare(goal.indicator))))
    name = _PUSHES.sub("", name)
    part = before.startswith("其中") and len(_unit(words, goal)) > 0 and not MEASURE_NOUN.search(name)
    made = whole[0] if part else _made(name, goal)
    name = without_quantity(name.removeprefix(made))
    of_names = made and "、" in name and not name.startswith("的")
    if of_names and (noun := _COUNTED_NOUN.match(words[goal.end :])):
        name = noun["noun"]  # 改造甲、乙、丙3所卫生院
    if part and name.endswith(("以上", "学历", "职称")):
        name = f"{name}的{whole[1]}"
    several = "、" in name and not (made or MEASURE_NOUN.search(name) or goal.unit in ("%", "‰"))
    if (
        (part and (not made or _PLACE.search(name)))
        or several
        or _NO_INDICATOR.search(name)
        or _is_odd_length(goal, name)
    ):
        return
    if made:
        sound = len(name) > 1 and len(made + name) > 3 and _is_counted(words, goal, name)
    else:
        name = _whole_name(sentence, goal, before, name)
        sound = (len(name) > 2 or lacks_matter(name)) and (is_goal or _is_reported(before, name, goal))
    if sound and _is_sound(name):
        verb = _VERB.search(before)
        stretch, said = sentence.stretch(goal.start, goal.end), sentence.place(goal.start, goal.end)
        norm = is_goal and _is_pay(name, goal) and not has_due_time(words, goal.start)
        is_goal = is_goal and not (_is_given(made, goal) and not verb) and not norm
        yield Value(
            name,
            made,
            verb["verb"] if verb else "",
            _unit(words, goal),
            goal.op,
            is_goal,
            bool(goal.base),
            stretch,
            said,
            norm,
        )


def _is_odd_length(goal: Goal, name: str) -> bool:
    """Whether a time is told of what is no measure of time: 流调队员保持24小时通信畅通, 处方不超过15日用量."""
    return goal.unit in ("小时", "分钟", "天", "日", "个月") and bool(_NO_TIME.search(name))


def _scoped(name: str) -> str:
    """居民健康素养水平（各县（区））as it is said: 各县（区）居民健康素养水平."""
    scope = _SCOPE_BEHIND.fullmatch(name)
    return f"{scope['scope']}{scope['name']}" if scope else name


def _unit(words: str, goal: Goal) -> str:
    """The unit that a value is asked in; none for a rate, nor for 11分42秒."""
    mixed = goal.unit in ("分", "分钟") and _SECONDS.match(words[goal.end :])
    return "" if mixed else goal.unit


def _is_pay(name: str, goal: Goal) -> bool:
    """Whether a value is what somebody is paid: 每月岗位补贴提高到1000元, 儿科奖金系数1.35."""
    return bool(_PAY.search(name)) and (goal.unit.endswith("元") or not goal.unit)


def _is_given(made: str, goal: Goal) -> bool:
    """Whether a sum or a number is given rather than aimed at: 设立专项800万元, 派驻3名医师, 储备口罩60万只."""
    return goal.op == "=" and (goal.unit.endswith("元") or made in _ALLOTS)


def _is_sound(name: str) -> bool:
    """Whether a name can be asked for: a noun phrase without a figure, of a length that fits."""
    if not name or ends_in_single_verb(name):
        return False
    plain = re.sub(r"\d+岁|每\d*[千万百]", "", name)
    named = is_name(name) or is_name(_FOR_EACH.sub("", name)) or _EACH.match(name) or _EACH_HAS.search(name)
    whole = name.count("每") < MOST_EACH and not name.endswith(("有", "至少"))
    return bool(named) and whole and len(name) <= LONGEST_NAME and not has_figure(plain)


def _is_counted(words: str, goal: Goal, name: str) -> bool:
    """Whether what is made is a thing with a number, not a clause (重点项目实施工程) nor a condition (100人以上的)."""
    last = words_of(name)[-1]
    clause = parse(name)
    whole = clause is None or not (clause.object or clause.subject)
    bare_verb = last.tag == "v" and last.text not in NOUNS
    condition = words[goal.end : goal.end + 1] == "的" and words[goal.end : goal.end + 2] != "的目"
    return whole and not (bare_verb or condition or _NOT_COUNTED.search(name) or len(name) > LONGEST_MADE)


def _is_reported(before: str, name: str, goal: Goal) -> bool:
    """Whether a report tells the value of an indicator; a count of another sort is for `amount_facts`."""
    if _AMOUNTS.search(before) or _HAS.search(name) or (goal.unit == "%" and NAMED.search(name)):
        return False
    return goal.unit != "%" or bool(_RATE.search(name))


def _whole_name(sentence: FactSentence, goal: Goal, before: str, name: str) -> str:
    """The name of an indicator with what it leaves to the words before it: per how many, of what; or nothing."""
    per = re.search(r"每(?:[千万百十]|\d+)+(?:常住)?(?:人口|居民)", before)
    if per and "每" not in name:
        return per[0] + re.sub(rf"(?<=..){TIME}$", "", name)
    if _WEAK.match(name) or name in ("行政村", "乡镇", "社区", "县区", "街道"):
        return ""
    is_short_rate = name.endswith("率") and len(name) < 5 and not _SPECIFIC.match(name)
    each = (
        _EACH.match(name) and not _PER.match(name) and not _EACH_HAS.match(name) and not _RHYTHM.match(name)
    )
    if not (is_short_rate or each or _SCOPE_ALONE.match(name)):
        return name
    spread = _object_before(sentence, goal.start) if _SPREADS.fullmatch(name) else ""
    within = sentence.topic if _SPREADS.search(name) and not _SPREADS.fullmatch(name) else ""  # 企业普及率
    topic = spread or within or _of_whom(sentence.subject_at(goal.start), name)
    topic = topic or _of_whom(sentence.thing_before(goal.start), name) or ("" if each else sentence.topic)
    name = name[2:] if topic.endswith(name[:2]) else name
    if 1 < len(topic) <= LONGEST_PREFIX and topic not in name and is_specific(f"{topic}{name}"):
        return f"{topic}{name}"
    return name if lacks_matter(name) and not each else ""


def _object_before(sentence: FactSentence, at: int) -> str:
    """What the clause before sets up: of 向医院派驻监督员，覆盖率达到85% the 监督员 are everywhere, not the hospital."""
    words = sentence.words
    begin = clause_start(words, at)
    clause = parse(words[clause_start(words, max(0, begin - 1)) : max(0, begin - 1)])
    thing = without_quantity(clause.object) if clause else ""
    return thing if is_name(thing) and not has_figure(thing) else ""


def _of_whom(topic: str, name: str) -> str:
    """What the clause before is about, without its own measure: 护士满意度…，离职率 is of 护士."""
    topic = _MEASURES.sub("", topic) if name.endswith("率") else topic
    hospital = topic.endswith("医院") and name.startswith(("二级医院", "三级医院"))
    return "" if hospital or "全覆盖" in topic or "每" in topic else topic


def _made(name: str, goal: Goal) -> str:
    """The verb of what is made (新增托位), nothing for a rate."""
    if MEASURE_NOUN.search(name) or goal.unit in ("%", "‰", "") or _POSTS.match(name):
        return ""
    how = match[0] if (match := _HOW_MADE.match(name)) else ""
    verbs = (f"{how}{verb}" for verb in _MADE)
    return next((verb for verb in verbs if name.startswith(verb) and _ends_word(name, len(verb))), "")


def _ends_word(name: str, at: int) -> bool:
    """Whether a word ends at a place of a name: 培训管理员 ends one at 2, 管理员培训 does not."""
    return any(word.end == at for word in words_of(name))


def row_value(target: Target, span: Span) -> Value | None:
    """A goal that a row of a table sets."""
    name = _LEAD.sub("", _scoped(bare(target.indicator)))
    if not 3 <= len(name) <= LONGEST_NAME or not is_name(name) or has_figure(name):
        return None
    return Value(name, "", "", target.unit, target.op, True, target.base is not None, span, span)
