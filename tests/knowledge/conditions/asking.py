"""A question held against a passage, as the tests of the conditions ask it."""

from collections.abc import Callable, Iterator, Sequence

from knowledge.conditions.condition import Condition, Evidence
from knowledge.documents import Document
from knowledge.lexicon import thesaurus
from knowledge.query.query import Concept, QueryParser
from knowledge.text.analyzer import Analyzer

ANALYZER = Analyzer(thesaurus.field_words())
PARSER = QueryParser(ANALYZER, thesaurus.built_in())
DOCUMENT = Document("d", "工作要点", "a.txt")

Read = Callable[[str, Sequence[Concept], Callable[[str], float]], Iterator[Condition]]


def meets(read: Read, question: str, passage: str, headings: str = "", worth: float = 4.0) -> bool:
    """Whether a passage meets the conditions that are read from a question; longer words are `worth` more."""
    query = PARSER.parse(question)
    text, above = ANALYZER.normalise(passage), ANALYZER.normalise(headings)
    evidence = Evidence(DOCUMENT, about="", text=text, above=above)
    return all(
        condition.holds(evidence)
        for condition in read(query.normalised, query.concepts, lambda word: worth + len(word))
        if condition.applies is None or condition.applies(evidence)
    )
