"""Who may ask and who may administer."""

from bot.access.access import REMEMBERED, Access
from bot.config.config import Telegram
from bot.messages import CHINESE
from tests.bot.sample import ANSWER, ANSWERED, UNSURE

WHEN = ANSWERED.question


async def test_a_listed_person_may_ask_anywhere(closed_office, api):
    user = api.user()
    office = await closed_office.open(allowed_users=(user.id,))
    assert await office.dialogue(user).says(WHEN)
    assert await office.dialogue(user, api.group()).says(f"/ask {WHEN}")


async def test_everyone_of_a_listed_group_may_ask_there_alone(closed_office, api):
    group, user = api.group(), api.user()
    office = await closed_office.open(allowed_chats=(group.id,))
    (reply,) = await office.dialogue(user, group).says(f"/ask {WHEN}")
    assert ANSWER.passage in reply.text
    (reply,) = await office.dialogue(user).says(WHEN)
    assert ANSWER.passage not in reply.text


async def test_another_is_refused_once_in_private_with_their_id(closed_office):
    office = await closed_office.open(allowed_users=(1,))
    dialogue = office.dialogue()
    (reply,) = await dialogue.says("/start")
    assert reply.text == CHINESE.not_allowed.format(user=dialogue.user.id)
    assert await dialogue.says(WHEN) == []
    assert office.knowledge.asked == []


async def test_another_is_refused_in_silence_in_a_group(closed_office, api):
    office = await closed_office.open(allowed_users=(1,))
    assert await office.dialogue(chat=api.group()).says(f"/ask {WHEN}") == []


async def test_a_button_pressed_by_another_is_acknowledged_and_brings_nothing(closed_office, api):
    user, group = api.user(), api.group()
    office = await closed_office.open(allowed_users=(user.id,))
    await office.dialogue(user, group).says(f"/ask {UNSURE.question}")
    assert await office.dialogue(chat=group).presses("要理顺价格") == []


async def test_an_administrator_may_ask_without_being_listed(closed_office, api):
    admin = api.user()
    office = await closed_office.open(allowed_users=(1,), admins=(admin.id,))
    assert await office.dialogue(admin).says(WHEN)


async def test_help_tells_administrators_of_reload(closed_office, api):
    admin = api.user()
    office = await closed_office.open(admins=(admin.id,))
    (reply,) = await office.dialogue(admin).says("/help")
    assert "/reload" in reply.text


def test_a_crowd_of_refused_people_is_not_remembered_for_ever():
    access = Access(Telegram(allowed_users=(1,)))
    assert all(access.first_refusal(user) for user in range(REMEMBERED + 1))
    assert access.first_refusal(0) and not access.first_refusal(REMEMBERED)
