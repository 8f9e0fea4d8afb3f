"""The attribute that a question asks for: a price, a telephone number, opening hours, an address, a count of something.

An answer must hold an expression of that sort in the very sentence that speaks of the thing: 补贴2万元 is no price of a
meal, 每千人口床位7.1张 no number of beds of a hospital (answer type checking after D. Moldovan et al., ACL 2000).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from knowledge.conditions.condition import RUN_IN, Condition, Evidence
from knowledge.query.query import Concept
from knowledge.text.quantities import AREA, NUMBER, counted
from loaders.lazy_pattern import lazy_pattern

_MONEY = rf"{NUMBER}\s?[余多]?\s?[百千万亿]{{0,2}}(?:元|块)"
_PAID = r"补|奖|津贴|资助|慰问|发放|直免"
_CHARGED = r"收费|缴|交纳|交费|自付|自理|起付|筹资|负担|价|费用|费标准|(?<![经免消])费(?![心力时])|每人每年|票|按.{0,8}收|收取|免费|支付"
_SPENT = r"投|造价|经费|资金|安排|拨|债|预算|补助|购|总额|估算"
_EARNED = r"收入|产值|销售|营收|营业额|结余|利润|亏|卖|规模|收支"


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of attribute: what asks for it, what in a sentence is one, and how it is told."""

    asks: re.Pattern[str]
    answers: re.Pattern[str]


def _sort(asks: str, answers: str) -> _Sort:
    return _Sort(lazy_pattern(asks), lazy_pattern(answers))


def _money(asks: str, verbs: str) -> _Sort:
    """Money of some kind: the sentence has the amount, and says what it is for."""
    return _sort(asks, rf"(?=.*?(?:{verbs})).*?(?:{_MONEY})|(?=.*?(?:{verbs})).*?(?:免费|不收)")


_SORTS = (
    _sort(
        r"(?:电话|号码)(?:是|号码)*(?:多少|几(?!点)|什么|$|\?)|(?:打|拨)(?:什么|哪个|多少).{0,4}电话",
        r"(?<!\d)(?:1\d{2}|\d{5,}|\d{3,4}-\d+)(?!\d|年|\.|[余多]?[万亿名人个张家元%‰例次])",
    ),
    _sort(
        r"几点(?:钟)?(?:开|关|上|下|到|$|\?)|(?:营业|开放|上班|门诊)时间",
        r"\d{1,2}(?::|：|点|时(?!间|候))|上午|下午|早上|早晚|全天|24小时|白天",
    ),
    _sort(
        r"地址|具体位置|哪条[街路]|(?:建|盖|放|选址)在(?:哪(?!几|些|个?[县市区])|什么地方)|(?:会场|新址|院址)(?:设|选|定)?在(?:哪|什么地方)",
        r"(?:位于|坐落|地处|设在|建在|选址|落户|搬[到至]|迁[到至]|(?<![存现])在).{1,14}?(?:路|街|巷|大道|号|楼|层|村|镇|乡|社区|广场|园区?|新区|城[东西南北]|[东西南北]侧|办公室|中心|[局委院馆校站])",
    ),
    _sort(
        r"中(?:的)?标|哪(?:一)?家(?:公司|企业|厂商|厂家)",
        r"中标|(?:由|与|和|委托|向)[^，。；]{2,20}(?:公司|集团|企业|厂)|承建|承包",
    ),
    _sort(  # what make it is of
        r"牌子|品牌|型号|哪个厂|哪家生产|进口的?还是国产|国产的?还是进口|几价",
        r"品牌|牌子|牌的|型号|系列|进口|国产|[二四九2-9]价",
    ),
    _sort(r"[几哪](?:层|楼)", rf"{NUMBER}\s?[层楼]|楼[上下]|[首顶底]层|门诊楼|住院楼"),
    _sort(
        r"(?:哪些|什么|带)(?:证件|手续|资料|材料)",
        r"证件|身份证|户口|接种证|凭证|医保卡|社保卡|材料|资料|原件|复印件|证明",
    ),
    _sort(
        r"几岁|多大(?:年龄|岁数)|多少岁|月龄|年龄(?:要求|限制|是)",
        rf"{NUMBER}\s?周?岁|{NUMBER}\s?个?月龄|年龄",
    ),
    _sort(
        r"谁(?:发|出钱|付钱|掏钱|来掏|买单|出资)|(?:工资|钱|费用|经费)(?:由)?谁|哪(?:级|家|个)财政",
        r"财政|承担|列支|支付|出资|负担|保障|拨付|自筹|发放|基金",
    ),
    _sort(
        r"哪(?:一)?位(?:专家|医生|大夫|教授|老师)|谁(?:主讲|讲课|授课|来讲)",
        r"(?:主任|院长|教授|专家|医师|书记|[局股科市县区]长|组长)[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,3}(?:同志|教授|主任|院长|医师)",
    ),
    _sort(r"哪[家个所](?:医院|医疗机构|卫生院)", r"医院|卫生院|保健院|门诊部|防治院|总院|分院|中心"),
    _sort(
        r"哪(?:一)?年(?:开始|起)?(?:设立|成立|建立|创建|建成|启用)",
        r"(?:19|20)\d\d年|去年|前年|今年|明年|年[初底]|[\d一二三四五六七八九十]+年前",
    ),
    _sort(
        r"多少(?:分贝|毫克|毫升|微米|毫西弗|摄氏度|度)",
        rf"{NUMBER}\s?(?:分贝|毫克|毫升|微米|毫西弗|摄氏度|度|dB)",
    ),
    _sort(
        r"在(?:哪里|哪儿|哪个地方|什么地方)(?:上课|举办|举行|开班|培训|开会|领|看|考)|去(?:哪里|哪儿)(?:看|领|办|考|学)",
        r"(?:在|到|设在|位于|赴)[^,。;]{1,14}(?:院|校|馆|楼|室|站|村|镇|厅|中心|平台|公众号|网|窗口)",
    ),
    _money(
        r"(?:补|补贴|补助|奖|奖励|贴|津贴|资助|发)(?:了|给|到|是|标准)?(?:的钱)?(?:大概|约)?(?:多少|几)(?!人|个|次|张|户|名|家|年|回|种)",
        _PAID + "|报酬|工资|待遇",
    ),
    _money(r"(?:收入|产值|营收|利润|卖(?:出|了)?|销售额?|亏损?)(?:是|有|达)?(?:多少|几)", _EARNED),
    _money(
        r"(?:投资?|投入|造价|花费|拨)(?:是|了)?(?:多少|几)(?!人|个|次)|花了多少钱|总投资|经费(?:是|有)?多少",
        _SPENT,
    ),
    _money(r"花(?:费|了)?(?:多少|几)(?=钱|元|块|费|万|$|[?,])", f"{_SPENT}|{_CHARGED}|花"),
    _money(
        r"(?:收|交|缴|掏|自付)(?:费)?(?:多少|几)(?=钱|元|块|费|万|$|[?,])|(?:收费|价格|票价|费用|起付线|学费|挂号费|单价)(?:标准)?(?:是|要)?(?:多少|几|$|\?)|"
        r"(?:一|1|每)[顿台辆份件例针剂套盒节].{0,3}多少钱|[顿台辆份件针剂套盒]多少钱",
        _CHARGED,
    ),
    _sort(
        r"(?:面积|占地)(?:是|有|多)?(?:多少|几|大)|多少(?:平方米|平米|亩)",
        AREA,
    ),
    _sort(r"几[针剂]", rf"{NUMBER}\s?(?:针|剂)|首针|首剂|全程"),
    _sort(  # a share, though it is of beds or of doctors
        r"占[^，。?]{1,10}?(?:多少|几成)|(?:比例|比重|占比)(?:是|有|要)?(?:多少|几成)",
        rf"{NUMBER}\s?[%％]|{NUMBER}个百分点|[一二三四五六七八九]成|分之|{NUMBER}\s?[:：∶]",
    ),
    _sort(
        r"(?:多少|几)[张个]?(?:床|病床|床位)|床位(?:数|总数)?(?:是|有)?(?:多少|几)",
        rf"{NUMBER}\s?[余多]?\s?[万]?\s?张|床位?(?:由|达|增|有|数|总|共|仅)*[^，。；比率]{{0,6}}{NUMBER}",
    ),
    _sort(
        r"(?:多少|几)[名个位]?(?:医生|大夫|护士|医师|医务人员|职工|员工|工作人员|专家|教师|学生|人次)|多少人次",
        rf"{NUMBER}\s?[余多]?\s?[万]?\s?(?:[名人位]|个人)",
    ),
)

# A number with the measure word that is asked for, where no sort above is.
_MEASURE = lazy_pattern(
    r"(?<!哪)(?:多少|几)[万亿千百]?(?P<word>亩|人次|公里|名|位|家|所|张|台|辆|项|处|座|例|起|户|吨|支|种|类|期|场|件|对|间|套)"
)
# The last of a compound says what is asked of the thing: 评选条件, 挂号费, 近视率.
_HEAD_NOUN = lazy_pattern(
    r"(?:[^概效几]率|起付线|分数线|录取线|条件|材料|流程|名单|年薪|处分|主讲人|纪念品)$"
)
_SPECIFIC = 3  # characters of what names one thing: 单位 and 医院 stand everywhere
# What a question asks the name of: its head tells the sort, the word before it which one (施工单位, 投诉电话). Who is
# responsible is told in other words, too.
_ASKED_NOUN = lazy_pattern(
    r"(?P<which>(?!责任|牵头|负责|主管|分管|配合|协助|参与|承办|主办|实施|监督|相关|有关|具体)[\u4e00-\u9fff]{2})(?:单位|部门|专家|老师|公司|企业|厂家|机构|电话|号码)"
    r"(?:都|分别)?(?:是|叫)(?:谁|哪[家位个]|多少|什么)|哪[家个](?P<body>[\u4e00-\u9fff]{2})[院所](?!长)"
)
_EACH = ("分别", "各自", "一共", "总共")  # how many are asked for, not what
_ASKING = lazy_pattern("[几谁哪]|多少|什么")  # 投了多少 asks
_RARE = 4.5  # an inverse document frequency: in about one passage of ninety
_TELLING = 2.0  # in about one passage of seven: of a thing whose name is made of common words
_REACH = 1  # sentences after the one that names the subject still speak of it
_CLOSE = 0.7  # of the weight of other words for a concept: those that mean the same
_SENTENCE = lazy_pattern(r"[^。!?；\n]+[。!?；\n]*")


def conditions_on_attributes(
    text: str, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The conditions of a normalised question that asks for an attribute.

    Arguments: the question; its concepts; how rare a word is in the corpus, 0 for one that it lacks.
    """
    for concept in concepts:
        if _HEAD_NOUN.search(concept.words):
            yield Condition("attribute", concept.words, partial(_speaks_of, concept.words_within(_CLOSE)))
    if match := _ASKED_NOUN.search(text):
        which = match["which"] or match["body"]
        others = (
            words for concept in concepts if concept.words == which for words in concept.words_within(_CLOSE)
        )
        yield Condition("attribute", match[0].rstrip("?"), partial(_speaks_of, (which, *others)))
    asked = next(filter(None, (_asked(sort, text) for sort in _SORTS)), None) or _counted(text)
    if asked is None:
        return
    match, answers = asked
    known = [c for c in concepts if c.words not in _EACH and not _ASKING.search(c.words)]
    named = [c for c in known if len(c.words) >= _SPECIFIC or worth(c.words) >= _RARE]
    named = named or [c for c in known if worth(c.words) >= _TELLING and text.find(c.words) < match.start()]
    # 多少件患者投诉: what is counted follows the measure word; 收多少钱 counts nothing.
    is_counted = match.re.pattern == _MEASURE.pattern
    things = [c for c in named if is_counted and text.startswith(c.words, match.end())]
    subjects = things or [c for c in named if text.find(c.words) < match.start()] or named
    if subjects:
        subject = max(subjects, key=lambda concept: worth(concept.words)).words_within(_CLOSE)
        holds, applies = partial(_tells, answers, subject), partial(_speaks_of, subject)
        yield Condition("attribute", match[0].rstrip("?"), holds, applies=applies)


def _asked(sort: _Sort, text: str) -> tuple[re.Match[str], re.Pattern[str]] | None:
    match = sort.asks.search(text)
    return (match, sort.answers) if match else None


def _counted(text: str) -> tuple[re.Match[str], re.Pattern[str]] | None:
    match = _MEASURE.search(text)
    if match is None:
        return None
    return match, counted(match["word"])


def _tells(answers: re.Pattern[str], subject: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether a sentence has what is asked for and speaks of the subject, or closely follows one that does.

    What the document or a run-in heading ((二)家庭病床进户。) is about, all of the passage is.
    """
    headings = " ".join(RUN_IN.findall(evidence.text))
    if any(word in evidence.about or word in headings for word in subject):
        return bool(answers.search(evidence.text))
    reach = 0
    for sentence in _SENTENCE.findall(evidence.text):
        reach = _REACH if any(word in sentence for word in subject) else reach - 1
        if reach >= 0 and answers.search(sentence):
            return True
    return False


def _speaks_of(words: tuple[str, ...], evidence: Evidence) -> bool:
    return any(word in evidence.text for word in words)
