"""The thing of the field that a heading or a title names, where it names one: 护理队伍 of 三、加强护理队伍建设."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.subjects.specificity import is_specific
from knowledge.facts.words import STANDS
from loaders.lazy_pattern import lazy_pattern

SHORTEST_THING, SHORTEST_CUT, LONGEST_THING = 2, 3, 12
# What is done with a thing, at the end of its heading: 工作, 建设, 行动.
_TAIL = lazy_pattern(
    "(?:的)?(?:重点任务|重点工作|工作任务|专项行动|行动|工作|任务|措施|建设|体系|提质|增效|扩容|提升|攻坚|能力|水平|力度|情况|要求|目标|"
    "改革|发展|高质量发展|运行|推进|落实|优化|三年|五年|供给|内涵|质效)$"
)
_HEAD = lazy_pattern(
    "^(?:监督(?=.{4})|规范(?=.{3})|补充|防治(?=职)|严格|丰富|正视|锤炼|整肃|净化|管住|稳定|突出|方便|保护|认清|扩大|改善|守护|鼓励|服务(?=老)|打响|抓好|做好|做实|做强|做优|管好|办好|建好|用好|关于|有关|进一步|全面|切实|着力|深入|持续)"
)
# Fields of work rather than things: nobody says 就医体验护工费.
_AT_LARGE = lazy_pattern(
    "就医(?:体验|感受|流程)|体制|防护网|信息化|数字(?:健康|支撑)|医疗质量|行风|作风|基层行|平安医院|^公立医院(?:改革)?$|总则|附则|一览|高地|"
    "^(?:检测|住院|智慧|疾控|用药|价格|血液|学科|专科|中医)$|经验|阶段|形势|感受|意愿|规矩|风险|突出问题|支撑$|基础$|范围$|进.{2}$|^名词|说明$|^所提|建议的?办理|办理(?:情况|结果)"
)
_MARKS = lazy_pattern("[“”《》（）()、：:，。]|(?<!共)(?<!饱)[和与及](?!谐|平|声)")
_SLOGAN = lazy_pattern(
    "[要能更好快强有让把是来不抓得]|^[一两三四五六七八九十][个条项件张盘把手根本大]|起来$|到位$|上去$"
)
_BRACKETS = lazy_pattern("[（(][^（）()]*[）)]")

# 关于印发《…实施方案》的通知, 在全市院前急救工作推进会上的讲话: what the paper is about stands before what it is.
_QUOTED_TITLE = lazy_pattern("《(?P<title>[^《》]{4,40})》")
_PAPER = lazy_pattern(
    "(?:的)?(?:若干)?(?:三年|五年|两年|年度|重点|专项|总体|主要)*(?:工作|行动|实施|建设|提升|发展)*(?:方案|计划|规划|要点|意见|办法|规定|条例|细则|措施|"
    "通知|清单|责任分工|任务|安排|打算|总结|规范|制度|标准|报告|讲话|发言|致辞)(?:（[^（）]*）|及责任分工.*|和.*打算)*$"
)
_MEETING = lazy_pattern(
    "^(?:.{2,6}同志)?在(?P<meeting>.+?)(?:大会|会议|会|班)(?:暨.*)?上?的?(?:总结|重要)?(?:讲话|发言|报告|致辞)$"
)
_MEETING_TAIL = lazy_pattern(
    "(?:年度|年终|年中|现场|推进|动员|部署|调度|总结|表彰|工作|培训|专题|电视|视频|攻坚|能力|提升|座谈|系统|暨.*)+$"
)
_ISSUED_BY = lazy_pattern(
    "^(?:中共)?[一-鿿]{2,12}?(?:省|市|县|区|州|旗)(?:人民政府|卫生健康委员会|卫生健康局|卫健委|卫健局|疾病预防控制局|[一-鿿]{2,10}?(?:委员会|局|厅|办公室))?"
)
_KEPT_UP = lazy_pattern("(?:的)?(?:运行|管理|服务|保障|建设|能力|体系|提质)$")
_OF_A_BODY = lazy_pattern("医院|中心|委员会|[局委]$|^健康..$|^“?十[四五]五")
_YEARS = lazy_pattern(
    r"(?:20\d\d(?:[—\-–至~]+20\d\d)?年?度?|“?十[四五]五”?(?:期间)?|[（(][^（）()]*[）)]|秋冬季?|今明两年)"
)
_ABOUT = lazy_pattern("^(?:关于|印发|做好|加强|推进|进一步|开展|切实|全面|深入|的|全[省市县区州])+")


@lru_cache(maxsize=1024)
def thing_of_heading(heading: str) -> str:
    """The thing that a heading names; nothing for a slogan, a part of a speech, or a heading of two things."""
    words = _BRACKETS.sub("", bare(heading))
    pieces = [piece for piece in re.split("[，：]", words) if piece]
    return next((thing for piece in pieces if (thing := _named(piece, len(pieces) == 1))), "")


def _named(piece: str, alone: bool) -> str:
    """The thing that a piece of a heading names, without the verb before it and what is done with it after; of several
    pieces each must have its verb."""
    clause = parse(piece)
    if clause is None:
        return _plain(piece) if alone else ""
    return "" if clause.subject or clause.lead else _plain(clause.object)


def _plain(words: str) -> str:
    """Words without what opens and ends a heading, where they name a single thing of the field."""
    thing = _HEAD.sub("", words)
    while (
        (shorter := _TAIL.sub("", thing)) != thing and len(shorter) >= SHORTEST_CUT and is_specific(shorter)
    ):
        thing = shorter
    fits = (
        SHORTEST_THING <= len(thing) <= LONGEST_THING
        and not _MARKS.search(thing)
        and not (_SLOGAN.search(thing) or _AT_LARGE.search(thing) or STANDS.search(thing))
    )
    return thing if fits and not re.search(r"\d", thing) and is_name(thing) and is_specific(thing) else ""


@lru_cache(maxsize=64)
def thing_of_title(title: str) -> str:
    """The one subject of a document by its title; nothing where that is health work at large."""
    quoted = _QUOTED_TITLE.search(title)
    words = quoted["title"] if quoted else title
    if meeting := _MEETING.match(words):
        words = _MEETING_TAIL.sub("", meeting["meeting"])
    words = _YEARS.sub("", words)
    words = _ABOUT.sub("", _ISSUED_BY.sub("", _ABOUT.sub("", words)))
    words = re.sub("的通知$", "", words)
    while (shorter := _PAPER.sub("", words)) != words and len(shorter) >= SHORTEST_THING:
        words = shorter
    words = _ABOUT.sub("", words)
    while (shorter := _KEPT_UP.sub("", words)) != words and is_specific(shorter):
        words = shorter
    thing = _plain(words)
    return "" if _OF_A_BODY.search(thing) else thing
