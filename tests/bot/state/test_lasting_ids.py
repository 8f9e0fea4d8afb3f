"""The id that a deadline had first holds over a corrected figure, a moved day and a renamed file, and is no other's."""

from dataclasses import replace

import pytest

from bot.state import State
from tests.bot.reminders.due import due
from tests.bot.sample import DOCUMENT
from tests.clock import seconds


@pytest.fixture
def state(place):
    state = State(place, clock=seconds)
    yield state
    state.close()


def numbered(located, number):
    return replace(located, item=replace(located.item, id=number))


FIRST = [numbered(due(7, "新建站点6个"), "a"), numbered(due(20, "印发任务清单"), "b")]


@pytest.mark.parametrize(
    "changed",
    [
        numbered(due(7, "新建站点8个"), "c"),
        numbered(due(37, "新建站点6个"), "c"),
        numbered(due(7, "新建站点6个", replace(DOCUMENT, path="renamed.txt")), "c"),
        numbered(due(7, "新建站点6个", replace(DOCUMENT, title="更正了的标题")), "c"),
    ],
)
def test_a_deadline_that_is_worded_anew_keeps_its_id(state, changed):
    assert state.lasting_ids.of(FIRST) == {"a": "a", "b": "b"}
    assert state.lasting_ids.of([changed, FIRST[1]]) == {"c": "a", "b": "b"}
    assert state.lasting_ids.successors([changed, FIRST[1]]) == {"a": "c"}


def test_it_holds_over_several_changes_and_a_restart(state, place):
    for number, task in (("a", "新建站点6个"), ("c", "新建站点8个"), ("d", "新建站点9个")):
        state.lasting_ids.of([numbered(due(7, task), number)])
    other = State(place, clock=seconds)
    assert other.lasting_ids.of([numbered(due(7, "新建站点9个"), "d")]) == {"d": "a"}
    other.close()


def test_another_task_and_another_document_have_their_own(state):
    state.lasting_ids.of(FIRST[:1])
    elsewhere = replace(DOCUMENT, path="other.txt", title="另一份文件")
    new = [numbered(due(7, "组织百场义诊下乡"), "c"), numbered(due(7, "新建站点6个", elsewhere), "d")]
    assert state.lasting_ids.of(new) == {"c": "c", "d": "d"}


def test_each_goes_on_in_the_one_most_like_it(state):
    state.lasting_ids.of([numbered(due(7, f"新建站点{count}个"), f"old{count}") for count in (60, 70)])
    changed = [numbered(due(7, f"新建站点{count}个"), f"new{count}") for count in (71, 61)]
    lasting = state.lasting_ids.of(changed)
    assert sorted(lasting.values()) == ["old60", "old70"]


def test_what_is_put_back_beside_its_renamed_copy_shares_no_id(state):
    copy = numbered(due(7, "新建站点6个", replace(DOCUMENT, path="renamed.txt")), "c")
    state.lasting_ids.of(FIRST[:1])
    assert state.lasting_ids.of([copy]) == {"c": "a"}
    assert state.lasting_ids.of([copy, FIRST[0]]) == {"c": "c", "a": "a"}
