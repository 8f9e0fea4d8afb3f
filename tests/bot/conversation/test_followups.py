"""Follow-ups: a short message takes its subject from the question before it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.followups import others, subject_of
from knowledge.conditions.condition import Unmet
from knowledge.query.followups import FollowUp, completed, follow_up, lacks_subject
from tests.bot.sample import UNSURE
from tests.knowledge.plans import plans

LAST = "青汀县医共体双向转诊平台什么时候上线"
PLACES = ("青汀", "岚川", "贵州")

FULL = [
    ("那期限呢", "基层诊疗量占比要达到多少？", "基层诊疗量占比的时限是什么时候"),
    ("期限是什么时候？", "基层诊疗量占比要达到多少？", "基层诊疗量占比的时限是什么时候"),
    ("什么时候完成", "怎样推进分级诊疗？", "推进分级诊疗的时限是什么时候"),
    ("谁负责", LAST, "谁负责青汀县医共体双向转诊平台上线"),
    ("那由谁牵头呢？", LAST, "谁负责青汀县医共体双向转诊平台上线"),
    ("责任单位是谁", LAST, "谁负责青汀县医共体双向转诊平台上线"),
    ("哪个部门负责", "医共体怎么建", "谁负责医共体"),
    ("目标是多少", "谁负责基层诊疗？", "基层诊疗的目标是多少"),
    ("要达到多少呢", "谁负责基层诊疗？", "基层诊疗的目标是多少"),
    ("怎么做", "基层诊疗的目标是多少？", "基层诊疗怎么做"),
    ("贵州的呢", LAST, "贵州医共体双向转诊平台什么时候上线"),
    ("那岚川县呢？", LAST, "岚川县医共体双向转诊平台什么时候上线"),
    ("贵州的呢", "医共体怎么建", "贵州医共体怎么建"),
    ("2025年的呢", "2026年基层诊疗量占比要达到多少", "2025年基层诊疗量占比要达到多少"),
    ("今年呢", "基层诊疗量占比要达到多少", "今年基层诊疗量占比要达到多少"),
    ("贵州2025年的呢", "基层诊疗量占比要达到多少", "贵州2025年基层诊疗量占比要达到多少"),
    ("那贵州的期限呢", LAST, "贵州医共体双向转诊平台上线的时限是什么时候"),
    ("石帆县的呢", "霁川县人民医院什么时候建成", "石帆县人民医院什么时候建成"),
]


FULL += [
    ("谁", "澄原今年要新增多少个托位", "谁负责澄原今年新增托位"),
    ("那期限呢", "澄原今年要新增多少个托位", "澄原今年新增托位的时限是什么时候"),
    ("那谁牵头", "老年人助餐点明年底前要办多少个", "谁负责老年人助餐点"),
    ("那谁牵头", "澄原的中医馆要建多少个", "谁负责澄原的中医馆"),
    ("其他县呢", "青汀的千人口托位数目标是多少", "其他县的千人口托位数目标是多少"),
    ("那其他地方呢？", "青汀的签约率要多少", "其他地方的签约率要多少"),
    ("明年的呢", "今年要新增多少个托位", "明年要新增多少个托位"),
    ("那青汀呢", "杭州的托位数要达到多少", "青汀的托位数要达到多少"),
]


@pytest.mark.parametrize(("text", "last", "full"), FULL)
def test_a_message_without_a_subject_takes_that_of_the_last_question(text, last, full):
    assert follow_up(text, last, PLACES).question == full


def test_the_place_and_year_that_it_turns_to_are_told():
    turned = follow_up("那岚川县2025年的呢", LAST, PLACES)
    assert (turned.place, turned.year) == ("岚川县", "2025年")
    assert follow_up("谁负责", LAST, PLACES).place == ""


@pytest.mark.parametrize("text", ["原文呢", "那原文是怎么说的？", "看看原文"])
def test_the_words_themselves_are_asked_for(text):
    assert follow_up(text, LAST, PLACES) == FollowUp(LAST, original=True)


@pytest.mark.parametrize("text", ["还有吗", "还有别的吗？", "还有呢"])
def test_more_is_asked_for(text):
    assert follow_up(text, LAST, PLACES) == FollowUp(LAST, more=True)


OWN = [
    "谁负责疫苗接种",
    "村医的目标是多少",
    "医共体呢",
    "贵州的村医呢",
    "贵州",
    "2025年",
    "2025年村医怎么培训",
    "时间表在哪里",
    "社区呢",
    "卫生县城呢",
    "食堂几点开饭",
    "谢谢",
    "",
    "呢",
    "？",
    "谁负责" * 9,
]


@pytest.mark.parametrize("text", OWN)
def test_a_message_with_a_subject_of_its_own_is_left_alone(text):
    assert follow_up(text, LAST, PLACES) is None


def test_without_a_question_before_it_nothing_can_be_followed():
    assert follow_up("谁负责", "", PLACES) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_taken(text, last):
    follow_up(text, last, PLACES)


def test_the_questions_of_one_message_share_their_subject_and_place():
    asked = ["青汀双向转诊平台什么时候上线？", "溶栓率要多少？", "谁牵头？"]
    assert completed(asked, PLACES) == [asked[0], "青汀溶栓率要多少？", "谁负责青汀溶栓率"]
    assert completed(["青汀有几张床？", "岚川呢？"], PLACES) == ["青汀有几张床？", "岚川有几张床？"]


@pytest.mark.parametrize("text", ["谁负责", "那期限呢？", "多少", "原文呢", "岚川县的呢"])
def test_a_message_of_form_alone_lacks_a_subject(text):
    assert lacks_subject(text, PLACES)


@pytest.mark.parametrize("text", ["疫苗冷链谁负责", "有多少家医院", "青汀县", "签约率"])
def test_a_question_with_its_own_subject_lacks_none(text):
    assert not lacks_subject(text, PLACES)


async def test_a_declined_comparison_is_leaned_on_with_the_side_that_is_there(closed_office, tmp_path):
    closed_office.knowledge = plans(tmp_path)
    dialogue = (await closed_office.open()).dialogue()
    await dialogue.says("云溪和杭州的县域医共体信息平台哪个快")
    (reply,) = await dialogue.says("那牵头单位呢")
    assert "谁负责云溪的县域医共体信息平台" in reply.text
    (more,) = await dialogue.says("还有吗")
    assert more.text


@pytest.mark.parametrize(
    ("question", "unmet", "leaned_on"),
    [
        ("青汀和杭州的签约率哪个高", "杭州", "青汀的签约率"),
        ("杭州和青汀的签约率哪个高", "杭州", "青汀的签约率"),
        ("杭州的托位数要达到多少", "杭州", "杭州的托位数要达到多少"),
    ],
)
def test_what_a_comparison_is_leaned_on_for(question, unmet, leaned_on):
    assert subject_of(replace(UNSURE, question=question, unmet=(Unmet("place", unmet),))) == leaned_on


def test_where_nothing_was_found_there_is_no_more():
    nothing = replace(UNSURE, zone="decline", answers=(), unmet=(Unmet("attribute", "费用"),))
    assert others(nothing).items == ()
