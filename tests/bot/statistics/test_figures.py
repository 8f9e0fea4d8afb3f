"""Figures: what is counted, /stats as a dialogue, and that it works without pictures."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.errors import PicturesMissing
from bot.messages import CHINESE, ENGLISH
from bot.state import State
from bot.state.usage.question_log import AskedQuestion
from bot.state.usage.votes import Vote
from bot.statistics.figures import UsageFigures, figures
from bot.statistics.page import figures_json, figures_text
from bot.telegram.admin import statistics
from tests.bot.pictures.ink import ink, picture
from tests.bot.sample import ANSWER, LONELY
from tests.clock import TODAY

SHANGHAI = ZoneInfo("Asia/Shanghai")
TOPICS = {"p1": "医改", "p2": "医改", "p3": "老年健康"}


def moment(day, hour=9):
    return dt.datetime(day.year, day.month, day.day, hour, 30, tzinfo=SHANGHAI).timestamp()


class Clock:
    """A clock that the test sets."""

    now = moment(TODAY)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def state(tmp_path, clock):
    opened = State(tmp_path / "jianda-state.db", clock=clock)
    yield opened
    opened.close()


def ask(state, clock, when, zone="answer", passage="p1", milliseconds=100, person=7):
    clock.now = when
    state.questions.add(AskedQuestion(person, person, "问", zone, 0.9, "d1", passage, milliseconds))


def of_days(state, days, zone=SHANGHAI):
    return figures(state.figures, lambda passage: TOPICS.get(passage, ""), TODAY, days, zone)


def test_nothing_asked_is_nothing_and_not_an_error(state):
    found = of_days(state, 7)
    assert len(found.days) == 7 and found.questions == 0 and found.topics == ()
    assert found.median_time is None and found.slow_time is None
    assert figures_text(found, CHINESE) == "最近 7 天的提问\n这段时间没有提问。"


def test_each_day_counts_its_own_by_the_time_zone(state, clock):
    yesterday = TODAY - dt.timedelta(1)
    ask(state, clock, moment(TODAY, 0))  # the evening before in UTC
    ask(state, clock, moment(TODAY, 23), "unsure")
    ask(state, clock, moment(yesterday, 23), "decline")
    ask(state, clock, moment(TODAY - dt.timedelta(2)))
    first, second = of_days(state, 2).days
    assert (first.date, first.answered, first.unsure, first.declined) == (yesterday, 0, 0, 1)
    assert (second.date, second.answered, second.unsure, second.declined) == (TODAY, 1, 1, 0)
    assert of_days(state, 3).questions == 4
    assert of_days(state, 1, ZoneInfo("UTC")).answered == 0


def test_topics_are_those_of_the_answers_the_most_asked_first(state, clock):
    for passage in ("p3", "p1", "p2", "gone", ""):
        ask(state, clock, moment(TODAY), passage=passage)
    ask(state, clock, moment(TODAY), "unsure", "p3")
    assert of_days(state, 1).topics == (("医改", 2), ("老年健康", 1))


def test_times_are_the_median_and_the_95th_percentile(state, clock):
    for number in range(1, 101):
        ask(state, clock, moment(TODAY), milliseconds=number * 10)
    found = of_days(state, 1)
    assert (found.median_time, found.slow_time) == (505, 950)
    assert "一半在 0.51 秒内，95% 在 0.95 秒内" in figures_text(found, CHINESE)


def test_of_one_question_the_time_is_its_own(state, clock):
    ask(state, clock, moment(TODAY), milliseconds=70)
    assert (of_days(state, 1).median_time, of_days(state, 1).slow_time) == (70, 70)


def test_votes_and_people_of_the_days(state, clock):
    for person, day in ((1, TODAY), (1, TODAY), (2, TODAY), (3, TODAY - dt.timedelta(9))):
        ask(state, clock, moment(day), person=person)
    for message, (useful, day) in enumerate(
        [(True, TODAY), (True, TODAY), (False, TODAY), (False, dt.date(2026, 1, 1))]
    ):
        clock.now = moment(day)
        state.votes.cast(Vote(1, 1, message, useful, "p1"))
    found = of_days(state, 7)
    assert found.people == 2 and (found.votes.useful, found.votes.useless) == (2, 1)
    assert "评价 3 个，有用 2（67%）" in figures_text(found, CHINESE)


def test_in_words_and_in_json(state, clock):
    for zone in ("answer", "answer", "unsure", "decline"):
        ask(state, clock, moment(TODAY), zone)
    found = of_days(state, 2)
    assert figures_text(found, ENGLISH).splitlines() == [
        "Questions of the last 2 days",
        "4 questions, 2.0 a day; people: 1",
        "Answered 2 (50%), unsure 1 (25%), declined 1 (25%)",
        "Time: half within 0.10 s, 95% within 0.10 s",
        "Votes: none yet",
        "Topics asked for most",
        "1. 医改 2",
    ]
    told = figures_json(found)
    assert (told["from"], told["to"]) == ("2026-11-21", "2026-11-22")
    assert (told["questions"], told["answered"], told["median_ms"]) == (4, 2, 100)
    assert told["topics"] == [{"name": "医改", "questions": 2}]
    assert told["days"][1] == {"date": "2026-11-22", "answered": 2, "unsure": 1, "declined": 1}


@pytest.fixture
def admin(api):
    return api.user("刘洋")


@pytest.fixture
async def office(closed_office, admin, state, clock):
    """An office in which something was asked."""
    for number in range(40):
        passage = (ANSWER if number % 3 else LONELY).passage_id
        ask(state, clock, moment(TODAY - dt.timedelta(number)), ("answer", "unsure")[number % 2], passage)
    return await closed_office.open(admins=(admin.id,))


async def test_stats_are_a_picture_with_words_and_other_stretches_of_time(office, admin):
    dialogue = office.dialogue(admin)
    (told,) = await dialogue.says("统计")
    assert told.file.startswith(b"\x89PNG") and ink(told.file) > 0.05
    assert picture(told.file).size[0] == 1080
    assert (
        told.text.startswith("最近 30 天的提问\n提问 30 次，平均每天 1.0 次")
        and "1. 医药卫生体制改革 " in told.text
    )
    assert told.labels == [["7 天", "90 天"]]
    await office.restart()
    (more,) = await office.dialogue(admin).presses("90 天")
    assert more.text.startswith("最近 90 天的提问\n提问 40 次") and more.file != told.file
    assert more.labels == [["7 天", "30 天"]]


async def test_without_pictures_the_words_say_what_to_install(office, admin, monkeypatch):
    def fail(found, words):
        raise PicturesMissing

    monkeypatch.setattr(statistics, "figures_picture", fail)
    (told,) = await office.dialogue(admin).says("/stats")
    assert told.file is None and told.labels == [["7 天", "90 天"]]
    assert told.text.startswith("最近 30 天的提问") and "jianda[pictures]" in told.text.splitlines()[-1]


async def test_when_nothing_was_asked_there_is_no_picture(closed_office, admin):
    office = await closed_office.open(admins=(admin.id,))
    (told,) = await office.dialogue(admin).says("/stats")
    assert told.file is None and told.text.endswith(CHINESE.statistics.nothing)


async def test_without_retention_there_are_no_figures_which_is_said(closed_office, admin):
    closed_office.retention_days = 0
    office = await closed_office.open(admins=(admin.id,))
    (told,) = await office.dialogue(admin).says("/stats")
    assert told.text == CHINESE.statistics.off


async def test_a_question_that_is_asked_is_counted_with_its_time(closed_office, admin, api):
    office = await closed_office.open(admins=(admin.id,))
    await office.dialogue().says("细则什么时候出台")
    day = dt.datetime.fromtimestamp(api.world.now(), dt.UTC).date()
    found: UsageFigures = figures(office.state.figures, lambda passage: "", day, 1, dt.UTC)
    assert found.answered == 1 and found.median_time is not None


async def test_a_group_is_sent_to_the_private_chat(office, api, admin):
    (told,) = await office.dialogue(admin, api.group()).says("/stats")
    assert told.text == CHINESE.only_private
