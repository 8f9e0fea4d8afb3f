"""Roles: what each may do, and /roles as a dialogue, with a restart in the middle, double taps and two admins."""

import pytest
from telegram import BotCommandScopeChat, Update

from bot.access.roles import Role, Roles
from bot.config.config import Telegram
from bot.messages import CHINESE, ENGLISH
from bot.state.editing.confirmations import LIFETIME

OWNER, ADMIN, EDITOR, NEW, NOBODY = 1, 2, 3, 4, 5
RULES = Telegram(owners=(OWNER,), admins=(ADMIN,), editors=(EDITOR,))


@pytest.mark.parametrize(
    ("person", "role"),
    [(OWNER, Role.OWNER), (ADMIN, Role.ADMIN), (EDITOR, Role.EDITOR), (NOBODY, None), (None, None)],
)
def test_the_configuration_says_who_is_what(person, role):
    assert Roles(RULES).of(person) is role


def test_where_no_owner_is_configured_the_admins_are_owners():
    assert Roles(Telegram(admins=(ADMIN,))).of(ADMIN) is Role.OWNER
    assert Roles(Telegram(admins=(ADMIN,)), {NEW: Role.OWNER}).of(ADMIN) is Role.OWNER


def test_of_two_roles_the_higher_counts():
    roles = Roles(RULES, {EDITOR: Role.ADMIN, ADMIN: Role.EDITOR})
    assert roles.of(EDITOR) is Role.ADMIN and roles.of(ADMIN) is Role.ADMIN
    assert roles.configured(EDITOR) is Role.EDITOR
    assert list(roles.everyone()) == [OWNER, ADMIN, EDITOR]


@pytest.mark.parametrize("role", [*Role, None])
def test_an_owner_gives_every_role_an_admin_makes_editors_and_others_give_none(role):
    roles = Roles(RULES)
    assert roles.may_give(OWNER, NEW, role)
    assert roles.may_give(ADMIN, NEW, role) is (role in (Role.EDITOR, None))
    assert not roles.may_give(EDITOR, NEW, role) and not roles.may_give(NOBODY, NOBODY, role)


@pytest.mark.parametrize("person", [OWNER, ADMIN])
def test_an_admin_changes_nothing_of_admins_and_owners(person):
    assert not Roles(RULES).may_give(ADMIN, person, None)
    assert not Roles(RULES).may_give(ADMIN, person, Role.EDITOR)


def test_only_the_last_owner_must_stay():
    alone = Roles(Telegram(), {NEW: Role.OWNER})
    assert alone.would_leave_no_owner(NEW, None) and alone.would_leave_no_owner(NEW, Role.ADMIN)
    assert not alone.would_leave_no_owner(NEW, Role.OWNER)
    assert not alone.would_leave_no_owner(NOBODY, None)
    assert not Roles(RULES, {NEW: Role.OWNER}).would_leave_no_owner(NEW, None)


@pytest.fixture
def owner(api):
    return api.user("刘洋")


@pytest.fixture
def person(api):
    """Somebody who has talked to the bot."""
    user = api.user("王芳")
    api.private(user)
    return user


@pytest.fixture
async def office(closed_office, owner):
    return await closed_office.open(owners=(owner.id,))


async def ask(office, owner, person, label=CHINESE.roles.make["editor"]):
    """The owner begins to give a role; gives the dialogue and the question."""
    dialogue = office.dialogue(owner)
    await dialogue.says(f"/roles {person.id}")
    (question,) = await dialogue.presses(label)
    return dialogue, question


def told(api):
    """What the last press was answered with."""
    return api.calls_of("answerCallbackQuery")[-1].parameters.get("text")


def role(office, person):
    return office.application.bot_data["services"].access.roles.of(person.id)


async def test_an_owner_makes_an_editor(office, api, owner, person):
    dialogue, question = await ask(office, owner, person)
    assert question.text == f"王芳（{person.id}）：没有角色 → 编辑。确定吗？"
    assert question.labels == [["确定", "不改"]] and role(office, person) is None
    (done,) = await dialogue.presses("确定")
    assert done.message_id == question.message_id and done.labels == []
    assert done.text == f"已改好：王芳（{person.id}）现在是编辑。"
    assert role(office, person) is Role.EDITOR
    assert api.sent(api.private(person))[-1].text == CHINESE.roles.told["editor"]
    (entry,) = office.state.audit.entries(9)
    change = entry.change
    assert (change.person, change.name, change.action) == (owner.id, "刘洋", "role")
    assert (change.subject, change.before, change.after) == (f"王芳（{person.id}）", "", "editor")


async def test_the_menu_follows_the_role(office, owner, person):
    async def menu():
        scope = BotCommandScopeChat(person.id)
        return [one.command for one in await office.application.bot.get_my_commands(scope)]

    dialogue, _ = await ask(office, owner, person, CHINESE.roles.make["admin"])
    await dialogue.presses("确定")
    assert "reload" in await menu()
    await dialogue.says(f"/roles {person.id}")
    await dialogue.presses(CHINESE.roles.make[""])
    await dialogue.presses("确定")
    assert "reload" not in await menu() and role(office, person) is None


async def test_everybody_with_a_role_is_listed_and_opens(office, owner, person, api):
    dialogue, _ = await ask(office, owner, person)
    await dialogue.presses("确定")
    (roles,) = await dialogue.says("角色")
    assert roles.text.splitlines()[1:3] == [
        f"1. 刘洋（{owner.id}）：所有者（写在配置文件里）",
        f"2. 王芳（{person.id}）：编辑",
    ]
    (opened,) = await dialogue.presses("2")
    assert opened.message_id == roles.message_id
    assert opened.labels == [["设为管理员", "设为所有者"], ["取消角色"], ["‹ 返回角色"]]
    (back,) = await dialogue.presses("返回")
    assert back.text == roles.text


async def test_a_long_list_is_turned(closed_office, api, owner):
    office = await closed_office.open(owners=(owner.id,), editors=tuple(range(1, 10)))
    dialogue = office.dialogue(owner)
    (first,) = await dialogue.says("/roles")
    assert "8. 7：编辑" in first.text and "9. 8" not in first.text
    (second,) = await dialogue.presses(CHINESE.page_after)
    assert "10. 9：编辑" in second.text


async def test_who_has_never_written_can_be_made_an_editor_too(office, api, owner):
    dialogue = office.dialogue(owner)
    (card,) = await dialogue.says("/roles 987654321")
    assert card.text == "987654321：没有角色"
    await dialogue.presses("设为编辑")
    (done,) = await dialogue.presses("确定")
    assert done.text.startswith("已改好：987654321")


@pytest.mark.parametrize("typed", ["王芳", "-5", "0", "9" * 30, "12 34"])
async def test_what_is_no_id_is_told_how_to_appoint(office, owner, typed):
    (reply,) = await office.dialogue(owner).says(f"/roles {typed}")
    assert reply.text == CHINESE.roles.how


async def test_in_english(office, api, person):
    owner = api.user("Ann", language_code="en")
    office.state.appointments._remember(owner.id, Role.OWNER, "Ann")
    dialogue, question = await ask(office, owner, person, ENGLISH.roles.make["editor"])
    assert question.text == f"王芳（{person.id}）: no role → editor. Are you sure?"
    (done,) = await dialogue.presses("Yes")
    assert done.text.startswith("Done: ")


async def test_the_button_works_after_a_restart(office, owner, person):
    await ask(office, owner, person)
    await office.restart()
    (done,) = await office.dialogue(owner).presses("确定")
    assert done.text.startswith("已改好") and role(office, person) is Role.EDITOR
    await office.restart()
    assert role(office, person) is Role.EDITOR and office.state.appointments.name(person.id) == "王芳"


async def test_a_double_tap_does_it_once(office, api, owner, person):
    dialogue, question = await ask(office, owner, person)
    first = api.press(owner, question, "确定")
    second = api.press(owner, question, "确定")
    (done,) = await dialogue.settled(api.world.revision)
    assert done.text.startswith("已改好")
    assert "text" not in (api.callback_answer(first) or {})
    assert api.callback_answer(second)["text"] == CHINESE.confirm_ended
    assert office.state.audit.count() == 1


async def test_another_admin_cannot_confirm(closed_office, api, owner, person):
    second = api.user("陈静")
    office = await closed_office.open(owners=(owner.id, second.id))
    dialogue, question = await ask(office, owner, person)
    api.press(second, question, "确定")
    await dialogue.settled(api.world.revision)
    assert told(api) == CHINESE.not_yours and role(office, person) is None
    await dialogue.presses("确定")
    assert role(office, person) is Role.EDITOR


async def test_of_two_owners_at_once_the_second_is_told_to_look_again(closed_office, api, owner, person):
    second = api.user("陈静")
    office = await closed_office.open(owners=(owner.id, second.id))
    first, _ = await ask(office, owner, person)
    other, _ = await ask(office, second, person, "设为管理员")
    await first.presses("确定")
    (late,) = await other.presses("确定")
    assert late.text == CHINESE.changed_meanwhile
    assert role(office, person) is Role.EDITOR and office.state.audit.count() == 1


async def test_leaving_it_changes_nothing(office, owner, person):
    dialogue, _ = await ask(office, owner, person)
    (left,) = await dialogue.presses("不改")
    assert left.text == CHINESE.confirm_dropped and role(office, person) is None
    assert office.state.audit.count() == 0


async def test_after_an_hour_it_is_over_and_the_buttons_go(office, api, owner, person):
    dialogue, question = await ask(office, owner, person)
    office.state.pending._clock = lambda: api.world.now() + LIFETIME + 1
    (ended,) = await dialogue.presses("确定")
    assert told(api) == CHINESE.confirm_ended and role(office, person) is None
    assert ended.text == question.text and ended.labels == []


async def test_the_buttons_of_a_question_that_was_deleted_still_do_it_once(office, api, owner, person):
    dialogue, question = await ask(office, owner, person)
    first, second = api.press(owner, question, "确定"), api.press(owner, question, "确定")
    updates = api.take_updates()
    api.delete(question)
    for update in updates:
        update["callback_query"]["message"] = {
            "chat": {"id": owner.id, "type": "private"},
            "message_id": question.message_id,
            "date": 0,
        }
        await office.application.process_update(Update.de_json(update, office.application.bot))
    assert api.sent(dialogue.chat)[-1].text.startswith("已改好") and office.state.audit.count() == 1
    assert api.callback_answer(first) and api.callback_answer(second)["text"] == CHINESE.confirm_ended


async def test_who_lost_the_role_meanwhile_can_no_longer_confirm(office, api, owner, person):
    admin = api.user("陈静")
    office.state.appointments._remember(admin.id, Role.ADMIN, "陈静")
    dialogue, _ = await ask(office, admin, person)
    office.state.appointments._remember(admin.id, None, "")
    (refused,) = await dialogue.presses("确定")
    assert refused.text == CHINESE.not_admin and role(office, person) is None


async def test_a_role_of_the_configuration_cannot_be_taken_away_which_is_said(closed_office, api, owner):
    second = api.user("陈静")
    office = await closed_office.open(owners=(owner.id,), admins=(second.id,))
    (card,) = await office.dialogue(owner).says(f"/roles {second.id}")
    assert CHINESE.roles.configured_note in card.text
    assert card.labels == [["设为所有者"], ["‹ 返回角色"]]


async def test_the_last_owner_stays(closed_office, api):
    last = api.user("刘洋")
    office = await closed_office.open()
    office.state.appointments._remember(last.id, Role.OWNER, "刘洋")
    dialogue = office.dialogue(last)
    await dialogue.says(f"/roles {last.id}")
    assert await dialogue.presses("取消角色") == []
    assert told(api) == CHINESE.roles.last_owner and role(office, last) is Role.OWNER


async def test_an_admin_sees_only_what_an_admin_may_give(closed_office, api, owner, person):
    admin = api.user("陈静")
    office = await closed_office.open(owners=(owner.id,), admins=(admin.id,))
    dialogue = office.dialogue(admin)
    (card,) = await dialogue.says(f"/roles {person.id}")
    assert card.labels == [["设为编辑"], ["‹ 返回角色"]]
    (card,) = await dialogue.says(f"/roles {owner.id}")
    assert card.labels == [["‹ 返回角色"]]


async def test_whoever_has_a_role_may_ask(closed_office, api, person):
    office = await closed_office.open(allowed_users=(1,), editors=(person.id,))
    (reply,) = await office.dialogue(person).says("/help")
    assert "/ask" in reply.text and "/reload" not in reply.text


async def test_a_group_is_sent_to_the_private_chat(office, api, owner):
    group = api.group(admins=[owner])
    (reply,) = await office.dialogue(owner, group).says("/roles")
    assert reply.text == CHINESE.only_private
    (link,) = [button.value for row in reply.buttons for button in row]
    (roles,) = await office.dialogue(owner).says("/start " + link.partition("start=")[2])
    assert str(owner.id) in roles.text


async def test_an_anonymous_administrator_is_nobody(office, api, owner):
    group = api.group(admins=[owner])
    dialogue = office.dialogue(owner, group)
    api.anonymous(group, "/roles")
    assert (await dialogue.settled(0))[-1].text == CHINESE.not_admin


async def test_the_own_id_is_told_in_private_alone(office, api, person):
    (told,) = await office.dialogue(person).says("/privacy")
    assert told.text.endswith(f"您的编号：{person.id}")
    (told,) = await office.dialogue(person, api.group()).says("/privacy")
    assert str(person.id) not in told.text
