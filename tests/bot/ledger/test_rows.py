"""The rows of a ledger: how each task stands, who does it, what was reported, what needs somebody first."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.ledger.rows import STATES, counts, rows_of, state_of
from bot.marks.status import MarkStatus
from bot.messages import CHINESE, ENGLISH
from bot.state.chats.marks import Mark
from tests.bot.ledger.tasks import FAR, LATE, NEXT, SOON
from tests.clock import TODAY


def said(status, **more):
    return MarkStatus(Mark("", status, "", "", "", "", **more))


@pytest.mark.parametrize(
    ("due", "standing", "state"),
    [
        (LATE, None, "late"),
        (LATE, said("begun"), "late"),
        (LATE, said("done"), "done"),
        (LATE, said("void"), "void"),
        (SOON, said("begun"), "soon"),
        (FAR, None, "idle"),
        (FAR, said("begun"), "active"),
        (FAR, MarkStatus(said("done").mark, changed=True), "idle"),
    ],
)
def test_how_a_task_stands(due, standing, state):
    assert state_of(due, standing, TODAY) == state


@pytest.mark.parametrize(("days", "state"), [(-1, "late"), (10, "soon"), (100, "postponed")])
def test_a_postponed_task_stands_by_its_new_day(days, state):
    until = TODAY + dt.timedelta(days=days)
    known = {LATE.item.id: said("postponed", until=until)}
    (row,) = rows_of([LATE], known, TODAY)
    assert (row.state, row.day) == (state, until)


def test_what_needs_somebody_comes_first_and_is_numbered():
    known = {NEXT.item.id: said("begun"), FAR.item.id: said("done")}
    rows = rows_of([FAR, NEXT, SOON, LATE], known, TODAY)
    assert [(row.number, row.due.item.task) for row in rows] == [
        (1, "报送总结"),
        (2, "印发清单"),
        (3, "完成改造"),
        (4, "建成平台"),
    ]
    assert counts(rows) == {"late": 1, "soon": 1, "active": 1, "done": 1}


def test_bodies_by_their_roles_and_persons_with_the_assignee():
    rows = rows_of([LATE, SOON], {SOON.item.id: said("begun", assignee="李四", note="已起草")}, TODAY)
    assert (rows[0].lead, rows[0].support, rows[0].persons) == (("县民政局",), ("县财政局",), ())
    assert rows[1].persons == ("副局长周明远", "李四") and rows[1].report == "已起草"


def test_bodies_without_roles_lead():
    bare = replace(LATE, item=replace(LATE.item, roles=(), bodies=("县民政局",)))
    (row,) = rows_of([bare], {bare.item.id: said("begun", assignee="李四")}, TODAY)
    assert row.lead == ("县民政局",) and row.persons == ("李四",)


def test_no_state_is_told_by_its_colour_alone():
    for words in (CHINESE, ENGLISH):
        assert tuple(words.ledger.states) == STATES
        names = [name.split(" ", 1)[1] for name in words.ledger.states.values()]
        assert len(set(names)) == len(STATES) and all(any(map(str.isalpha, name)) for name in names)
