"""Old and new are matched by likeness, one with one; what cannot be matched is new or gone."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.comparison.comparison import PlanChange, best_of_each, matched
from knowledge.comparison.plan_changes import differences_of, places_with, years_known
from knowledge.targets.indicator_names import is_same
from tests.bot.sample import ANSWER, LONELY, OTHER
from tests.knowledge.plans import plans

MATCHES = [
    ([], [], []),
    (["建设村卫生室36所"], [], [("建设村卫生室36所", None)]),
    ([], ["建设村卫生室36所"], [(None, "建设村卫生室36所")]),
    (["建设村卫生室36所"], ["建设村卫生室40所"], [("建设村卫生室36所", "建设村卫生室40所")]),
    (["建设村卫生室36所"], ["开展控烟宣传"], [("建设村卫生室36所", None), (None, "开展控烟宣传")]),
    # The likest pair is taken first, whatever the order.
    (
        ["建村卫生室30所", "建村卫生室36所"],
        ["建村卫生室36所"],
        [("建村卫生室30所", None), ("建村卫生室36所", "建村卫生室36所")],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), MATCHES)
def test_each_with_the_one_most_like_it(old, new, expected) -> None:
    found = matched(old, new, lambda text: text, 60)
    assert [(change.before, change.after) for change in found] == expected


def test_a_change_has_a_name() -> None:
    names = [PlanChange(None, "a").name, PlanChange("a", None).name, PlanChange("a", "b").name]
    assert names == ["new", "dropped", "changed"]


INDICATORS = [
    ("县域内就诊率", "县域就诊率", True),
    ("居民健康素养水平", "全县居民健康素养水平", True),
    ("居民健康素养水平（各县）", "居民健康素养水平", True),
    ("县域内就诊率", "县域内住院率", False),
    ("县域内就诊率", "基层就诊率", False),
    ("孕产妇死亡率", "婴儿死亡率", False),
]


@pytest.mark.parametrize(("one", "other", "same"), INDICATORS)
def test_names_of_the_same_indicator(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


def test_of_each_document_the_best_passage_and_none_far_behind() -> None:
    best, worse = replace(ANSWER, score=4.0), replace(OTHER, score=3.9)
    other, far = replace(LONELY, score=3.0), replace(LONELY, score=1.0)
    assert best_of_each([other, worse, best]) == [best, other]
    assert best_of_each([best, far]) == [best]
    assert best_of_each([]) == []


def test_what_has_changed_from_one_year_to_the_next(tmp_path: Path) -> None:
    knowledge = plans(tmp_path)
    (both,) = places_with(knowledge, (2026, 2027))
    assert (both.place, both.years) == ("云溪", (2026, 2027))
    found = differences_of(knowledge, both)
    targets = {(one.before or one.after).item.indicator: one for one in found.targets}
    assert set(targets) == {"县域内就诊率", "老年人健康管理率"}
    rate = targets["县域内就诊率"]
    assert rate.name == "changed" and (rate.before.item.value, rate.after.item.value) == ("88%", "90%")
    assert targets["老年人健康管理率"].after.item.value is None
    tasks = {one.name: (one.before and one.before.text, one.after and one.after.text) for one in found.tasks}
    assert tasks["new"] == (None, "2.推进中心药房配送，让村民就近取药。")
    assert tasks["dropped"] == ("2.组织卫生院院长到省城跟班学习。", None)
    assert "10家" in tasks["changed"][0] and "18家" in tasks["changed"][1]
    # 居民健康素养水平 stayed at 30%, and the last task has another number alone.
    assert found.kept == 2 and len(found.tasks) == 3


@pytest.mark.parametrize(
    ("years", "place", "scope", "count"),
    [
        ((2026, 2027), "", (), 1),
        ((2026, 2027), "云溪", (), 1),
        ((2026, 2027), "澜江", (), 0),
        ((2025, 2026), "", (), 0),
        ((2026, 2027), "", ("none",), 0),
    ],
)
def test_only_a_place_with_both_years_can_be_compared(tmp_path: Path, years, place, scope, count) -> None:
    knowledge = plans(tmp_path)
    assert len(places_with(knowledge, years, place, scope)) == count
    assert years_known(knowledge) == [2026, 2027]
