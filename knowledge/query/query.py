"""Question understanding: a question becomes a query of concepts, each with the other words it may go by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.lexicon.thesaurus import Thesaurus, Variant
from knowledge.lexicon.topics import OTHER, classify
from knowledge.query.answer_types import Kind, kind_of
from knowledge.query.named_years import years_named
from knowledge.query.spelling import Speller
from knowledge.text.analyzer import Analyzer, pairs, stopwords
from knowledge.text.pinyin.syllables import is_pinyin
from loaders.lazy_pattern import lazy_pattern

_FILLER = lazy_pattern(
    r"@\w+|^(?:请问(?:一下)?|麻烦问下|问一下|想问下|想知道|领导问|急问|你好|您好)[，,:：\s]*|(?:帮忙查查?|帮我查一?下|帮忙看看|谢谢|多谢|急|在线等)[。！!~～]*$|[，,]急$"
)
_MOST_FILLERS = 6  # 您好，请问一下，…，谢谢: each round takes one at either end
# The noises of thinking, which voice typing writes down.
_NOISES = lazy_pattern(r"嗯+|呃+|就是说|(?:那个)+(?=[\u3400-\u9fff]{2})|来着|(?:对|是)吧$")
_END = lazy_pattern(r"(?<=[？?])\s*(?=[^\s？?])|[\n；;]\s*")
# 1.… 2.… 3.… in one line; a single number stands for itself.
_NUMBERED = lazy_pattern(
    r"(?:(?:^|(?<=[\s？?。；;，,]))(?:[1-9][.．、)）](?!\d)|[（(][1-9][)）])|[①-⑨])\s*(?=\D)"
)
_BARE = lazy_pattern(r"谁|何时|多少|多久|期限|目标")
_APART = lazy_pattern(
    r"(?P<first>[^的，,？?和与]{2,10})的(?P<of_first>[^的，,？?和与]{2,16})[和与](?P<second>[^的，,？?和与]{2,10})的(?P<of_second>[^的，,？?和与]{2,16}?)"
    r"(?:分别|各)(?P<asking>[^，,？?]*)[？?。]?"
)
# Words of a question that tell the kind of answer, not its subject.
_FRAME = lazy_pattern(
    r"(?:的?问题)?(?:要|该|准备|打算)?(?:怎么|怎样|如何|咋)(?:来|去)?(?:解决|破解|应对)|"
    r"什么时候|啥时候|什么时间|多会儿|何时|啥时|是什么意思|什么意思|啥意思|是什么|什么|有哪些|哪些|哪几[个家项所样]?|哪[个家里儿年月天些]?|多少|多大|多久|"
    r"怎么样|怎么回事|怎么|怎样|如何|为什么|为啥|是不是|有没有|能不能|要不要|[是有能要]否|几[个家项所年月成]?|吗|呢|谁|咋|啥|么"
)
# The words of a question's frame as they are typed in pinyin, longer ones first.
_FRAMES_IN_PINYIN = tuple(
    (lazy_pattern(pattern), words)
    for pattern, words in (
        (r"shenme\s?shihou|heshi", "什么时候"),
        (r"shi\s?shenme\s?yisi", "是什么意思"),
        (r"weishenme", "为什么"),
        (r"shenme", "什么"),
        (r"(?:you\s?)?naxie", "有哪些"),
        (r"duoshao", "多少"),
        (r"zenmeyang|zenme|ruhe", "怎么"),
        (r"shui\s?fuze|shei\s?fuze", "谁负责"),
        (r"youmeiyou", "有没有"),
    )
)
_LETTERS = lazy_pattern("[a-z]{4}")
_SPELLED = lazy_pattern(r"(?<![a-z])[a-z]{1,6}(?: [a-z]{1,6})+(?![a-z])")
# 1+1+N, 3+2: a name of its own, though its parts are numbers and letters.
_FORMULA = lazy_pattern(r"(?<![a-z\d+])[a-z\d]{1,2}(?:\+[a-z\d]{1,2})+(?![a-z\d+])")
_LONGEST = 400
# What a word that was only guessed is worth, where the word itself is 1.
_GUESSED = 0.8
_SAME = 0.7  # of the weight of other words for a concept: those that mean the same


@dataclass(frozen=True, slots=True)
class Concept:
    """Something a question speaks of: its own words first, then other words for it; `guesses` are those of them that
    its own words, if they were mistyped, may stand for."""

    variants: tuple[Variant, ...]
    guesses: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words of the question."""
        return self.variants[0].words

    @property
    def spellings(self) -> list[str]:
        """All words for it."""
        return [variant.words for variant in self.variants]

    @property
    def synonyms(self) -> tuple[str, ...]:
        """The words that mean the same, its own first."""
        return self.words_within(_SAME)

    def words_within(self, least: float) -> tuple[str, ...]:
        """The words for it that weigh at least so much, 0 to 1: near 1 those that mean the same."""
        return tuple(variant.words for variant in self.variants if variant.weight >= least)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood: its normalised text, kind of answer, concepts, pairs of characters and of syllables,
    characters, topics, and the places and years of the documents that it names."""

    text: str
    normalised: str
    kind: Kind
    concepts: tuple[Concept, ...]
    pairs: frozenset[str]
    sounds: frozenset[str]
    characters: frozenset[str]
    topics: tuple[str, ...]
    places: frozenset[str]
    years: frozenset[int]


class QueryParser:
    """Parses questions with the same analyzer that made the index."""

    def __init__(self, analyzer: Analyzer, thesaurus: Thesaurus) -> None:
        self._analyzer = analyzer
        self._thesaurus = thesaurus
        self._words = thesaurus.words()
        self._ways = lru_cache(maxsize=4_096)(self._ways_to_say)

    @cached_property
    def _speller(self) -> Speller:
        return _speller_of(frozenset(self._words))

    def parse(
        self,
        question: str,
        places: Iterable[str] = (),
        today: dt.date | None = None,
        in_corpus: Callable[[str], bool] = lambda _: True,
    ) -> Query:
        """Parse one question.

        Arguments: the question; the places that documents are of: one that the question names tells which
        documents it means and is no concept to search for; the day that 今年 and 去年 count from, without which they
        name no year; what tells whether the corpus has a word: one that it lacks may be a slip of typing.
        """
        asked = " ".join(map(self._analyzer.normalise, _segments(without_filler(question[:_LONGEST]))))
        text = _with_frame_in_characters(_SPELLED.sub(_joined, asked))
        named = frozenset(place for place in places if place in text)
        subject = _FRAME.sub(_blank, text)
        for place in named:
            subject = subject.replace(place, " " * len(place))
        concepts = tuple(self._concepts(text, subject, in_corpus))
        text, subject = _spelled_out(text, concepts), _spelled_out(subject, concepts)
        return Query(
            text=question,
            normalised=text,
            kind=kind_of(text),
            concepts=concepts,
            pairs=frozenset(pairs(subject)),
            sounds=frozenset(self._analyzer.sounds(subject)),
            characters=frozenset(subject) - stopwords() - {" "},
            topics=_topics(text, concepts),
            places=named,
            years=frozenset(years_named(text, today)),
        )

    def _concepts(self, text: str, subject: str, in_corpus: Callable[[str], bool]) -> Iterator[Concept]:
        edges = self._edges(text)
        found_words = (
            (start, end) for start, end in self._thesaurus.find(text) if start in edges or end in edges
        )
        formulas = (match.span() for match in _FORMULA.finditer(text))
        spans = [
            (start, end) for start, end in _disjoint([*formulas, *found_words]) if _names(subject[start:end])
        ]
        by_start = {start: _concept(text[start:end], self._ways(text[start:end])) for start, end in spans}
        remaining = _without(subject, spans)
        words = [(place, word) for word, place in self._analyzer.whole_words(remaining) if _is_content(word)]
        whole = [(place, place + len(word)) for place, word in words if in_corpus(word)]
        for guess in self._speller.guesses(_without(remaining, whole), in_corpus):
            by_start[guess.start] = self._guessed(text[guess.start : guess.end], guess.words, in_corpus)
            remaining = _without(remaining, [(guess.start, guess.end)])
        for place, word in words:
            if remaining[place : place + len(word)] == word:
                letters = word.isascii() and not in_corpus(word)
                by_start[place] = self._guessed(
                    word, self._speller.in_letters(word) if letters else (), in_corpus
                )
        yield from (concept for _, concept in sorted(by_start.items()))

    def _edges(self, text: str) -> set[int]:
        """Where words begin or end in a text: 今天天气 does not say 天天."""
        words = self._analyzer.whole_words(text)
        return {edge for word, place in words for edge in (place, place + len(word))}

    def _ways_to_say(self, words: str) -> list[Variant]:
        """The other ways to say some words, as the thesaurus has them."""
        return [Variant(self._analyzer.normalise(v.words), v.weight) for v in self._thesaurus.variants(words)]

    def _guessed(self, own: str, words: Iterable[str], in_corpus: Callable[[str], bool]) -> Concept:
        """A concept of words that may be a slip for others, with the other ways to say those."""
        guesses = sorted(words, key=lambda word: not in_corpus(word))
        guessed = [Variant(word, _GUESSED) for word in guesses]
        others = [Variant(way.words, way.weight * _GUESSED) for word in guesses for way in self._ways(word)]
        return _concept(own, [*guessed, *others], tuple(guesses))


def _concept(own: str, others: Iterable[Variant], guesses: tuple[str, ...] = ()) -> Concept:
    return Concept((Variant(own, 1.0), *others), guesses)


def split_questions(message: str) -> list[str]:
    """The questions of a message: one, or several where several question marks, lines or numbers stand in it.

    A的…和C的…分别… are two questions, too.
    """
    ends = [part.strip() for part in _END.split(_NUMBERED.sub("\n", message))]
    parts = [part for part in ends if len(part) > 3 or _BARE.match(part)]
    asked = [part for part in parts if part.endswith(("？", "?")) or len(parts) > 1]
    if len(asked) > 1:
        return asked
    apart = _APART.fullmatch(message.strip())
    if apart and apart["first"] != apart["second"] and apart["of_first"] != apart["of_second"]:
        asking = apart["asking"] or "是多少"
        return [f"{apart[ordinal]}的{apart['of_' + ordinal]}{asking}" for ordinal in ("first", "second")]
    return [message.strip()]


def _is_content(word: str) -> bool:
    return len(word) > 1 and word not in stopwords()


def _without(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text with blanks in the place of some stretches."""
    for start, end in stretches:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _names(left: str) -> bool:
    """Whether a stretch, with the words of the question's frame blanked, still names something."""
    return len(left.replace(" ", "")) >= min(len(left), 2)


@lru_cache(maxsize=2)  # the words as they are taught, and as an editor tries them
def _speller_of(words: frozenset[str]) -> Speller:
    return Speller(sorted(words))


def _segments(question: str) -> list[str]:
    """The words of a question typed as keywords; one typed with stray spaces is one segment."""
    parts = question.split()
    return parts if all(len(part) > 1 for part in parts) else ["".join(parts)]


def _topics(text: str, concepts: Iterable[Concept]) -> tuple[str, ...]:
    """The topics of a question, told by its own words and the other words for them."""
    words = [words for concept in concepts for words in concept.spellings]
    return tuple(topic for topic in classify(" ".join([text, *words]), ()) if topic != OTHER)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _spelled_out(text: str, concepts: Iterable[Concept]) -> str:
    """A text with the words that were typed in letters put in characters, as far as they are guessed."""
    for concept in concepts:
        if concept.guesses and concept.words.isascii():
            text = text.replace(concept.words, concept.guesses[0])
    return text


def _joined(match: re.Match[str]) -> str:
    """Syllables that were typed one by one (yi gong ti) as one word; other words stay apart."""
    return match[0].replace(" ", "") if all(map(is_pinyin, match[0].split())) else match[0]


def _with_frame_in_characters(text: str) -> str:
    """A normalised question in which the frame is no longer in pinyin."""
    for pattern, words in _FRAMES_IN_PINYIN if _LETTERS.search(text) else ():
        text = pattern.sub(words, text)
    return text


def without_filler(question: str) -> str:
    """A question without greeting, thanks and urging."""
    text = _NOISES.sub("", question).strip() or question
    for _ in range(_MOST_FILLERS):
        text = _FILLER.sub("", text).strip() or text
    return text


def _disjoint(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that do not overlap, longer ones first."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(stretches, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= a or start >= b for a, b in chosen):
            chosen.append((start, end))
    return sorted(chosen)
