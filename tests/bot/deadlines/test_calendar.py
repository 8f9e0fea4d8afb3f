"""/calendar: a file that a calendar takes and, taken again, changes instead of adding."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from bot.deadlines.calendar import last_change
from bot.deadlines.ics import ALARMS, calendar_file
from bot.marks.status import MarkStatus
from bot.messages import CHINESE, ENGLISH
from bot.state.chats.marks import Mark
from knowledge.filters.filters import Located
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.sample import ANSWER, DEADLINE, DOCUMENT, SECTION
from tests.clock import NOON
from tests.knowledge.plans import NEW, plans

REVISED = dt.datetime(2026, 11, 22, 1, 30, tzinfo=dt.UTC)


def found(**changes):
    return Located(replace(DEADLINE, id="d1", **changes), DOCUMENT, SECTION, "医改", ANSWER.passage_id)


def events(content: bytes) -> list:
    return [*Calendar.from_ical(content).walk("VEVENT")]


DAYS = [
    ((None, dt.date(2026, 6, 30)), dt.date(2026, 6, 30)),
    ((dt.date(2027, 1, 1), None), dt.date(2027, 1, 1)),
    ((dt.date(2026, 7, 1), dt.date(2026, 12, 31)), dt.date(2026, 12, 31)),
    ((dt.date(2028, 2, 29), dt.date(2028, 2, 29)), dt.date(2028, 2, 29)),
]


@pytest.mark.parametrize(("dates", "day"), DAYS)
def test_an_event_stands_all_day_on_the_day_that_counts(dates, day):
    (event,) = events(calendar_file([found(start=dates[0], end=dates[1])], "时限", REVISED, CHINESE))
    assert event.decoded("dtstart") == day and type(event.decoded("dtstart")) is dt.date
    assert event.decoded("dtend") == day + dt.timedelta(days=1)
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_one_without_a_date_is_left_out():
    assert events(calendar_file([found(start=None, end=None)], "时限", REVISED, CHINESE)) == []


def test_the_event_says_what_who_when_and_where_it_stands():
    (event,) = events(calendar_file([found()], "时限", REVISED, CHINESE))
    assert event["summary"] == DEADLINE.task
    said = str(event["description"]).split("\n")
    assert said == [
        DEADLINE.sentence,
        "时限：今年6月底前（2026年6月30日前）",
        "责任单位：市医保局",
        "——《在全市卫生健康工作会议上的讲话》（2026） › 三、抓重点 › （二）加快优质医疗资源扩容下沉",
    ]
    assert event["categories"].cats == [DOCUMENT.title]
    assert event["transp"] == "TRANSPARENT"


def test_marks_of_the_format_and_control_characters_come_back_as_they_were():
    odd = "完成；目录,统一\\归口\x07\n“三免”：" + "长" * 100
    (event,) = events(calendar_file([found(task=odd, sentence=odd)], "a;b,c", REVISED, CHINESE))
    assert str(event["description"]).startswith(odd.replace("\x07", "") + "\n时限")
    assert len(event["summary"]) <= 80 and event["summary"].startswith("完成；目录,统一\\归口 “三免”")


def test_alarms_ring_in_the_morning_of_the_days_before():
    (event,) = events(calendar_file([found()], "时限", REVISED, ENGLISH))
    day = dt.datetime.combine(event.decoded("dtstart"), dt.time())
    rings = [day + alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert rings == [dt.datetime(2026, 6, 30, 9) - dt.timedelta(days=days) for days in ALARMS]
    assert all(alarm["action"] == "DISPLAY" and alarm["description"] for alarm in event.walk("VALARM"))


def test_the_same_load_gives_the_same_file_and_a_later_one_supersedes_it():
    once = calendar_file([found()], "时限", REVISED, CHINESE)
    assert once == calendar_file([found()], "时限", REVISED, CHINESE)
    later = calendar_file([found(end=dt.date(2026, 9, 30))], "时限", REVISED + dt.timedelta(hours=1), CHINESE)
    (old,), (new,) = events(once), events(later)
    assert old["uid"] == new["uid"] == "d1@jianda"
    assert new["sequence"] > old["sequence"] and new.decoded("dtstamp") > old.decoded("dtstamp")


def marked(status, **changes):
    located = found(**changes)
    mark = Mark(
        "d1",
        status,
        DOCUMENT.path,
        DOCUMENT.title,
        located.item.task,
        located.item.sentence,
        at=int(REVISED.timestamp()) + 60,
    )
    return {"d1": MarkStatus(mark)}


@pytest.mark.parametrize(("status", "printed"), [("done", "CONFIRMED"), ("void", "CANCELLED")])
def test_what_is_settled_supersedes_its_entry_and_rings_no_more(status, printed):
    (old,) = events(calendar_file([found()], "时限", REVISED, CHINESE))
    (new,) = events(calendar_file([found()], "时限", REVISED, CHINESE, marked(status)))
    assert new["uid"] == old["uid"] and new["sequence"] > old["sequence"]
    assert new["status"] == printed and old["status"] == "CONFIRMED"
    assert new.walk("VALARM") == [] and old.walk("VALARM") != []
    assert DEADLINE.task in new["summary"] and new["summary"] != old["summary"]


def test_the_place_is_the_location():
    placed = replace(found(), document=replace(DOCUMENT, place="澄原"))
    (event,) = events(calendar_file([placed], "时限", REVISED, CHINESE))
    assert event["location"] == "澄原"


async def test_a_mark_that_is_taken_back_supersedes_what_was_said(office):
    office.knowledge.due = [found(end=dt.date(2026, 12, 1)), found(end=dt.date(2026, 12, 2), task="别的")]
    office.knowledge.due[1] = replace(
        office.knowledge.due[1], item=replace(office.knowledge.due[1].item, id="d2")
    )
    dialogue, sequences = office.dialogue(), []
    for status in ("done", "open"):
        mark = replace(marked(status, end=dt.date(2026, 12, 1))["d1"].mark)
        office.state.marks.add(mark)
        (sent,) = await dialogue.says("/calendar")
        sequences.append(
            {event["uid"]: (event["sequence"], bool(event.walk("VALARM"))) for event in events(sent.file)}[
                "d1@jianda"
            ]
        )
    assert [rings for _, rings in sequences] == [False, True] and sequences[0][0] <= sequences[1][0]


async def test_the_file_comes_into_the_chat_and_updates_over_a_reload(closed_office, tmp_path: Path):
    closed_office.knowledge = plans(tmp_path)
    dialogue = (await closed_office.open()).dialogue()
    (sent,) = await dialogue.says("/calendar 云溪")
    assert sent.file_name == "健答时限-云溪.ics"
    assert sent.text.startswith("健答时限：“云溪”\n共 1 项时限，提前 30、7、1 天提醒")
    (event,) = events(sent.file)
    assert event.decoded("dtstart") == dt.date(2027, 6, 30) and "18家卫生院" in event["summary"]
    (tmp_path / "plans" / "new.txt").write_text(NEW.replace("二、重点任务", "二、今年任务"), encoding="utf-8")
    load(tmp_path / "plans", tmp_path / "plans.db", now=NOON + dt.timedelta(hours=1))
    (again,) = await dialogue.says("日历")
    uids = {event["uid"]: event for event in events(again.file)}
    assert event["uid"] in uids and len(uids) == 3
    assert uids[event["uid"]]["sequence"] > event["sequence"]


async def test_nothing_to_put_into_a_calendar_is_said(office):
    dialogue = office.dialogue()
    (sent,) = await dialogue.says("/calendar")
    assert sent.file is None and sent.text == CHINESE.no_deadlines
    (sent,) = await dialogue.says("/calendar 无此")
    assert sent.text.startswith(CHINESE.no_deadlines) and "“无此”" in sent.text
    office.knowledge.due = [found(start=None, end=None)]
    (sent,) = await dialogue.says("/calendar")
    assert sent.text == CHINESE.calendar.none
    (sent,) = await dialogue.says("/calendar " + "长" * 20)
    assert sent.text == CHINESE.filter_too_long


async def test_the_list_has_a_button_for_the_calendar_of_what_it_shows(office):
    office.knowledge.due = [found(end=dt.date(2026, 12, 1)), found(end=None, start=None)]
    dialogue = office.dialogue()
    await dialogue.says("/ddl 医保局")
    (sent,) = await dialogue.presses("存入日历")
    assert len(events(sent.file)) == 1 and "另有 1 项没有写明日期" in sent.text


def test_a_knowledge_base_without_a_load_still_gives_a_file(tmp_path: Path):
    knowledge: KnowledgeBase = plans(tmp_path)
    assert knowledge.status().loaded_at == NOON
    load(tmp_path / "plans", tmp_path / "undated.db")
    assert last_change(KnowledgeBase(tmp_path / "undated.db")) == dt.datetime.fromtimestamp(0, dt.UTC)
    (event,) = events(calendar_file([found()], "时限", dt.datetime.fromtimestamp(0, dt.UTC), CHINESE))
    assert event["sequence"] == 0
