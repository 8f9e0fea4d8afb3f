"""The places that a question names: 红枫县, 杭州, 岚川; an answer must be of each of them.

A place is a name before an administrative suffix, a name of the gazetteer, or the place of a document. What stands
before the suffix is a name only where it is no word that tells which one of many (全市, 各县, 试点县).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.conditions.condition import Condition, Evidence, sides
from knowledge.text.gazetteer import bare_places, places
from knowledge.text.spans import ends_of
from loaders.lazy_pattern import lazy_pattern

SUFFIXES = "省市县区州旗盟镇乡村"
# 县长, 区委, 市卫健委 go on after the suffix; 市场, 区域, 乡村, 村医, 县级 are other words.
_SUFFIX = (
    r"(?:自治[区州县旗]|新区|街道|省(?![会域级])|市(?![场民域级])|县(?![域级城区])|区(?![域间别级分])|"
    r"[州旗盟](?![级帜友市区县])|镇(?![痛静域级])|乡(?![村镇下亲里级])|村(?![医庄民居级里卫]))"
)
_BOUNDARY = r"(?:^|(?<=[\s,。、;:?!“”\"'《》()])|(?<=[和与跟比在到从给由问请及或])|(?<=[省市县区州旗盟]))"
_SUFFIX_BEHIND = lazy_pattern(rf"{_SUFFIX}(?![里上])")
_NAMED = lazy_pattern(
    rf"{_BOUNDARY}(?![和与跟比在到从给由问请及或])(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?P<suffix>{_SUFFIX})"
)
# What tells which of many a place is, or that it is no place.
_GENERIC = lazy_pattern(
    r"^[和与跟比在到从给由问请及或靠小大强]|小$|居民|今天|明天|[人不出全我咱各本该某每哪几些个这那的是有什怎谁多少把被让对向以所新老两下上外]|[年月日]$|今天|现在|"
    r"目前|一共|国家|试点|示范|重点|贫困|先进|文明|卫生|健康|中心|边远|偏远|农|城|山|校|院|社|地|园|病|街|行政|自然|开发|高新|工业|"
    r"经济|直辖|副|超|门|股|楼|夜|县|市|区|州|省|乡|镇|村|局|委|厅|办|部|科|站|会|公立|民营|医|附近|周边|其[他它]|别|当|邻|辖|联|国|群众"
)
# Names of the gazetteer that are of places of a kind: 各县区, 自治县, 居民区, 湖区. Of two characters only counties are names.
_OF_A_KIND = lazy_pattern(
    r"^.[^县]$|^[各全本外邻该我每]|^(?:自治|民族|少数|居民|偏远|中心|开发|经济|工业).{0,3}$|^..?[山地湖林小城]区$|小镇$"
)

# 远山县, 江城市 are names, though 山 or 城 elsewhere tells a kind (深山区, 老城区); 省城, 县城 are none.
_LANDFORM = lazy_pattern(r"(?<=[^省县市区主老古旧新深高半矿大小])[山城园门楼]$")
_OF_COUNTIES = "省市县州旗盟"

NAME = 2  # characters of most names of counties; a longer one that the corpus has is another word

Words = Collection[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a question names: its name without the suffix, the suffix if any, and where it stands."""

    name: str
    suffix: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """As the question has it."""
        return self.name + self.suffix


def places_in(
    text: str, words: Words, of_documents: Collection[str], in_corpus: Callable[[str], bool]
) -> list[Place]:
    """The places that a normalised question names, in its order.

    Arguments: the question; its words, each with where it begins; the places of documents; what tells whether the
    corpus has a word: one that it lacks, before a suffix, is a name.
    """
    by_start: dict[int, Place] = {}
    for place in (
        *_of_documents(text, of_documents),
        *_suffixed(text, in_corpus),
        *_words(text, words, in_corpus),
    ):
        if not any(place.start < other.end and other.start < place.end for other in by_start.values()):
            by_start[place.start] = place
    return [by_start[start] for start in sorted(by_start)]


def conditions_on_places(text: str, named: list[Place]) -> list[Condition]:
    """What an answer must be of: each place; a wider one right before (河南省商丘市) only where the narrower is not met.

    Places with 和, 比 or the like before the second are sides of a comparison.
    """
    compared = sides(text, named)
    return [
        Condition("place", place.text, partial(_is_itself_of, place), side=True)
        if place in compared
        else Condition("place", place.text, _holds(place, named))
        for place in named
    ]


def _holds(place: Place, named: list[Place]) -> Callable[[Evidence], bool]:
    narrower = next((other for other in named if other.start == place.end), None)
    return partial(_is_of_either, (place, narrower)) if narrower else partial(_is_of, place)


def _is_of_either(two: tuple[Place, Place], evidence: Evidence) -> bool:
    place, narrower = two
    return _is_of(place, evidence) or _stands_in(narrower, evidence.about)


def _is_of(place: Place, evidence: Evidence) -> bool:
    """Whether a passage is of a place: its document is, or its own words or those around it name it."""
    if place.name == evidence.document.place and _other_level(place, evidence.document.level):
        return False
    return _is_itself_of(place, evidence) or _stands_in(place, evidence.around)


def _is_itself_of(place: Place, evidence: Evidence) -> bool:
    return _stands_in(place, evidence.about) or _stands_in(place, evidence.text)


def _other_level(place: Place, level: str | None) -> bool:
    """Whether a city is asked about where the document is of the province of that name, or the other way about."""
    return bool(place.suffix and level) and (place.suffix == "省") != (level == "省")


def _stands_in(place: Place, text: str) -> bool:
    """Whether a text names a place, with its suffix or with none; a single character only with it."""
    if place.text in text:
        return True
    if len(place.name) < 2 or place.name not in text:
        return False
    return not place.suffix or any(not rest or rest[0] not in SUFFIXES for rest in text.split(place.name)[1:])


def _of_documents(text: str, names: Collection[str]) -> Iterator[Place]:
    for name in sorted([name for name in names if name in text], key=len, reverse=True):
        for end in ends_of(name, text):
            suffix = match[0] if (match := _SUFFIX_BEHIND.match(text, end)) else ""
            yield Place(name, suffix, end - len(name), end + len(suffix))


def _suffixed(text: str, in_corpus: Callable[[str], bool]) -> Iterator[Place]:
    """The names before a suffix where a question, or a name in it, begins."""
    for match in _NAMED.finditer(text):
        name, suffix = match["name"], match["suffix"]
        invented = len(name) == NAME or (len(name) > NAME and not in_corpus(name))
        invented = invented and not _GENERIC.search(_told_apart(name, suffix))
        if invented or _is_listed(name + suffix):
            yield Place(name, suffix, match.start("name"), match.end())


def _told_apart(name: str, suffix: str) -> str:
    """What of a name may tell a kind of place: 汐 of 汐州市, 远 of 远山县."""
    if len(name) == NAME and suffix in _OF_COUNTIES:
        return _LANDFORM.sub("", name.removesuffix("州"))
    return name.removesuffix("州")


def _words(text: str, words: Words, in_corpus: Callable[[str], bool]) -> Iterator[Place]:
    """The places among the words: those of the gazetteer, and names before a suffix."""
    previous, before = "", 0
    for word, start in words:
        end = start + len(word)
        if word in bare_places():
            suffix = re.match(_SUFFIX, text[end:])
            yield Place(word, suffix[0] if suffix else "", start, end + (len(suffix[0]) if suffix else 0))
        elif re.fullmatch(_SUFFIX, word[-1]) and (_is_proper(word[:-1]) or _is_listed(word)):
            yield Place(word[:-1], word[-1], start, end)
        elif (
            re.fullmatch(_SUFFIX, word)
            and before + len(previous) == start
            and _is_unknown(previous, in_corpus)
        ):
            yield Place(previous, word, before, end)
        previous, before = word, start


def _is_unknown(word: str, in_corpus: Callable[[str], bool]) -> bool:
    return _is_proper(word) and not in_corpus(word)


def _is_listed(name: str) -> bool:
    """Whether the gazetteer has a name with its suffix, and it is none for places of a kind (自治县, 各县区, 居民区)."""
    return name in places() and not _OF_A_KIND.search(name)


def _is_proper(word: str) -> bool:
    """Whether some words before a suffix are a name."""
    return 2 <= len(word) <= 4 and bool(re.fullmatch(r"[\u4e00-\u9fff]+", word)) and not _GENERIC.search(word)
