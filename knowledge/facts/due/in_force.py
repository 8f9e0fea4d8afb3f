"""What comes into force at a time that its clause tells alone: 推行科普积分，…，从1月起执行."""

from __future__ import annotations

import re

from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.sentences import FactSentence, without_quantity
from knowledge.text.clauses import SEGMENT_MARKS, clause_start
from loaders.lazy_pattern import lazy_pattern

_RAISED = lazy_pattern(r"(?P<what>[^，\d]{3,14}?)(?:由|从|统一|提高|提标|调整|降|增加)")
_INTRODUCES = lazy_pattern("推行|实行|实施|建立|制定|试行|出台|设立|推出|调整|提高")


def what_comes_into_force(sentence: FactSentence, start: int) -> str:
    """推行科普积分，…，从1月起执行: what comes into force is what the first clause that introduces something brings."""
    segment = clause_start(sentence.words, start, SEGMENT_MARKS)
    pieces = map(parse, re.split("[，：]", sentence.words[segment : clause_start(sentence.words, start)]))
    things = (
        without_quantity(piece.object) for piece in pieces if piece and _INTRODUCES.fullmatch(piece.verb)
    )
    raised = _raised(sentence.words[segment : clause_start(sentence.words, start)])
    return raised or next((thing for thing in things if is_name(thing)), "")


def _raised(words: str) -> str:
    """村医基本报酬由1100元提高到1350元，3月起执行: what is raised or changed."""
    raised = (_RAISED.match(bare(piece)) for piece in reversed(re.split("[，：]", words)))
    return next((match["what"] for match in raised if match and is_name(match["what"])), "")
