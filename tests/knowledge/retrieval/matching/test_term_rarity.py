"""Two characters are rare as their terms are, however they are cut."""

from pathlib import Path

import pytest

from knowledge.retrieval.matching.term_rarity import TermRarity
from knowledge.store.files import open_database
from knowledge.store.reader import Store
from knowledge.text.analyzer import Analyzer


@pytest.mark.parametrize("words", ("医院", "院的", "的是", "三年", "乾麼", "a院", "35", "医院建设", "院"))
def test_the_terms_of_a_word_are_those_of_the_index(database: Path, words: str) -> None:
    analyzer = Analyzer()
    rarity = TermRarity(Store(open_database(database)), analyzer)
    assert set(rarity.terms(words)) == set(analyzer.terms(words))
