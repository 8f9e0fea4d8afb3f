"""A filter of deadlines and targets in plain words, in any order: 医共体 本月, 民政局 年底前, 已过期 2026年的文件.

Nothing is refused: what is no time, no state, no document and no body is a word to be found. `str` writes a filter as
such words again, so it can be kept (with a button, with a subscription); 本月 stays 本月 and is counted when it is used.

A question may ask for such a list too: 下个月有什么任务, 民政局今年要干啥, 哪些快到期了.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.filters.matching import Due, Item, body_test, due_day, is_over, word_test
from knowledge.filters.vocabulary import (
    ASKING,
    BODY,
    DOCUMENT,
    EDGES,
    EMPTY,
    ENGLISH,
    LABELLED,
    MARKS,
    OF_WHAT_IS_DUE,
    OTHERWISE,
    SAID,
    SHORT_FORMS,
    STATES,
    WHICH,
    WHOLE_YEAR,
    State,
)
from knowledge.temporal.windows import DateRange, in_any_year, window_of, window_spans, with_year

SOON = 30
"""Days before its end in which something is due soon."""
LONGEST = 200  # characters of a text that are read
MOST_NEAREST = 4
SETTLED = 8  # readings after which a filter that still changes is left as it is
LONGEST_QUESTION = 40  # characters; who writes more wants more than a list


@dataclass(frozen=True, slots=True)
class WordFilter:
    """What is asked for: every part that is not empty must fit. `documents` are titles (《…》) and years with a noun
    (2027年的文件); `times` stand as they were typed."""

    words: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    state: State = ""

    def __str__(self) -> str:
        """The filter as plain words; `read_filter` reads the same filter from them."""
        bodies = (name if BODY.search(name) else f"单位:{name}" for name in self.bodies)
        return " ".join(
            [*self.documents, *bodies, *self.words, *self.times, *filter(None, [SAID[self.state]])]
        )

    def windows(self, today: dt.date) -> dict[str, DateRange]:
        """The days that each of the times means on a day; one that cannot be resolved is left out."""
        windows = ((phrase, window_of(phrase, today)) for phrase in self.times)
        return {phrase: window for phrase, window in windows if window}

    def chosen(self, items: Iterable[Located[Due]], today: dt.date) -> list[Located[Due]]:
        """Those of some deadlines or targets that fit, the earliest first, those without a date last."""
        every: list[Located[Due]] = list(items)
        windows = self.windows(today)
        tests = [
            *(body_test(name, every) for name in self.bodies),
            *(word_test(word, every) for word in self.words),
        ]
        fitting = (
            located
            for located in every
            if self._wants_time(located.item, windows, today)
            and all(_is_of(located.document, document) for document in self.documents)
            and all(test(located) for test in tests)
        )
        return sorted(fitting, key=lambda deadline: due_day(deadline.item) or dt.date.max)

    def in_any_year(self) -> WordFilter:
        """The same filter with its parts of a year (10月底前) in every year; itself where it has none."""
        return replace(self, times=tuple(in_any_year(time) or time for time in self.times))

    def parts(self) -> list[WordFilter]:
        """The parts of the filter, each a filter of its own, in the order in which one would rather give them up."""
        return [
            *([WordFilter(state=self.state)] if self.state else []),
            *(WordFilter(times=(time,)) for time in self.times),
            *(WordFilter(documents=(document,)) for document in self.documents),
            *(WordFilter(bodies=(body,)) for body in self.bodies),
            *(WordFilter(words=(word,)) for word in self.words),
        ]

    def without(self, part: WordFilter) -> WordFilter:
        """The filter without one of its parts."""
        return WordFilter(
            tuple(word for word in self.words if word not in part.words),
            tuple(body for body in self.bodies if body not in part.bodies),
            tuple(time for time in self.times if time not in part.times),
            tuple(document for document in self.documents if document not in part.documents),
            "" if part.state else self.state,
        )

    def excluding(self, items: Iterable[Located[Due]], today: dt.date) -> list[WordFilter]:
        """The parts that nothing fits, whatever else is asked for."""
        every = list(items)
        return [part for part in self.parts() if not part.chosen(every, today)]

    def nearest(self, items: Iterable[Located[Due]], today: dt.date) -> list[WordFilter]:
        """The filters that ask for a little less and that something fits: without the parts that nothing fits, else
        without one part more, else for one part alone."""
        every = list(items)
        fewer = reduce(WordFilter.without, self.excluding(every, today), self)
        steps = (
            [fewer] if fewer != self else [],
            [fewer.without(part) for part in fewer.parts()],
            fewer.parts(),
        )
        fitting = (
            [filters for filters in step if filters.parts() and filters.chosen(every, today)]
            for step in steps
        )
        return next((step[:MOST_NEAREST] for step in fitting if step), [])

    def _wants_time(self, item: Item, windows: Mapping[str, DateRange], today: dt.date) -> bool:
        day, over = due_day(item), is_over(item, today)
        if day is None:
            return not self.state and not self.times
        soon = 0 <= (day - today).days <= SOON
        in_state = {"": True, "overdue": over, "soon": soon, "open": not over}
        return in_state[self.state] and _is_in(day, windows)


def read_filter(text: str) -> WordFilter:
    """The filter that a text asks for, in whatever order and with whatever it asks around it."""
    word_filter = _read(text[:LONGEST])
    # Parts that stood side by side may say something else once they are apart; that soon comes to rest.
    for _ in range(SETTLED):
        word_filter, before = _read(str(word_filter)), word_filter
        if word_filter == before:
            break
    return word_filter


def listed_by(question: str) -> WordFilter | None:
    """The filter of the list that a question asks for, None where it asks for anything else.

    It has to speak of what is due and to name a time, a state or a body. Where it asks which, one more word may be
    left; where it does not (快到期的任务, 本月到期的), none.
    """
    if len(question) > LONGEST_QUESTION or OTHERWISE.search(question):
        return None
    asked = read_filter(question) if OF_WHAT_IS_DUE.search(question) else WordFilter()
    most = 1 if WHICH.search(question) else 0
    return asked if (asked.times or asked.state or asked.bodies) and len(asked.words) <= most else None


def _read(text: str) -> WordFilter:
    text = "".join(c if c.isprintable() else " " for c in text)
    for pattern, chinese in (*ENGLISH, *SHORT_FORMS):
        text = pattern.sub(chinese, text)
    text, documents = _taken(DOCUMENT, text)
    text, labelled = _taken(LABELLED, text)
    text, state = _state(text)
    text, times = _times(text)
    names = list(dict.fromkeys(_names(text)))
    bodies = dict.fromkeys([*(match["name"] for match in labelled), *filter(BODY.search, names)])
    return WordFilter(
        words=tuple(name for name in names if name not in bodies),
        bodies=tuple(bodies),
        times=times,
        documents=tuple(dict.fromkeys(map(_document, documents))),
        state=state,
    )


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, list[re.Match[str]]]:
    """The text without what fits a pattern, and what did."""
    return pattern.sub(" ", text), list(pattern.finditer(text))


def _is_in(day: dt.date, windows: Mapping[str, DateRange]) -> bool:
    """Whether a day lies in one of the windows; a year beside others bounds them."""
    years = [window for phrase, window in windows.items() if WHOLE_YEAR.fullmatch(phrase)]
    others = [window for phrase, window in windows.items() if not WHOLE_YEAR.fullmatch(phrase)]
    return all(any(window.holds(day) for window in group) for group in (years, others) if group)


def _state(text: str) -> tuple[str, State]:
    for state, pattern in STATES:
        if pattern.search(text):
            return pattern.sub(" ", text), state
    return text, ""


def _times(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its times, and these; a month beside a year is a month of that year."""
    times: list[str] = []
    for start, end in reversed(window_spans(text)):
        times.insert(0, "".join(text[start:end].split()))
        text = f"{text[:start]} {text[end:]}"
    years = [time for time in times if WHOLE_YEAR.fullmatch(time)]
    if len(years) == 1:
        year = years[0].removesuffix("年") + "年"
        others = [time for time in times if time not in years]
        joined = [with_year(time, year) or time for time in others]
        times = times if joined == others else joined
    return text, tuple(dict.fromkeys(times))


def _names(text: str) -> Iterator[str]:
    """What is left once the words that ask are gone."""
    for piece in MARKS.split(ASKING.sub(" ", text)):
        name = EDGES.sub("", piece)
        if name and name not in EMPTY and any(map(str.isalnum, name)):
            yield name


def _document(match: re.Match[str]) -> str:
    return f"《{match['title']}》" if match["title"] else f"{match['year']}年的{match['noun']}"


def _is_of(document: Document, wanted: str) -> bool:
    """Whether a document has the title (《…》), or the year and the noun in its title (2027年的计划)."""
    if wanted.startswith("《"):
        return wanted.strip("《》") in document.title
    year, noun = wanted.split("年的", 1)
    of_year = str(document.year) == year or f"{year}年" in document.title
    return of_year and (noun == "文件" or noun in document.title)
