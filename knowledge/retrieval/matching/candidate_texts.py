"""The texts of a candidate in the form that queries have, made once for an immutable base and kept with the candidate."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from knowledge.store.records import QuestionAnswer, StoredPassage

_END = re.compile("[。!?]")
# A heading that runs into the text below it tells nothing by itself: (二)做实家庭医生签约服务。
_RUN_IN = re.compile(r"[(第]?[\d一二三四五六七八九十]{1,3}[)、.条][^,，。;；:：\d]{2,16}$")


@dataclass(frozen=True, slots=True)
class CandidateTexts:
    """The normalised texts of a candidate: the passage whole and in sentences, its headings with the title of its
    document, its neighbours in the section, the wordings of each stored question, the passage with its headings.

    `fields` are those that are searched, in their order: sentences, above, around, the first wording of each question;
    `together` is all of these, with line feeds between.
    """

    passage: str
    sentences: tuple[str, ...]
    above: str
    around: str
    questions: tuple[tuple[str, ...], ...]
    under_headings: str
    fields: tuple[str, ...] = field(init=False)
    together: str = field(init=False)

    def __post_init__(self) -> None:
        first_wordings = (wordings[0] for wordings in self.questions)
        fields = (*self.sentences, self.above, self.around, *first_wordings)
        object.__setattr__(self, "fields", fields)
        object.__setattr__(self, "together", "\n".join(fields))

    @classmethod
    def of(
        cls,
        passage: StoredPassage,
        title: str,
        around: str,
        stored: Sequence[QuestionAnswer],
        normalise_all: Callable[[Sequence[str]], list[str]],
    ) -> CandidateTexts:
        """The texts of a passage, of a document with a title, with what stands around it and its stored questions."""
        with_title = " ".join((*passage.headings, title))
        with_headings = " ".join((*passage.headings, passage.text))
        wordings = [wording for pair in stored for wording in pair.wordings]
        text, above, near, under_headings, *asked = normalise_all(
            (passage.text, with_title, around, with_headings, *wordings)
        )
        each = iter(asked)
        questions = tuple(tuple(islice(each, len(pair.wordings))) for pair in stored)
        sentences = tuple(filter(None, _END.split(text))) or (text,)
        return cls(text, sentences, above, near, questions, under_headings)

    def told_by(self, place: int) -> str:
        """A sentence by its place; a heading that runs into the text with what stands below it."""
        sentence = self.sentences[place]
        return "。".join(self.sentences[place:]) if _RUN_IN.match(sentence) else sentence
