"""A topic of more than forty questions is divided by its own words; each question has one subtopic."""

from collections import Counter

from knowledge.lexicon.subtopics import FEWEST, MOST_PARTS, MOST_UNDIVIDED, OTHERS, subtopics_of

SORTS = ("救护车有多少辆？", "急救站什么时候启用？", "急救员要培训多少名？", "担架多久检查一次？")


def test_few_questions_are_not_divided():
    assert subtopics_of("急诊急救", ["救护车有多少辆？"] * MOST_UNDIVIDED) == [""] * MOST_UNDIVIDED


def test_many_questions_are_divided_by_words_of_the_topic():
    questions = [f"{place}{sort}" for sort in SORTS for place in "甲乙丙丁戊己庚辛壬癸子丑"]
    parts = subtopics_of("急诊急救", questions)
    counts = Counter(parts)
    assert set(parts) == {"救护车", "急救站", "急救员", OTHERS}
    assert all(part == OTHERS or part in question for part, question in zip(parts, questions, strict=True))
    assert len(counts) <= MOST_PARTS + 1 and min(counts.values()) >= FEWEST


def test_what_no_word_divides_stays_whole():
    assert set(subtopics_of("急诊急救", ["担架多久检查一次？"] * 50)) == {""}
