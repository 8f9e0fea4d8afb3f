"""/topics, /documents and /scope: lists that turn their pages in place."""

from dataclasses import replace

import pytest

from bot.messages import CHINESE
from knowledge.ids import make_id
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, DOCUMENT, LONELY, OTHER, PAIR, PLAN, TOPICS

WHEN = ANSWERED.question


@pytest.fixture
def dialogue(office):
    return office.dialogue()


def labels(message):
    return [label for row in message.labels for label in row]


@pytest.mark.parametrize("typed", ["/topics", "主题", "／主题", "/TOPICS"])
async def test_topics_are_grouped_by_theme(dialogue, typed):
    (topics,) = await dialogue.says(typed)
    assert "医院服务：医药卫生体制改革" in topics.text and "基层医疗：县域医共体" in topics.text
    assert topics.labels == [["县域医共体（20）", "医药卫生体制改革（1）"]]


async def test_a_topic_named_after_the_command_is_opened(dialogue):
    (questions,) = await dialogue.says("/topics 卫生体制改革")
    assert questions.text.endswith(f"1. {PAIR.question}")
    (topics,) = await dialogue.presses("返回主题")
    assert topics.labels == [["县域医共体（20）", "医药卫生体制改革（1）"]]


async def test_words_that_name_no_topic_are_told_above_all_topics(dialogue):
    (topics,) = await dialogue.says("/topics 飞机")
    assert topics.text.startswith(CHINESE.no_topic_named.format(typed="飞机"))
    assert topics.labels == [["县域医共体（20）", "医药卫生体制改革（1）"]]


async def test_from_a_topic_to_a_question_to_its_answer_and_all_the_way_back(dialogue):
    (topics,) = await dialogue.says("/topics")
    (questions,) = await dialogue.presses("医药卫生体制改革")
    assert questions.text.endswith(f"1. {PAIR.question}")
    (answer,) = await dialogue.presses("1", under=questions)
    assert answer.text.startswith(f"问：{PAIR.question}\n") and ANSWER.passage in answer.text
    await dialogue.presses("下文")
    (back,) = await dialogue.presses("返回问题")
    assert back.html == questions.html
    (home,) = await dialogue.presses("返回主题")
    assert home.html == topics.html and home.message_id == topics.message_id


async def test_questions_turn_their_pages_in_place(dialogue):
    await dialogue.says("/topics")
    (first,) = await dialogue.presses("县域医共体")
    (second,) = await dialogue.presses("下一页")
    assert "9. 第8个问题" in second.text and second.message_id == first.message_id
    assert labels(second)[:2] == ["9", "10"]
    (answer,) = await dialogue.presses("10")
    assert OTHER.passage in answer.text
    (back,) = await dialogue.presses("返回问题")
    assert back.html == second.html


async def test_an_answer_found_by_its_topic_can_be_followed_up(office, dialogue):
    await dialogue.says("/topics")
    await dialogue.presses("医药卫生体制改革")
    await dialogue.presses("1")
    await dialogue.says("期限呢")
    assert office.knowledge.asked == ["出台实施细则的时限是什么时候"]


async def test_a_question_that_several_passages_answer_is_told_once_with_other_sources(office, dialogue):
    again = replace(PAIR, id=make_id("again"), passage=OTHER.passage_id, start=150, end=156)
    office.knowledge.pairs["医药卫生体制改革"] = [PAIR, again]
    await dialogue.says("/topics")
    (questions,) = await dialogue.presses("医药卫生体制改革")
    assert questions.text.count(PAIR.question) == 1
    await dialogue.presses("1", under=questions)
    (other,) = await dialogue.presses("其他出处")
    assert OTHER.passage in other.text and other.text.startswith(f"问：{PAIR.question}")
    assert "返回问题" in labels(other)[-1]


async def test_a_topic_or_question_that_is_gone_is_said_to_be(office, dialogue):
    await dialogue.says("/topics")
    (questions,) = await dialogue.presses("医药卫生体制改革")
    office.knowledge.pairs.clear()
    (said,) = await dialogue.presses("1", under=questions)
    assert said.text == CHINESE.text_changed


async def test_a_declined_question_can_lead_to_a_topic(office, dialogue):
    office.knowledge.replies.clear()
    office.knowledge.replies["食堂"] = replace(DECLINED, suggestions=(TOPICS[1].name,))
    (reply,) = await dialogue.says("食堂")
    (topic,) = await dialogue.presses(TOPICS[1].name)
    assert (
        topic.text.startswith("县域医共体（第 1/3 页）：点数字看答案")
        and topic.message_id != reply.message_id
    )


@pytest.mark.parametrize("typed", ["/documents", "文件"])
async def test_documents_tell_title_year_place_and_sections(dialogue, typed):
    (documents,) = await dialogue.says(typed)
    assert "1. 《在全市卫生健康工作会议上的讲话》（2026）\n    2 节" in documents.text
    assert "2. 《青汀县2027年卫生健康工作要点》（2027）\n    青汀" in documents.text


async def test_a_document_named_after_the_command_is_opened(dialogue):
    (outline,) = await dialogue.says("/documents 青汀 2027")
    assert outline.text.startswith("《青汀县2027年卫生健康工作要点》")
    (both,) = await dialogue.says("/documents 卫生健康")
    assert CHINESE.documents_named.format(typed="卫生健康", count=2) in both.text
    (every,) = await dialogue.says("/documents 飞机")
    assert CHINESE.no_document_named.format(typed="飞机") in every.text


async def test_a_document_shows_its_outline_and_leads_back(dialogue):
    (documents,) = await dialogue.says("/documents")
    (outline,) = await dialogue.presses("1")
    assert outline.text.split("\n")[1:] == ["三、抓重点", "四、强保障"]
    assert "原文件" in labels(outline)
    (back,) = await dialogue.presses("返回文件")
    assert back.html == documents.html and back.message_id == documents.message_id


async def test_a_scope_is_chosen_by_buttons_and_told_under_answers(office, dialogue):
    (scope,) = await dialogue.says("/scope")
    assert CHINESE.scope_none in scope.text
    (chosen,) = await dialogue.presses("在全市")
    assert chosen.message_id == scope.message_id and "现在：选中的 1 份。" in chosen.text
    assert labels(chosen)[0].startswith("✅")
    (answer,) = await dialogue.says(WHEN)
    assert "（只查了选中的《在全市卫生健康工作会议上的讲话》（2026），/scope 可改）" in answer.text
    assert office.knowledge.scopes == [(DOCUMENT.id,)]
    (following,) = await dialogue.presses("下文")
    assert "只查了选中的" in following.text
    (every,) = await dialogue.presses("恢复为全部文件")
    assert CHINESE.scope_none in every.text
    (answer,) = await dialogue.says(WHEN)
    assert "只查了" not in answer.text


async def test_choosing_all_documents_is_no_scope(office, dialogue):
    await dialogue.says("范围")
    await dialogue.presses("在全市")
    (every,) = await dialogue.presses("青汀县")
    assert CHINESE.scope_none in every.text and office.state.scopes.of(dialogue.chat.id) == ()


async def test_a_scope_narrows_topics_and_deadlines(office, dialogue):
    office.state.scopes.set(dialogue.chat.id, [PLAN.id])
    (topics,) = await dialogue.says("/topics")
    assert topics.text == CHINESE.no_topics


async def test_a_scope_of_documents_that_are_gone_is_none(office, dialogue):
    office.state.scopes.set(dialogue.chat.id, ["gone"])
    await dialogue.says(WHEN)
    assert office.knowledge.scopes == [()]


async def test_in_a_group_only_its_administrators_change_the_scope(office, api):
    admin, member = api.user(), api.user()
    group = api.group(admins=[admin], members=[member])
    await office.dialogue(member, group).says("/scope")
    assert await office.dialogue(member, group).presses("青汀县") == []
    assert office.state.scopes.of(group.id) == ()
    await office.dialogue(admin, group).presses("青汀县")
    assert office.state.scopes.of(group.id) == (LONELY.document.id,)


async def test_lists_of_an_empty_knowledge_base_say_so(office, dialogue):
    office.knowledge.passages.clear()
    for typed, said in (
        ("/documents", CHINESE.no_documents),
        ("/scope", CHINESE.no_documents),
        ("/ddl", CHINESE.no_deadlines),
    ):
        (reply,) = await dialogue.says(typed)
        assert reply.text == said
