"""Who asks in English words of the field gets the Chinese passage word for word in an English frame, or is declined."""

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

PLAN = """青汀县2027年卫生健康工作要点
一、医共体建设
医共体内部双向转诊平台2027年3月底前上线，由县卫健局牵头。
二、家庭医生
重点人群签约率达到83%以上。
三、村卫生室
改造村卫生室46所，2027年8月底前完成。
"""
OTHER = """岚川县2027年卫生健康工作要点
一、家庭医生
重点人群签约率达到85%以上。
"""


@pytest.fixture
async def dialogue(closed_office, api, tmp_path):
    (tmp_path / "corpus").mkdir()
    for name, text in (("plan.txt", PLAN), ("other.txt", OTHER)):
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "jianda.db")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open()
    return office.dialogue(api.user(language_code="en"))


async def test_the_passage_is_chinese_and_the_frame_english(dialogue):
    (reply,) = await dialogue.says("When will the two-way referral platform go online in Qingting?")
    assert reply.text.startswith("Asked in Chinese: 青汀双向转诊平台上线什么时候\n")
    assert "双向转诊平台2027年3月底前上线" in reply.text and "Due: " in reply.text


async def test_it_is_asked_on_of_another_place(dialogue):
    (reply,) = await dialogue.says("What is the contract signing rate of key groups in Qingting?")
    assert "83%" in reply.text
    (reply,) = await dialogue.says("And in Lanchuan?")
    assert "85%" in reply.text and "(following your last question)" in reply.text


async def test_what_is_not_known_is_said_and_the_rest_is_offered(dialogue):
    (reply,) = await dialogue.says("What is the contract signing rate of ferrets in Qingting?")
    assert "I do not know “ferret”" in reply.text and "83%" not in reply.text
    (answer,) = await dialogue.presses("青汀签约率是多少")
    assert "83%" in answer.text


async def test_what_is_not_of_the_field_is_declined(dialogue):
    (reply,) = await dialogue.says("When will the opera cinema be built?")
    assert "“opera”, “cinema”" in reply.text and reply.labels == []
    (reply,) = await dialogue.says("How are you?")
    assert reply.text.startswith("I did not understand this question.")


async def test_lists_are_narrowed_by_english_words(dialogue):
    (reply,) = await dialogue.says("/ddl village clinic")
    assert "改造村卫生室46所" in reply.text and "双向转诊" not in reply.text


async def test_who_speaks_chinese_may_still_write_pinyin(closed_office, dialogue):
    chinese = closed_office.dialogue()
    (reply,) = await chinese.says("shuangxiang zhuanzhen pingtai")
    assert "英文" not in reply.text
    (reply,) = await chinese.says("When will the two-way referral platform go online?")
    assert reply.text.startswith("问：双向转诊平台上线什么时候（由英文词换成）")
