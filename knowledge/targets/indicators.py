"""What a value is a value of, in the words around it: 接种率达到95%, 新增床位500张, 90%以上的乡镇设立急救站."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.targets.values import Value
from loaders.lazy_pattern import lazy_pattern

# Stands for each character of a time phrase, so that offsets hold and no rule reads it.
MASK = "\0"
LIST_MARK = lazy_pattern(r"[、和及与]")
COMPARED = lazy_pattern(r"(?:(?<![之占])比|较)$")

# More of them in a row are no prose; without a bound a run of them would be read anew from each of its places.
MOST_ADVERBS = 9
REACH = lazy_pattern(
    rf"(?:要|年均|均|都|全部|基本|总体|应|须|力争|确保|将|也|怎么|得|必须){{0,{MOST_ADVERBS}}}"
    r"(?:达到?|(?<=[要须])到|压到|(?:升高|攀升|压降|压减|缩减|精简|调整|提速|拉长|延长|收窄|回落)[到至]|(?:提高|提升|增加|扩大|扩展|扩容|扩充|拓展|上升|回升|降低?|下降|缩短|压缩|减少|压减|放宽|延伸|发展|办|占)[到至]|[升增减降涨][至到]|(?<!谈|说)提到"
    r"|(?:控制|稳定)在|保持在?|维持在?|不得?低于|不得?少于|不小于|不得?高于|不得?超过|不大于|[≤≥＜＞<>]|至少|低于|高于|超过|突破|大于|小于"
    r"|增长|提高|提升|下降|降低|减少|增加|压减|上升|缩短|控制|压缩|缩减|压降|高出|[高低优快]于[^，；0-9]{2,12}(?:平均|均值|水平|地区)|高出[^，；0-9]{2,12})"
    r"(?:到|在|为|了|约)?(?:不得?低于|不少于|至少|超过|不超过)?"
    r"(?:每[千万百人][^，；0-9]{0,8}|人均)?$"
)
# 降低过早死亡率到13%以下: the verb stands before the name.
BRINGS = lazy_pattern(
    r"(?:^|[要将并，])(?:降低|提高|提升|压缩|缩短|增加|扩大|控制)(?P<name>[^，；]{3,30}?)(?:稳定)?[到至在](?:不低于|不超过|不少于)?$"
)
RATE = lazy_pattern(r"(?:率|比例|占比|比重|覆盖面)(?:为|均|都)?$")
MAKES = tuple(
    "新增 新建 新创 改扩建 改造提升 改造 建设升级 建设 建成 建好 建立 打造 创建 创成 争创 培育 培养 培训 轮训 引进 招聘 招录 招收 选派 "
    "增设 增加 补充 配备 配齐 配置 接入 制作 更新 招募 选取 核销 设置 设立 布设 投放 启动 支持 完成 举办 补训 节约 组建 遴选 评选 入库 储备 发放 压减 开设 建 抽查 筛查 管理 覆盖 开放 "
    "互派 派驻 列出 确定 制定 推广 提供 开展 具备 核定 至少有 公布 发布 出台 印发 修订 编制 推出 上线 开通 拍摄 采购 购置 升级 安装 征集 评审 认定 命名 开办 "
    "救治 救助 资助 帮扶 走访 随访 巡诊 巡讲 义诊 演练 孵化 引育 柔性引进 招引 签约 布点 扩建 迁建 续建 改建 建档 维修 配建 添置 更换 投用 启用 联网 接种 采集 "
    "抽检 监测 创作 摸排 清理 淘汰 关停 整治 遴选推荐 登记".split()
)
MAKE = lazy_pattern(
    rf"(?<!每)(?P<verb>{'|'.join(MAKES)})(?P<object>[^，；了]{{0,24}}?)(?<![在是为的上])"
    r"(?:各)?(?:不得?少于|不低于|至少|超过|达到?)?$"
)
SHARED_BY = lazy_pattern(
    r"^的?(?P<doers>[^，；。]{1,20}?(?:要|将|须|全部|应)?(?:取得|达到|启动|设立|设置|配备|建成|开展|实现|完成|具备|参加|纳入|建立"
    r"|能够|用于|开设|提供|落实|接入|覆盖).*)"
)
SERVES = lazy_pattern(r"^[^，；。]{1,14}?(?:提供|开展|免费|办理|建立|发放|配备)[^，；。]*")
# 短缺药监测哨点由12家增加到30家: where it starts from is no part of the name.
FROM_VALUE = lazy_pattern(r"(?:由|从)(?=[^，；]{0,17}[0-9xX*])[^，；]{0,18}$")
# 资产负债率高于70%的医院 is a condition, not a goal.
LIMIT_ONLY = lazy_pattern(r"(?<!不)(?:超过|高于|低于|大于|小于|突破)$")
# A name that only says for which part: 各县（区）, 全市, 最高; what it is of stands before.
PART_ONLY = lazy_pattern(
    r"^(?:每(?:个|一)?[县镇乡村区市站家所院辆](?:[（(][^，]{1,5}[）)])?|每[0-9千万百十]+(?:人口|人)|全[国省市县区]|各[^，]{1,6}"
    r"|最[高低多少])$"
)
TIDY_BEFORE = lazy_pattern(
    r"^(?:[①-⑳]|[0-9]{1,3}[.、](?![0-9])|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}(?:、|是要?|要)"
    r"|力争|确保|争取|努力|逐步|加快|实现|做到|使|把|将|要|其中|同时|首批|并|且|可以|抓紧|先|需(?!求)|在(?!册|岗|校|院|编|管|职)|即"
    r"|和|及(?!时)|、|，|：|的|基础上再?)+"
)
TIDY_AFTER = lazy_pattern(
    rf"(?:要|将|均|都|力争|全部|各|分别|应|须|年均|每年|总体|可以|能够|至少|为|由|从|在|到|于|，|、){{1,{MOST_ADVERBS}}}$"
)
HEAD_NOUN = lazy_pattern(r"患者|人群|人员|居民|儿童|妇女|机构|医院|卫生院|家庭|对象|学生|职工|老年人|孕产妇")
MEASURE_NOUN = lazy_pattern(r"(?:率|数|日|时间|费用|增幅|比例|占比|水平|量|面积|比重|得分|人数|人次)$")
PER = lazy_pattern(r"^每(?:千|万|百|10万|十万)?[^，]{0,4}?(?:人口|人|张床位|县)")
PLACE = lazy_pattern("全?[国省市县区州]|城区|城乡|城市|农村|各[县市区]+")
PER_MANY = lazy_pattern(r"^每(?:千|万|百|10万|十万)[^，]{0,4}?(?:人口|人)")
# What is left over, or done in all, is named by what goes before: 首批100户，其余200户.
REST = ("其余", "剩余", "余下", "首批")
TOTAL = lazy_pattern("^(?:累计|总共|共|再)$")
COUNT_BOUND = lazy_pattern(r"(?:不得?少于|不低于|不超过|超过|至少|共)$")
# 新配车辆10辆: the name brings a verb of its own.
ANEW = lazy_pattern("新[配购聘办招装添开引设增建]")
# 每名指导员服务30次, 每季度一轮: how often something is done is no goal of its own.
NOT_COUNTED = lazy_pattern("[每各]|[前第约近为有是在达]$")
UNCOUNTED = ("次", "期", "级", "岁", "类", "本", "分", "对")
GROUPS = ("级", "岁")


YEAR_ON_YEAR = lazy_pattern("[同环]比$")
DONE = lazy_pattern(
    "(?:前|全部|基本|陆续)*(?:完成|到位|建成|配齐|配备|投用|投入使用|达标|开工|竣工|改造|挂牌|落实|发放|拨付|清零|启用|上线)"
)
# 全县常住人口42万人, 发现问题35个: what is there, or was found, and not what is to be.
IS_BUT_COUNTED = lazy_pattern(
    r"^(?:其中|现有|现辖|下辖|共有|全[国省市县区]|我[省市县区]|户籍|常住|目前|当前|发现|查处|检出|查出|罚没?款?|死亡|确诊|累计报告|缺口|欠)"
)


# What nobody sets as the goal of a plan for health: population and income.
NO_AIM = lazy_pattern(
    r"(?:常住|户籍|流动|老年|以上|总)人口(?:总?数|占比|比例|比重)?$|(?:财政|居民|可支配|人均|总|年)收入$|GDP$|(?:生产总值|增加值)$"
)


@dataclass(frozen=True, slots=True)
class ValueContext:
    """A value with the words of its clause before and after it, and what the words before those are about."""

    value: Value
    head: str
    tail: str
    context: str


def indicator_of(around: ValueContext) -> str | None:
    """The indicator that a value is to reach; None where the words around it set no goal."""
    name = _reached(around) or _made(around) or _shared(around) or _counted(around)
    return None if name and around.value.op == "=" and NO_AIM.search(name) else name


def _reached(around: ValueContext) -> str | None:
    """…达到70%: the words before the verb name the indicator."""
    head, verb = around.head, REACH.search(around.head)
    if brings := BRINGS.search(head):
        return tidy(brings["name"])
    if verb is None:
        return _share_done(around)
    name = YEAR_ON_YEAR.sub("", tidy(FROM_VALUE.sub("", head[: verb.start()])))
    is_made = name.endswith(MAKES) and not around.value.measures
    if _names_a_group(around) or is_made or name in ("按照", "按", "以"):
        return None
    if around.tail.startswith("的"):
        return _of_what_follows(around, name)
    if PART_ONLY.search(name):
        return f"{around.context}（{name}）" if around.context else name
    return name if len(name) > 1 else around.context


def _share_done(around: ValueContext) -> str | None:
    """考核通过率100%; 8月底前完成60%, of what stands before."""
    if not around.value.is_ratio:
        return None
    if RATE.search(around.head):
        return tidy(around.head)
    about = tidy(around.head.removesuffix("完成")) or around.context
    return f"{about}完成" if around.head.endswith("完成") and about else None


def _names_a_group(around: ValueContext) -> bool:
    """二级以上医院 and 5岁以下儿童 name a group; 达到5级以上 at the end of its clause is a value."""
    return around.value.unit in GROUPS and around.tail[:1] not in ("", "、")


def _of_what_follows(around: ValueContext, name: str) -> str | None:
    """把不少于40%的号源留给基层: the name stands after the value, unless one stands before it as well."""
    if LIMIT_ONLY.search(around.head):
        return None
    return f"{name}{around.tail[1:]}" if len(name) < 2 or around.head.endswith("于") else name


def _made(around: ValueContext) -> str | None:
    """新增床位500张, 建设100个公园: a verb that makes things, what it makes before or after the number."""
    match = MAKE.search(around.head)
    if match is None or around.value.is_ratio or around.value.measures:
        return None
    verb, product, before = match["verb"], match["object"], tidy(around.head[: match.start()])
    if product in REST:
        product = ""
    if product in MAKES:
        # 支持建设3个中心
        verb, product = product, ""
    if product.endswith("完成"):
        return f"{before}{verb}{product}"
    if PLACE.fullmatch(product) and not around.tail.startswith("的"):
        # 完成城区738个水箱建档
        product += re.split("[、，。；]", around.tail)[0]
    product = product or re.split("[、，。；]", around.tail)[0].removeprefix("的")
    if product:
        return f"{before}有{product}" if verb == "至少有" else tidy(f"{verb}{product}")
    if not TOTAL.sub("", before) and verb != "完成" and (other := verb_of(around.context)):
        # 改造村卫生室46所，新建12所: what is made is named with the verb before.
        return f"{verb}{around.context.removeprefix(other)}"
    about = TOTAL.sub("", before) or around.context or before
    return about if about.endswith(verb) else f"{about}{verb}" if about else None


def _shared(around: ValueContext) -> str | None:
    """90%以上的乡镇设立急救站, 为1200名老人提供病床: the value stands before those it is about."""
    if _names_a_group(around):
        return None
    if around.head.endswith("为") and (served := SERVES.search(around.tail)):
        return tidy(f"{around.head[:-1]}为{served[0]}")
    shared = SHARED_BY.search(around.tail)
    if shared is None or not around.value.is_ratio or around.value.unit.startswith("个"):
        return None
    return tidy(f"{around.head}{shared['doers']}")


def _counted(around: ValueContext) -> str | None:
    """监测网店400家, 轮训不少于40学时: a number that ends its clause counts what stands before it."""
    name = tidy(COUNT_BOUND.sub("", around.head))
    if name in REST and DONE.match(around.tail):
        return around.context or None
    if around.value.op == "=" and IS_BUT_COUNTED.search(around.head):
        return None
    ends = around.tail[:1] in ("", "、") and around.value.unit not in UNCOUNTED
    plain = (
        around.value.is_ratio or around.value.measures or NOT_COUNTED.search(PER_MANY.sub("", around.head))
    )
    return name if ends and not plain and len(name) > 3 else None


def listed_after(indicator: str, head: str, tail: str) -> str | None:
    """注册护士4.1万人 after 新增医师3万人、: the verb of the goal before holds."""
    name = tidy(head) or re.split("[、，]", tail)[0]
    if ANEW.match(name):
        return name
    return f"{verb_of(indicator)}{name}" if name else None


def verb_of(indicator: str) -> str:
    """The verb of making that an indicator begins with, or nothing."""
    return next((verb for verb in MAKES if indicator.startswith(verb) and verb != "支持"), "")


def names_in(listed: str) -> list[str]:
    """The names of a list; what the first or the last alone carries (每千人口…, …管理率) is given to all."""
    names = re.split("[、和与]", tidy(listed))
    if per := PER.search(names[0]):
        names[1:] = [name if name.startswith("每") else per[0] + name for name in names[1:]]
    measure = MEASURE_NOUN.search(names[-1])
    if measure and not any(MEASURE_NOUN.search(name) for name in names[:-1]):
        shared = names[-1][(HEAD_NOUN.search(names[-1]) or measure).start() :]
        names[:-1] = [name + shared for name in names[:-1]]
    patients = re.match("[^，]*?患者", names[0])
    if patients and MEASURE_NOUN.search(names[0]):
        names[1:] = [name if HEAD_NOUN.search(name) else patients[0] + name for name in names[1:]]
    return names


@lru_cache(maxsize=4096)
def tidy(name: str) -> str:
    """A name without the pushing words, list marks and adverbs at its ends."""
    return TIDY_AFTER.sub("", TIDY_BEFORE.sub("", name)).strip("，、： ")
