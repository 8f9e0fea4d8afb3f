"""The attribute that a question asks for: a price, a telephone number, opening hours, an address, a count of something.

An answer must hold an expression of that sort in the very sentence that speaks of the thing: 补贴2万元 is no price of a
meal, 每千人口床位7.1张 no number of beds of a hospital (answer type checking after D. Moldovan et al., ACL 2000).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from knowledge.conditions.attributes.kinds import kind_asked
from knowledge.conditions.attributes.measured_nouns import is_otherwise_asked, nearest_words
from knowledge.conditions.condition import Condition, Evidence, speaks_of
from knowledge.query.query import Concept
from knowledge.text.quantities import MEASURES, counted
from loaders.lazy_pattern import lazy_pattern

# A number with the measure word that is asked for, where no kind of the table is.
_MEASURE = lazy_pattern(rf"(?<!哪)(?:多少|几)[万亿千百]?(?P<word>{MEASURES})")
# The last of a compound says what is asked of the thing: 录取线, 挂号费, 近视率.
_HEAD_NOUN = lazy_pattern(r"(?:[^概效几频]率|起付线|分数线|录取线|名单|年薪|处分|纪念品)$")
_SPECIFIC = 3  # characters of what names one thing: 单位 and 医院 stand everywhere
# What a question asks the name of: its head tells the sort, the word before it which one (施工单位, 投诉电话). Who is
# responsible is told in other words, too.
_ASKED_NOUN = lazy_pattern(
    r"(?P<which>(?!责任|牵头|负责|主管|分管|配合|协助|参与|承办|主办|实施|监督|相关|有关|具体)(?:(?!的)[\u4e00-\u9fff]){2})(?:单位|部门|专家|老师|公司|企业|厂家|机构|电话|号码)"
    r"(?:都|分别)?(?:是|叫)(?:谁|哪[家位个]|多少|什么)|哪[家个](?P<body>[\u4e00-\u9fff]{2})[院所](?!长)"
)
# How, how many or how long is asked for, not what.
_MEASURING = frozenset(
    "分别 各自 一共 总共 不超过 不低于 最后 最终 后来 到底 究竟 一般 平时 具体 大概 现在 目前".split()
)
_HOW_MANY = lazy_pattern("多少|(?<![近这前])几[个家名所位条部项]")
_ASKING = lazy_pattern("[几谁哪]|多少|什么")  # 投了多少 asks
_RARE = 4.5  # an inverse document frequency: in about one passage of ninety
_TELLING = 2.0  # in about one passage of seven: of a thing whose name is made of common words


def conditions_on_attributes(
    text: str, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The conditions of a normalised question that asks for an attribute.

    Arguments: the question; its concepts; how rare a word is in the corpus, 0 for one that it lacks.
    """
    for concept in concepts:
        if _HEAD_NOUN.search(concept.words):
            yield Condition("attribute", concept.words, partial(speaks_of, concept.synonyms))
    if match := _ASKED_NOUN.search(text):
        which = match["which"] or match["body"]
        others = (words for concept in concepts if concept.words == which for words in concept.synonyms)
        yield Condition("attribute", match[0].rstrip("?"), partial(speaks_of, (which, *others)))
    yield from _of_a_kind(text, concepts, worth)


def _of_a_kind(text: str, concepts: Sequence[Concept], worth: Callable[[str], float]) -> Iterator[Condition]:
    """The condition of a question that asks for an attribute of a kind, or for a number with a measure word."""
    kind = kind_asked(text)
    match = kind.asks.search(text) if kind else _MEASURE.search(text)
    if match is None or (not _ASKING.search(match[0]) and _is_for_something_else(text, match)):
        return
    name = kind.name if kind else match[0].rstrip("?")
    answers = kind.evidence if kind else counted(match["word"])
    # 多少件患者投诉: what is counted follows the measure word; 收多少钱 counts nothing.
    things = [c for c in concepts if not kind and text.startswith(c.words, match.end())]
    subject = _words_of(_telling(text, match.start(), things, worth), worth)
    outside = [c for c in concepts if not match.start() <= text.find(c.words) < match.end()]
    subject = subject or subject_before(text, match.start(), outside or concepts, worth)
    if kind and kind.spoken_of == "nearest":
        subject = next(iter(nearest_words(text, match.start(), concepts, worth)), subject)
    if kind and kind.unmistakable:
        yield Condition("attribute", name, partial(spoken_of, answers, ()), of_subject=False)
    if subject and not (kind and kind.spoken_of == "nothing"):
        holds, applies = partial(spoken_of, answers, subject), partial(speaks_of, subject)
        yield Condition("attribute", name, holds, applies=applies)


def _is_for_something_else(text: str, match: re.Match[str]) -> bool:
    """Whether what ends a question is not what it asks for: 谁负责接听电话, 开通多少热线电话."""
    return is_otherwise_asked(text, match) or _HOW_MANY.search(text, 0, match.start()) is not None


def subject_before(
    text: str, end: int, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> tuple[str, ...]:
    """The words for what a question is about, which stands before what it asks for at a place; none where no word tells."""
    named = _telling(text, end, concepts, worth)
    return _words_of([c for c in named if text.find(c.words) < end] or named, worth)


def _telling(
    text: str, end: int, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> list[Concept]:
    """The concepts whose words tell one thing from another, or at least those before a place that are not everywhere."""
    known = [c for c in concepts if c.words not in _MEASURING and not _ASKING.search(c.words)]
    named = [c for c in known if len(c.words) >= _SPECIFIC or worth(c.words) >= _RARE]
    return named or [c for c in known if worth(c.words) >= _TELLING and text.find(c.words) < end]


def _words_of(concepts: Sequence[Concept], worth: Callable[[str], float]) -> tuple[str, ...]:
    """The words for the rarest of some concepts; for one that is said in words that the corpus lacks (乱开药) others may
    stand, so these count too."""
    if not concepts:
        return ()
    rarest = max(concepts, key=lambda concept: worth(concept.words))
    chosen = [c for c in concepts if c is rarest or (not worth(c.words) and any(map(worth, c.spellings)))]
    return tuple(words for concept in chosen for words in concept.synonyms)


def spoken_of(answers: re.Pattern[str], subject: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether a sentence has what is asked for, and it, the one before or what stands above speaks of the subject."""
    for sentence, near in evidence.sentences():
        if answers.search(sentence) and (not subject or any(word in near for word in subject)):
            return True
    return False
