"""Topics: the keys of the knowledge base, from a taxonomy of health work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import tomli

from loaders.lazy_pattern import lazy_pattern

_STRONG, _WEAK = 1.0, 0.35
_HEADING, _OUTER_HEADING = 1.5, 0.5
# Of 508 questions over seven sets of documents: own words, sentence, innermost heading, outer headings, passage, title.
_OWN_WORDS, _SECTION, _OUTER_SECTION, _PASSAGE, _TITLE = 3.0, 2.0, 0.6, 0.5, 1.0
# An outer heading that is but the name of a subject (（一）结核病) tells as much as the innermost one.
_NAMED_SECTION, _SHARE_OF_NAME = 2.0, 0.6
_NUMBER = lazy_pattern(
    r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*|^第[一二三四五六七八九十]+[、，\s]|^[一二三四五六七八九十]是"
)
# Members of a list are not what it is about: 心血管、儿童、传染病等专科.
_MEMBERS = lazy_pattern("[^，。；“”]*、[^，。；“”]{1,8}等(?=.{3})")
# A second topic counts when it is nearly as much what the passage is about as the first.
_SHARE_OF_BEST = 0.6
OTHER = "综合"
"""The topic of what none of the taxonomy fits."""


_ISSUED_BY = lazy_pattern("^[^《》]{4,20}?(?:局|委|委员会|政府|办公室|医院|中心)(?:印发)?关于")
# What a paper is, not what it is about.
_PAPER = lazy_pattern("年度总结|总结|表彰|(?:年度)?工作(?:要点|计划)|责任分工")
_BODY = lazy_pattern(
    "(?:全?[省市县区]属?|[一-鿿]{2}[省市县区])?(?:妇幼保健院|疾控中心|疾控局|疾病预防控制(?:中心|局)|中医院|人民医院|卫生监督所|急救中心|医保局|基层医疗卫?生?机构|公立医院)"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with the words that tell it, strong and weak, and the theme that it belongs to."""

    name: str
    parent: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()

    def score(self, text: str) -> float:
        """How much a text speaks of the topic; a word counts once, longer words more."""
        strong = sum(_STRONG * len(word) / 2 for word in self.words if word in text)
        return strong + sum(_WEAK * len(word) / 2 for word in self.weak if word in text)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a sentence: its headings from the innermost, its passage, the title of its document."""

    headings: tuple[str, ...]
    passage: str
    title: str


@dataclass(frozen=True, slots=True)
class TopicCount:
    """A topic with its theme and how many passages and questions it keys."""

    name: str
    parent: str
    passages: int
    questions: int


@cache
def taxonomy() -> tuple[Topic, ...]:
    """The topics of `data/topics.toml`."""
    data = tomli.loads((files("knowledge") / "data" / "topics.toml").read_text(encoding="utf-8"))
    return tuple(
        Topic(row["name"], row["parent"], tuple(row["words"]), tuple(row.get("weak", ())))
        for row in data["topic"]
    )


def parent_of(name: str) -> str:
    """The theme of a topic, or the topic itself when the taxonomy has none."""
    return next((topic.parent for topic in taxonomy() if topic.name == name), name)


def topics_named(words: str, names: Sequence[str], variants: Iterable[str] = ()) -> list[str]:
    """The topics that somebody means by a word or two, in the order of `names`; none where no topic is called so.

    Arguments: the words as typed; the names to choose from; other words for the same (托儿: 托育). The whole name comes
    before a part of it, that before a word that tells the topic, and the words typed before the others.
    """
    typed = words.strip()
    if not typed:
        return []
    if typed in names:
        return [typed]
    for spelling in (typed, *variants):
        for called in (_is_part_of_name, _tells_topic):
            if meant := [name for name in names if called(spelling, name)]:
                return meant
    return []


def _is_part_of_name(words: str, name: str) -> bool:
    return words in name


def _tells_topic(words: str, name: str) -> bool:
    return any(words in told or told in words for told in _strong_words().get(name, ()))


@cache
def _strong_words() -> dict[str, tuple[str, ...]]:
    """The words that tell a topic by themselves, by its name."""
    return {topic.name: topic.words for topic in taxonomy()}


def classify(text: str, headings: Sequence[str]) -> tuple[str, ...]:
    """The topics of a passage, the main one first; its innermost heading counts most, the outer ones a little."""
    total = dict(_scores(text))
    for distance, heading in enumerate(reversed(headings)):
        weight = _OUTER_HEADING if distance else _HEADING
        for place, score in _scores(heading).items():
            total[place] = total.get(place, 0.0) + weight * score
    if not total:
        return (OTHER,)
    scored = [(score, taxonomy()[place].name) for place, score in sorted(total.items())]
    best = max(score for score, _ in scored)
    chosen = [(score, name) for score, name in scored if score >= max(best * _SHARE_OF_BEST, _STRONG)]
    chosen.sort(key=lambda pair: -pair[0])
    return tuple(name for _, name in chosen[:3]) or (max(scored)[1],)


_IN_PASSING = 0.5  # what a word of any work counts in the sentence or the passage
PARTS_OF_SPEECH = frozenset(("工作成效", "存在问题", "会议安排", OTHER))
"""Topics that name a part of a speech, not a subject that somebody looks for."""


_OF_ALL_SUBJECTS = PARTS_OF_SPEECH | {
    "组织领导",
    "督查考核",
    "规划与项目资金",
    "财政投入与债务",
    "医院建设与项目",
    "健康中国与目标",
    "公立医院改革",
}


def subject_words() -> Iterator[str]:
    """The words that tell a subject by themselves, of all topics but those that any work has a part in."""
    return (word for topic in taxonomy() if topic.name not in _OF_ALL_SUBJECTS for word in topic.words)


@cache
def _field_words() -> frozenset[str]:
    """The words that tell what is done in health work, not only for whom: 结核病, 近视, but not 老年人 or 儿童."""
    topics = (
        topic for topic in taxonomy() if topic.name not in _OF_ALL_SUBJECTS and topic.parent != "重点人群"
    )
    return frozenset(word for topic in topics for word in topic.words)


def names_field(text: str, first: bool = False) -> bool:
    """Whether a text names a subject, not only for whom or where: 结核病筛查 does, 学校筛查 does not.

    Arguments: the text; whether it must begin with that.
    """
    return any(text.startswith(word) if first else word in text for word in _field_words())


def topic_of(question: str, sentence: str, around: Surroundings) -> str:
    """The subject of a question, never a part of a speech.

    Arguments: its words, which count most; the sentence that answers it; what stands around that.
    """
    weighted = [
        (_OWN_WORDS, _without_bodies(_MEMBERS.sub("", question))),
        (_STRONG, _without_bodies(sentence)),
        *((_weight_of(words) if place else _SECTION, words) for place, words in enumerate(around.headings)),
        (_PASSAGE, around.passage),
        (_TITLE, _PAPER.sub("", _ISSUED_BY.sub("", around.title))),
    ]
    total: dict[int, float] = {}
    for weight, words in weighted:
        for place, score in _scores(words).items():
            less = _IN_PASSING if words in (sentence, around.passage) and place in _of_all_subjects() else 1.0
            total[place] = total.get(place, 0.0) + less * weight * score
    order = sorted(total, key=lambda place: (-total[place], place))
    named = (name for place in order if (name := taxonomy()[place].name) not in PARTS_OF_SPEECH)
    return next(named, OTHER)


@cache
def _of_all_subjects() -> frozenset[int]:
    """The places of the topics that any work has a part in: a sentence that pays for something is not about money."""
    return frozenset(place for place, topic in enumerate(taxonomy()) if topic.name in _OF_ALL_SUBJECTS)


@lru_cache(maxsize=1024)
def _weight_of(heading: str) -> float:
    """What an outer heading weighs: more where it is but the name of a subject."""
    name = _NUMBER.sub("", heading)
    longest = max((len(word) for word in subject_words() if word in name), default=0)
    return _NAMED_SECTION if longest >= _SHARE_OF_NAME * len(name) > 0 else _OUTER_SECTION


def _without_bodies(question: str) -> str:
    """A question without the bodies that it names, where its other words tell a topic by a strong word: the debts of a
    hospital for mothers are debts, but the reform of a centre for disease control is no reform of hospitals."""
    plain = _BODY.sub("", question)
    return plain if plain != question and _has_strong_word(plain) else question


def _has_strong_word(text: str) -> bool:
    return any(score >= _STRONG for score in _scores(text).values())


@lru_cache(maxsize=4096)
def _scores(text: str) -> Mapping[int, float]:
    """How much a text speaks of the topics that it speaks of, by their places; headings recur from passage to passage."""
    text = text.replace("门急诊", "门诊人次")  # all that come to a hospital, no matter of emergencies
    words = _words_by_beginning()
    spoken_of = {
        place
        for beginning in words.keys() & {text[at : at + 2] for at in range(len(text))}
        for word, places in words[beginning]
        if word in text
        for place in places
    }
    return {place: taxonomy()[place].score(text) for place in spoken_of}


@cache
def _words_by_beginning() -> dict[str, list[tuple[str, list[int]]]]:
    """The words that tell topics by their first two characters, each with the places of its topics."""
    places: dict[str, list[int]] = {}
    for place, topic in enumerate(taxonomy()):
        for word in (*topic.words, *topic.weak):
            places.setdefault(word, []).append(place)
    by_beginning: dict[str, list[tuple[str, list[int]]]] = {}
    for word, topics in places.items():
        by_beginning.setdefault(word[:2], []).append((word, topics))
    return by_beginning
