"""Passages: stretches of a few sentences under one heading path that can be understood alone.

The passages of a document partition its body: every sentence stands in exactly one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from loaders.blocks.tables import Row
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.outline import Paragraph, Sentence
from loaders.structure.sentences import cut

LONGEST = 300
"""No passage is longer (characters of the decoded text)."""

_ENOUGH = 60
_COMFORTABLE = 130
# A sentence that opens so points back: it is kept with the one before it.
_POINTS_BACK = lazy_pattern(
    r"(?:对此|为此|据此|由此|因此|因而|所以|这(?!次|里)|那么|其[中余次]|他们|它们?|同时|此外|另外|与此同时|针对(?:这|以上|上述)|以上|上述|而|但|特别是|尤其|即|也就是|通过这|在此基础上|按照这|比如|例如)"
)

# A sentence that ends so announces what follows: it is kept with it.
_LEADS_IN = lazy_pattern(r"(?:[：:]|如下|以下[^，。]{0,8})[。：:]?$")


Sentences = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of sentences of one document; `start` and `end` count characters of the decoded text."""

    headings: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    row: Row | None = None

    @property
    def start(self) -> int:
        """The first character."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """The end, exclusive."""
        return self.sentences[-1].end


def split(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    """Split the body of a speech into passages.

    Sentences are packed while the passage stays comfortable to read; one that points back (对此, 这项工作)
    brings what it points to; one longer than a passage may be is cut at ；, then at ，. A row of a table is a
    passage of its own.
    """
    for is_row, group in groupby(paragraphs, key=lambda paragraph: paragraph.row is not None):
        members = list(group)
        yield from _rows(text, members) if is_row else _running(text, members)


def _rows(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    for paragraph in paragraphs:
        path = tuple(heading.text for heading in paragraph.path)
        for sentence in paragraph.sentences:
            for piece in _pieces(text, sentence):
                yield Passage(path, (piece,), paragraph.row if piece == sentence else None)


def _running(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Passage]:
    for path, stretch in _with_lead_ins(text, paragraphs):
        pieces = [piece for sentence in stretch for piece in _pieces(text, sentence)]
        for group in _packed(text, pieces):
            yield Passage(path, tuple(group))


def _with_lead_ins(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[tuple[tuple[str, ...], Sentences]]:
    """The heading paths and sentences of paragraphs, a mere lead-in (主要目标如下：) joined with what follows it.

    Nothing but white space may stand between the two: a passage never spans a heading line or dropped noise.
    """
    lead_in: tuple[tuple[str, ...], Sentences] | None = None
    for paragraph in paragraphs:
        path, sentences = tuple(heading.text for heading in paragraph.path), paragraph.sentences
        if lead_in and text[lead_in[1][-1].end : sentences[0].start].strip():
            yield lead_in
        elif lead_in:
            sentences = (*lead_in[1], *sentences)
        lead_in = (path, sentences) if _is_lead_in(text, sentences) else None
        if lead_in is None:
            yield path, sentences
    if lead_in:
        yield lead_in


def _is_lead_in(text: str, sentences: Sentences) -> bool:
    return len(sentences) == 1 and bool(_LEADS_IN.search(text, sentences[0].start, sentences[0].end))


def _packed(text: str, sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and not _belongs(text, group, sentence):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _belongs(text: str, group: list[Sentence], sentence: Sentence) -> bool:
    together = sentence.end - group[0].start
    if together > LONGEST:
        return False
    if _POINTS_BACK.match(text, sentence.start) or _LEADS_IN.search(text, group[-1].start, group[-1].end):
        return True
    return together <= _COMFORTABLE or group[-1].end - group[0].start < _ENOUGH


def _pieces(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or its parts where it is longer than a passage may be."""
    if sentence.end - sentence.start <= LONGEST:
        yield sentence
        return
    for part in _joined(cut(text, sentence.start, sentence.end, "；;")):
        if part.end - part.start <= LONGEST:
            yield part
        else:
            yield from _slices(_joined(cut(text, part.start, part.end, "，,、")))


def _joined(parts: Iterable[Sentence]) -> Iterator[Sentence]:
    """Neighbouring parts joined again as long as they fit."""
    current: Sentence | None = None
    for part in parts:
        if current and part.end - current.start <= LONGEST:
            current = Sentence(current.start, part.end)
        else:
            if current:
                yield current
            current = part
    if current:
        yield current


def _slices(parts: Iterable[Sentence]) -> Iterator[Sentence]:
    """Text without any mark to cut at is cut at the limit."""
    for part in parts:
        for start in range(part.start, part.end, LONGEST):
            yield Sentence(start, min(start + LONGEST, part.end))
