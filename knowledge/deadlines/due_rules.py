"""Which times in a sentence are due dates: rules that dismiss a time, and what each kind needs to count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from knowledge.temporal.base_dates import first_day
from knowledge.temporal.mentions import Mention
from knowledge.text.clauses import clause_start
from knowledge.text.modality import IMPERATIVE, MODAL, REPORTING, YEAR_ON_YEAR
from loaders.lazy_pattern import lazy_pattern

PAST_WORDS = ("去年", "上年", "前年", "上月", "上个月", "上周")
SET_TIME = lazy_pattern(r"(?:时间|工期|周期|期限)(?:为|是|定在)?$")
PHASE = lazy_pattern("阶段[（(]$")
# （二）集中整改（9月11日至11月底）, 开展“廉洁月”活动（5月）: a time alone in brackets after what is done in it.
NAMED_STAGE = lazy_pattern(r"^[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.][^，。；：、]{2,12}[（(]$")
TITLE_SPAN = lazy_pattern(r"(?:》|计划|规划|方案|行动)[（(]$")
# “十四五”规划, 2030年行动: the time is part of a name; not 今年编制…规划, where the plan is what is due.
PLAN_NOUN = lazy_pattern(
    r"^(?:(?!编制|制定|制订|出台|完成|印发|启动|实施|修订|组织)[^，。；、”]){0,12}(?:规划|纲要|目录|收官|开局|方案(?!印发))"
    r"|^[^，。；]{0,3}(?:行动|攻坚|计划|工程)(?!生育|在|于|到|投|新)|^年?版"
)
YEAR_NOUN = lazy_pattern(
    r"^的?(?:全[国省市县区])?(?:我[省市县区])?(?:卫生与?健康|卫健|健康)?(?:系统)?(?:各项)?(?:重点|主要|中心|年度)?"
    r"(?:工作(?!要(?!点)|将|队|组|人员|日)|总结(?!评估|验收)|情况|任务(?!要|将)|目标(?!要|将|[是为：])|要点|举措|预算|形势|成绩|度)"
    r"|^[^，。；]{0,14}工作(?:坚持|以|紧扣|聚焦|围绕|立足)"
)
# 自2024年1月起施行的办法: the time tells which one.
# 春节、中秋等节日前: every year's.
AMONG_FEASTS = lazy_pattern("^(?:、[^，；]{1,8})?等(?:重[大要])?(?:传统)?节")
# 每年4月的爱国卫生月活动，已连续举办三十届: tells which one.
EVERY_YEARS = lazy_pattern("^的[^，；]{2,20}，[^，；]{0,6}(?:已|曾)")
TELLS_WHICH = lazy_pattern(
    r"^(?:施行|实施|执行|生效|启用|开展|建成|形成|发生|召开|举行|举办|印发|下发|通报|发现)的"
)
STATES_YEAR = lazy_pattern(
    r"^[，]?(?:既?是|正是|作为|系|正值|恰逢|适逢|也是|才|只有)|^[^，。；]{2,16}是[^，。；]{0,6}(?:期|之年|节点|阶段)(?=[，。]|$)|^的(?!时间|努力|基础|工夫|[^，。；]{0,4}目标[是为：])"
)
BROUGHT_TO = lazy_pattern("[高升加大展少降短][到至]$")
VALUE_OF_YEAR = lazy_pattern("^的[0-9]")
ANNOUNCES = lazy_pattern(
    r"^，?(?:[^，。；]{0,6}围绕[^。；]{2,40}，)?(?:我们)?(?:要|将)?(?:重点|着力|突出|主要|集中精力)?(?:做好|抓好|把握好|抓实|办好|推进)"
    r"(?:以下|下面|这|如下|(?=工作)|[一二三四五六七八九十0-9]{1,2}(?:个|项|件|大)?(?:方面|重点|大)*(?:工作|大?事|任务|要求|举措))"
)
COMPARED = lazy_pattern(r"(?:(?<![之占])比|较|与|同|超过|优于|高于|低于|相比|由|除)$")
COMPARES = lazy_pattern(r"^的?(?:(?<=的)[0-9]|基础|水平|同期|基数)|^相比")
ALREADY = lazy_pattern(
    YEAR_ON_YEAR
    + r"|(?<![为除])了(?![解然却望断])|已(?!备|[^，；]{1,10}的)|曾|累计(?!完成|达到|不少于|不低于|超过)|共有|以来(?![^，；]{1,20}的)|指出|强调(?!要)|召开了|以前形成|至今"
)
ASKS_HOW_MANY = lazy_pattern(r"多少|几[个名家所]")
TOLD = lazy_pattern(r"(?:明确|总结|回顾|部署|安排|盘点|描绘|印发|审议)了?$")
TASK_VERB = lazy_pattern(
    r"^，?(?:[^，；。]{0,18}?)(?:完成|实现|建成|建立|建设|启动|开展|推进|推动|新增|新建|引进|培养|培训|招[聘录收]|改造|打造|达到|提高|提升|降[到至低]|控制在"
    r"|覆盖|创建|建好|制定|出台|印发|设立|设置|配备|安排|投入|筹|开设|开通|上线|运行|实行|执行|实施|通过|申报|提交|更换|扩大|组织|争创|落实|化解|竣工|开诊|封顶|开工|动工|交付|移交|揭牌"
    r"|验收|审[核定]|召开|督查|考评|拿出|报|还清|清零|分解|发放|兑现|举办|遴选|选派|接入|公布|汇总|整改|评估|进行|增加|减少|超过|不低于|不少于|基本|全面|全部|开始|起|占|能够|满足)"
)
# In a sentence that asks, what follows the time is asked for in it: 今年推广到所有县区; not 今年的…, nor a bare 今年，.
SAYS_SOMETHING = lazy_pattern(r"^[，：]?(?!的(?!.{2}目标)|是|和|与|及|、)[^，。；：、”）)》]{2}")
# 近三年累计建成30个，今年再建10个: the goal that follows a report.
ONCE_MORE = lazy_pattern(r"^(?:再(?!次|度|创|获|上|也)|继续)")
RATE_OF = lazy_pattern(r"(?:每人|人均|[由从]|标准)$")
STATISTIC = lazy_pattern(r"左右|[近约达][0-9X]|病例")
STANDING_LENGTH = lazy_pattern(r"(?:小时|工作日|天|日)(?:之|以)?内$")
A_FIGURE = lazy_pattern("[0-9一二两三四五六七八九十半]")
ELIGIBILITY = lazy_pattern(r"^(?:的|未|无|没有|曾|发生|累计|连续|诊|再次|死亡|使用|工作)")


def is_due(mention: Mention) -> bool:
    """Whether something is due at the time; recurring, vague and event-anchored ones count when a task has them."""
    if mention.labelled or _brings_to(mention):
        return True
    return not any(rule(mention) for rule in DISMISSALS) and ENOUGH[mention.time.manner](mention)


def _brings_to(mention: Mention) -> bool:
    """由2024年的58名增加到2027年的96名: the second year is when."""
    brings = BROUGHT_TO.search(mention.before) and VALUE_OF_YEAR.search(mention.after)
    return bool(brings) and mention.mood != "report" and not _is_past(mention)


def _in_a_title(mention: Mention) -> bool:
    words, at = mention.sentence, mention.start
    opened = words.rfind("《", 0, at) > words.rfind("》", 0, at)
    return opened or bool(TITLE_SPAN.search(words[max(0, at - 4) : at]))


def _names_a_plan(mention: Mention) -> bool:
    bare = mention.time.text.rstrip('”"').endswith(("五", "年"))
    return mention.time.manner == "in" and bare and bool(PLAN_NOUN.search(mention.after))


def _looks_back(mention: Mention) -> bool:
    words = mention.time.text
    return words.startswith(("截", "近", "最近")) or words.endswith(("以来", "至今")) or _is_past(mention)


def _is_past(mention: Mention) -> bool:
    base, time = mention.base, mention.time
    if base is None or time.end is None:
        return time.text.lstrip("从自到至").startswith(PAST_WORDS)
    if time.manner == "from":
        return time.start is not None and time.start.year < base.year
    last = first_day(base) if time.precision == "day" else dt.date(base.year, base.month or 1, 1)
    return time.end is not None and time.end < last


def _states_the_year(mention: Mention) -> bool:
    return mention.time.manner in ("in", "during") and bool(STATES_YEAR.search(mention.after))


def _qualifies_a_noun(mention: Mention) -> bool:
    if mention.time.manner == "every" and EVERY_YEARS.search(mention.after):
        return True
    if TELLS_WHICH.search(mention.after) or AMONG_FEASTS.search(mention.after):
        return True
    return mention.time.manner == "in" and bool(YEAR_NOUN.search(mention.after))


def _announces(mention: Mention) -> bool:
    """今年要抓好六件大事 announces what follows; what is due comes after it."""
    return mention.time.manner == "in" and bool(ANNOUNCES.search(mention.after))


def _is_compared(mention: Mention) -> bool:
    if mention.time.manner not in ("in", "by"):
        return False
    return bool(COMPARED.search(mention.before) or COMPARES.search(mention.after))


def _is_counted(mention: Mention) -> bool:
    return mention.time.manner == "in" and bool(ASKS_HOW_MANY.search(mention.reach))


def _is_told(mention: Mention) -> bool:
    return mention.time.manner == "in" and bool(TOLD.search(mention.before))


def _is_over(mention: Mention) -> bool:
    """The words after the time say that it is done: 年内已完成, 20xx年提高到了."""
    done = ALREADY.search(mention.clause) and not MODAL.search(mention.clause)
    return bool(done) and mention.time.manner != "event"


def _is_a_standing_length(mention: Mention) -> bool:
    """24小时内, and 三年内 of a condition, tell how long something takes each time, not when it is due."""
    words = mention.time.text
    if mention.time.manner != "by" or not words.endswith("内") or mention.time.explanation == "after_issue":
        return False
    if STANDING_LENGTH.search(words):
        return True
    return bool(A_FIGURE.search(words) and ELIGIBILITY.search(mention.after))


DISMISSALS: tuple[Callable[[Mention], bool], ...] = (
    _in_a_title,
    _names_a_plan,
    _looks_back,
    _states_the_year,
    _qualifies_a_noun,
    _announces,
    _is_compared,
    _is_counted,
    _is_told,
    _is_over,
    _is_a_standing_length,
)


def _dates_what_it_follows(mention: Mention) -> bool:
    """A time alone in brackets after a stage's name, or after what is to be done in it."""
    opened = mention.sentence[: mention.start]
    alone = opened.endswith(("（", "(")) and mention.after.startswith(("）", ")"))
    if not alone or mention.mood == "report" or mention.time.precision == "year":
        return False
    return bool(
        NAMED_STAGE.search(opened) or IMPERATIVE.search(opened[clause_start(opened, len(opened) - 1) :])
    )


def _asked_for(mention: Mention) -> bool:
    before = mention.before
    if PHASE.search(mention.sentence[max(0, mention.start - 3) : mention.start]) or _dates_what_it_follows(
        mention
    ):
        return True
    return bool(MODAL.search(before) or SET_TIME.search(before) or MODAL.search(mention.reach))


def _limit_is_due(mention: Mention) -> bool:
    """A limit is due unless the sentence reports; a report that asks all the same (要在年底前补上) counts."""
    return mention.mood != "report" or _asked_for(mention) or _lies_ahead(mention)


def _lies_ahead(mention: Mention) -> bool:
    base, time = mention.base, mention.time
    first = time.end if time.manner == "by" else time.start
    if base is None or first is None or REPORTING.search(mention.clause):
        return False
    return first > first_day(base)


def _time_of_task(mention: Mention) -> bool:
    """A year or month is due when the sentence asks for something in it, or it lies ahead with a task verb."""
    if _asked_for(mention):
        return mention.mood != "report" or _lies_ahead(mention)
    if mention.time.redacted or mention.time.text[-1:] in '五”"':
        return False
    if ONCE_MORE.search(mention.after):
        return True
    if mention.mood == "task" and SAYS_SOMETHING.search(mention.after):
        return True
    return _lies_ahead(mention) and bool(TASK_VERB.search(mention.after))


def _start_of_task(mention: Mention) -> bool:
    if mention.after.startswith(("才", "方可", "方能", "可产生")):
        return False
    begins = mention.time.text.endswith(("起", "开始", "后"))
    return begins and (mention.mood != "report" or _asked_for(mention))


def _part_of_task(mention: Mention) -> bool:
    return mention.mood == "task" and not (RATE_OF.search(mention.before) or STATISTIC.search(mention.clause))


ENOUGH: dict[str, Callable[[Mention], bool]] = {
    "by": _limit_is_due,
    "in": _time_of_task,
    "from": _start_of_task,
    "during": _time_of_task,
    "every": _part_of_task,
    "vague": _part_of_task,
    "event": _part_of_task,
}
