"""A question as people say it: shorter words for those of documents, frames of everyday speech."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import tomli

# Parts of names: 孕产妇死亡率 is no 孕妇死亡率, 村卫生室 in quotation marks is a name.
_ENCLOSED = re.compile("“[^“”]*”|《[^《》]*》")


def colloquial(question: str) -> str:
    """The question in everyday words; the question itself where it has none that could be said otherwise."""
    words, frames = _said()
    return _replaced(_replaced(question, words), frames)


def plain_words(question: str) -> str:
    """The question with the words of the field as people say them, its frame as it is."""
    return _replaced(question, _said()[0])


def _replaced(question: str, said: Mapping[str, str]) -> str:
    names = [match.span() for match in _ENCLOSED.finditer(question)]
    for written, spoken in said.items():
        at = question.find(written)
        if at >= 0 and not any(begin <= at < end for begin, end in names):
            return question[:at] + spoken + question[at + len(written) :]
    return question


@cache
def _said() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The words and the frames of `data/colloquial.toml`, as they stand there."""
    data = tomli.loads((files("knowledge") / "data" / "colloquial.toml").read_text(encoding="utf-8"))
    return data["words"], data["frames"]
