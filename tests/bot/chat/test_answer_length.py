"""How long an answer is shown: word for word at every length, with the dates and figures of what is shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.answer_length import LONGEST, answer_of_length, reply_of_length
from tests.bot.sample import (
    ANSWER,
    ANSWERED,
    DEADLINE,
    LAST,
    OTHER,
    PASSAGE,
    SEVERAL,
    TARGET,
    UNSURE,
    Knowledge,
)

FIRST, SECOND = (
    "今年6月底前，由市医保局牵头出台实施细则，首批调整项目不少于120项。",
    "力争基层诊疗量占比达到55%以上。",
)
PLACED = replace(
    ANSWER,
    deadlines=(replace(DEADLINE, sentence_span=(100, 100 + len(FIRST))),),
    targets=(replace(TARGET, sentence_span=(100 + len(FIRST), 100 + len(PASSAGE))),),
)


@pytest.fixture
def knowledge():
    return Knowledge()


def lit(answer):
    return [answer.passage[start:end] for start, end in answer.highlights]


def test_normal_is_the_passage(knowledge):
    assert answer_of_length(knowledge, ANSWER, "normal") is ANSWER
    assert reply_of_length(knowledge, SEVERAL, "normal") is SEVERAL


def test_short_is_the_sentence_that_answers_with_its_facts(knowledge):
    short = answer_of_length(knowledge, PLACED, "short")
    assert short.passage == FIRST and lit(short) == lit(PLACED)
    assert short.deadlines == PLACED.deadlines and short.targets == ()
    place = PASSAGE.index("55%")
    figure = answer_of_length(knowledge, replace(PLACED, highlights=((place, place + 3),)), "short")
    assert figure.passage == SECOND and lit(figure) == ["55%"]
    assert figure.deadlines == () and figure.targets == PLACED.targets
    assert figure.span == (100 + len(FIRST), 100 + len(PASSAGE))


def test_short_of_a_heading_goes_on_to_what_stands_under_it(knowledge):
    text = "26.推进老年健康服务。建成老年友善医疗机构12家，为失能老人提供家庭病床。（责任单位：县卫健局）"
    short = answer_of_length(knowledge, replace(OTHER, passage=text, highlights=((0, 12),)), "short")
    assert short.passage == "26.推进老年健康服务。建成老年友善医疗机构12家，为失能老人提供家庭病床。"


def test_short_keeps_a_date_that_stands_outside_the_passage(knowledge):
    elsewhere = replace(DEADLINE, sentence="完成时限：6月底。", sentence_span=(300, 309))
    short = answer_of_length(knowledge, replace(PLACED, deadlines=(elsewhere,)), "short")
    assert short.deadlines == (elsewhere,)


def test_short_of_an_answer_in_which_nothing_stands_out_is_all_of_it(knowledge):
    assert answer_of_length(knowledge, OTHER, "short") is OTHER


def test_long_is_the_part_of_the_section_around_it(knowledge):
    long = answer_of_length(knowledge, ANSWER, "long")
    assert long.passage == f"{PASSAGE}\n{OTHER.passage}" and LAST.passage not in long.passage
    assert lit(long) == lit(ANSWER) and long.deadlines == ANSWER.deadlines


def test_long_marks_the_same_words_after_what_precedes(knowledge):
    lit_other = replace(OTHER, highlights=((1, 5),))
    long = answer_of_length(knowledge, lit_other, "long")
    assert long.passage == f"{PASSAGE}\n{OTHER.passage}" and lit(long) == lit(lit_other)
    assert long.span[0] + len(PASSAGE) + 1 == OTHER.span[0]


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12), st.data())
def test_long_has_room_for_a_message_and_no_gap(sizes, data):
    texts = [chr(0x4E00 + number) * size for number, size in enumerate(sizes)]
    section = [replace(OTHER, passage_id=str(number), passage=text) for number, text in enumerate(texts)]
    place = data.draw(st.integers(0, len(texts) - 1))
    knowledge = Knowledge()
    knowledge.section = lambda passage_id: section
    long = answer_of_length(knowledge, section[place], "long").passage
    assert texts[place] in long and long in "\n".join(texts) and set(long.split("\n")) <= set(texts)
    assert len(long) <= max(LONGEST + len(texts), len(texts[place]))


def test_what_is_only_offered_stays_as_it_is(knowledge):
    assert reply_of_length(knowledge, UNSURE, "long").answers == UNSURE.answers


def test_each_of_several_answers_is_of_the_length(knowledge):
    long = reply_of_length(knowledge, SEVERAL, "long")
    assert OTHER.passage in long.parts[0].answers[0].passage
    assert long.parts[1] == SEVERAL.parts[1]


async def test_a_chat_that_wants_short_answers_gets_them_and_back_again(office):
    dialogue = office.dialogue()
    await dialogue.says("/settings")
    await dialogue.presses("回答长短")
    await dialogue.presses("短")
    (answer,) = await dialogue.says(ANSWERED.question)
    assert FIRST in answer.text and SECOND not in answer.text
    (after,) = await dialogue.presses("下文")
    assert OTHER.passage in after.text
    (back,) = await dialogue.presses("返回答案")
    assert FIRST in back.text and SECOND not in back.text


async def test_a_chat_that_wants_long_answers_gets_them(office):
    dialogue = office.dialogue()
    await dialogue.says("/settings")
    await dialogue.presses("回答长短")
    await dialogue.presses("长")
    (answer,) = await dialogue.says(ANSWERED.question)
    assert PASSAGE in answer.text and OTHER.passage in answer.text
