"""/audit: who changed what and when; every change that is made in the chat is in it."""

import datetime as dt

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.pages.audit import entry_json, entry_line
from bot.state.storage.audit import Actor, AuditChange, AuditEntry
from knowledge.indexing.load_report import FileOutcome, LoadReport

ZONE = dt.timezone(dt.timedelta(hours=8))
AT = int(dt.datetime(2026, 11, 22, 9, 30, tzinfo=ZONE).timestamp())


@pytest.fixture
def owner(api):
    return api.user("刘洋")


@pytest.fixture
async def office(closed_office, owner):
    return await closed_office.open(owners=(owner.id,))


def entry(**change):
    return AuditEntry(
        3,
        AT,
        AuditChange(**({"person": 7, "name": "刘洋", "action": "role", "subject": "王芳（8）"} | change)),
    )


@pytest.mark.parametrize(
    ("found", "words", "line"),
    [
        (entry(after="editor"), CHINESE, "2026-11-22 09:30 刘洋（7） 角色 王芳（8）：编辑"),
        (entry(before="admin"), CHINESE, "2026-11-22 09:30 刘洋（7） 角色 王芳（8）：管理员 → 无"),
        (entry(before="admin"), ENGLISH, "2026-11-22 09:30 刘洋（7） role 王芳（8）: administrator → none"),
        (
            entry(action="setting:quiet", subject="工作群（-1）", before="22-7", after="21-7"),
            CHINESE,
            "2026-11-22 09:30 刘洋（7） 安静时段 工作群（-1）：22:00–07:00 → 21:00–07:00",
        ),
        (
            entry(person=0, name="命令行", action="unheard", subject="x", after="y" * 300),
            CHINESE,
            "2026-11-22 09:30 命令行 unheard x：" + "y" * 159 + "…",
        ),
    ],
)
def test_a_change_is_a_line(found, words, line):
    assert entry_line(found, words, ZONE) == line


def test_a_change_is_json():
    assert entry_json(entry(after="editor"), ZONE) == {
        "id": 3,
        "at": "2026-11-22T09:30:00+08:00",
        "person": 7,
        "name": "刘洋",
        "action": "role",
        "subject": "王芳（8）",
        "before": "",
        "after": "editor",
    }


@pytest.mark.parametrize("typed", ["/audit", "变更记录"])
async def test_without_a_change_it_says_so(office, owner, typed):
    (reply,) = await office.dialogue(owner).says(typed)
    assert reply.text == CHINESE.audit.none


async def test_many_changes_are_turned_in_place(office, owner):
    for number in range(20):
        office.state.audit.add(Actor(owner.id, "刘洋").change("role", f"第{number}个", "", "editor"))
    dialogue = office.dialogue(owner)
    (first,) = await dialogue.says("/audit")
    assert first.text.splitlines()[0] == "变更记录（第 1/3 页），新的在前："
    assert "第19个" in first.text and "第11个" not in first.text
    (second,) = await dialogue.presses(CHINESE.page_after)
    assert second.message_id == first.message_id and "第11个" in second.text
    await office.restart()
    (third,) = await office.dialogue(owner).presses(CHINESE.page_after)
    assert "第0个" in third.text and third.labels == [[CHINESE.page_before]]


async def test_long_changes_fit_a_message(office, owner):
    long = "很长的标题" * 200
    for _ in range(8):
        office.state.audit.add(Actor(owner.id, "刘洋").change("setting:scope", long, long, long))
    assert len(await office.dialogue(owner).says("/audit")) == 1


async def test_a_load_that_changed_something_is_in_it(office, owner):
    files = (
        FileOutcome("a.txt", "added"),
        FileOutcome("b.txt", "removed"),
        FileOutcome("c.txt", "unchanged"),
    )
    office.load = lambda progress: LoadReport(files, (), 0.1)
    dialogue = office.dialogue(owner)
    await dialogue.says("/reload")
    (found,) = office.state.audit.entries(9)
    assert (found.change.action, found.change.after) == ("reload", "added 1, removed 1")
    assert found.change.person == owner.id
    office.load = lambda progress: LoadReport(files[2:], (), 0.1)
    await dialogue.says("/reload")
    assert office.state.audit.count() == 1


async def test_a_load_is_reported_also_when_it_cannot_be_recorded(office, owner, caplog):
    office.load = lambda progress: LoadReport((FileOutcome("a.txt", "added"),), (), 0.1)
    office.state._database._db.execute("PRAGMA query_only = ON")
    (report,) = await office.dialogue(owner).says("/reload")
    assert report.text.startswith("载入完成") and "使用记录" in caplog.text


async def test_a_group_is_sent_to_the_private_chat(office, api, owner):
    (reply,) = await office.dialogue(owner, api.group()).says("/audit")
    assert reply.text == CHINESE.only_private
    (audit,) = await office.dialogue(owner).says("/start audit")
    assert audit.text == CHINESE.audit.none
