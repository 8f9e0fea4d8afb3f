"""/settings: what a group's administrators set with buttons, and what each setting does."""

import datetime as dt

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.pages.settings import OFF, SettingsView, choices_page, with_choice
from bot.state.chats.preferences import DEFAULT, Preference
from bot.state.chats.quiet_hours import QuietHours, quiet_hours, stored
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, PASSAGE, PLAN

WHEN = ANSWERED.question
OVERVIEW = "· 文件范围：全部文件\n· 语言：跟随 Telegram\n· 回答长短：适中"


@pytest.fixture
def admin(api):
    return api.user("刘洋")


@pytest.fixture
def member(api):
    return api.user("王芳")


@pytest.fixture
def group(api, admin, member):
    return api.group(admins=[admin], members=[member])


@pytest.fixture
def dialogue(office, admin, group):
    """The administrator of the group in it."""
    return office.dialogue(admin, group)


def told(api):
    """What the last press was answered with."""
    return api.calls_of("answerCallbackQuery")[-1].parameters.get("text")


async def choose(dialogue, setting, choice):
    """Opens a setting from the overview and chooses; gives the message then."""
    await dialogue.says("/settings")
    await dialogue.presses(setting)
    (changed,) = await dialogue.presses(choice)
    return changed


async def test_the_settings_of_a_group(dialogue):
    (settings,) = await dialogue.says("/settings")
    assert settings.text == (
        f"{CHINESE.settings.of_group}\n{OVERVIEW}\n· 谁可以提问：所有人\n· 安静时段：不设"
    )
    assert settings.labels == [["文件范围", "语言"], ["回答长短", "谁可以提问"], ["安静时段"]]


async def test_the_settings_of_a_person(office):
    (settings,) = await office.dialogue().says("设置")
    assert settings.text == f"{CHINESE.settings.of_person}\n{OVERVIEW}"
    assert settings.labels == [["文件范围", "语言"], ["回答长短"]]


async def test_a_choice_is_made_in_place_and_kept_over_a_restart(office, api, admin, group, dialogue):
    (settings,) = await dialogue.says("/settings")
    (choices,) = await dialogue.presses("回答长短")
    assert choices.message_id == settings.message_id
    assert choices.labels == [["短", "适中 ✓"], ["长"], ["‹ 返回设置"]]
    await office.restart()
    dialogue = office.dialogue(admin, group)
    (changed,) = await dialogue.presses("短", under=choices)
    assert changed.labels[0] == ["短 ✓", "适中"] and told(api) == CHINESE.settings.done
    await office.restart()
    (back,) = await office.dialogue(admin, group).presses("返回")
    assert "· 回答长短：短" in back.text
    (entry,) = office.state.audit.entries(9)
    change = entry.change
    assert (change.person, change.name, change.action) == (admin.id, "刘洋", "setting:length")
    assert (change.subject, change.before, change.after) == (f"卫健工作群（{group.id}）", "normal", "short")


async def test_choosing_what_is_so_already_changes_nothing(office, dialogue):
    await choose(dialogue, "回答长短", "短")
    assert await dialogue.presses("短 ✓") == []
    assert office.state.audit.count() == 1


async def test_what_a_person_sets_for_themselves_is_not_in_the_audit(office):
    dialogue = office.dialogue()
    await choose(dialogue, "回答长短", "长")
    assert office.state.preferences.of(dialogue.user.id).length == "long" and office.state.audit.count() == 0


async def test_a_member_sees_and_changes_nothing(office, api, member, group, dialogue):
    (refused,) = await office.dialogue(member, group).says("/settings")
    assert refused.text == CHINESE.settings.admins_only
    await dialogue.says("/settings")
    await dialogue.presses("谁可以提问")
    assert await office.dialogue(member, group).presses("群管理员") == []
    assert told(api) == CHINESE.settings.admins_only
    assert office.state.preferences.of(group.id) == DEFAULT and office.state.audit.count() == 0


async def test_who_is_no_administrator_any_more_changes_nothing(office, api, admin, group, dialogue):
    await dialogue.says("/settings")
    await dialogue.presses("回答长短")
    api.role(group, admin, "member")
    assert await dialogue.presses("长") == []
    assert office.state.preferences.of(group.id) == DEFAULT


async def test_two_administrators_at_once_both_count_in_their_order(office, api, admin, group, dialogue):
    second = api.user("陈静")
    api.role(group, second, "administrator")
    await dialogue.says("/settings")
    (choices,) = await dialogue.presses("回答长短")
    api.press(admin, choices, "短")
    api.press(second, choices, "长")
    await dialogue.settled(0)
    assert office.state.preferences.of(group.id).length == "long"
    changes = [entry.change for entry in office.state.audit.entries(9)]
    assert [(change.name, change.before, change.after) for change in changes] == [
        ("陈静", "short", "long"),
        ("刘洋", "normal", "short"),
    ]


async def test_an_anonymous_administrator_may_open_and_change_them(office, api, admin, group, dialogue):
    api.anonymous(group, "/settings")
    (settings,) = await dialogue.settled(0)
    assert settings.text.startswith(CHINESE.settings.of_group)
    await dialogue.presses("回答长短", under=settings)
    await dialogue.presses("长")
    assert office.state.preferences.of(group.id).length == "long"


async def test_an_administrator_of_the_bot_may_set_a_group_where_they_are_but_a_member(closed_office, api):
    admin, group = api.user(), api.group()
    office = await closed_office.open(admins=(admin.id,))
    await choose(office.dialogue(admin, group), "回答长短", "短")
    assert office.state.preferences.of(group.id).length == "short"


async def test_the_scope_opens_as_a_message_of_its_own_and_is_the_one_of_scope(office, group, dialogue):
    (settings,) = await dialogue.says("/settings")
    (scope,) = await dialogue.presses("文件范围")
    assert scope.message_id != settings.message_id
    await dialogue.presses("青汀县")
    assert office.state.scopes.of(group.id) == (PLAN.id,)
    (settings,) = await dialogue.says("/settings")
    assert "· 文件范围：选中的 1 份" in settings.text
    (entry,) = office.state.audit.entries(9)
    assert (entry.change.action, entry.change.after) == ("setting:scope", "《青汀县2027年卫生健康工作要点》")


async def test_the_language_of_a_person_is_the_one_of_language(office):
    dialogue = office.dialogue()
    changed = await choose(dialogue, "语言", "English")
    assert changed.text.startswith("Which language")
    assert office.state.languages.of(dialogue.user.id) == "en"
    await dialogue.presses("As in Telegram")
    assert office.state.languages.of(dialogue.user.id) is None


async def test_the_language_of_a_group_is_spoken_to_everybody_in_it(office, api, member, group, dialogue):
    english = await choose(dialogue, "语言", "English")
    assert english.text.startswith("Which language")
    (reply,) = await office.dialogue(member, group).says("/help")
    assert reply.text.startswith("Just ask")
    (reply,) = await office.dialogue(member).says("/help")
    assert reply.text.startswith("直接用一句话")
    await dialogue.presses("As in Telegram")
    (reply,) = await office.dialogue(api.user(language_code="en"), group).says("/help")
    assert reply.text.startswith("Just ask")


async def test_when_its_administrators_alone_ask_others_are_told_so_once_a_minute(
    office, api, member, group, dialogue
):
    await choose(dialogue, "谁可以提问", "群管理员")
    other = office.dialogue(member, group)
    (refused,) = await other.says(f"/ask {WHEN}")
    assert refused.text == CHINESE.settings.askers_refused
    assert await other.says("/topics") == [] and office.knowledge.asked == []
    (answer,) = await dialogue.says(f"/ask {WHEN}")
    assert ANSWER.passage in answer.text
    (private,) = await office.dialogue(member).says(WHEN)
    assert ANSWER.passage in private.text
    await choose(dialogue, "谁可以提问", "所有人")
    assert await other.says(f"/ask {WHEN}")


async def test_others_may_read_on_but_not_ask_by_a_button(office, api, member, group, dialogue):
    await choose(dialogue, "谁可以提问", "群管理员")
    await dialogue.says(f"/ask {WHEN}")
    other = office.dialogue(member, group)
    assert await other.presses("下文")
    await dialogue.says(f"/ask {DECLINED.question}")
    assert await other.presses(WHEN) == [] and told(api) == CHINESE.settings.askers_refused


async def test_others_may_still_see_the_help_and_what_is_stored(office, member, group, dialogue):
    await choose(dialogue, "谁可以提问", "群管理员")
    for typed in ("/help", "/privacy"):
        (reply,) = await office.dialogue(member, group).says(typed)
        assert reply.text != CHINESE.settings.askers_refused


async def test_an_anonymous_administrator_and_a_reply_may_ask(office, api, group, dialogue):
    await choose(dialogue, "谁可以提问", "群管理员")
    revision = api.world.revision
    api.anonymous(group, f"/ask {WHEN}")
    (answer,) = [one for one in await dialogue.settled(revision) if PASSAGE in one.text]
    assert await dialogue.says("那谁负责呢", reply_to=answer)


async def test_what_is_not_said_to_the_bot_is_not_refused_aloud(office, api, member, group, dialogue):
    api.world.privacy = False
    await choose(dialogue, "谁可以提问", "群管理员")
    assert await office.dialogue(member, group).says("大家好") == []


async def test_quiet_hours_are_moved_by_the_hour(office, group, dialogue):
    changed = await choose(dialogue, "安静时段", "设为 22:00–07:00")
    assert changed.labels == [
        ["开始 − 21:00", "开始 + 23:00"],
        ["结束 − 06:00", "结束 + 08:00"],
        ["不设"],
        ["‹ 返回设置"],
    ]
    await dialogue.presses("结束 +")
    assert office.state.preferences.of(group.id).quiet == "22-8"
    (overview,) = await dialogue.presses("返回")
    assert "· 安静时段：22:00–08:00" in overview.text
    await choose(dialogue, "安静时段", "不设")
    assert office.state.preferences.of(group.id) == DEFAULT


@pytest.mark.parametrize(
    ("quiet", "hour", "is_quiet"),
    [
        ("22-7", 22, True),
        ("22-7", 3, True),
        ("22-7", 7, False),
        ("22-7", 12, False),
        ("12-14", 13, True),
        ("12-14", 14, False),
        ("12-14", 11, False),
        ("0-23", 23, False),
        ("", 3, False),
    ],
)
def test_quiet_hours_cover_the_hours_between(quiet, hour, is_quiet):
    assert Preference(quiet=quiet).is_quiet(dt.datetime(2026, 11, 22, hour, 30)) is is_quiet


@pytest.mark.parametrize("text", ["24-7", "7-7", "7", "a-b", "1-2-3"])
def test_what_are_no_hours_is_refused(text):
    with pytest.raises(ValueError):
        quiet_hours(text)


@pytest.mark.parametrize("hours", [QuietHours(0, 1), QuietHours(23, 0), QuietHours(6, 7)])
def test_every_move_offers_hours_that_can_be_chosen(hours):
    settings = SettingsView(True, "tg", 0, Preference(quiet=stored(hours)))
    page = choices_page(settings, "quiet", CHINESE)
    choices = [key.data.split(":")[2] for row in page.buttons for key in row if key.data.count(":") == 2]
    assert len(choices) == 5
    for choice in choices:
        after = with_choice(settings, "quiet", choice)
        assert after.preference.quiet == ("" if choice == OFF else choice)


@pytest.mark.parametrize(
    ("name", "choice"), [("length", "huge"), ("askers", "nobody"), ("quiet", "25-1"), ("language", "fr")]
)
def test_a_choice_that_there_is_not_is_refused(name, choice):
    with pytest.raises(ValueError):
        with_choice(SettingsView(True, "tg", 0, DEFAULT), name, choice)


def test_a_person_has_no_settings_of_groups():
    with pytest.raises(ValueError):
        with_choice(SettingsView(False, "tg", 0, DEFAULT), "askers", "administrators")


async def test_in_english(office, api):
    admin = api.user("Ann", language_code="en")
    dialogue = office.dialogue(admin, api.group(admins=[admin]))
    (settings,) = await dialogue.says("/settings")
    assert settings.text.startswith(ENGLISH.settings.of_group) and "· Who may ask: everyone" in settings.text
    (choices,) = await dialogue.presses("Quiet hours")
    assert choices.labels[0] == ["Set 22:00–07:00"]


async def test_settings_follow_a_group_that_becomes_a_supergroup(office, api):
    old, admin = api.group(type="group"), api.user()
    office.state.preferences.set(old.id, Preference(length="short", quiet="22-7"))
    office.state.languages.set(old.id, "en")
    new = api.migrate(old, admin)
    await office.dialogue(admin, new).settled(0)
    assert office.state.preferences.of(new.id) == Preference(length="short", quiet="22-7")
    assert office.state.languages.of(new.id) == "en" and office.state.languages.of(old.id) is None
    assert office.state.preferences.of(old.id) == DEFAULT


async def test_forgetting_erases_what_a_person_set(office):
    dialogue = office.dialogue()
    await choose(dialogue, "回答长短", "短")
    await dialogue.says("/forget")
    (done,) = await dialogue.presses("全部删除")
    assert "设置 1 项" in done.text and office.state.preferences.of(dialogue.user.id) == DEFAULT
