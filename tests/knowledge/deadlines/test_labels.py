"""Labels: where they stand, how far their values go, and in which role they name whom."""

import pytest

from knowledge.deadlines.labels import find_labels, is_label_line, responsible_in, role_of
from knowledge.text.normalisation import squeeze


def named(text: str) -> list[list[str]]:
    return [[f"{one.role} {one.body}" for one in label.responsible] for label in find_labels(squeeze(text))]


@pytest.mark.parametrize(
    ("text", "responsible"),
    [
        ("牵头单位：县卫健局", [["lead 县卫健局"]]),
        ("责任单位:县卫健局、县财政局", [["lead 县卫健局", "lead 县财政局"]]),
        ("牵头单位：县卫健局；配合单位：县财政局", [["lead 县卫健局"], ["support 县财政局"]]),
        ("牵头单位：县卫健局 责任单位：县财政局", [["lead 县卫健局"], ["support 县财政局"]]),
        ("责任人：李敏", [["person 李敏"]]),
        ("责任人：李敏、周和", [["person 李敏", "person 周和"]]),
        ("**责任单位：**县卫健局", [["lead 县卫健局"]]),
        ("责任单位：县卫健局　县财政局", [["lead 县卫健局", "lead 县财政局"]]),
        ("责任单位：县卫健局牵头，县财政局配合", [["lead 县卫健局", "support 县财政局"]]),
        ("责任单位：县卫健局、县财政局（配合）", [["lead 县卫健局", "support 县财政局"]]),
        ("责任单位：县卫健局会同县财政局", [["lead 县卫健局", "support 县财政局"]]),
        ("责任单位：县文化和旅游局", [["lead 县文化和旅游局"]]),
        ("完成体检（责任单位：县卫健局）", [["lead 县卫健局"]]),
        ("完成时限：6月底前", [[]]),
        ("县卫健局负责的工作", []),
        ("明确牵头单位和责任人", []),
    ],
)
def test_a_label_names_bodies_in_their_roles(text, responsible):
    assert named(text) == responsible


def test_a_value_ends_at_its_bracket_and_keeps_those_inside_it():
    (label,) = find_labels(squeeze("体检（责任单位：县卫健局（县疾控局）），6月底前完成"))
    assert [one.body for one in label.responsible] == ["县卫健局（县疾控局）"]


def test_places_count_characters_of_the_source():
    text = "完成 体检。责任单位： 县卫健局；6月底前"
    (label,) = find_labels(squeeze(text))
    assert text[label.start : label.end] == "责任单位： 县卫健局"


@pytest.mark.parametrize(
    ("line", "labelled"),
    [
        ("牵头单位：县卫健局", True),
        ("（完成时限：6月底前）", True),
        ("【责任科室】：医政科", False),
        ("责任人：李敏", True),
        ("县卫健局负责牵头", False),
        ("目标：签约率达到85%", False),
    ],
)
def test_a_label_line_belongs_to_what_stands_above_it(line, labelled):
    assert is_label_line(line) is labelled


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("牵头单位", "lead"),
        ("责任部门", "lead"),
        ("配合单位", "support"),
        ("责任人", "person"),
        ("分管领导", "person"),
    ],
)
def test_the_header_of_a_column_gives_a_role(header, role):
    assert role_of(header) == role


def test_by_their_duties_is_no_body():
    assert [one.body for one in responsible_in("县卫健局、县财政局按职责分工负责", "lead")] == [
        "县卫健局",
        "县财政局",
    ]
