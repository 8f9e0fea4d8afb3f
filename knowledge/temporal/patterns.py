"""The shapes that a time takes in Chinese prose, as a table of patterns with their readers.

A shape is the time itself (2025年底, 下周三, 3年内, “十四五”); `dates` reads the words around it (到, 从, 前, 起).
Every repetition is bounded and a figure begins only where no figure stands before it: reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.temporal import resolution, school_terms, weeks
from knowledge.temporal.calendar import FOUNDINGS, UNRESOLVED
from knowledge.temporal.durations import read_duration
from knowledge.temporal.time_points import Base, Groups, Kind, ResolvedTime
from loaders.lazy_pattern import lazy_pattern


@dataclass(frozen=True, slots=True)
class TimePattern:
    """A named pattern with its reader, which may refuse a match."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Groups, Base], ResolvedTime | None]


def alternatives(*words: str) -> str:
    """Words as one group of a pattern, tried in this order."""
    return f"(?:{'|'.join(words)})"


FIGURE = "0-9一二两三四五六七八九十"
INT = r"(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
BLANK = r"[xX×*]"
FIRST_FIGURE = rf"(?<![{FIGURE}.〇xX×*])"
JOINER = r"(?:(?:持续)?[至到]|—{1,2}|–|-{1,2}|－|~|～)"
BEFORE = r"(?:之|以)?前(?!后|期|景|列|提(?!交|出|请|报)|后|沿|瞻|往|所|述|来|三|移|行|进|线|端|置)"
AFTER = r"(?:之|以)?后(?!续|勤|备|期|半|者|的|台|方|盾|进|遗|劲)"
INSIDE = r"(?:以内|之内|内(?!科|部|容|外|涵|在|地|镜|分|生|蒙))"
CLOCK = (
    r"(?:(?:上午|下午|晚上|中午|早上|凌晨)?(?:[0-9一二三四五六七八九十]{1,3}[点时](?:[0-9]{1,2}分|半|整)?)?)"
)

STATED_YEAR = rf"(?:(?:19|20|21)[0-9]{{2}}|[一二][〇○零0-9一二三四五六七八九]{{3}}|20[0-9]?{BLANK}{{1,2}}|{BLANK}{{1,4}})"
YEAR = rf"(?<![0-9xX×*])(?P<year>{STATED_YEAR}|(?<!以)[今本明来后翌去上前]|(?<![这每一两首初多再])次)年度?(?!轻|龄|级|画)"
YEAR_OF_NAME = rf"(?:(?<![0-9xX×*])(?P<year>{STATED_YEAR}|(?<!以)[今明本来去])年)?"
EDGE = (
    r"(?P<edge>底(?!线|层|数|色|部|子|蕴|气)|末(?!梢)|终(?!身|生|于|止|端|考|总结|述|奖|决算|绩效|报告)|初(?!步|级|中|筛|治|诊|心|衷|始|次|审|评|期)"
    rf"|{INSIDE}|[春夏秋冬](?:季学期|季|天)|中(?=前|期|，|、|。|$|完成|实现|对|查|开|评估|考核|组织|建成|启动|举|进行|投|上线|验收|通过|竣工|召开|公布|兑现))"
)
HALF_OR_QUARTER = r"(?:(?P<half>[上下]半年[末底]?)|(?P<through>前?)第?(?P<quarter>[一二三四1-4])个?季度(?P<quarter_end>末|底)?)"
DAY = rf"(?P<day>[12][0-9]|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|{BLANK}{{1,2}})[日号]{CLOCK}"
MONTH_NAME = (
    rf"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|{BLANK}{{1,2}})月(?!龄|嫂|经|度|均)份?"
)
MONTH = rf"(?:{MONTH_NAME}(?:{DAY}|(?P<month_part>[上中下]旬|底|末|初))?)"

VAGUE = tuple(
    "尽快 尽早 早日 近期 近日 短期内 适时 抓紧 (?<!未)(?<!没有)(?<!不)(?<!不能)(?:按期|如期|按时间节点|按时) 限期".split()
)
CYCLES = tuple("调度 通报 报告 督查 督导 督办 考核 评估 研判 小结 总结 检查 点评 排名 会商 分析 盘点".split())
EVENTS = tuple(
    (
        "印发 出台 下发 下达 送达 收到 接到 发布 公布 颁布 批复 批准 获批 立项 建成 竣工 投用 投入使用 投产 挂牌 验收 签订 结束 召开 开幕 闭幕 到位 完工 "
        "开工 汛期 入汛 入冬 入夏 开学(?!(?:之|以)?前) 换届 两会 “两会” 会 节"
    ).split()
)
UNITS = tuple("学年 年 个?工作日 个月 个?星期 周 天 日 小时 月(?=时间)".split())
FEASTS = tuple(
    (
        "春节 元旦 国庆 劳动节 端午 中秋 清明(?=节|前|假|期间|后) 五一(?=”|国际|劳动|节|前|假|期间|小长假) "
        "(?<![十百])[六七八]一(?=”|国际|儿童|建军|节|前|期间) (?<=[今明]年)[六七八]一(?!月)"
    ).split()
)


def _only(kind: Kind) -> Callable[[Groups, Base], ResolvedTime]:
    return lambda groups, base: ResolvedTime(UNRESOLVED, kind)


# Of two shapes that begin at the same character the first one here wins.
TABLE: tuple[tuple[str, str, Callable[[Groups, Base], ResolvedTime | None]], ...] = (
    (
        "every",
        r"每隔?[0-9一两二三四五六]{0,2}个?(?:半年|学年|学期|年|季度?|月|周|星期|旬|日|天)"
        rf"(?:前{INT}个?工作日内?|(?:最后[1一]|第[一二三四五])个?工作日|(?:的?最后[1一]个|末|首|第[一二三123]个)月|{INT}月份?)?(?:{INT}[日号]|[一二三四五六日天](?!次|轮|期|个|场|至|到|家|项)|底|末|初|[上中下]旬)?"
        rf"{CLOCK}(?:{BEFORE})?",
        _only("every"),
    ),
    ("cycle", rf"(?:半年|[一每两双]?[年季月周旬日]度?)一{alternatives(*CYCLES)}", _only("every")),
    # 建立双周调度机制: the arrangement is what is due.
    (
        "fortnight",
        r"(?:每?双周|(?<![间相分])隔周)(?!岁|刊|年|[^，。；]{0,6}(?:机制|制度))(?:[一二三四五六日天](?!次|轮|期|个|场|家|项))?",
        _only("every"),
    ),
    ("vague", alternatives(*VAGUE), _only("vague")),
    ("waiting", r"待[^，。；：！？、]{2,24}?后(?=，|、|再|及时|即|立即|$)", _only("event")),
    (
        "event",
        rf"{alternatives(*EVENTS)}(?:之日起|{AFTER}|{BEFORE})(?:{INT}{alternatives(*UNITS)}{INSIDE}?)?",
        _only("event"),
    ),
    (
        "term",
        rf"{YEAR_OF_NAME}(?P<term>[春秋]季?学期|寒假|(?<!寒)暑假|暑期(?=前|之前|期间|结束|，)|[本新]学期|秋季(?=开学)|开学(?={BEFORE}))"
        r"(?P<term_part>开学|期?结束|期?末|期终)?",
        school_terms.read_term,
    ),
    (
        "year_span",
        rf"(?<![0-9])(?P<first_year>{STATED_YEAR}){JOINER}(?P<last_year>{STATED_YEAR})(?:年度?|[两二三四五]年)",
        resolution.read_year_span,
    ),
    (
        "day_span",
        rf"{FIRST_FIGURE}{YEAR_OF_NAME}{MONTH_NAME}(?P<first_day>{INT})(?:{JOINER}|(?:[日号]?、{INT}){{0,6}}[日号]?[、和及与])"
        rf"(?P<last_day>{INT})[日号](?!{INSIDE})",
        resolution.read_day_span,
    ),
    (
        "month_working_day",
        rf"{FIRST_FIGURE}{YEAR_OF_NAME}{MONTH_NAME}份?的?(?:第(?P<nth>[一二三四五六七八九十0-9]{{1,2}})|(?P<nth_last>最后[一1]))个?工作日",
        weeks.read_month_working_day,
    ),
    (
        "month_week",
        rf"{FIRST_FIGURE}{YEAR_OF_NAME}{MONTH_NAME}的?第(?P<week>[一二三四五1-5])个?(?:周|星期)(?![一二三四五六日天])",
        weeks.read_month_week,
    ),
    (
        "month_span",
        rf"{FIRST_FIGURE}{YEAR_OF_NAME}(?P<first_month>{INT}){JOINER}(?P<last_month>{INT})月份?(?!龄)",
        resolution.read_month_span,
    ),
    (
        "feast",
        rf"{YEAR_OF_NAME}“?(?P<feast>{alternatives(*FEASTS)})”?(?:国际)?(?:劳动节|儿童节|建军节|节)?(?:假期|长假|小长假)?",
        resolution.read_feast,
    ),
    (
        "numeric",
        r"(?<![0-9.])(?P<year>20[0-9]{2})[./-](?P<month>1[0-2]|0?[1-9])[./-]"
        r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9.])",
        resolution.read_calendar,
    ),
    ("coming_years", r"(?P<first>今(?=明)|明(?=后))[明后]两?年", resolution.read_coming_years),
    ("dated", rf"{YEAR}(?:{HALF_OR_QUARTER}|{MONTH}|年?{EDGE}|全年)?", resolution.read_calendar),
    (
        "undated",
        rf"{HALF_OR_QUARTER}|{FIRST_FIGURE}{MONTH}|(?<![{FIGURE}半几多近每数xX×*])年{EDGE}|全年(?!龄|级)",
        resolution.read_calendar,
    ),
    (
        "relative_month",
        rf"(?P<relative>本|这个|当|(?<!下)下个?|上个?)月(?!球|子)(?:{DAY}|(?P<month_part>[上中下]旬|底|末|初)|份)?",
        resolution.read_relative_month,
    ),
    ("month_end", rf"{FIRST_FIGURE}(?P<relative>)月(?P<month_part>底|末)", resolution.read_relative_month),
    ("day_of_month", rf"{FIRST_FIGURE}(?P<relative>){DAY}(?={BEFORE})", resolution.read_relative_month),
    (
        "week",
        rf"(?P<which>本|这|下个?|上个?)(?:周(?!边|期|转|岁|密)|星期|礼拜)(?P<weekday>[一二三四五六日天]?){CLOCK}",
        weeks.read_week,
    ),
    (
        "weekday",
        rf"(?P<which>)(?:周|星期)(?P<weekday>[一二三四五六日天]){CLOCK}(?={BEFORE})",
        weeks.read_week,
    ),
    ("near_day", rf"(?P<near>[今明后])[天日晚]{CLOCK}(?={BEFORE})", weeks.read_near_day),
    (
        "duration",
        r"(?:(?P<lead>最近|近|未来|今后|接下来|此后|(?<![使采运引费作应利享启])用|通过|经过|利用)的?)?"
        rf"{FIRST_FIGURE}(?:(?P<low>{INT})(?:年|个月|天|周)?{JOINER})?(?P<high>{INT}|半|{BLANK}{{1,2}})"
        rf"(?P<unit>{alternatives(*UNITS)})(?!{BEFORE})(?P<and_half>半?)(?P<about>左右)?(?:的?时间)?"
        rf"(?:(?P<inside>{INSIDE})|(?P<after>{AFTER}))?",
        read_duration,
    ),
    (
        "plan",
        r"[“\"‘「]?十(?P<plan>[一二三四五六七])五[”\"’」]?(?!年|个|名|人|项|家|天|日|岁|张|万|元|%)"
        r"(?P<plan_part>时期|期间|规划期末|规划期|期末|末期|末|期内)?",
        resolution.read_plan,
    ),
    (
        "founding",
        rf"(?P<founding>{alternatives(*FOUNDINGS)})(?P<years>{INT})(?:周年|年(?:时|之际))",
        resolution.read_founding,
    ),
    ("century", r"本世纪(?P<century>中叶|末)", resolution.read_century),
    ("season", r"(?P<both>今冬明春)|(?P<year>[今明])(?P<season>[春夏秋冬])(?!来)季?", resolution.read_season),
    ("now", r"即日起|从现在起|从现在开始", resolution.read_now),
)
SHAPES = {name: TimePattern(name, lazy_pattern(pattern), read) for name, pattern, read in TABLE}
# What a shape may begin with: a place with another character, as three of four are, costs one look instead of thirty.
BEGINNINGS = (
    '"*0123456789Xx×‘“「一七三上下两中九二五今从会元入全八公六出利到前劳十半印即去双发召后周四国如季完寒尽年建开当待批抓投挂按换'
    "接收新日早旬明星春暑最月未本来次此每汛清用短秋立竣端第签经结翌节获近这送适通闭限隔颁验"
)
_ANY_SHAPE = "|".join(f"(?P<{name}>{re.sub('[?]P<[a-z_]+>', '?:', pattern)})" for name, pattern, _ in TABLE)
# One pass finds where a shape begins; its own pattern then names the groups.
SCANNER = lazy_pattern(f"(?=[{BEGINNINGS}])(?:{_ANY_SHAPE})")
DAY_ALONE = lazy_pattern(DAY)
