"""What every stored question must be: a gate of named checks, through which only a sound question passes."""

from __future__ import annotations

from functools import lru_cache

from knowledge.facts.due.rhythm_words import EVERY, TIMES
from knowledge.facts.words import NOUNS, VERBS, Word, words_of
from loaders.lazy_pattern import lazy_pattern

SHORTEST, LONGEST = 6, 30

_ASKED_ONCE = lazy_pattern("[^？?]+？")
_ASKS = lazy_pattern(r"什么|啥|多少|多久|多长|多大|何时|几|谁|哪|怎|如何|吗")
_ENDS_AS_NOUN = lazy_pattern(r"(?:时限|时间|目标|标准|要求|措施|现状|情况|责任单位)$")
_MARKS = lazy_pattern(r"[\s，,。；;：:、？?！“”‘’\"（）()《》〈〉【】·—-]")
_ENCLOSED = lazy_pattern(r"“[^“”]*”|《[^《》]*》|[（(][^（）()]*[）)]")
_FRAME = lazy_pattern(
    r"(?:的比例|的目标|的时限|的截止时间)?(?:是(?:多少|几).{0,2}|是什么时候|为多少|有多少.{0,2}|有哪些|是什么)$|多少.{0,2}$"
)
_TIMES = lazy_pattern(
    r"(?:20\d\d年|\d{1,2}月|\d{1,2}日|今年|明年|去年|全年|三年|年底|年内|上半年|下半年|[一二三四]季度|前三季度|底前?|末|初|前|起|到|至|以来|累计|首批|其中|已经?|再|又|还|仅|只有|,|，)+"
)
_FIGURE = lazy_pattern(r"[\d.,%％]+(?:[名个家张人场次项所处支条例元户年月日]|人次)?")
_VERB = "完成|开展|取得|覆盖|形成|建成|建设|布设|培育|新增|达到|招录|选派|启动|举办|组织|设立|设置|落实|推进|到|占|比|经|由|将|把|对|按(?!病种)|从|向|为|下调|列出|配备|引进|接入|培训|整合|调度|确定"
_COUNTS = lazy_pattern(r"有多少|比例是多少|目标是多少|时限是")
_LOOSE_END = lazy_pattern(
    r"(?:是|为|由|将|把|划|扩|提|已|已经|占了?|达|(?<![占对])比|不|从|对|按|以|和|与|及|至|还|取得|覆盖|分别|年内|里|(?<!现)在|要|打造|达到每.*|到|同比|金额|后|连续|参加|由.{0,3}年前|合计|共|轮流举办|下降|下调|形成|一次|"
    r"先建成|连续工作|每人|每千人口|原则上|[低高]出?|不低于.*|[比较]\S{0,6}年|\d年)$"
)
_POINTS_OUTSIDE = lazy_pattern(
    r"^(?:我们?|这|该|其|此|那)|我[县市省区]|^其中|上述|^本(?:方案|意见|文件|单位)|^(?:力争|但|而|且|并|以及|另外|同时|必须)|下列|下述|以下(?:条件|情形|要求|材料|内容|任务|措施|程序|标准)|前者|后者|以上[工任]|上级|本(?:方案|要点|意见|通知|办法|规定|条例|细则|计划)"
)
_NO_SUBJECT = lazy_pattern(
    r"^(?:占|比|仅|急时|又|再|每名.{0,6}人$|每[个家所名人台处位支项例满][^，]{0,5}$|首批|三年|方面|工作也|重点方面|权重|品种数|有效期)"
)
_LEADING = lazy_pattern(r"由(?![谁哪])|[，,。；;：:、（()）”’》.·\s]|的|了|和|及|与|为“|是指|即")

_STOPS = lazy_pattern("[：:；;。,]")
_VERB_COUNTED = lazy_pattern(
    rf"(?:{_VERB}|补助|举办|投入|招收|管理|增加|减少|缩短|联系|走访|包联|安排|拨付|超过|不足)有多少"
)
_OPENS_WITH_VERB = lazy_pattern(rf"(?:{_VERB})")
_IS_COUNTED = lazy_pattern(r"有多少|的比例是|方面")
_RATE_COUNTED = lazy_pattern(
    r"(?:率|占比|比例|比重|增幅|(?<!总)数|总量|水平)(?:有多少|的比例是多少)|的比例[^？]*的比例|率(?:是|达到|有|要达到)?多少(?:个(?!百分点)|岁)"
)
_ANSWER = lazy_pattern(
    r"\d[\d.,]*\s?[%％‰]|(?:不少于|不低于|不超过|达到|控制在|提高到|降到|降至|增加到|稳定在|少于)[^？多几]{0,3}\d|"
    r"\d[\d.,]*[万亿]?(?:[名个家张人场次项所处支条例元户台]|人次)(?:以上|左右)?的(?:时限|目标)"
)
_DATE_IN_DEADLINE = lazy_pattern(r"(?:\d月|年底|季度)[^？]{0,6}[前末底][^？]*(?:什么时候|时限)")
_COMPARES = lazy_pattern(
    r"较(?:下降|上升|提高|增加|减少)|(?:不得?(?:低于|少于|超过|高于)|低于|高于|少于)(?!多少|几)|比(?:20\d\d|上|去)年.{0,4}(?:的目标|的比例|有多少)"
)
_BLANK = lazy_pattern(r"[XxＸ]{2,}|[×*＊○□\0]|[XxＸ](?=[%％个月日家项万亿元名人张处所台次])")
_BROKEN_LIST = lazy_pattern(r"(?:突出|成效|倾斜|入手|方面|同时|推进|开展.*|参加|纳入.?)有哪些？$|^引起")
_TWICE = lazy_pattern(r"时限是什么时候|有效期的时限|时间是什么时候|(.{3,})\1|([一-鿿]{2})\2")
_BROKEN = lazy_pattern(
    r"的的|多少多少|和什么|、(?:什么|多少|由谁|怎|有哪|的目标|要)|的(?:什么时候|由谁)|[和与及在于把将]？$|"
    r"(?:增加|提高|扩大|扩展|降低|下降|减少|缩短)到(?:？|的时限)"
)
# 开展多少家安宁疗护的机构: who does it, torn in two by the count.
_TORN = lazy_pattern(
    "(?:开展|开设|设立|提供|承担|具备|参与|配备)了?多少[家所名].+的[一-鿿]{2,5}？$|"
    "的(?:医疗)?(?:机构|医院|单位|企业|学校|卫生院)(?:要|计划|一共)?(?:开展|开设|设立|提供|承担|具备|参与|配备)了?多少[家所名]"
)

# 提高待遇什么时候完成, 补充人员由谁牵头: a verb and a noun of a whole class; whose, or which?
_BARE_CLASS = lazy_pattern(
    "(?P<verb>[一-鿿]{2})(?:待遇|人员|人才|队伍|机构|场所|设备|设施|药品|物资|经费|资金|岗位|床位|编制|能力|水平|质量|服务|制度|机制|标准)"
    "(?:从?[什啥]么?时候|多久|由谁|由哪个|归谁|的时限|的责任单位)"
)
# 怎样考评结果与资金挂钩: a frame around a clause that has a subject of its own.
_HOW_OUTCOME = lazy_pattern(
    "(?:怎样|怎么|如何)(?P<of>[一-鿿]{2,6}?)(?:结果|成绩|排名|名次|等次|得分|评分|情况)[与和同由按作]"
)
# 每半年开展三次怎么处理: how often is no case.
_CLAUSE_FRAMED = lazy_pattern(rf"{EVERY}[^，]{{0,6}}?{TIMES}怎么|\d[时点日]怎么(?:处理|办)")
# 管理率规范管理率, 上传时间迟报率: a measure of a measure is none.
_TWO_MEASURES = lazy_pattern(
    "(?:率|时间|额度)(?![的与和、及或占高低内后前段])[一-鿿]{1,6}率(?:的|是|要|不|达|最|降|现)"
)
# 48小时内下发什么时候整改, 按程序什么时候印发: how soon or how something else is done is no subject.
_TIME_INSIDE = lazy_pattern(
    r"\d(?:小时|天|日|分钟|个?工作日|个?月|周)内[^？]*(?:[什啥]么?时候|几时|多久|多长时间)|^(?:按(?:程序|规定|要求|期|时)|依法|如期)[^？]{0,6}(?:[什啥]么?时候|几时|多久)"
)
_PAST_GOAL = lazy_pattern("(?<![比较])(?:去年|前年|上一?年).*(?:要.{1,4}多少|的目标)")
# 县财政安排多少元: for what? 常住人口占多少: a whole is no share of anything.
_VERB_FRAMED = lazy_pattern(
    "^有多少.*每[个名家]|(?<!目)的多少[名个家所人张台辆处项条种支件]|^.{0,4}(?:财政|政府|[局委])(?:每年|一共|共)?(?:安排|拨付|投入|支出)(?:了|是|有)?多少"
    "|^(?:常住|户籍|流动|服务|总|全部)?人口(?:总数|总量)?(?:占(?:多少|了|多大)|的占比)"
)


def failures(question: str) -> list[str]:
    """The names of the checks that a question fails; none for a sound one."""
    return [name for name, fails in _CHECKS if fails(question)]


@lru_cache(maxsize=4096)
def is_sound(question: str) -> bool:
    """Whether a question passes all checks."""
    return not any(fails(question) for _, fails in _CHECKS)


def _bare(question: str) -> str:
    return _ENCLOSED.sub("Q", question.rstrip("？"))


def _subject(question: str) -> str:
    return _FRAME.sub("", question.rstrip("？"))


def _length(question: str) -> bool:
    return not (len(question) >= SHORTEST and len(_MARKS.sub("", question)) <= LONGEST)


def _mark(question: str) -> bool:
    return not _ASKED_ONCE.fullmatch(question)


def _asks_nothing(question: str) -> bool:
    body = question.rstrip("？")
    return not (_ASKS.search(body) or _ENDS_AS_NOUN.search(body))


def _leading(question: str) -> bool:
    return bool(_LEADING.match(question))


def _unbalanced(question: str) -> bool:
    pairs = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("【", "】"))
    twice = "““" in question or "””" in question
    return twice or any(question.count(a) != question.count(b) for a, b in pairs)


def _clause_inside(question: str) -> bool:
    plain = _bare(question)
    return bool(_STOPS.search(plain)) or ("，" in plain and not question.startswith(("怎样", "怎么", "如何")))


def _no_subject(question: str) -> bool:
    subject = _subject(question)
    counted = _COUNTS.search(question)
    core = _MARKS.sub("", _TIMES.sub("", _FIGURE.sub("", subject)))
    return len(core) < 3 or bool(counted and _NO_SUBJECT.match(_MARKS.sub("", _TIMES.sub("", subject))))


def _loose_end(question: str) -> bool:
    return bool(_COUNTS.search(question) and _LOOSE_END.search(_subject(question).removesuffix("的")))


def _verb_before_count(question: str) -> bool:
    return bool(_VERB_COUNTED.search(question))


def _bare_verb_counted(question: str) -> bool:
    return bool(_IS_COUNTED.search(question) and _OPENS_WITH_VERB.match(_TIMES.sub("", _subject(question))))


def _unit(question: str) -> bool:
    return bool(_RATE_COUNTED.search(question))


def _answer_inside(question: str) -> bool:
    return bool(_ANSWER.search(question) or _DATE_IN_DEADLINE.search(question))


def _comparison(question: str) -> bool:
    return bool(_COMPARES.search(question))


def _blank(question: str) -> bool:
    return bool(_BLANK.search(question))


def _points_outside(question: str) -> bool:
    return bool(_POINTS_OUTSIDE.search(question.rstrip("？")))


def _broken_list(question: str) -> bool:
    return bool(_BROKEN_LIST.search(question) and not question.startswith(("“", "什么", "怎")))


def _said_twice(question: str) -> bool:
    return bool(_TWICE.search(question))


def _broken_words(question: str) -> bool:
    return bool(_BROKEN.search(question) or _TORN.search(question))


def _bare_class(question: str) -> bool:
    match = _BARE_CLASS.match(question)
    return match is not None and _is_done(words_of(question)[0], match["verb"])


def _is_done(word: Word, verb: str) -> bool:
    """Whether a word is a verb, and no noun of the field: 培训人员 are persons, 补充人员 is a task."""
    return word.text == verb and (word.tag == "v" or verb in VERBS) and verb not in NOUNS


def _clause_framed(question: str) -> bool:
    outcome = _HOW_OUTCOME.match(question)
    return bool(_CLAUSE_FRAMED.search(question) or (outcome and all(map(_is_noun, words_of(outcome["of"])))))


def _is_noun(word: Word) -> bool:
    return word.tag[:1] in "nbj" or word.tag == "vn" or word.text in NOUNS


def _two_measures(question: str) -> bool:
    return bool(_TWO_MEASURES.search(question))


def _time_inside(question: str) -> bool:
    return bool(_TIME_INSIDE.search(question))


def _past_goal(question: str) -> bool:
    return bool(_PAST_GOAL.search(question))


def _verb_framed(question: str) -> bool:
    return bool(_VERB_FRAMED.search(question))


_CHECKS = (
    ("length 6-30", _length),
    ("question mark once, at the end", _mark),
    ("asks nothing", _asks_nothing),
    ("leading mark", _leading),
    ("unbalanced", _unbalanced),
    ("clause or label inside", _clause_inside),
    ("no subject", _no_subject),
    ("loose end before the frame", _loose_end),
    ("verb before the count", _verb_before_count),
    ("bare verb phrase counted", _bare_verb_counted),
    ("unit does not fit", _unit),
    ("answer inside", _answer_inside),
    ("comparison inside", _comparison),
    ("blank inside", _blank),
    ("points outside", _points_outside),
    ("list of a broken phrase", _broken_list),
    ("said twice", _said_twice),
    ("broken words", _broken_words),
    ("which of a class", _bare_class),
    ("frame around a clause", _clause_framed),
    ("measure of a measure", _two_measures),
    ("another time inside", _time_inside),
    ("goal of the past", _past_goal),
    ("frame around a verb", _verb_framed),
)

NAMES = tuple(name for name, _ in _CHECKS)
"""The names of all checks."""
