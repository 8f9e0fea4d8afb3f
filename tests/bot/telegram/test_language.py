"""Dialogues: in which language the bot speaks."""

import pytest

from bot.messages import CHINESE, ENGLISH
from tests.bot.sample import ANSWERED, PASSAGE

WHEN = ANSWERED.question


@pytest.mark.parametrize("typed", ["/language", "语言"])
async def test_english_is_chosen_and_spoken_from_then_on(office, typed):
    dialogue = office.dialogue()
    (question,) = await dialogue.says(typed)
    assert question.text == CHINESE.language_ask
    assert question.labels == [["中文", "English", "跟随 Telegram"]]
    (done,) = await dialogue.presses("English")
    assert done.text == "All right, language: English." and done.labels == []
    (help_text,) = await dialogue.says("/help")
    assert help_text.text.startswith("Just ask")
    (answer,) = await dialogue.says(WHEN)
    assert PASSAGE in answer.text and answer.text.startswith("Due: ")


async def test_the_choice_outlives_a_restart_and_can_be_taken_back(office):
    dialogue = office.dialogue()
    await dialogue.says("/language")
    await dialogue.presses("English")
    await office.restart()
    dialogue = office.dialogue(dialogue.user, dialogue.chat)
    (question,) = await dialogue.says("/language")
    assert question.text == ENGLISH.language_ask
    (done,) = await dialogue.presses("As in Telegram")
    assert done.text == "好的，语言：跟随 Telegram。"


async def test_chinese_is_spoken_with_an_english_telegram_that_chose_it(office, api):
    dialogue = office.dialogue(api.user("Ann", language_code="en"))
    await dialogue.says("/language")
    await dialogue.presses("中文")
    (reply,) = await dialogue.says("/help")
    assert reply.text.startswith("直接用一句话")


async def test_a_choice_is_that_of_one_person_in_a_group_too(office, api):
    group, first, second = api.group(), api.user("甲"), api.user("乙")
    (question,) = await office.dialogue(first, group).says("/language")
    assert await office.dialogue(second, group).presses("English") == []
    assert question.labels == api.sent(group)[-1].labels
    (reply,) = await office.dialogue(second, group).says("/help")
    assert reply.text.startswith("Just ask")
    (reply,) = await office.dialogue(first, group).says("/help")
    assert reply.text.startswith("直接用一句话")


async def test_who_is_refused_is_refused_in_the_language_they_chose(closed_office, api):
    user = api.user()
    office = await closed_office.open(allowed_users=(1,))
    office.state.languages.set(user.id, "en")
    (reply,) = await office.dialogue(user).says("/start")
    assert reply.text == ENGLISH.not_allowed.format(user=user.id)


async def test_an_error_is_told_in_the_language_they_chose(office):
    dialogue = office.dialogue()
    office.state.languages.set(dialogue.user.id, "en")
    office.knowledge.trouble = RuntimeError()
    (reply,) = await dialogue.says(WHEN)
    assert reply.text.startswith("Sorry, something went wrong")
