"""A state file that version 0.1.0 wrote opens with all that people had made; the fixture is the dump of one."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from bot.access.roles import Role
from bot.state.state import State

DUMP = Path(__file__).parent / "fixtures" / "state-0.1.0.sql"
PERSON, GROUP = 7, -100
WRITTEN = 1_790_000_000.0  # seconds since 1970


@pytest.fixture
def state(tmp_path):
    connection = sqlite3.connect(tmp_path / "state.db")
    connection.executescript(DUMP.read_text(encoding="utf-8"))
    connection.close()
    opened = State(tmp_path / "state.db", clock=lambda: WRITTEN)
    yield opened
    opened.close()


def test_what_chats_have_set_is_kept(state):
    assert state.scopes.of(GROUP) == ("d1", "d2")
    assert (state.languages.of(PERSON), state.languages.of(GROUP)) == ("en", "zh")
    assert (state.preferences.of(GROUP).length, state.preferences.of(GROUP).quiet) == ("short", "22-7")


def test_subscriptions_go_on_by_their_schedule(state):
    (subscription,) = state.subscriptions.of_chat(GROUP)
    assert (subscription.words, subscription.standing) == ("青汀", "running")
    assert (subscription.schedule.days, subscription.schedule.at) == ((7, 1), dt.time(8, 30))


def test_marks_stand(state):
    assert {mark.deadline: (mark.status, mark.until) for mark in state.marks.current.values()} == {
        "k1": ("done", None),
        "k2": ("postponed", dt.date(2026, 12, 31)),
    }


def test_what_editors_taught_is_kept(state):
    teaching = state.lessons.all()
    assert [lesson.questions for lesson in teaching.lessons] == [("青汀什么时候搬完",)]
    assert [(synonym.said, synonym.meant) for synonym in teaching.synonyms] == [("娃娃", "儿童")]
    assert [edit.question for edit in teaching.edits] == ["改过的问题"]


def test_people_keep_their_roles_favourites_and_questions(state):
    assert dict(state.appointments.roles) == {8: Role.EDITOR} and state.appointments.name(8) == "李敏"
    assert [favourite.passage for favourite in state.favourites.all(PERSON)] == ["p1"]
    assert [question.text for question in state.questions.recent(PERSON, 9)] == ["疫苗冷链什么时候查"]
    assert state.pending.find("abcdef").kind == "reload"
    assert state.audit.count() == 4
