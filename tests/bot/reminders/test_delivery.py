"""Each reminder comes once: over crashes at every step, lost connections, restarts, pauses, moves and removals."""

import asyncio
import datetime as dt
from dataclasses import replace

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.state.chats.marks import Mark
from bot.state.chats.schedule import Schedule
from bot.telegram.tasks import chat_jobs
from bot.telegram.tasks.reminders import ReminderTask
from bot.telegram.transport.connections import NotLeft
from tests.bot.reminders.due import due
from tests.bot.reminders.world import CHAT, ZONE, Crash, World
from tests.bot.sample import DOCUMENT, PLAN
from tests.clock import TODAY


@pytest.fixture
def world(tmp_path, place):
    world = World(tmp_path, place=place).open()
    world.knowledge.due = [due(7), due(20, "印发清单"), due(90, "村卫生室达标")]
    yield world
    world.state.close()


def unreachable():
    return NotLeft("no route")


async def test_several_deadlines_of_a_day_are_one_message_soonest_first(world):
    world.subscribe()
    await world.tick(hours=1)
    (text,) = world.texts
    assert text.startswith("<b>⏰ 时限提醒：全部时限</b>")
    assert (
        "1. <b>2026年11月29日</b> 快到了，还有 7 天\n出台实施细则 《在全市卫生健康工作会议上的讲话》（2026）"
        in text
    )
    assert "2. <b>2026年12月12日</b> 还有 20 天" in text and "村卫生室" not in text and "迟到" not in text


async def test_it_comes_once_and_again_at_the_next_stage(world):
    world.subscribe()
    for _ in range(24 * 8):
        await world.tick(hours=1)
    assert len(world.posts) == 2  # both today, the first one again a day before it
    assert max(world.told.values()) == 1
    assert "还有 1 天" in world.texts[1] and "印发清单" not in world.texts[1]


async def test_before_its_time_and_without_deadlines_nothing_comes(world):
    world.subscribe("没有这样的词")
    world.subscribe(at=dt.time(9, 30))
    await world.tick(hours=1)
    assert world.posts == []


async def test_what_was_missed_comes_late_and_says_so(world):
    world.subscribe()
    world.restart()
    await world.tick(days=2, hours=5)
    (text,) = world.texts
    assert "迟到的提醒：原定 2026年11月22日 09:00 发出" in text and "还有 5 天" in text


async def count_steps(world):
    world.subscribe()
    await world.tick(hours=1)
    return world.steps


async def test_there_are_as_many_steps_as_the_crash_tests_cover(world):
    assert await count_steps(world) == STEPS


STEPS = 8  # claim, begin, the call, sent: before and after each
IN_FLIGHT = (4, 5, 6, 7)  # written down as being sent, not yet as sent


@pytest.mark.parametrize("step", range(1, STEPS + 1))
async def test_after_a_crash_at_any_step_it_comes_once_or_a_notice_opens_it(world, step):
    world.subscribe()
    world.crash_at = step
    with pytest.raises(Crash):
        await world.tick(hours=1)
    world.restart()
    for _ in range(3):
        await world.tick(hours=1)
    assert all(count == 1 for count in world.told.values())
    silent = [text for _, text, quiet in world.posts if quiet]
    assert len(silent) == (step in IN_FLIGHT)
    assert len(world.told) == (0 if step in (4, 5) else 2)
    assert len(set(world.told) | world.noticed) == 2
    for text in silent:
        assert "原定 2026年11月22日 09:00" in text and "2 项" in text


async def test_a_crash_while_the_notice_is_written_down_brings_it_twice_at_most(world):
    world.subscribe()
    world.crash_at = 6
    with pytest.raises(Crash):
        await world.tick(hours=1)
    world.restart()
    world.crash_at = world.steps + 3  # the notice is accepted, and not yet written down
    with pytest.raises(Crash):
        await world.tick(hours=1)
    world.restart()
    await world.tick(hours=1)
    await world.tick(hours=1)
    assert [quiet for _, _, quiet in world.posts] == [False, True, True]


@pytest.mark.parametrize("error", [unreachable(), RetryAfter(5), NetworkError("Bad Gateway")])
async def test_what_surely_did_not_arrive_is_sent_again(world, error):
    world.arrives = False
    world.answers = [error]
    world.subscribe()
    await world.tick(hours=1)
    assert world.posts == []
    await world.tick(seconds=30)
    await world.tick(seconds=30)
    assert len(world.posts) == 1 and "迟到" not in world.texts[0]


async def test_a_network_that_is_gone_for_hours_makes_it_late(world):
    world.arrives = False
    world.answers = [unreachable() for _ in range(3)]
    world.subscribe()
    for _ in range(4):
        await world.tick(hours=1)
    assert "迟到" in world.texts[0] and len(world.posts) == 1


@pytest.mark.parametrize("arrives", [True, False])
async def test_what_may_have_arrived_is_not_sent_again_but_a_notice(world, arrives):
    world.arrives = arrives
    world.answers = [TimedOut()]
    world.subscribe()
    await world.tick(hours=1)
    for _ in range(3):
        await world.tick(seconds=30)
    assert [quiet for _, _, quiet in world.posts] == [False] * arrives + [True]


async def test_a_notice_is_tried_ever_more_seldom(world):
    world.arrives = True
    world.answers = [TimedOut() for _ in range(30)]
    world.subscribe()
    await world.tick(hours=1)
    for _ in range(10):
        await world.tick(seconds=30)
    assert [quiet for _, _, quiet in world.posts] == [False, True, True]


async def test_a_blocked_bot_rests_and_resumes_with_what_is_still_due(world):
    subscription = world.subscribe()
    world.arrives = False
    world.answers = [Forbidden("bot was blocked by the user")]
    await world.tick(hours=1)
    assert world.state.subscriptions.one(subscription.id, CHAT).standing == "removed"
    await world.tick(days=1)
    assert world.state.subscriptions.returned(CHAT) == 1
    await world.tick(hours=1)
    assert world.posts == []
    await world.tick(hours=23)
    (text,) = world.texts
    assert "还有 5 天" in text and "印发清单" in text and "迟到" not in text


async def test_a_chat_that_takes_no_messages_is_left_alone(world):
    subscription = world.subscribe()
    world.arrives = False
    world.answers = [BadRequest("Can't parse entities")]
    await world.tick(hours=1)
    await world.tick(days=1)
    assert world.state.subscriptions.one(subscription.id, CHAT).standing == "refused" and world.posts == []


REFUSALS = [
    BadRequest("not enough rights to send text messages to the chat"),
    BadRequest("CHAT_RESTRICTED"),
    BadRequest("TOPIC_CLOSED"),
    Forbidden("bot has no rights to send a message"),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
async def test_a_refusal_that_may_pass_is_tried_ever_more_seldom_and_told_to_who_set_it(world, refusal):
    world.subscribe(chat=-55, topic=7)
    world.answers, world.arrives = [refusal, None, refusal, refusal], False
    await world.tick(hours=1)
    assert [(post.chat, post.topic) for post, _, _ in world.posts] == [(CHAT, None)]
    assert "发不到群里" in world.texts[0]
    tries = []
    for minute in range(120):
        left = len(world.answers)
        await world.tick(minutes=1)
        tries += [minute + 1] * (left - len(world.answers))
    assert tries == [15, 45] and len(world.posts) == 2  # the third try, after another hour, arrived
    assert (world.posts[1][0].chat, world.posts[1][0].topic) == (-55, 7) and "迟到" in world.texts[1]
    (subscription,) = world.state.subscriptions.of_chat(-55)
    assert (subscription.standing, subscription.refusals, subscription.retry_at) == ("running", 0, None)


async def test_a_chat_that_is_not_found_for_a_day_is_given_up(world):
    subscription = world.subscribe()
    world.arrives = False
    world.answers = [BadRequest("Chat not found") for _ in range(60)]
    for _ in range(20):
        await world.tick(hours=1)
    assert world.state.subscriptions.one(subscription.id, CHAT).standing == "running"
    for _ in range(40):
        await world.tick(hours=1)
    assert world.state.subscriptions.one(subscription.id, CHAT).standing == "refused" and world.posts == []


async def test_a_group_that_moves_is_followed_by_what_was_to_be_sent(world):
    world.subscribe(chat=-55)
    world.arrives = False
    world.answers = [ChatMigrated(-100_55)]
    await world.tick(hours=1)
    await world.tick(seconds=30)
    assert [subscription.chat for subscription, _, _ in world.posts] == [-100_55]


async def test_a_move_that_is_told_is_followed(world):
    world.subscribe(chat=-55)
    world.state.migrate_chat(-55, -100_55)
    await world.tick(hours=1)
    assert [subscription.chat for subscription, _, _ in world.posts] == [-100_55]


async def test_a_topic_is_kept_and_without_it_the_group_itself_is_told(world):
    world.subscribe(chat=-55, topic=7)
    await world.tick(hours=1)
    world.arrives = False
    world.answers = [BadRequest("Message thread not found")]
    await world.tick(days=6)
    await world.tick(seconds=30)
    assert [subscription.topic for subscription, _, _ in world.posts] == [7, None]


async def test_quiet_hours_hold_it_back_without_a_word_of_being_late(world):
    world.quiet = (22, 10)
    world.subscribe()
    await world.tick(hours=1)
    await world.tick(minutes=59)
    assert world.posts == []
    await world.tick(minutes=1)
    assert len(world.posts) == 1 and "迟到" not in world.texts[0]


async def test_a_pause_is_a_pause_and_after_it_only_the_present_counts(world):
    subscription = world.subscribe()
    world.state.subscriptions.put(subscription.id, "paused")
    await world.tick(days=10)
    world.state.subscriptions.put(subscription.id, "running")
    await world.tick(hours=1)
    (text,) = world.texts  # the first one is over
    assert "印发清单" in text and "出台实施细则" not in text and "迟到" not in text


async def test_new_and_changed_deadlines_are_taken_up_at_the_next_time(world):
    world.subscribe()
    await world.tick(hours=1)
    world.knowledge.due += [due(12, "新的任务"), due(3, "改了的任务")]
    await world.tick(hours=1)
    assert len(world.posts) == 1
    await world.tick(days=1)
    assert "新的任务" in world.texts[1] and "改了的任务" in world.texts[1] and "出台" not in world.texts[1]


def mark(found, status, until=None):
    return Mark(
        found.item.id,
        status,
        found.document.path,
        found.document.title,
        found.item.task,
        found.item.sentence,
        until,
    )


async def test_what_is_done_or_does_not_apply_is_not_reminded_of(world):
    done, void, _ = world.knowledge.due
    world.state.marks.add(mark(done, "done"))
    world.state.marks.add(mark(void, "void"))
    world.subscribe()
    await world.tick(days=12)
    assert world.posts == []


async def test_what_is_postponed_is_reminded_of_by_its_new_day(world):
    first = world.knowledge.due[0]
    world.subscribe("出台")
    await world.tick(hours=1)
    world.state.marks.add(mark(first, "postponed", TODAY + dt.timedelta(days=40)))
    await world.tick(days=8)
    assert len(world.posts) == 1
    await world.tick(days=2)
    assert "2027年1月1日" in world.texts[1] and "⏳ 已延期至" in world.texts[1]


async def test_what_was_done_while_it_waited_is_not_sent(world):
    world.arrives = False
    world.answers = [unreachable()]
    world.subscribe("出台")
    await world.tick(hours=1)
    world.state.marks.add(mark(world.knowledge.due[0], "done"))
    await world.tick(hours=1)
    assert world.posts == []
    world.state.marks.add(mark(world.knowledge.due[0], "open"))
    await world.tick(days=1)
    assert len(world.posts) == 1


async def test_a_chat_narrowed_to_documents_is_reminded_of_those(world):
    world.knowledge.due.append(due(5, "县里的任务", PLAN))
    world.state.scopes.set(CHAT, [PLAN.id])
    world.subscribe()
    await world.tick(hours=1)
    assert "县里的任务" in world.texts[0] and "出台" not in world.texts[0]


async def test_a_clock_put_forward_and_back_doubles_nothing(world):
    world.subscribe()
    await world.tick(hours=1)
    await world.tick(days=30)
    await world.tick(days=-30)
    for _ in range(24 * 32):
        await world.tick(hours=1)
    assert max(world.told.values()) == 1
    assert len([key for _, key in world.told if key.endswith(":1")]) >= 2


async def test_many_deadlines_are_one_message_of_pages(world):
    world.knowledge.due = [due(7, f"任务{number}") for number in range(30)]
    world.subscribe()
    await world.tick(hours=1)
    (text,) = world.texts
    assert "（第 1/4 页）" in text and len(text) < 4096 and len(world.told) == 30


async def test_many_chats_are_each_told_once(world):
    for chat in range(60):
        world.subscribe(chat=1000 + chat)
        world.subscribe(chat=1000 + chat, weekdays=(world.now.weekday(),))
    await world.tick(hours=1)
    assert len(world.posts) == 60 and {chat.chat for chat, _, _ in world.posts} == set(range(1000, 1060))


async def test_reminders_that_overlap_tell_of_a_deadline_once_a_day(world):
    for chat in (CHAT, CHAT + 1):
        world.subscribe("出台", chat=chat)
    world.subscribe(at=dt.time(14))
    await world.tick(hours=1)
    assert [text.count("出台实施细则") for text in world.texts] == [1, 1]
    await world.tick(hours=5)
    (other,) = world.texts[2:]
    assert "印发清单" in other and "出台实施细则" not in other
    for _ in range(24 * 6):
        await world.tick(hours=1)
    assert sum("出台实施细则" in text for text in world.texts) == 4  # again a day before it, in each chat


@pytest.mark.parametrize("stop", ["pause", "remove"])
async def test_what_another_reminder_should_have_told_is_told_where_that_is_stopped(world, stop):
    world.arrives = False
    world.answers = [unreachable()]
    first, second = world.subscribe("出台"), world.subscribe()
    await world.tick(hours=1)
    if stop == "pause":
        world.state.subscriptions.put(first.id, "paused")
    else:
        world.state.subscriptions.remove(first.id)
    world.arrives = True
    await world.tick(minutes=1)
    assert all(subscription.id == second.id for subscription, _, _ in world.posts)
    assert sum("出台实施细则" in text for text in world.texts) == 1


async def test_a_renamed_file_and_a_corrected_figure_are_not_told_again(world):
    world.knowledge.due = [due(7, "新建站点6个"), due(20, "印发清单")]
    world.subscribe()
    await world.tick(hours=1)
    renamed = replace(DOCUMENT, path="renamed.txt")
    world.knowledge.due = [due(7, "新建站点8个"), due(20, "印发清单", renamed)]
    world.knowledge.due = [
        replace(one, item=replace(one.item, id=f"new{at}")) for at, one in enumerate(world.knowledge.due)
    ]
    await world.tick(days=1)
    assert len(world.posts) == 1
    for _ in range(6):
        await world.tick(days=1)
    assert len(world.posts) == 2 and "新建站点8个" in world.texts[1]


async def test_what_waits_is_sent_after_its_text_was_corrected(world):
    world.arrives = False
    world.answers = [unreachable()]
    world.knowledge.due = [due(7, "新建站点6个")]
    world.subscribe()
    await world.tick(hours=1)
    world.knowledge.due = [due(7, "新建站点8个")]
    world.arrives = True
    await world.tick(minutes=1)
    assert len(world.posts) == 1 and "新建站点8个" in world.texts[0]


async def test_who_may_no_longer_use_the_bot_is_reminded_no_more(world):
    subscription = world.subscribe()
    world.delivery._sources.access.rules = type(world.delivery._sources.access.rules)(allowed_users=(1,))
    await world.tick(hours=1)
    assert world.posts == []
    assert world.state.subscriptions.one(subscription.id, CHAT).standing == "unlisted"


async def test_the_task_goes_on_after_a_failure_and_ends_when_told(world, caplog):
    world.subscribe()
    world.now += dt.timedelta(hours=1)
    failing = [1]

    def deadlines(*_):
        if failing:
            failing.pop()
            raise ZeroDivisionError
        return world.knowledge.due

    world.knowledge.deadlines = deadlines
    reminding = ReminderTask(world.delivery, lambda: world.now, world.state.term, pause=0.01)
    task = asyncio.create_task(reminding.run())
    while not world.posts:
        await asyncio.sleep(0.01)
    reminding.end()
    await task
    assert "ZeroDivisionError" in caplog.text and len(world.posts) == 1
    assert world.now.tzinfo is ZONE


async def test_a_chat_that_telegram_holds_back_holds_up_no_other(world, monkeypatch):
    monkeypatch.setattr(chat_jobs, "PATIENCE", 0.01)
    released, post = asyncio.Event(), world.post

    async def held_back(subscription, message, silent):
        if subscription.chat == CHAT:
            await released.wait()
        await post(subscription, message, silent)

    world.delivery._post = held_back
    world.subscribe()
    await world.tick(hours=1)
    world.subscribe(chat=CHAT + 1, at=dt.time(9, 30))
    await world.tick(minutes=30)
    await world.tick(minutes=1)
    assert [subscription.chat for subscription, _, _ in world.posts] == [CHAT + 1]
    released.set()
    await asyncio.sleep(0)
    monkeypatch.setattr(chat_jobs, "PATIENCE", 5)
    await world.tick(minutes=1)
    assert [subscription.chat for subscription, _, _ in world.posts] == [CHAT + 1, CHAT]


async def test_another_time_of_the_day_counts_from_then_on(world):
    subscription = world.subscribe(at=dt.time(17))
    await world.tick(hours=3)
    world.state.subscriptions.change(replace(subscription, schedule=Schedule(at=dt.time(10))))
    await world.tick(minutes=1)
    assert world.posts == []
    await world.tick(hours=23)
    assert len(world.posts) == 1 and "迟到" not in world.texts[0]
