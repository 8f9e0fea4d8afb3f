"""Dialogues: /recent, /favorites, /privacy and /forget."""

import sqlite3

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.state.usage.favourites import Favourite
from bot.state.usage.question_log import DAY
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, PASSAGE, UNSURE

WHEN = ANSWERED.question


def told(api):
    """What the last press was answered with."""
    return api.calls_of("answerCallbackQuery")[-1].parameters.get("text")


def links(message):
    return [button.value for row in message.buttons for button in row if button.action == "url"]


@pytest.mark.parametrize("typed", ["/recent", "最近", "/最近"])
async def test_the_last_questions_are_buttons_that_ask_again(office, typed):
    dialogue = office.dialogue()
    for question in (WHEN, "食堂几点开饭", WHEN):
        await dialogue.says(question)
    (last,) = await dialogue.says(typed)
    assert last.text == CHINESE.personal.recent and last.labels == [[WHEN], ["食堂几点开饭"]]
    (answer,) = await dialogue.presses(WHEN)
    assert PASSAGE in answer.text


async def test_a_long_question_is_asked_again_whole(office):
    dialogue, question = office.dialogue(), "请问" * 100 + "？"
    await dialogue.says(question)
    (last,) = await dialogue.says("/recent")
    await dialogue.presses("请问")
    assert office.knowledge.asked == [question, question]
    assert len(last.labels[0][0]) == 60


async def test_who_has_not_asked_yet_is_told_so(office):
    (reply,) = await office.dialogue().says("/recent")
    assert reply.text == CHINESE.personal.recent_none


async def test_without_retention_nothing_is_kept_and_that_is_said(closed_office):
    closed_office.retention_days = 0
    office = await closed_office.open()
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    (reply,) = await dialogue.says("/recent")
    assert reply.text == CHINESE.personal.recent_off
    (privacy,) = await dialogue.says("/privacy")
    assert CHINESE.personal.privacy_no_log in privacy.text


async def test_what_is_written_down_of_a_question(office):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    (row,) = office.state._database.rows("SELECT * FROM questions")
    assert (row["person"], row["chat"]) == (dialogue.user.id, dialogue.chat.id)
    assert (row["text"], row["zone"], row["confidence"]) == (WHEN, "answer", ANSWERED.confidence)
    assert (row["document"], row["passage"]) == (ANSWER.document.id, ANSWER.passage_id)
    assert 0 <= row["milliseconds"] < 5000 and abs(row["asked_at"] - answer_time(office)) < 5
    (message,) = office.state._database.rows("SELECT message FROM answers")
    assert message["message"] == answer.message_id


def answer_time(office):
    return office.api.world.now()


async def test_a_suggestion_that_is_pressed_is_a_question_of_the_one_who_pressed(office, api):
    group, first, second = api.group(), api.user("甲"), api.user("乙")
    await office.dialogue(first, group).says(f"/ask {DECLINED.question}")
    await office.dialogue(second, group).presses(WHEN)
    assert [one.text for one in office.state.questions.recent(second.id, 9)] == [WHEN]
    assert [one.text for one in office.state.questions.recent(first.id, 9)] == [DECLINED.question]


async def test_what_is_no_question_is_not_written_down(office):
    dialogue = office.dialogue()
    for typed in ("/help", "/topics", "问" * 1001, "/recent"):
        await dialogue.says(typed)
    assert office.state.questions.recent(dialogue.user.id, 9) == []


async def test_an_erased_question_says_so(office, api):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.says("/recent")
    office.state.forget(dialogue.user.id)
    assert await dialogue.presses(WHEN) == []
    assert told(api) == CHINESE.personal.question_erased


async def test_a_state_file_that_cannot_be_written_keeps_no_answer_back(office, caplog):
    dialogue = office.dialogue()
    office.state._database._db.execute("PRAGMA query_only = ON")
    (reply,) = await dialogue.says(WHEN)
    assert PASSAGE in reply.text and "使用记录" in caplog.text


@pytest.mark.parametrize(("typed", "payload"), [("/recent", "recent"), ("/favorites", "favorites")])
async def test_a_group_is_sent_to_the_private_chat_for_what_is_a_persons_own(office, api, typed, payload):
    user, group = api.user(), api.group()
    await office.dialogue(user, group).says(f"/ask {WHEN}")
    (reply,) = await office.dialogue(user, group).says(typed)
    assert reply.text == CHINESE.only_private and reply.labels == [["私聊我"]]
    assert links(reply) == [f"https://t.me/jianda_bot?start={payload}"]
    (own,) = await office.dialogue(user).says(f"/start {payload}")
    assert own.text == (CHINESE.personal.recent if payload == "recent" else CHINESE.personal.favourites_none)


async def test_favourites_open_and_go(office, api):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.presses("收藏")
    (favourites,) = await dialogue.says("收藏")
    assert (
        favourites.text.startswith("您的收藏（共 1 条）")
        and "《在全市卫生健康工作会议上的讲话》" in favourites.text
    )
    assert favourites.labels == [["1"], ["移除 1"]]
    (opened,) = await dialogue.presses("1", under=favourites)
    assert PASSAGE in opened.text
    (empty,) = await dialogue.presses("移除 1")
    assert empty.text == CHINESE.personal.favourites_none and told(api) == CHINESE.now_unkept


async def test_a_favourite_whose_text_has_changed_says_so(office):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.presses("收藏")
    office.knowledge.passages.clear()
    (favourites,) = await dialogue.says("/favorites")
    assert CHINESE.personal.favourite_changed in favourites.text and PASSAGE[:20] in favourites.text
    (opened,) = await dialogue.presses("1", under=favourites)
    assert opened.text == CHINESE.text_changed


async def test_many_favourites_are_paged(office):
    dialogue = office.dialogue()
    for number in range(6):
        office.state.favourites.add(
            dialogue.user.id, Favourite(f"0123456789ab{number}", f"<第{number}段>", "《讲话》")
        )
    (page,) = await dialogue.says("/favorites")
    assert "<第5段>" in page.text and "<第1段>" not in page.text
    (second,) = await dialogue.presses(CHINESE.page_after)
    assert "6. <第0段>" in second.text and second.message_id == page.message_id
    await dialogue.presses("移除 6")
    (first,) = await dialogue.presses("移除 5")
    assert "（共 4 条）" in first.text


@pytest.mark.parametrize("typed", ["/privacy", "隐私"])
async def test_privacy_tells_what_is_stored_and_how_long(closed_office, typed):
    closed_office.retention_days = 30
    office = await closed_office.open()
    (reply,) = await office.dialogue().says(typed)
    assert "保存 30 天" in reply.text and "/forget" in reply.text


async def leave_something(office, dialogue):
    await dialogue.says(WHEN)
    await dialogue.presses("有用")
    await dialogue.presses("收藏")
    await dialogue.says(UNSURE.question)
    office.state.languages.set(dialogue.user.id, "zh")
    office.state.scopes.set(dialogue.user.id, ["d1"])


@pytest.mark.parametrize("typed", ["/forget", "忘记我"])
async def test_forgetting_is_asked_for_and_told_in_numbers(office, typed):
    dialogue = office.dialogue()
    await leave_something(office, dialogue)
    (question,) = await dialogue.says(typed)
    assert question.text == CHINESE.personal.forget_ask and question.labels == [["全部删除", "不删除"]]
    (done,) = await dialogue.presses("全部删除")
    assert done.text == "已全部删除：提问 2 条，评价 1 个，收藏 1 条，设置 2 项。" and done.labels == []
    assert rows_with(office, dialogue.user.id) == []


def rows_with(office, number):
    """The rows of every table that hold a number."""
    connection = sqlite3.connect(office.folder / "jianda-state.db")
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for table in tables for row in connection.execute(f"SELECT * FROM {table}") if number in row]
    connection.close()
    return rows


async def test_a_follow_up_after_forgetting_leans_on_nothing(office):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.says("/forget")
    await dialogue.presses("全部删除")
    asked = list(office.knowledge.asked)
    (answer,) = await dialogue.says("谁负责")
    assert answer.text == CHINESE.lists.no_subject and office.knowledge.asked == asked


async def test_forgetting_can_be_left(office):
    dialogue = office.dialogue()
    await leave_something(office, dialogue)
    await dialogue.says("/forget")
    (kept,) = await dialogue.presses("不删除")
    assert kept.text == CHINESE.personal.forget_kept and rows_with(office, dialogue.user.id)


async def test_who_left_nothing_is_told_so(office):
    dialogue = office.dialogue()
    await dialogue.says("/forget")
    (done,) = await dialogue.presses("全部删除")
    assert done.text == CHINESE.personal.forgotten_nothing


async def test_in_a_group_only_the_person_who_asked_can_confirm_and_no_numbers_are_told(office, api):
    user, other, group = api.user("甲"), api.user("乙"), api.group()
    for one in (user, other):
        await office.dialogue(one, group).says(f"/ask {WHEN}")
    await office.dialogue(user, group).says("/forget")
    assert await office.dialogue(other, group).presses("全部删除") == []
    assert told(api) == CHINESE.not_yours
    assert rows_with(office, user.id) and rows_with(office, other.id)
    (done,) = await office.dialogue(user, group).presses("全部删除")
    assert done.text == CHINESE.personal.forgotten_group
    assert not rows_with(office, user.id) and rows_with(office, other.id)


async def test_an_anonymous_administrator_is_sent_to_the_private_chat(office, api):
    dialogue = office.dialogue(chat=api.group())
    api.anonymous(dialogue.chat, "/forget")
    (reply,) = await dialogue.settled(0)
    assert reply.text == CHINESE.only_private


async def test_the_confirmation_works_after_a_restart(office):
    dialogue = office.dialogue()
    await leave_something(office, dialogue)
    await dialogue.says("/forget")
    await office.restart()
    dialogue = office.dialogue(dialogue.user, dialogue.chat)
    (done,) = await dialogue.presses("全部删除")
    assert done.text.startswith("已全部删除") and not rows_with(office, dialogue.user.id)


async def test_recent_questions_and_favourites_outlive_a_restart(office):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.presses("收藏")
    await dialogue.says("/recent")
    await office.restart()
    dialogue = office.dialogue(dialogue.user, dialogue.chat)
    (answer,) = await dialogue.presses(WHEN)
    assert "⭐ 已收藏" in answer.labels[-1]


async def test_the_same_in_english(office, api):
    dialogue = office.dialogue(api.user("Ann", language_code="en"))
    assert [one.text for one in await dialogue.says("/recent")] == [ENGLISH.personal.recent_none]
    assert [one.text for one in await dialogue.says("/favorites")] == [ENGLISH.personal.favourites_none]
    (privacy,) = await dialogue.says("/privacy")
    assert "kept for 180 days" in privacy.text
    await dialogue.says("/forget")
    assert [one.text for one in await dialogue.presses("Keep it")] == [ENGLISH.personal.forget_kept]


async def test_an_old_question_is_gone_from_the_list(office):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    with office.state._database.writing() as db:
        db.execute(f"UPDATE questions SET asked_at = asked_at - {181 * DAY}")
    office.state.questions.erase_expired()
    (reply,) = await dialogue.says("/recent")
    assert reply.text == CHINESE.personal.recent_none
