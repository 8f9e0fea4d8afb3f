"""Who holds a post, who runs a thing, where an office is, and who leads what the sentence before tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Clause, Place, Post, Responsibility, Span
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure, thing_of, without_quantity
from knowledge.facts.words import NOUNS, VERBS, words_of
from knowledge.lexicon.posts import POSTS
from loaders.lazy_pattern import lazy_pattern

LONGEST_DUTY, LONGEST_BARE_POST = 16, 4
# 由副县长褚云岫任组长
_MADE_HEAD = lazy_pattern(
    rf"由(?P<who>[^，。；由]{{2,24}}?)(?:担任|兼任|任)(?P<post>[^，。；任]{{0,10}}?(?:{POSTS}))"
)
# 副局长葛书原任医共体党委副书记
_HOLDS = lazy_pattern(
    rf"^(?P<who>[^，。；由]{{0,24}}?(?:{POSTS})[\u4e00-\u9fff]{{2,3}}?(?:同志)?)(?:担任|兼任|任)(?P<post>[^，。；任]{{2,16}}?(?:{POSTS}))$"
)
# 队长由急诊科主任贺云川担任
_FILLED_BY = lazy_pattern(
    rf"^(?P<post>[^，。；由]{{0,12}}?(?:{POSTS}|队长|组长|主任))由(?P<who>[^，。；由]{{2,24}}?)(?:担任|兼任)$"
)
# 卫生院院长是村卫生室管理第一责任人
_ANSWERS_FOR = lazy_pattern(
    r"^(?P<who>[^，。；是]{2,20}?)(?:是|为)(?P<post>[^，。；是为]{2,16}?(?:第一责任人|直接责任人|责任主体|牵头单位|责任单位))$"
)
# 医政科科长柯霜清负责床位调度
_IN_CHARGE = lazy_pattern(
    rf"^(?P<who>[^，。；由]{{0,20}}?(?:{POSTS})(?:[\u4e00-\u9fff]{{2,3}})?(?:同志)?)(?:具体|全面|直接)?(?:负责(?![制人])|分管|主管|主抓)(?P<duty>[^，。；]{{3,16}})$"
)
_RUN_BY = lazy_pattern(r"^由(?P<rest>[^，。；由]{4,26})$")
_HOW = lazy_pattern("^(?:统一|具体|亲自|负责|全权|共同|定期|直接|免费|轮流|集中)+(?=..|派|管|审|发)")
_ONE_SIGN = frozenset("派管审发定办批")
_LEADS_ALONE = lazy_pattern(r"^由?(?P<who>[^，。；由]{2,30}?)(?:负责)?(?:牵头|主抓|负责)(?:，|$)")
# 由A牵头，B配合，年底前完成: nothing follows that has a task of its own.
_ONLY_HELPS = lazy_pattern(
    r"(?:$|[^，]{2,30}(?:配合|参加|参与|协同|协助|支持)|[^，]{0,8}[底月日]前|每[月季周])"
)
_STANDS = lazy_pattern(r"^(?P<what>[^，。；]{0,16}?)(?:设在|设于|位于|落户)(?P<where>[^，。；]{3,24})$")
LONGEST_WHO = 20
_MAKES = frozenset(
    "建设 建立 制定 组织 实施 开展 编制 起草 出台 采购 组建 设立 举办 开发 承办 改造 培训 建成 搭建 运营 印发 提供".split()
)
_MEASURE = lazy_pattern("(?:[率数量]|占比|比例|人次|标准|水平)$")
_GROUPS = ("专班", "办公室", "小组", "委员会", "队", "中心", "联盟")
_RUNS = ("办公室", "专班", "中心", "小组")
_OFFICE = lazy_pattern("办公室$|专班$|领导小组$")
_FOR_PERSONS = lazy_pattern("培训|轮训|招聘|招录|培养|引进|选派|招募|救助|资助")
_PART_OF = lazy_pattern("^(?:下设的?|其)?(?:办公室|专班(?:办公室)?|领导小组(?:办公室)?)$")


def duty_facts(
    sentence: FactSentence, before: FactSentence | None
) -> Iterator[Responsibility | Post | Place]:
    """The posts, duties and places that a sentence names.

    Arguments: the sentence; the one before it in its passage, which tells what 由A牵头 alone is about.
    """
    words = sentence.words
    for begin, end in clauses_of(words):
        clause = bare(words[begin:end])
        at = begin + max(0, words[begin:end].find(clause))
        yield from _posts(sentence, clause, at)
        yield from _duties(sentence, clause, at, before if begin == 0 else None)
        yield from _places(sentence, clause, at)
    if before:
        yield from _of_sentence_before(sentence, before)


def _posts(sentence: FactSentence, clause: str, at: int) -> Iterator[Post]:
    filled = _FILLED_BY.match(clause)
    appointed = filled or _MADE_HEAD.search(clause) or _HOLDS.match(clause)
    match = appointed or _ANSWERS_FOR.match(clause)
    if not match:
        return
    name = match["post"]
    if len(name) <= LONGEST_BARE_POST:
        name = f"{_led(sentence, at)}{name}"
    if len(name) > LONGEST_BARE_POST:
        stretch, said = _of_match(sentence, match, at)
        yield Post(name, appointed is not None, stretch, said)


def _led(sentence: FactSentence, at: int) -> str:
    """Whose head is named: a group that a clause before sets up (成立复审办公室，设在质控科，主任由…), else its topic."""
    groups = (thing for thing in sentence.things_before(at) if thing.endswith(_GROUPS))
    topic = next(groups, "") or sentence.topic_at(at)
    return "" if has_figure(topic) or "小时" in topic else topic


def _duties(
    sentence: FactSentence, clause: str, at: int, before: FactSentence | None
) -> Iterator[Responsibility]:
    if match := _IN_CHARGE.match(clause):
        duty = match["duty"]
        if is_name(duty) or words_of(duty)[0].text in NOUNS:
            yield Responsibility(Clause("", duty, "", "负责", ""), "lead", *_of_match(sentence, match, at))
    elif task := _made_by(clause):
        who, made = task
        said = sentence.place(at + 1, at + 1 + len(who))
        yield Responsibility(made, "lead", sentence.stretch(at, at + len(clause)), said)
    elif match := _RUN_BY.match(clause):
        thing = _thing_of(before) if before else _paid(sentence.words[:at])
        thing = thing or _of_persons(sentence.words[:at]) or sentence.subject_at(at) or sentence.topic_at(at)
        divided = _who_does(match["rest"])
        thing = re.sub(f"{TIME}$", "", thing)
        if divided and len(thing) > 2 and _can_be_led(thing):
            who, verb = divided
            said = sentence.place(at + 1, at + 1 + len(who))
            stretch = sentence.stretch(at, at + len(clause))
            yield Responsibility(Clause("", thing, "", verb, ""), "lead", stretch, said)


def _can_be_led(thing: str) -> bool:
    """Whether words name a thing that somebody may run: no clause (救护车够不着), no part of something."""
    last = words_of(thing)[-1]
    act = last.tag in ("v", "a", "d", "ad") and last.text not in NOUNS
    return (
        is_name(thing)
        and not act
        and not re.search("的部分|够不|^(?:重新|缺少|各项)|(?:内部|之间|以内|以上)$", thing)
    )


def _paid(words: str) -> str:
    """改造经费每家9万元，: what the clause right before tells a sum of."""
    match = re.search(
        r"(?:^|[，；])(?P<what>[^，；。\d每]{3,12})(?:每[^，；。\d]{1,4})?\d[\d.]*[万亿]?元，$", words
    )
    what = bare(match["what"]) if match else ""
    return what if len(what) > 2 and is_name(what) else ""


def _of_persons(words: str) -> str:
    """培训急救员900名，: what is led right before is not the persons, but their training."""
    clause = parse(re.split("[，；：]", words.rstrip("，"))[-1])
    if not clause or not _FOR_PERSONS.fullmatch(clause.verb):
        return ""
    persons = without_quantity(clause.object)
    return f"{persons}{clause.verb}" if is_name(persons) and not has_figure(persons) else ""


def _made_by(clause: str) -> tuple[str, Clause] | None:
    """由市急救中心建设指挥平台: who makes what."""
    if not clause.startswith("由"):
        return None
    for at in range(min(len(clause) - 4, LONGEST_WHO), 3, -1):
        who, rest = clause[1:at], clause[at:]
        if not NAMED.search(who) or re.search("牵头|负责|、", who):
            continue
        if rest[:2] in _MAKES:
            thing = without_quantity(re.sub("^全[市县省区](?:统一)?的?|^统一的", "", rest[2:]))
            sound = 3 < len(thing) <= LONGEST_DUTY and is_name(thing) and not has_figure(thing)
            return (who, Clause("", thing, "", rest[:2], "")) if sound else None
    return None


def _who_does(words: str) -> tuple[str, str] | None:
    """A body or person and what it does with nothing after it: 县疾控中心 派, 护理部统一 调配."""
    for at in range(len(words) - 1, 3, -1):
        verb = _HOW.sub("", words[at:])
        parts = words_of(verb)
        does = verb in _ONE_SIGN or (len(verb) > 1 and len(parts) == 1 and parts[0].tag[:1] == "v")
        if does and all(_is_somebody(name) for name in re.split("[、和]", words[:at].removesuffix("统一"))):
            return words[:at], verb
    return None


def _is_somebody(words: str) -> bool:
    """Whether words name a body, a team or a person by post."""
    person = rf"(?:{POSTS})[\u4e00-\u9fff]{{0,3}}$|团队$|队伍$|部$|医师$|护士$"
    return bool(NAMED.search(words) or re.search(person, words))


def _of_match(sentence: FactSentence, match: re.Match[str], at: int) -> tuple[Span, Span]:
    """The stretch of a match, and who it names, in the decoded text."""
    said = sentence.place(at + match.start("who"), at + match.end("who"))
    return sentence.stretch(at, at + len(match[0])), said


def _places(sentence: FactSentence, clause: str, at: int) -> Iterator[Place]:
    """市急救中心设在北院区: where something is."""
    match = _STANDS.match(clause)
    if not match or has_figure(match["where"]):
        return
    what = match["what"]
    if not what and (thing := sentence.thing_before(at)).endswith(_RUNS):
        what = thing  # 成立复审办公室，设在质控科
    if _PART_OF.match(what):
        topic = sentence.topic_at(at)
        what = f"{topic}办公室" if topic else ""
    if 4 <= len(what) <= LONGEST_DUTY + 4 and is_name(what) and _is_plain(what):
        stretch = sentence.stretch(at, at + len(clause))
        said = sentence.place(at + match.start("where"), at + match.end("where"))
        yield Place(what, bool(_OFFICE.search(what)), stretch, said)


def _is_plain(words: str) -> bool:
    """Whether no verb of the register stands in some words, save as part of a name."""
    return not any(word.text in VERBS and word.text not in NOUNS for word in words_of(words))


def _thing_of(before: FactSentence) -> str:
    """What a sentence is about: what the first clause that tells it does."""
    pieces = (before.words[begin:end] for begin, end in clauses_of(before.words))
    names = (name for piece in pieces if (name := thing_of(piece)))
    return next((name for name in names if not _MEASURE.search(name)), "")


def _of_sentence_before(sentence: FactSentence, before: FactSentence) -> Iterator[Responsibility]:
    """由县人民医院牵头，县大数据中心配合。 alone: what is led stands in the sentence before."""
    match = _LEADS_ALONE.match(bare(sentence.words))
    rest = bare(sentence.words)[match.end() :] if match else ""
    if not match or not NAMED.search(re.split("[、和]", match["who"])[-1]) or not _ONLY_HELPS.match(rest):
        return
    thing = _thing_of(before)
    if 3 <= len(thing) <= LONGEST_DUTY and not NAMED.search(thing) and _can_be_led(thing):
        at = sentence.words.find(match["who"])
        span = before.place(0, len(before.words))[0], sentence.place(0, len(sentence.words))[1]
        said = sentence.place(at, at + len(match["who"]))
        yield Responsibility(Clause("", thing, "", "牵头", ""), "lead", span, said)
