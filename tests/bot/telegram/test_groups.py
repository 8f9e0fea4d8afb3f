"""Groups: a good guest is silent unless spoken to, and stays findable when the group changes."""

import datetime as dt
from dataclasses import replace

import pytest
from telegram import Update

from bot.messages import CHINESE
from tests.bot.sample import ANSWER, ANSWERED, OTHER, PLAN

WHEN = ANSWERED.question
FOLLOWED = replace(ANSWERED, question="谁负责细则出台", answers=(OTHER,))


@pytest.fixture
def group(api):
    return api.group(forum=True)


@pytest.fixture
def dialogue(office, group):
    office.knowledge.replies[FOLLOWED.question] = FOLLOWED
    return office.dialogue(chat=group)


@pytest.fixture
def open_ears(api):
    """The bot is shown every message of its groups."""
    api.world.privacy = False


@pytest.mark.usefixtures("open_ears")
@pytest.mark.parametrize(
    "typed",
    [f"@jianda_bot {WHEN}", f"{WHEN}＠Jianda_Bot", f"请教@jianda_bot，{WHEN}", f"@jianda_bot：{WHEN}"],
)
async def test_a_mention_anywhere_is_taken_out_and_answered_as_a_reply(office, api, dialogue, group, typed):
    office.knowledge.replies[f"请教 {WHEN}"] = ANSWERED
    question = api.message(group, dialogue.user, typed)
    (reply,) = await dialogue.settled(0)
    assert ANSWER.passage in reply.text and reply.reply_to == question.message_id
    assert "@" not in office.knowledge.asked[0] and "＠" not in office.knowledge.asked[0]


@pytest.mark.usefixtures("open_ears")
@pytest.mark.parametrize("typed", ["@jianda_bots 在吗", "mail@jianda_botx.cn", "@other_bot 医共体", "细则"])
async def test_what_mentions_another_is_passed_over(dialogue, typed):
    assert await dialogue.says(typed) == []


@pytest.mark.usefixtures("open_ears")
async def test_a_mention_alone_asks_the_message_that_it_replies_to(api, dialogue, group):
    asked = api.message(group, api.user(), WHEN)
    (reply,) = await dialogue.says("@jianda_bot", reply_to=asked)
    assert ANSWER.passage in reply.text


@pytest.mark.usefixtures("open_ears")
async def test_a_mention_alone_tells_the_usage(dialogue):
    (reply,) = await dialogue.says("@jianda_bot")
    assert reply.text == CHINESE.usage


async def test_a_reply_to_the_bot_asks_further(api, dialogue, group):
    topic = api.topic(group, "医改")
    (first,) = await dialogue.says(f"/ask {WHEN}", thread=topic)
    (second,) = await dialogue.says("那谁负责呢", reply_to=first)
    assert second.text.startswith("问：谁负责细则出台（接上一问）") and OTHER.passage in second.text
    assert second.thread == topic


async def test_another_member_asks_further_from_the_message_replied_to(office, api, dialogue, group):
    (first,) = await dialogue.says(f"/ask {WHEN}")
    (second,) = await office.dialogue(chat=group).says("谁负责", reply_to=first)
    assert second.text.startswith("问：谁负责细则出台")


async def test_in_a_group_each_person_has_a_last_question_of_their_own(office, dialogue, group):
    await dialogue.says(f"/ask {WHEN}")
    (other,) = await office.dialogue(chat=group).says("/ask 谁负责")
    assert "接上一问" not in other.text
    (own,) = await dialogue.says("/ask 谁负责")
    assert "接上一问" in own.text


async def test_in_a_topic_that_the_bot_opened_not_every_message_is_one_to_it(api, dialogue, group):
    api.world.privacy = False
    assert await dialogue.says("大家好", thread=api.topic(group, "医改")) == []


@pytest.mark.usefixtures("open_ears")
async def test_other_bots_are_passed_over(office, api, group):
    dialogue = office.dialogue(api.user("天气", username="weather_bot", is_bot=True), group)
    assert await dialogue.says(f"/ask {WHEN}") == []


async def test_posts_of_a_channel_are_passed_over(office, api):
    channel = api.channel()
    api.channel_post(channel, f"/ask {WHEN}")
    assert await office.dialogue(chat=channel).settled(0) == []


async def test_an_anonymous_administrator_asks_further(office, api, dialogue, group):
    api.anonymous(group, f"/ask {WHEN}")
    await dialogue.settled(0)
    api.anonymous(group, "/ask 谁负责")
    assert "接上一问" in (await dialogue.settled(0))[-1].text


async def test_a_greeting_says_once_how_to_ask(office, api):
    dialogue = office.dialogue(chat=api.group(bot="left"))
    api.joined(dialogue.chat, dialogue.user)
    (greeting,) = await dialogue.settled(0)
    assert greeting.text == CHINESE.group_greeting and greeting.reply_to is None


async def test_after_removal_nothing_is_sent_and_a_new_adding_is_greeted(office, api):
    dialogue = office.dialogue(chat=api.group())
    api.removed(dialogue.chat, dialogue.user)
    assert await dialogue.settled(0) == []
    api.joined(dialogue.chat, dialogue.user)
    assert len(await dialogue.settled(0)) == 1


async def test_a_channel_that_the_bot_is_added_to_is_not_greeted(office, api):
    dialogue = office.dialogue(chat=api.channel(bot="left"))
    api.joined(dialogue.chat, dialogue.user)
    assert await dialogue.settled(0) == []


async def test_settings_follow_a_group_that_becomes_a_supergroup(office, api):
    old, user = api.group(type="group"), api.user()
    office.state.scopes.set(old.id, [PLAN.id])
    new = api.migrate(old, user)
    dialogue = office.dialogue(user, new)
    await dialogue.says(f"/ask {WHEN}")
    assert office.knowledge.scopes == [(PLAN.id,)]
    assert office.state.scopes.of(old.id) == ()


async def test_a_listed_group_stays_listed_when_it_becomes_a_supergroup(closed_office, api, caplog):
    old, user = api.group(type="group"), api.user()
    office = await closed_office.open(allowed_chats=(old.id,))
    new = api.migrate(old, user)
    (reply,) = await office.dialogue(user, new).says(f"/ask {WHEN}")
    assert ANSWER.passage in reply.text
    assert str(new.id) in caplog.text
    await office.restart()
    (reply,) = await office.dialogue(user, new).says(f"/ask {WHEN}")
    assert ANSWER.passage in reply.text


async def test_one_of_which_the_new_id_alone_is_told_stays_listed_too(closed_office, api):
    old, user = api.group(type="group"), api.user()
    office = await closed_office.open(allowed_chats=(old.id,))
    new = api.migrate(old, user)
    _, told = api.take_updates()
    await office.application.process_update(Update.de_json(told, office.application.bot))
    assert await office.dialogue(user, new).says(f"/ask {WHEN}")


async def test_an_edited_question_changes_its_answer(office, api, dialogue, group):
    question = api.message(group, dialogue.user, "/ask 细则")
    (before,) = await dialogue.settled(0)
    (after,) = await dialogue.edits(question, f"/ask {WHEN}")
    assert after.message_id == before.message_id and ANSWER.passage in after.text


async def test_an_edit_that_changes_nothing_or_ends_the_question_is_passed_over(office, api, dialogue, group):
    question = api.message(group, dialogue.user, f"/ask {WHEN}")
    await dialogue.settled(0)
    assert await dialogue.edits(question, f"/ask  {WHEN}") == []
    assert await dialogue.edits(question, "不用了") == []
    assert len(office.knowledge.asked) == 1


@pytest.mark.usefixtures("open_ears")
@pytest.mark.parametrize("typed", [f"/ask {WHEN}", f"@jianda_bot {WHEN}"])
async def test_an_edited_message_that_speaks_to_the_bot_only_now_is_answered(api, dialogue, group, typed):
    message = api.message(group, dialogue.user, WHEN)
    assert await dialogue.settled(0) == []
    (reply,) = await dialogue.edits(message, typed)
    assert ANSWER.passage in reply.text and reply.reply_to == message.message_id
    (changed,) = await dialogue.edits(message, "/ask 细则")
    assert changed.message_id == reply.message_id


@pytest.mark.usefixtures("open_ears")
async def test_an_edited_message_that_does_not_or_is_old_is_passed_over(office, api, dialogue, group):
    message = api.message(group, dialogue.user, "大家好")
    await dialogue.settled(0)
    assert await dialogue.edits(message, "大家下午好") == []
    office.now += dt.timedelta(hours=2)
    assert await dialogue.edits(message, f"@jianda_bot {WHEN}") == []


async def test_an_answer_that_was_deleted_comes_anew_when_its_question_is_edited(api, dialogue, group):
    question = api.message(group, dialogue.user, "/ask 细则")
    (before,) = await dialogue.settled(0)
    api.delete(before)
    (after,) = await dialogue.edits(question, f"/ask {WHEN}")
    assert after.message_id != before.message_id and ANSWER.passage in after.text
    (changed,) = await dialogue.edits(question, "/ask 细则")
    assert changed.message_id == after.message_id


@pytest.mark.usefixtures("open_ears")
@pytest.mark.parametrize("typed", [f"@jianda_bot {WHEN}", f"/ask {WHEN}"])
async def test_what_stands_under_a_file_is_the_question(api, dialogue, group, typed):
    file = api.document(group, dialogue.user, "a.pdf", b"%PDF", caption=typed)
    (reply,) = await dialogue.settled(0)
    assert ANSWER.passage in reply.text and reply.reply_to == file.message_id


@pytest.mark.parametrize("kind", ["document", "photo"])
@pytest.mark.parametrize("name", ["a.pdf", "a.csv"])
async def test_in_private_too(office, api, kind, name):
    dialogue = office.dialogue()
    api.document(dialogue.chat, dialogue.user, name, b"%PDF", caption=WHEN)
    (raw,) = api.take_updates()
    if kind == "photo":
        size = {"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}
        raw["message"] = {**raw["message"], "photo": [size]}
        del raw["message"]["document"]
    await office.application.process_update(Update.de_json(raw, office.application.bot))
    (reply,) = api.sent(dialogue.chat)
    assert ANSWER.passage in reply.text


async def test_an_edited_question_in_private_is_understood_as_before(office, api):
    office.knowledge.replies[FOLLOWED.question] = FOLLOWED
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    question = api.message(dialogue.chat, dialogue.user, "食堂")
    await dialogue.settled(0)
    (changed,) = await dialogue.edits(question, "谁负责")
    assert changed.edited and changed.text.startswith("问：谁负责细则出台")
