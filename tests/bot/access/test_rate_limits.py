"""Limits: so much a minute to a person and in a group, one notice, then silence until there is room."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.access.rate_limits import MINUTE, RateLimits, SlidingWindow
from bot.config.config import Telegram
from bot.messages import CHINESE, ENGLISH
from tests.bot.sample import ANSWERED, UNSURE

WHEN = ANSWERED.question


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def take(window, key):
    room = window.has_room(key)
    if room:
        window.count(key)
    return room


def test_the_window_slides(clock):
    window = SlidingWindow(2, clock)
    assert take(window, 7)
    clock.now = 30
    assert take(window, 7) and not take(window, 7) and take(window, 8)
    clock.now = 60
    assert take(window, 7) and not take(window, 7)


def test_zero_sets_no_limit(clock):
    window = SlidingWindow(0, clock)
    assert all(take(window, 7) for _ in range(1000)) and len(window) == 0


def test_a_notice_is_given_once_a_minute(clock):
    window = SlidingWindow(1, clock)
    assert [window.first_notice(7) for _ in range(3)] == [True, False, False]
    clock.now = MINUTE
    assert window.first_notice(7) and not window.first_notice(7)


def test_idle_keys_are_forgotten(clock):
    window = SlidingWindow(5, clock)
    for person in range(1000):
        take(window, person)
        window.first_notice(person + 5000)
    clock.now = MINUTE
    take(window, 1)
    assert len(window) == 1


def test_a_refused_question_counts_for_nobody(clock):
    limits = RateLimits(Telegram(limit_per_minute=1, group_limit_per_minute=2), clock)
    assert limits.admit(1, -5) and not limits.admit(1, -5)
    assert limits.admit(2, -5) and not limits.admit(3, -5)
    assert limits.admit(3)
    assert limits.first_notice(3, -5) and not limits.first_notice(4, -5)


@given(
    st.integers(1, 5),
    st.lists(st.tuples(st.floats(0, 40), st.integers(0, 2)), max_size=80),
)
def test_never_more_than_so_many_in_any_minute(most, asked):
    clock, taken = Clock(), []
    window = SlidingWindow(most, clock)
    for pause, key in asked:
        clock.now += pause
        before = [at for at, who in taken if who == key and at > clock.now - MINUTE]
        assert take(window, key) == (len(before) < most)
        if len(before) < most:
            taken.append((clock.now, key))


async def test_a_person_is_told_once_and_then_not_answered(closed_office):
    office = await closed_office.open(limit_per_minute=2)
    dialogue = office.dialogue()
    assert await dialogue.says(WHEN) and await dialogue.says(WHEN)
    (notice,) = await dialogue.says(WHEN)
    assert notice.text == CHINESE.too_many
    assert await dialogue.says(WHEN) == [] and await dialogue.says("/topics") == []
    assert office.knowledge.asked == [WHEN, WHEN]
    assert await office.dialogue().says(WHEN)


async def test_the_notice_is_in_the_language_of_the_person(closed_office, api):
    office = await closed_office.open(limit_per_minute=1)
    dialogue = office.dialogue(api.user(language_code="en"))
    await dialogue.says(WHEN)
    (notice,) = await dialogue.says(WHEN)
    assert notice.text == ENGLISH.too_many


async def test_help_and_start_are_not_counted(closed_office):
    office = await closed_office.open(limit_per_minute=1)
    dialogue = office.dialogue()
    for _ in range(3):
        assert await dialogue.says("/help") and await dialogue.says("/start")
    assert await dialogue.says(WHEN)
    assert await dialogue.says(WHEN) and await dialogue.says("/help")


async def test_administrators_are_not_counted(closed_office, api):
    admin = api.user()
    office = await closed_office.open(limit_per_minute=1, admins=(admin.id,))
    dialogue = office.dialogue(admin)
    assert [len(await dialogue.says(WHEN)) for _ in range(3)] == [1, 1, 1]


async def test_a_group_gets_one_reply_and_then_silence(closed_office, api):
    office, group = await closed_office.open(group_limit_per_minute=2), api.group()
    for _ in range(2):
        assert await office.dialogue(chat=group).says(f"/ask {WHEN}")
    late = office.dialogue(chat=group)
    (notice,) = await late.says(f"/ask {WHEN}")
    assert notice.text == CHINESE.too_many and notice.reply_to
    assert await office.dialogue(chat=group).says(f"/ask {WHEN}") == []
    assert await office.dialogue(late.user).says(WHEN)


async def test_what_is_not_meant_for_the_bot_is_not_counted(closed_office, api):
    office, group = await closed_office.open(limit_per_minute=1), api.group()
    api.role(group, api.bot, "administrator")
    dialogue = office.dialogue(chat=group)
    for text in ("大家好", "/other", "吃饭了吗"):
        assert await dialogue.says(text) == []
    assert await dialogue.says(f"@jianda_bot {WHEN}")


async def test_a_press_over_the_limit_is_answered_shortly(closed_office, api):
    office = await closed_office.open(limit_per_minute=1)
    dialogue = office.dialogue()
    (message,) = await dialogue.says(UNSURE.question)
    for _ in range(2):
        query = api.press(dialogue.user, message, message.labels[0][0])
        assert await dialogue.settled(api.world.revision) == []
        assert api.callback_answer(query)["text"] == CHINESE.too_many_presses


async def test_an_inline_query_over_the_limit_brings_nothing(closed_office):
    office = await closed_office.open(limit_per_minute=1)
    dialogue = office.dialogue()
    assert (await dialogue.asks_inline("细则"))["results"]
    assert (await dialogue.asks_inline("价格"))["results"] == []


async def test_corrections_are_counted(closed_office, api):
    office = await closed_office.open(limit_per_minute=1)
    dialogue = office.dialogue()
    question = api.message(dialogue.chat, dialogue.user, WHEN)
    assert await dialogue.settled(0)
    assert await dialogue.edits(question, UNSURE.question) == []
    assert office.knowledge.asked == [WHEN]


@pytest.mark.parametrize("rules", [{"limit_per_minute": 1}, {"allowed_users": (1,)}])
async def test_who_cannot_be_told_is_not_answered_either(closed_office, api, rules):
    office = await closed_office.open(**rules)
    dialogue = office.dialogue()
    await dialogue.says("/topics")
    other = dialogue if "limit_per_minute" in rules else office.dialogue()
    api.fail("sendMessage", 403, "bot was blocked by the user")
    assert await other.says(WHEN) == []
    assert office.knowledge.asked == []


async def test_a_press_that_fails_is_answered(office, monkeypatch):
    dialogue = office.dialogue()
    (message,) = await dialogue.says(UNSURE.question)
    monkeypatch.setattr(office.knowledge, "passage", lambda _: 1 / 0)
    (reply,) = await dialogue.presses(message.labels[0][0])
    assert "编号" in reply.text


async def test_a_vote_that_fails_is_answered(office, monkeypatch):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    monkeypatch.setattr(type(office.state.votes), "cast", lambda *_: 1 / 0)
    (reply,) = await dialogue.presses(CHINESE.useful)
    assert "编号" in reply.text


async def test_an_unknown_button_is_answered(office, api):
    dialogue = office.dialogue()
    markup = {"inline_keyboard": [[{"text": "旧按钮", "callback_data": "zz:of another version"}]]}
    api.call("sendMessage", {"chat_id": dialogue.chat.id, "text": "旧消息", "reply_markup": markup})
    (reply,) = await dialogue.presses("旧按钮")
    assert reply.text == CHINESE.button_old


async def test_told_to_wait_in_one_chat_the_bot_answers_in_another(office, api):
    held, other = office.dialogue(), office.dialogue()
    api.flood("sendMessage", retry_after=1)
    api.message(held.chat, held.user, WHEN)
    waiting = asyncio.create_task(office.process_updates())
    while not api.calls_of("sendMessage"):
        await asyncio.sleep(0.01)
    api.message(other.chat, other.user, WHEN)
    await office.process_updates()
    assert api.sent(other.chat) and not api.sent(held.chat)
    await waiting
    assert api.sent(held.chat)
