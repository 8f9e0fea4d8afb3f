"""How something is shared out, and what somebody must have: 结余部分的60%用于奖励、30%用于发展; 应当具备执业资格."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.facts.clauses import bare, is_name
from knowledge.facts.records import Division, Requirement
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure
from knowledge.facts.subjects.matter import lacks_matter
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_NAME, LONGEST_NAME, SHORTEST_LIST = 3, 16, 6
_SHARE = r"(?:\d[\d.]*[%％]|[一二三四五六七八九](?:成[一二三四五六七八九]?)|一半)"
_USE = "用于|留作|留给|作为|作|归|分给|划给|给"
# 结余部分的60%用于人员奖励，30%用于事业发展
_PART = rf"(?:{_SHARE}(?:{_USE})[^，。；\d]{{2,14}})"
_SHARED = lazy_pattern(rf"(?P<of>[^，。；：\d]{{2,16}}?)的?(?:，)?{_PART}(?:[，、；]{_PART})+")
# 结余资金按总院四成、卫生院五成的比例分配
_IN_PARTS = lazy_pattern(
    rf"(?P<of>[^，。；：\d按]{{3,14}})按(?:照)?[^，。；]{{2,10}}{_SHARE}、[^。；]{{2,24}}{_SHARE}(?:的比例)?(?:分配|分担|分成|拨付)"
)
# 新聘乡村医生应当具备执业助理医师以上资格
_MUST_HAVE = lazy_pattern(
    r"^(?P<of>[^，。；：应须]{3,14}?)(?:原则上)?(?:应当?|须|必须|需|要)(?:同时)?(?:具备|具有|符合|取得)(?P<what>[^，。；]{2,20}?)(?P<noun>资格|资质|条件|学历|职称|经历|证书)$"
)
_POINTS_ON = lazy_pattern("以下|下列|下述|如下|相应|有关|相关|规定|一定|必要")


def share_facts(sentence: FactSentence) -> Iterator[Division | Requirement]:
    """What a sentence shares out, and what it asks somebody to have."""
    words = sentence.words
    for match in (*_SHARED.finditer(words), *_IN_PARTS.finditer(words)):
        of = _whole(sentence, bare(match["of"]), match.start())
        if of:
            end = clause_end(words, match.end())
            stretch = sentence.stretch(match.start(), end)
            yield Division(of, stretch, sentence.place(match.start(), end))
    for begin, end in clauses_of(words):
        must = _MUST_HAVE.match(bare(words[begin:end]))
        if must and is_name(must["of"]) and not has_figure(must["of"]):
            last = _end_of_list(words, end) if _POINTS_ON.match(must["what"]) else end
            if last:
                said = sentence.place(begin, last)
                yield Requirement(must["of"], must["noun"], sentence.stretch(begin, last), said)


def _end_of_list(words: str, at: int) -> int:
    """Where the conditions end that a clause announces (符合下列条件：…); 0 where the sentence does not list them."""
    return len(words) if words[at : at + 1] == "：" and len(words) > at + SHORTEST_LIST else 0


def _whole(sentence: FactSentence, name: str, at: int) -> str:
    """The name of what is shared out, with whose it is where the words right before tell that."""
    name = re.sub("^(?:其中|对|把|将)", "", name).removesuffix("的")
    if not is_name(name) or has_figure(name):
        return ""
    if lacks_matter(name):
        begin = clause_start(sentence.words, at, SEGMENT_MARKS)
        first = re.split("[，：]", bare(sentence.words[begin:at]))[0]
        fund = re.match("(?P<fund>[一-鿿]{2,6}(?:基金|资金|经费))", first)
        return f"{fund['fund']}{name}" if fund else name if len(name) > SHORTEST_NAME else ""
    return name if SHORTEST_NAME <= len(name) <= LONGEST_NAME else ""
