"""The best way to ask for a fact: where the rules find none, several are made and ranked by a learned linear model.

After M. Heilman and N. Smith, Good Question! Statistical Ranking for Question Generation (NAACL 2010). The weights of the
marks are in `data/question_weights.toml`; their sum is the logit of the chance that a reader calls the question good.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from operator import itemgetter

from knowledge.facts.candidates.due import due_candidates
from knowledge.facts.candidates.figures import figure_candidates
from knowledge.facts.finding import PlacedFact
from knowledge.facts.records import Amount, Due, Fact, Value
from knowledge.facts.sentences import FactSentence
from knowledge.facts.subjects.matter import lacks_matter
from knowledge.facts.subjects.naming import words_said
from knowledge.questions.forms import forms_of
from knowledge.questions.marks import Candidate, Rankable, Site, marks_of
from knowledge.questions.wordings import wordings_of

LEAST_CHANCE = 0.5
"""A question that is more likely to be a bad one is not stored."""


def best_wordings(placed: PlacedFact, title: str) -> tuple[Fact, list[str]]:
    """A fact with its wordings, the standard one first: those of the rules, else those of the best candidate; none where
    no candidate is likely to be good.

    Arguments: the fact; the title of its document.
    """
    if placed.lacking is None:
        return placed.fact, wordings_of(placed.fact, title)
    ranked = sorted(_ranked(placed.fact, placed.lacking), key=itemgetter(0), reverse=True)
    likely = (fact for chance, fact in ranked if chance >= LEAST_CHANCE)
    sound = ((fact, wordings) for fact in likely if (wordings := wordings_of(fact, title)))
    return next(sound, (placed.fact, []))


def _ranked(lacking: Fact, sentence: FactSentence) -> Iterator[tuple[float, Fact]]:
    """The candidates of a fact, each with the chance that its question is good."""
    seen: set[str] = set()
    site = Site.of(sentence, sentence.place_in(lacking.said[0]))
    for source, fact in _candidates(lacking, sentence):
        question = next(iter(forms_of(fact)), "")
        if question and question not in seen and not lacks_matter(words_said(fact)):
            seen.add(question)
            yield chance_of(Candidate(fact, question, source), site), fact


def _candidates(fact: Fact, sentence: FactSentence) -> Iterator[tuple[str, Rankable]]:
    if isinstance(fact, Due):
        yield from due_candidates(fact, sentence)
    elif isinstance(fact, Value | Amount):
        yield from figure_candidates(fact, sentence)


def chance_of(candidate: Candidate, site: Site) -> float:
    """The chance (0 to 1) that a reader calls a question natural, self-contained and answered."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(weights.get(mark, 0.0) for mark in marks_of(candidate, site))))


@cache
def _weights() -> dict[str, float]:
    text = (files("knowledge") / "data" / "question_weights.toml").read_text(encoding="utf-8")
    weights: dict[str, float] = tomllib.loads(text)["weights"]
    return weights
