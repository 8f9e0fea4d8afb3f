"""/ledger of a body costs less than three times what /ddl of the same filter does: steps are counted, not seconds."""

import sys
from dataclasses import replace

import pytest

from bot.chat.context import ChatContext
from bot.deadlines.pages import deadlines
from bot.ledger.pages import ledger
from bot.messages import CHINESE
from tests.bot.ledger.tasks import task
from tests.bot.ledger.test_pages import mark
from tests.bot.sample import Knowledge
from tests.clock import TODAY

MOST = 3.0  # of /ddl
TASKS = 2_000


@pytest.fixture(scope="module")
def knowledge():
    knowledge = Knowledge()
    bodies = ("县民政局", "县卫健局", "县财政局")
    knowledge.due = [
        task(number % 400 - 100, f"第{number}件事", (bodies[number % 3], "lead"), ("县医保局", "support"))
        for number in range(TASKS)
    ]
    return knowledge


@pytest.fixture(scope="module")
def setting(knowledge):
    marks = {found.item.id: replace(mark(found, "begun"), note="进展") for found in knowledge.due[::5]}
    return ChatContext(CHINESE, TODAY, marks=marks)


def steps(work):
    """How many functions a piece of work calls."""
    count = 0

    def counted(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("words", ["民政局", "", "医保局 已过期", "在办"])
def test_a_ledger_takes_few_more_steps_than_the_deadlines(knowledge, setting, words):
    for listed in (deadlines, ledger):  # what is remembered of words is remembered for both
        listed(knowledge, setting, words)
    first, second = (
        steps(lambda listed=listed: listed(knowledge, setting, words)) for listed in (deadlines, ledger)
    )
    assert first > TASKS and second < MOST * first
