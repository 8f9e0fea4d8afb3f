"""The kind of answer that a question wants, and what in a sentence answers that kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from knowledge.text.quantities import AREA, MEASURES, NUMBER, PERSONS, counted
from knowledge.text.redaction import END_OF_BLANK
from loaders.lazy_pattern import any_of, lazy_pattern

Kind = Literal["deadline", "target", "fact", "who", "how", "list", "definition", "problem", "achievement"]

# All these patterns are only asked whether they stand in a text, so each repetition is as short as it may be, and what
# may stand far from what goes with it is looked for once a line (an atomic group): reading stays linear.
_NUMBER = r"\d|[一二两三四五六七八九十百千万半][个所家名人元张%成倍]|" + END_OF_BLANK
_AIMED = "达到|不低于|以上|以内|提高到|增加至|控制在|不少于|至少|全覆盖|力争|超过|降至|建成|建设"

_ASKS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "definition",
        lazy_pattern(
            r"什么是|是什么意思|啥意思|是啥$|是指|指(?:的是)?(?:哪|什么|啥)|怎么解释|是个?什么(?!时候|病)|是(?:怎么)?(?:一)?回事|定义|含义|内涵|原话|干什么的|干啥的"
        ),
    ),
    ("how", lazy_pattern(r"(?:怎么|咋|如何|怎样)(?:办|整|处理|处置|解决|应对|罚|查处|管|防|治)")),
    # How long something takes or how often it recurs is a figure; how long until it is done is a deadline.
    (
        "fact",
        lazy_pattern(
            r"(?m:^(?>(?:.*(?:才能|才|能|还要|还得|建成|完成|实现|弄完|覆盖))?)"
            r".*?(?:多久|多长时间|多快|几天|几个?小时|几个?钟头|几分钟|几个工作日))|多久.{0,6}[一1][次回趟]"
        ),
    ),
    (
        "deadline",
        lazy_pattern(
            r"什么时候|啥时候|多会儿|何时|哪(?:一)?年|哪个月|几月|几号|期限|时限|年限|截止|几年|多久|多长时间|到什么时候|哪天|进度安排|何日|啥时|时间表|完成时间"
        ),
    ),
    (
        "problem",
        lazy_pattern(
            r"问题|不足|短板|差距|差在|差哪|薄弱|底子薄|为什么|为啥|困难|没做好|毛病|缺什么|缺到|不到位|娄子|隐患|难点|堵点|原因|没做到|欠缺"
        ),
    ),
    (
        "who",
        lazy_pattern(
            r"(?:归|由|找|让)?谁|哪(?:个|些|几个|几家|位)(?:部门|单位|领导|县|地方|机构|科室|人|局)|牵头|负责|责任(?:单位|主体)|归口|哪方|哪家|主导责任"
        ),
    ),
    (
        "achievement",
        lazy_pattern(
            r"成绩|成效|取得|表扬|表彰|得了|排(?:到|名|第)|第几|拿了|获得|降了|涨了|实现了|完成了|增长了|结果|落实情况|现状|进展"
        ),
    ),
    (
        "target",
        lazy_pattern(
            r"目标|达到多少|要达到|指标|提高到|降到|控制在|不低于|至少|最低|要求多少|要建(?:成)?(?:几|多少)|发展到|要(?:有|够|到|占)(?:几|多少)"
        ),
    ),
    (
        "list",
        lazy_pattern(
            r"哪些|哪几|哪[一二三四五六七八九十两]+|有什么|有啥|内容|包括|都有|几项|几个方面|名单|清单"
        ),
    ),
    (
        "fact",
        lazy_pattern(
            r"多少|几[个所家名人元张成种次条例支]|多大|占比|比例|数量|总数|人数|规模|率$|多高|第几|几分|多远"
        ),
    ),
    ("how", lazy_pattern(r"怎么|怎样|如何|咋|办法|措施|举措|做法|怎|要求|整治|处理|解决|防止|模式|机制")),
)

_ANSWERS: dict[Kind, re.Pattern[str]] = {
    "deadline": lazy_pattern(
        r"20[\dxX×*]{2}\s?年|[底末]前?|年内|月|季度|上半年|下半年|今年|明年|[一二三五\d]\s?[到至—-]?\s?[一二三五\d]?\s?年(?:内|时间|左右)|“十[三四五六]五”|期限|之前|以前|尽快|待.{2,14}后"
    ),
    "target": lazy_pattern(
        rf"(?m:^(?>.*?(?:{_AIMED})).*?(?:{_NUMBER})|^(?>.*?(?:{_NUMBER})).*?(?:以上|以内|左右))"
    ),
    "fact": lazy_pattern(_NUMBER),
    "who": lazy_pattern(
        r"由.{2,16}(?:牵头|负责|承担)|部门|政府|领导|局|委|负责|牵头|责任(?:单位|主体|人)|单位|会同|机构|主体"
    ),
    "list": lazy_pattern(r"[^,。、]、[^,。、]+?(?:、|和|及|等)"),
    "definition": lazy_pattern(r"即|是指|就是|指的是|(?m:^[^(\n]*\(.{4,}\))|(?:^|”)[^“”]*“[^”]+”"),
    "problem": lazy_pattern(
        r"不足|不够|不强|不高|薄弱|差距|短板|滞后|问题|亟待|缺|不完善|不健全|不平衡|不到位|难|低于|负债|隐患"
    ),
    "achievement": lazy_pattern(
        r"达到|实现|完成|获|取得|位居|排名|第[一二三\d]|增长|下降|降[至低]|提高|全覆盖|表彰|成为"
    ),
    "how": lazy_pattern(
        r"要|通过|加强|推进|建立|完善|健全|采取|实施|开展|落实|严厉|严格|支持|鼓励|实行|加大|探索"
    ),
}


_FIGURES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (lazy_pattern(asks), lazy_pattern(answers))
    for asks, answers in (
        (
            r"多少钱|几块钱?|几元|几万|多少(?:元|资金|经费|费|奖金|工资|钱)|(?:补|贴|掏|交|缴|奖|赏|罚|花|收|赔|亏|欠)(?:了|给|损)?(?:多少|几)|费用|标准是多少|"
            r"(?:费|价|奖金|工资|薪酬|待遇|补助|补贴|经费|资金|投资|造价|利润|收入)(?:标准)?(?:大概|大约|是|要)?(?:多少|几|$)",
            rf"{NUMBER}\s?[余多]?\s?[万亿]?元",
        ),
        (r"(?:谁|哪.{1,3}?)(?:更|最|比较)?(?:贵|便宜)", rf"{NUMBER}\s?[余多]?\s?[万亿]?元"),
        # Which is higher is told by figures.
        (
            r"(?:谁|哪.{1,3}?)(?:的?(?:目标|要求))?(?:定得|要求|涨得)?(?:要|更|最|比较)?(?:高|低|多|少|大|短|快)",
            r"\d",
        ),
        (r"(?:面积|占地|多大(?:面积|地方))", AREA),
        (
            r"(?:在|到|放|选)(?:了)?(?:哪(?!些)|什么地方|啥地方)|什么地方|哪里|哪儿|地址|地点",
            r"(?:在|到|于|驻|往|赴).{1,14}(?:村|镇|乡|街|路|区|县|市|省|州|院|楼|层|中心|基地|园|站|校|室|厅|场所|社区|家|机构)|[县市区乡镇院]",
        ),
        (
            r"几成|百分之几|多大比例|占比|比例|比重|率(?:是|要|达|目标|多少|现状|$)|占(?:了)?(?:多少|几|多大)|一半",
            r"[%‰]|[一二三四五六七八九]成|一半|百分之|/10\s?万",
        ),
        (
            r"多少人|几个人|多少名|多少(?:医生|护士|大夫|村医)|招(?:多少|几)|培养(?:多少|几)",
            rf"{NUMBER}\s?[余多]?\s?[万]?\s?(?:{PERSONS}|例)",
        ),
        (
            r"多久|多长时间|多快|几(?:个)?(?:小时|钟头|分钟|天|工作日)",
            rf"{NUMBER}\s?个?(?:小时|分钟|天|日|周|月|年|工作日|季度)|每[年月周季日]",
        ),
        (r"几岁|多大(?:岁数|年纪)|岁数|年龄", rf"{NUMBER}\s?周?岁"),
        (
            r"叫(?:什么|啥)|名字|姓名|是哪位|姓什么|(?:主任|组长|局长|院长|书记|主席|名医|人选|得主|都有|分别是|是)谁(?!负责|牵头|管|来)|哪(?:几)?位",
            r"[\u4e00-\u9fff]{2,4}同志|由[\u4e00-\u9fff]{2,4}(?:同志)?任|(?:主任|组长|局长|院长|书记)[\u4e00-\u9fff]{2,3}[、,。]",
        ),
        (
            r"电话|号码|热线是",
            r"(?<!\d)(?:1\d{2}|\d{5,}|\d{3,4}-\d+)(?!\d|年|\.|[余多]?[万亿名人个张家元%‰例次])",
        ),
        (r"哪(?:一)?[家个]?(?:公司|企业|厂家|厂商|厂)", r"公司|企业|集团|厂"),
        (r"哪(?:一)?[家所个]?(?:大学|学校|院校|高校)", r"大学|学院|学校"),
        (r"哪(?:一)?[条个](?:街|路)", r"[\u4e00-\u9fff](?:街|路|大道|巷)"),
        (
            r"哪(?:些|几[个家所]|一?[家个])(?:医院|市|县|区|乡镇|卫生院|村|科室|机构)",
            r"[\u4e00-\u9fff]{2}[院市县区镇乡村科局委所][、和及]|由[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{2}(?:医院|卫生院|科)",
        ),
        (r"多少户|几户", rf"{NUMBER}\s?[余多]?\s?[万]?\s?户"),
        (r"哪[二三四五六七八九十](?:[个项张条类种大]|$)", r"[^,。、]、[^,。、;]+、[^,。、;]"),
        (r"排(?:到|名|在)?第?几|第几|名次|位次", r"第[一二三四五六七八九十\d]|[前末首]列|前茅"),
        (
            r"多少家|几家|几所|多少所|几个|多少个|多少张|几张|多少(?:床|台|辆|条|项)|数量|几[台辆条项处座]",
            rf"{NUMBER}\s?[余多]?\s?[万]?\s?[家所个张台辆条项处座支]",
        ),
    )
)


_ANY_FIGURE = any_of(asks for asks, _ in _FIGURES)
# A measure word after 多少 or 几.
_MEASURE = lazy_pattern(
    rf"(?:多少|几)[万亿千百]?({MEASURES}|平方米|人|个|条|次|点|批|级|篇|部|份|斤|度|倍|成|价|届)"
)


def has_figure(figures: Sequence[re.Pattern[str]], text: str) -> float:
    """Whether a text has one of some sorts of figure: 1 yes, 0 no, a half when there are none."""
    if not figures:
        return 0.5
    for figure in figures:
        if figure.search(text):
            return 1.0
    return 0.0


@lru_cache(maxsize=256)  # a question is held against several passages
def figures_asked(question: str) -> Sequence[re.Pattern[str]]:
    """What finds the sorts of figure that a normalised question asks for, none when it asks for none."""
    any_asked = _ANY_FIGURE.search(question)
    asked = [answers for asks, answers in _FIGURES if asks.search(question)] if any_asked else []
    return asked or [counted(match[1]) for match in _MEASURE.finditer(question)]


@cache
def everyday_words() -> frozenset[str]:
    """Words of everyday life, from `data/everyday.txt`: a question that has one is about something else."""
    text = (files("knowledge") / "data" / "everyday.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def is_everyday(concepts: Collection[str]) -> bool:
    """Whether a question of these concepts is about everyday life alone."""
    return bool(concepts) and everyday_words().issuperset(concepts)


def kind_of(question: str) -> Kind:
    """The kind of answer that a normalised question wants; what or how much, when nothing else is told."""
    return next((kind for kind, asks in _ASKS if asks.search(question)), "fact")


def answers_kind(kind: Kind) -> Callable[[str], re.Match[str] | None]:
    """What finds, in a sentence, that which answers a kind of question."""
    return _ANSWERS[kind].search
