"""Questions in English words of the field, turned into Chinese ones by a list of terms that people can extend.

`data/bilingual.toml` has for each Chinese term, as documents write it, what people say in English. The longest words
that fit count. This is no translation: a question whose content words are not all in the list is said to be not
understood, with those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from loaders.lazy_pattern import lazy_pattern

WORD = lazy_pattern(r"[a-z0-9]+(?:['’][a-z]+)?")
MONTHS = "january february march april may june july august september october november december".split()
YEAR = lazy_pattern(r"(?:19|20)[0-9]{2}")
TURNS = ("of", "for", "among")  # what stands after them comes first in Chinese
TIMES = "times"  # the table of what stands before the matter
LEANING = ("什么时候", "由谁负责", "由谁牵头", "是多少", "目标是多少")  # what may be asked of the last answer
NOTHING = ""  # what a word that carries no matter stands for

# The first that fits counts: what is asked for, told by the words in which a question is put.
_ASKED: tuple[tuple[str, str], ...] = (
    (
        r"\bwhen\b|\bwhat (?:date|time|day|month|year|deadline)\b|\bdeadline|\bhow soon\b|\bby what\b",
        "什么时候",
    ),
    (r"\bleads?\b|\bleading\b", "由谁牵头"),
    (
        r"\bwho\b|\bresponsible\b|\bin charge\b|\b(?:what|which) (?:body|bodies|department|agency|bureau|office|unit|authority)",
        "由谁负责",
    ),
    (r"\btargets?\b|\bgoals?\b", "目标是多少"),
    (r"\bwhy\b|\bwhat (?:is the )?(?:purpose|reason)", "为什么"),
    (r"\bwhere\b", "在哪里"),
    (
        r"\bhow (?:many|much|high|large|big|long|often|far)\b|\bwhat (?:is|are|was|will be)?\s*(?:the )?(?:target|rate|ratio|number|share|proportion|percentage|level|amount|goal|value)\b"
        r"|\bwhat \w*\s*(?:percent|percentage|rate|share|proportion)\b|\b(?:rate|ratio|target|level|percentage|mortality|coverage)\b",
        "是多少",
    ),
    (r"\bhow\b|\bwhat measures\b|\bin what way\b", "怎么做"),
    (r"\bwhat does\b.*\bmean\b|\bdefinition\b|\bwhat is an?\b", "是什么"),
    (r"\bwhat\b|\bwhich\b|\blist\b", "有哪些"),
)
_STOPWORDS = frozenset(
    (
        "a an the this that these those it its they them their there here i we you he she us me my our your his her "
        "is are was were be been being am do does did done will would shall should can could may might must have has "
        "had having of in on at to for from by with without within into onto over under about around per as and or but "
        "if than then so not no nor only also too very more most less least much many some any each every all both "
        "either such same other others another own what which who whom whose when where why how tell say says said "
        "please give show let know want need like get got make made take taken use used using long soon often far high "
        "large big date time day month year deadline end ending due mean means definition purpose reason target targets goal goals "
        "goal goals number amount level value percent body bodies department agency bureau office unit authority responsible charge "
        "list find document documents plan plans speech speeches text according current currently present "
        "expected required planned set state stated work working out up down off again further between during before "
        "after until till since through across against ask asked question there's what's when's who's where's how's "
        "lead leads leading led one two three first second next last still already yet"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Translation:
    """A question in Chinese words, how many of its terms are known, and the words of it that are not."""

    chinese: str
    terms: int
    unknown: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every word that carries matter was understood, or it leans on the last question with none."""
        return bool(self.chinese) and not self.unknown

    @property
    def is_telling(self) -> bool:
        """Whether what is known says enough to be asked without the rest."""
        return self.terms >= max(1, len(self.unknown))


def is_english(text: str) -> bool:
    """Whether a text is written in Latin letters alone, in more than one word."""
    return text.isascii() and len(re.findall("[a-z]{2,}", text.lower())) > 1


def terms() -> int:
    """How many Chinese terms the list has."""
    return sum(len(rows) for rows in _tables().values())


def in_chinese(text: str, places: Mapping[str, str]) -> Translation:
    """A question in Chinese. `places` are the places of documents by their names in letters (qingting)."""
    words = [_stem(word) for word in WORD.findall(_plain(text))]
    segments: list[list[str]] = [[]]
    unknown: list[str] = []
    named: list[str] = []
    for english, chinese in _matched(words, places):
        if english in TURNS:
            segments.append([])
        elif chinese is None:
            unknown.append(english)
        elif english in places or YEAR.fullmatch(english) or chinese in _tables()[TIMES]:
            named.append(chinese)
        elif chinese:
            segments[-1].append(chinese)
    matter = "".join(chinese for segment in reversed(segments) for chinese in dict.fromkeys(segment))
    asked = next((chinese for shape, chinese in _ASKED if re.search(shape, text.lower())), "")
    # A place comes before a time, and both before the matter: 青汀2027年签约率.
    named.sort(key=lambda name: name not in places.values())
    whose = "".join(dict.fromkeys(named))
    # With no matter it leans on the last question: 岚川的呢, 由谁负责.
    follows = f"{whose}的呢" if whose else asked if asked in LEANING else ""
    count = sum(map(len, segments))
    return Translation(f"{whose}{matter}{asked}" if matter else follows, count, tuple(dict.fromkeys(unknown)))


def with_terms(text: str, places: Mapping[str, str]) -> str:
    """A text in which the words of the list and the places stand in Chinese, all else as it is."""
    found = list(WORD.finditer(text.lower()))
    stems = [_stem(match.group()) for match in found]
    pieces, done, at = [], 0, 0
    while at < len(found):
        end, chinese = _term_at(stems, at)
        chinese = chinese or places.get(stems[at], "")
        if chinese:
            pieces += [text[done : found[at].start()], f" {chinese} "]
            done = found[end - 1].end()
        at = end
    return " ".join("".join([*pieces, text[done:]]).split())


def _matched(words: Sequence[str], places: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """The words with what they stand for in Chinese, the longest that fit together; None where that is not known."""
    at = 0
    while at < len(words):
        end, chinese = _term_at(words, at)
        yield " ".join(words[at:end]), chinese or _alone(words[at], places)
        at = end


def _term_at(words: Sequence[str], at: int) -> tuple[int, str]:
    """Where the longest term that begins at a word ends, and what it stands for; the next word and nothing for none."""
    ends = range(min(len(words), at + _longest()), at, -1)
    end = next((end for end in ends if tuple(words[at:end]) in _terms()), None)
    return (at + 1, "") if end is None else (end, _terms()[tuple(words[at:end])])


def _alone(word: str, places: Mapping[str, str]) -> str | None:
    """What a word that is no term stands for: a place, a year, a month, a figure, or nothing."""
    if word in places:
        return places[word]
    if YEAR.fullmatch(word):
        return f"{word}年"
    if word in MONTHS and word != "may":
        return f"{MONTHS.index(word) + 1}月"
    if word.isdigit():
        return word
    if word in _stopwords():
        return NOTHING
    return next((_terms()[form,] for form in _bases(word) if (form,) in _terms()), None)


def _stem(word: str) -> str:
    """A word without the ending of its plural or genitive."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _bases(word: str) -> Iterator[str]:
    """What a verb may be without its ending: improved, improving for improve."""
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word.removesuffix(ending)
            yield from (base, base + "e", base[:-1], base + "ing")


def _plain(text: str) -> str:
    return text.lower().replace("-", " ")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(_STOPWORDS | {_stem(word) for word in _STOPWORDS})


@cache
def _tables() -> Mapping[str, Mapping[str, Sequence[str]]]:
    source = files("knowledge") / "data" / "bilingual.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


@cache
def _terms() -> Mapping[tuple[str, ...], str]:
    """The Chinese terms by the stems of their English words."""
    return {key: chinese for chinese, said in _rows() for key in map(_key, said)}


@cache
def _longest() -> int:
    return max(map(len, _terms()))


def _rows() -> Iterable[tuple[str, Sequence[str]]]:
    return (row for table in _tables().values() for row in table.items())


def _key(english: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in WORD.findall(_plain(english)))
