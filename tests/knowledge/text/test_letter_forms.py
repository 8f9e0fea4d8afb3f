"""Radicals, tone marks and left-over traditional characters are read as what they stand for."""

import pytest

from knowledge.lexicon.thesaurus import built_in
from knowledge.query.query import QueryParser
from knowledge.text.analyzer import Analyzer
from knowledge.text.normalisation import squeeze

ANALYZER = Analyzer()
PARSER = QueryParser(ANALYZER, built_in())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("⼯作⽇程", "工作日程"),
        ("⻘汀县⺠政局", "青汀县民政局"),
        ("⻓期护理", "长期护理"),
        ("甚麼是醫共體", "什么是医共体"),
        ("著力推進", "着力推进"),
        ("社群衛生服務中心", "社区卫生服务中心"),
        ("yīgòngtǐ", "yigongti"),
    ],
)
def test_one_form(written, meant):
    assert ANALYZER.normalise(written) == ANALYZER.normalise(meant)


def test_offsets_hold():
    assert squeeze("6⽉底前").text == "6月底前"


def in_pinyin(question: str) -> set[str]:
    query = PARSER.parse(question, in_corpus=lambda word: not word.isascii())
    return {guess for concept in query.concepts for guess in concept.guesses}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("changhuxian怎么参保", "长护险"),
        ("daifu不够怎么办", "大夫"),
        ("yi gong ti shi shenme", "医共体"),
        ("yī gòng tǐ什么时候建成", "医共体"),
    ],
)
def test_words_in_pinyin(typed, word):
    assert word in in_pinyin(typed)
