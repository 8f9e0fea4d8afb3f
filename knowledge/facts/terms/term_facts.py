"""What a term means, and what belongs to a sort of things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.records import Definition, Listing
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure
from knowledge.facts.terms.sorts import SORT
from knowledge.facts.words import words_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_start
from loaders.lazy_pattern import lazy_pattern

_QUOTED = lazy_pattern(
    r"(?P<before>[一-鿿]{0,6})“(?P<term>[^“”，。；]{2,14})”(?P<after>[一-鿿]{0,8}?)(?:[，,、（(]?\s?(?:即|也就是|是指|指的是|就是指?|指的就是|意思是|说的就?是)[：:，]?)"
)
_BRACKET = lazy_pattern(
    r"“(?P<term>[^“”，。；]{2,14})”(?P<after>)[（(](?!责任|牵头|附|见|以下|试行|\d)(?=[^（）()]{4,60}[）)])"
)
_SHORT_FOR = lazy_pattern(
    r"(?:(?<!以下)简称为?|统称为?|称为|叫作?|叫做)“(?P<term>[^“”，。；]{2,14})”(?P<after>)"
)
_PLAIN = lazy_pattern(
    r"^(?:第[一二三四五六七八九十百]+条(?:之[一二三四五])?\s?(?:（[^（）]{1,12}）)?\s?)?(?:本[一-鿿]{2,4}(?:所称|中)的?|所谓)?(?P<term>[一-鿿A-Za-z]{2,14}?)(?P<after>)，?(?:是指|指的是|也就是)"
)
_PLAIN_INSIDE = lazy_pattern(r"，(?P<term>[一-鿿A-Za-z]{2,10}?)(?P<after>)(?:是指|指的是)")
LONG_NOUN, LONGEST_HEAD = 4, 14
_NUMBER = r"(?:[两二三四五六七八九十]{1,3}|\d{1,2})(?P<%s>个|项|类|种|大|条|件|所|家|张|级|场|支)"
_LIST = lazy_pattern(
    rf"^(?P<items>[^，。；：]*?、[^，。；：]*?)(?:等(?:{_NUMBER % 'more'})?|{_NUMBER % 'count'})(?P<noun>[一-鿿]{{2,10}})$"
)
_INCLUDES = lazy_pattern(
    r"^(?P<head>内容|[^，。；：、]{3,20}?)(?:主要)?(?:包括|包含|涵盖|分为|分成?(?=[^，；]{4,40}[类种级档型])|备有|由)(?P<items>[^，。；]{2,30}(?:、[^，。；、]{2,20}){1,12})(?P<tail>组成|构成)?"
)
_CONTENTS = lazy_pattern(
    "(?:主要|具体|服务)?(?:内容|项目|范围|对象)"
)  # 开展…服务包，内容包括: of what was named
_ADMITTED = lazy_pattern(
    r"(?<![一-鿿])(?:[一-鿿]{2,8}[把将]|[把将])?(?P<items>[一-鿿A-Za-z]{2,14}(?:、[一-鿿A-Za-z]{2,14})+)(?:等|(?=\d))(?:\d+|[两三四五六七八九十]+)?[个项种类家]?(?P<noun>[一-鿿]{2,6}?)(?P<act>(?:纳入|列入|参加|实行|享受|进入|免收)[一-鿿]{2,12})"
)
_PUSHES = lazy_pattern(
    r"^(?:各项|各类|各种|有关|相关|推进|收到|发力|入手|方面|实施|开展|参加|落实|形式|方式|手段|措施|举措|途径|渠道|因素|原因|情况|同时|一体|联动|衔接|协同|倾斜|环节)"
)
_PUSHES_ON = lazy_pattern("加快|加强|推进|推动|强化")
_PUSHED = lazy_pattern("..(?:发展|推进|提升|同步|联动|优势)$")
_COUNTED = lazy_pattern("[两三四五六七八九十](?:场|项|类|个(?!不)|大|条|件|张|种)(?!.*一)")
_SORT = lazy_pattern(SORT)
# “三减三健”行动，“三减”即…: a term is explained by its parts.
# 五个岗位实行“县管乡用”：…, 难在“三多一少”：…, “机动护士”，指…: a mark stands for 即.
_BY_MARK = lazy_pattern(
    r"“(?P<term>[^“”，。；]{3,14})”(?P<after>[一-鿿]{0,4}?)(?:[：:](?=[^：。]{8})|[，,]\s?指(?!导|标|定|出|挥))"
)
# “三勤”，腿勤、嘴勤、手勤 and 人员、财务、药品“三个统一”: a counted term beside its items.
_COUNTED_ITEMS = lazy_pattern(
    r"“(?P<term>[两三四五六七八九十][^“”，。；]{1,8})”，(?P<items>[^，。；、]{2,8}(?:、[^，。；、]{2,8})+)(?=[，。；]|$)|"
    r"(?P<before>[^，。；、“”]{2,8}(?:、[^，。；、“”]{2,8})+)(?<!成)(?<!立)“(?P<named>[两三四五六七八九十][^“”，。；]{1,10})”"
)
# 具备下列条件的可以转入病区：…
_CONDITIONS = lazy_pattern(
    r"(?:具备|符合|具有|有)(?:以|下列)下?(?P<sort>条件|情形|情况)(?:之一)?的?，?(?P<act>[^，。；：]{4,20})[：:]"
)
# 由医生、护士组成“四叶草”小组
_MADE_UP = lazy_pattern(
    r"由(?P<items>[^，。；]{4,40})组成的?(?P<term>“[^“”]{2,10}”[一-鿿]{0,6}|[一-鿿]{2,8}(?:小组|团队|队伍|专班|联盟|委员会))"
)
# 胸痛、卒中、创伤五大救治中心
_GREAT = lazy_pattern(
    r"(?P<items>[一-鿿]{2,8}(?:、[一-鿿]{2,8}){1,7})(?P<term>[三四五六七八九十]大[一-鿿]{2,4}?(?:中心|体系|行动|工程|平台|机制|系统|网络|任务|领域|病种|能力))"
)
_BY_PARTS = lazy_pattern(
    r"“(?P<term>[^“”，。；]{3,14})”(?P<after>[一-鿿]{0,6})[，：]“[^“”]{1,8}”(?:即|是指|指|是|就是)"
)
_ASKS = lazy_pattern("(?:什么[叫是]|啥叫|怎么理解)$")
_NOT_TERM = lazy_pattern(r"^(?:这|其|所谓|一是|就|该)|(?:期|年|月|天|日)[前后内末]$|^[一-鿿]$")


def definition_facts(sentence: FactSentence) -> Iterator[Definition | Listing]:
    """The terms that a sentence explains; of “三场硬仗” the explanation is a list."""
    words = sentence.words
    for pattern in (_QUOTED, _BRACKET, _BY_PARTS, _BY_MARK, _SHORT_FOR, _PLAIN, _PLAIN_INSIDE):
        quoted = pattern not in (_PLAIN, _PLAIN_INSIDE)
        for match in pattern.finditer(words):
            term = match["term"]
            asks = _ASKS.search(words[: match.start()]) or words.endswith(("？", "?"))
            if _NOT_TERM.search(term) or asks or not (quoted or is_name(term)):
                continue
            sort = match["after"] if _SORT.fullmatch(match["after"] or "") else ""
            name = f"“{term}”{sort}" if quoted else term
            stretch = sentence.stretch(match.start(), match.end())
            said = sentence.place(match.start("term"), _end(words, match.end()))
            if quoted and _COUNTED.match(term):
                yield Listing(name, "", "", stretch, said)
            else:
                yield Definition(name, quoted, stretch, said)


def _end(words: str, at: int) -> int:
    return min((place for mark in "；。" if (place := words.find(mark, at)) >= 0), default=len(words))


def listing_facts(sentence: FactSentence) -> Iterator[Listing]:
    """The lists of a sentence that can be asked for by the name of their sort."""
    words = sentence.words
    yield from _admitted(sentence)
    yield from _beside(sentence)
    for begin, end in clauses_of(words):
        clause = words[begin:end]
        if match := _INCLUDES.match(bare(clause)):
            head = match["head"]
            if _CONTENTS.fullmatch(head):
                thing = sentence.thing_before(begin)
                head = f"{thing}的{head}" if thing and not NAMED.search(thing) else ""
            if (
                is_name(head)
                and not has_figure(head)
                and "由" not in head
                and (match["tail"] or "由" not in clause[: len(head) + 3])
            ):
                yield Listing(head, "", "", sentence.stretch(begin, end), sentence.place(begin, end))
                continue
        if match := _LIST.search(clause):
            yield from _listing(sentence, clause, begin, match)


def _beside(sentence: FactSentence) -> Iterator[Listing]:
    """Lists that stand beside the term that counts them, or after the conditions that they are."""
    words = sentence.words
    for match in _COUNTED_ITEMS.finditer(words):
        group = "items" if match["term"] else "before"
        said = sentence.place(*match.span(group))
        yield Listing(f"“{match['term'] or match['named']}”", "", "", sentence.stretch(*match.span()), said)
    for match in _MADE_UP.finditer(words):
        said = sentence.place(*match.span("items"))
        yield Listing(f"{match['term']}的成员", "", "", sentence.stretch(*match.span()), said)
    for match in _GREAT.finditer(words):
        said = sentence.place(*match.span("items"))
        yield Listing(match["term"], "", "", sentence.stretch(*match.span()), said)
    for match in _CONDITIONS.finditer(words):
        act = re.sub("^(?:的)?(?:可以|可|应当?|不得|须)", "", match["act"])
        span = sentence.place(match.end(), len(words))
        yield Listing(f"{act}的{match['sort']}", "", "", sentence.place(match.start(), len(words)), span)


def _admitted(sentence: FactSentence) -> Iterator[Listing]:
    """把针灸、推拿等28个项目纳入按病种付费: what the items of one sort become."""
    if "、" in sentence.words and (match := _ADMITTED.search(sentence.words)):
        noun = match["noun"]
        if noun == _noun(noun) and is_name(noun):
            stretch = sentence.stretch(*match.span())
            yield Listing(f"{match['act']}的", noun, "", stretch, sentence.place(*match.span("items")))


def _listing(sentence: FactSentence, clause: str, begin: int, match: re.Match[str]) -> Iterator[Listing]:
    """…等重点专科, …三个阶段: what stands before the items, and the name of their sort."""
    noun = match["noun"]
    if noun != _noun(noun) or _PUSHES.match(noun) or _PUSHED.search(noun) or not is_name(noun):
        return
    first = match["items"].partition("、")[0]
    head, item = _head(first)
    if item is None or len(head) < 2 or has_figure(first) or re.search("由|[在对把将]$", head):
        return
    if not _has_name(head):
        before = _subject_before(sentence, begin) or (sentence.topic if match["count"] else "")
        head = re.sub("^先", "首批", head) if before else head
        generic = len(noun) < LONG_NOUN and not match["count"]
        if before.endswith(head[-2:]) or generic or (not before and len(noun) < LONG_NOUN):
            return
        head = f"{before}{head}" if before else f"要{head}" if sentence.asks else head
    start = begin + len(first) - len(item)
    stretch = sentence.stretch(begin, begin + len(clause))
    said = sentence.place(start, begin + match.start("noun"))
    yield Listing(head, noun, match["count"] or match["more"] or "", stretch, said)


def _subject_before(sentence: FactSentence, begin: int) -> str:
    """The subject of the nearest clause before, not what its verb acts on: 加快建设步伐，建设… is of nobody."""
    segment = clause_start(sentence.words, begin, SEGMENT_MARKS)
    clauses = map(parse, re.split("[，：]", sentence.words[segment:begin])[::-1])
    subjects = (clause.subject for clause in clauses if clause)
    return next((name for name in subjects if 2 < len(name) <= LONGEST_HEAD and is_name(name)), "")


def _noun(words: str) -> str:
    """The noun at the head of some words."""
    taken = ""
    for word in words_of(words):
        if word.tag[:1] not in ("n", "j", "a", "b", "l") and word.tag != "vn":
            break
        taken += word.text
    return taken


def _head(words: str) -> tuple[str, str | None]:
    """The words before the first item of a list (首批开放), and that item (中医)."""
    clause = parse(words)
    if clause is None or clause.lead or len(clause.object) < 2 or _PUSHES_ON.fullmatch(clause.verb):
        return "", None
    if clause.subject and not is_name(clause.subject):
        return "", None
    return f"{clause.subject}{clause.adverbs}{clause.verb}", clause.object


def _has_name(head: str) -> bool:
    clause = parse(head)
    return bool(clause and clause.subject)
