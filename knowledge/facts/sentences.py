"""A sentence as the finders of facts see it: its words, its mood, what stands above it and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Clause, Span
from knowledge.facts.subjects.headings import thing_of_heading
from knowledge.facts.subjects.specificity import is_specific
from knowledge.facts.words import NOUNS, words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from knowledge.text.modality import Statement
from loaders.lazy_pattern import lazy_pattern

LONGEST_STRETCH = 110
LONGEST_TOPIC, LONGEST_SUBJECT = 18, 14
SHORTEST_TASK = 6
_AGED = lazy_pattern(r"\d+岁(?:及)?以[上下]的?")
_QUANTITY = lazy_pattern(
    r"(?:不少于|不低于|不超过|至少|超过|超(?=\d)|约|近|共|达到?)?(?<![\d.第])(?!一对[一多])(?:\d[\d.,]*|[XxＸ×*]{1,4}|[一二两三四五六七八九十百]+)(?:[—\-~至到]\d[\d.,]*)?\s?(?:余|多)?[万亿]?"
    r"(?:个(?!百分点|月|工作日|小时)|名|家|所|张|台|辆|处|项|条|人次|人(?!员|民|才|口|均|大)|户|支|套|座|例(?!如)|种|类|场|期|批(?!准)|件|份|次|对|亩|组|枚|间|盏|吨|公里|平方米|亿元|万元|元)(?:以上|左右|以内)?"
)
# 已取得等级的机构: a noun with what is said of it.
_DESCRIBED = lazy_pattern(r"(?!对|把|将|由|向|为|其)[一-鿿]{2,10}的[一-鿿]{2,6}")
# 结余资金按比例分配: what a clause without a known verb is about.
_ABOUT = lazy_pattern(
    r"(?P<name>(?!总投资|规划床位|床位|总?建筑面积|造价|年产值|预算|[^，：；]{0,10}有)[^，：；\d]{3,12}?)"
    r"(?:按照?(?!摩)|由|每|实行|从(?!业|事)|自(?!然|身|动|主)|不低于|不少于|达到|提高到|控制在"
    r"|(?:总投资|计划投资|投资|占地|规划|核定|共|约)?(?=\d[\d.,]*[万亿]?(?:元|张|平方米|个|名|处|户|所|种|件)))"
)
# Of 完成主体封顶 nothing is opened later but what the clause before names.
_STAGE = lazy_pattern("(?:主体|结构|土建|工程|全部)*(?:封顶|完工|竣工|装修|施工|招标|设计|设备安装调试?)")
_BEFORE_TIME = lazy_pattern(
    r"(?P<name>[^，：；\d、]{4,16}?)(?=(?:于|在|将)?(?:20\d\d年|明年|今年|\d{1,2}月))"
)
_INVESTED = lazy_pattern(
    r"(?P<name>[^，：；\d]{3,14}?)(?:总投资|计划投资|投资|预算|总造价|造价|建筑面积|占地)(?:约|为|共)?\d"
)
_WHOLE = lazy_pattern(r"(?P<name>[^，：；\d]{4,14}(?<![时后前中下上里方面]))")
# What is made is what the rest of the sentence is about, not who makes it.
_MAKES = lazy_pattern(
    "(?:新建|建设|改造|扩建|迁建|改建|组建|成立|开设|设立|增设|建成|打造|配齐|配备|招聘|引进|选派)"
)
_RHYTHM = lazy_pattern("每(?:半|两)?个?(?:年|季度|学期|月|周|天)$")
_FOR_SOME_TIME = lazy_pattern("^为期[^，的]{2,6}的")
_NOUN_OF_VERB = lazy_pattern("的(?=(?:维修|改造|建设|修订|验收|评估|整改|更换|编制|配备)$)")
_NUMBERS_OF_NAMES = lazy_pattern(r"(?<!\d)12\d{3}(?=\D{2})|(?<!\d)1[12]0(?![\d家名个人张台户所])")
_TIME_AROUND = lazy_pattern(rf"^(?:{TIME}|全[市县省区](?:统一的)?|统一的)|{TIME}$")
GENERIC = lazy_pattern(
    r"(?:工作|任务|要求|目标|措施|保障|情况|问题|成绩|成效|原则|思想|思路|领导|责任|落实|方面|附则|其他|组织实施|重点|清单)$"
)


@dataclass(frozen=True, slots=True)
class FactSentence:
    """A sentence that may state facts. `words` are squeezed; `above` are its headings without numbers, outermost
    first; `role` is that of its passage; `limit` is the stretch of its passage, which no answer leaves; `title` is the one
    subject of its document, where that has one."""

    statement: Statement
    above: tuple[str, ...]
    role: str
    limit: Span
    title: str = ""

    @property
    def words(self) -> str:
        """The sentence without stray white space."""
        return self.statement.words.text

    def place(self, start: int, end: int) -> Span:
        """A stretch of the words as one of the decoded text; an empty one where nothing stands after `start`, as after
        the colon of a sentence that goes on in paragraphs of its own."""
        if start >= len(self.words):
            return self.statement.span[1], self.statement.span[1]
        return self.statement.words.span(start, max(end, start + 1))

    def place_in(self, place: int) -> int:
        """A place of the decoded text as one of the words."""
        origin = self.statement.words.origin
        return next((at for at, start in enumerate(origin) if start >= place), len(self.words))

    def stretch(self, start: int, end: int) -> Span:
        """The shortest whole stretch that holds some words: the sentence, of a long one the part between semicolons."""
        if len(self.words) <= LONGEST_STRETCH:
            return self.place(0, len(self.words))
        begin = clause_start(self.words, start, SEGMENT_MARKS)
        return self.place(begin, min(len(self.words), clause_end(self.words, end, SEGMENT_MARKS) + 1))

    @property
    def topic(self) -> str:
        """What the sentence is about where its own words do not say: the nearest heading that names a thing."""
        return next(self.topics, "")

    @property
    def topics(self) -> Iterator[str]:
        """The things that the headings name, the nearest first."""
        return (thing for heading in reversed(self.above) if (thing := thing_of_heading(heading)))

    def topic_at(self, at: int) -> str:
        """What a clause without a subject is about: the subject or object of a clause before it, else the heading."""
        return self.thing_before(at) or self.topic

    def thing_before(self, at: int) -> str:
        """The subject or object of the nearest clause before a place in its part of the sentence that has one."""
        return next(self.things_before(at), "")

    def things_before(self, at: int) -> Iterator[str]:
        """The subjects or objects of the clauses before a place in its part of the sentence, the nearest first."""
        begin = clause_start(self.words, at, SEGMENT_MARKS)
        pieces = re.split("[，,：:]", self.words[begin : clause_start(self.words, at)])
        return (name for piece in reversed(pieces) if piece and (name := thing_of(piece)))

    def subject_at(self, at: int) -> str:
        """The subject of the nearest clause before a place in its part of the sentence, or what that acts on."""
        begin = clause_start(self.words, at, SEGMENT_MARKS)
        pieces = re.split("[，：]", self.words[begin : clause_start(self.words, at)])
        return next((name for piece in reversed(pieces) if (name := _plain_subject(piece))), "")

    @property
    def asks(self) -> bool:
        """Whether the sentence asks for something to be done."""
        return self.statement.mood == "task"


def _plain_subject(piece: str) -> str:
    """The subject of a clause, or what its verb acts on, where that is a plain name."""
    if described := _DESCRIBED.fullmatch(re.sub("^(?:对于?|针对)", "", bare(piece))):
        return described[0]
    clause = parse(piece)
    name = clause.subject if clause else ""
    if clause and clause.lead.startswith("对"):
        name = without_quantity(_RHYTHM.sub("", clause.lead[1:]))
    name = name or (thing_of(piece) if clause and not clause.lead else "")
    name = re.sub("^全[市县省区](?=.{2})|每[周月年季].*$", "", name)
    return name if 3 <= len(name) <= LONGEST_SUBJECT and is_name(name) and not has_figure(name) else ""


def without_quantity(words: str) -> str:
    """Words without numbers of things: 4个市级中心 gives 市级中心; names in quotation marks stay whole."""
    pieces = re.split("(“[^”]*”)", _FOR_SOME_TIME.sub("", words))
    bare_words = "".join(piece if piece.startswith("“") else _QUANTITY.sub("", piece) for piece in pieces)
    return _NOUN_OF_VERB.sub("", bare_words.strip("的，、"))


def has_figure(words: str) -> bool:
    """Whether a figure stands in words outside names (65岁以上, 120急救)."""
    return bool(re.search(r"\d(?!\d*(?:岁|小时|号|—))|[XxＸ×*]{2}", _NUMBERS_OF_NAMES.sub("", words)))


def thing_of(clause: str) -> str:
    """What a clause is about: its subject, or what its verb acts on; nothing where that is no plain name."""
    if (invested := _INVESTED.match(bare(clause))) and is_name(invested["name"]):
        return invested["name"]
    parsed = parse(clause)
    if parsed and _STAGE.fullmatch(parsed.object):
        return parsed.subject if is_name(parsed.subject) else ""
    if parsed is None:
        about = _ABOUT.match(bare(clause)) or _BEFORE_TIME.match(bare(clause)) or _noun_alone(bare(clause))
        return about["name"] if about and is_name(about["name"]) and not has_figure(about["name"]) else ""
    if (
        (inner := parse(parsed.object))
        and inner.object
        and not (inner.subject and inner.verb in NOUNS)
        and is_name(without_quantity(inner.object))
        and (is_specific(inner.object) or not is_name(without_quantity(parsed.object)))
    ):
        return without_quantity(inner.object) if len(inner.object) <= LONGEST_TOPIC else ""
    name = parsed.subject or without_quantity(parsed.object)
    if _MAKES.fullmatch(parsed.verb) and is_name(thing := without_quantity(parsed.object)):
        name = thing
    if parsed.lead.startswith("为") and len(name) <= SHORTEST_TASK:
        name = f"{_AGED.sub('', without_quantity(parsed.lead[1:]))}{name}"
    name = _TIME_AROUND.sub("", name)
    return (
        name
        if len(name) <= LONGEST_TOPIC and len(name) > 2 and is_name(name) and not has_figure(name)
        else ""
    )


def _noun_alone(words: str) -> re.Match[str] | None:
    """县妇幼保健院的欠款，: what a sentence is about, set off from it; no verb stands in it."""
    whole = _WHOLE.fullmatch(words)
    tags = [word.tag for word in words_of(words)]
    plain = whole and all(tag[:1] in "nbajluz" or tag == "vn" for tag in tags) and tags[-1][:1] != "a"
    return whole if plain else None


@lru_cache(maxsize=64)
def clauses_of(words: str) -> tuple[Span, ...]:
    """The clauses of a sentence that stand between marks outside brackets and quotation marks; one finder of facts after
    the other wants them."""
    return tuple(_clauses_of(words))


def _clauses_of(words: str) -> Iterator[Span]:
    depth, begin = 0, 0
    for at, sign in enumerate(words):
        depth += (sign in "（(“《") - (sign in "）)”》")
        if sign in "，；。！？：" and depth <= 0:
            if at > begin:
                yield begin, at
            begin = at + 1
    if begin < len(words):
        yield begin, len(words)


def parts(clause: str) -> Clause | None:
    """A clause parsed, without its responsible bodies (由县卫健局牵头建立… gives 建立…)."""
    return parse(
        re.sub(
            r"^由[^，由]{2,30}?(?:牵头|负责|会同[^，]{2,20}?(?=[制出建组开推])|统筹|主导)", "", bare(clause)
        )
    )
