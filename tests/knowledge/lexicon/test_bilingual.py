"""English words of the field become a Chinese question; a word that is not in the list is named, never passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexicon import bilingual
from knowledge.lexicon.bilingual import in_chinese, is_english, with_terms

PLACES = {"qingting": "青汀", "lanchuan": "岚川"}


def test_there_are_enough_terms_and_no_english_word_stands_for_two():
    rows = list(bilingual._rows())
    keys = [bilingual._key(english) for _, said in rows for english in said]
    assert bilingual.terms() == len(rows) > 800 and len({chinese for chinese, _ in rows}) == len(rows)
    meant = {}
    for chinese, said in rows:
        for english in said:
            assert meant.setdefault(bilingual._key(english), chinese) == chinese
    assert all(keys)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("When will the two-way referral platform go online in Qingting?", "青汀双向转诊平台上线什么时候"),
        ("Who is responsible for the childcare subsidy in Qingting?", "青汀育儿补贴由谁负责"),
        ("Which department leads the integration of medical and elderly care?", "医养结合由谁牵头"),
        (
            "What is the contract signing rate of key groups in Qingting in 2027?",
            "青汀2027年重点人群签约率是多少",
        ),
        ("What is the vaccination rate for children?", "儿童疫苗接种率是多少"),
        ("How many village clinics will be renovated?", "村卫生室改造是多少"),
        ("What tasks are due next month?", "下个月任务有哪些"),
        ("What does village clinic mean?", "村卫生室是什么"),
        ("health literacy level", "健康素养水平是多少"),
        ("HYPERTENSION PATIENTS", "高血压患者"),
        ("And in Lanchuan?", "岚川的呢"),
        ("Who is responsible for it?", "由谁负责"),
    ],
)
def test_a_question_in_chinese(english, chinese):
    translation = in_chinese(english, PLACES)
    assert (translation.chinese, translation.unknown) == (chinese, ()) and translation.is_whole


@pytest.mark.parametrize(
    ("english", "unknown", "is_telling"),
    [
        ("When will the opera cinema be built?", ("opera", "cinema"), False),
        ("What is the vaccination rate for ferrets in Qingting?", ("ferret",), True),
        ("asdf qwer", ("asdf", "qwer"), False),
    ],
)
def test_words_that_are_not_known_are_named(english, unknown, is_telling):
    translation = in_chinese(english, PLACES)
    assert translation.unknown == unknown and not translation.is_whole
    assert translation.is_telling is is_telling


def test_how_are_you_is_no_question_of_the_field():
    assert not in_chinese("How are you?", PLACES).is_whole


def test_in_a_filter_all_else_stays():
    assert with_terms("overdue medical community next month", PLACES) == "已过期 县域医共体 下个月"
    assert with_terms("Qingting 30 days Smith", PLACES) == "青汀 30 days Smith"


@pytest.mark.parametrize(
    ("text", "english"), [("village clinics", True), ("ICU", False), ("签约 rate of", False)]
)
def test_what_is_english(text, english):
    assert is_english(text) is english


@given(st.text(alphabet="abcdefghij OFTHE-'’?27", max_size=80))
def test_any_text_is_read(text):
    translation = in_chinese(text, PLACES)
    assert translation.is_whole is bool(translation.chinese and not translation.unknown)
