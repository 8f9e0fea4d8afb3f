"""Attributions: which stretches of a sentence say who is responsible, and whom they name."""

import pytest

from knowledge.deadlines.attributions import attributions, attributions_of, without_attributions
from knowledge.deadlines.deadlines import find_deadlines
from knowledge.text.modality import Statement, statements
from loaders.metadata.metadata import PartialDate
from loaders.registry import load
from tests.knowledge.speeches import TASKS, paragraphs


def first(text: str) -> Statement:
    return next(iter(statements(text, paragraphs(text, TASKS), "task")))


def named(text: str) -> list[str]:
    return [f"{one.role} {one.body}" for label in attributions_of(first(text)) for one in label.responsible]


@pytest.mark.parametrize(
    ("text", "responsible"),
    [
        ("3月底前建成投用（县卫健局、县财政局）。", ["lead 县卫健局", "lead 县财政局"]),
        ("3月底前建成投用（县卫健局牵头，县财政局配合）。", ["lead 县卫健局", "support 县财政局"]),
        ("3月底前建成投用（责任单位：县卫健局）。", ["lead 县卫健局"]),
        ("县卫健局牵头，县财政局配合。", ["lead 县卫健局", "support 县财政局"]),
        ("县卫健局：3月底前建成投用。", ["lead 县卫健局"]),
        # a bracket inside a clause explains a word, and one without bodies names none
        ("市卫健委（市疾控局）要在3月底前完成。", []),
        ("3月底前建成投用（含配套设施）。", []),
        ("3月底前建成投用。", []),
        # what is said of other items is a scope
        ("上述（一）至（三）项由县卫健局负责。", []),
    ],
)
def test_an_attribution_names_those_responsible(text, responsible):
    assert named(text) == responsible


def test_a_line_of_bodies_is_over_the_items_below_it():
    text = "县人民医院：\n1.8月20日前，建成远程会诊中心。\n2.四季度，开展新技术3项。\n县医保局、县财政局：\n1.9月30日前，拨付结余资金。\n"
    loaded = load(f"青汀县2026年任务清单\n\n{text}".encode(), "plan.txt")
    (speech,) = loaded.speeches
    due = find_deadlines(loaded.text, speech.paragraphs, PartialDate(2026, 3, 8), "task")
    assert [deadline.bodies for deadline in due] == [
        ("县人民医院",),
        ("县人民医院",),
        ("县医保局", "县财政局"),
    ]


def test_an_attribution_is_made_into_marks_as_long_as_before():
    statement = first("3月底前建成投用（县卫健局牵头），12月底前验收。")
    words, labels = statement.words.text, attributions_of(statement)
    bare = without_attributions(words, labels)
    assert len(bare) == len(words) and "县卫健局" not in bare and bare.startswith("3月底前建成投用；")


def test_sentences_are_found_by_their_spans():
    text = "3月底前建成（县卫健局）。6月底前投用。"
    said = list(statements(text, paragraphs(text, TASKS), "task"))
    assert list(attributions(said)) == [said[0].span]


def bodies_by_task(text: str) -> list[tuple[str, list[str]]]:
    loaded = load(f"雾桥县2027年任务清单\n\n{text}".encode(), "plan.txt")
    (speech,) = loaded.speeches
    due = find_deadlines(loaded.text, speech.paragraphs, PartialDate(2027, 1, 5), "task")
    return [(deadline.task, list(deadline.bodies)) for deadline in due]


def test_a_heading_that_is_a_body_is_over_its_items_beside_headings_that_are_none():
    text = (
        "一、总体要求\n各单位要对照清单抓好落实。\n"
        "二、县疾控中心\n1.3月底前完成接种门诊改造。\n2.6月底前建成结核病实验室。\n"
        "三、医政科\n5月底前完成处方点评。\n"
        "四、工作要求\n12月20日前报送总结。\n"
    )
    assert sorted(bodies_by_task(text)) == sorted(
        [
            ("完成接种门诊改造", ["县疾控中心"]),
            ("建成结核病实验室", ["县疾控中心"]),
            ("完成处方点评", ["医政科"]),
            ("报送总结", []),
        ]
    )


@pytest.mark.parametrize(
    "headings",
    [
        ("县域医共体", "重点专科", "健康宣传"),  # matters, however they end
        ("县人民医院", "健康宣传", "基层能力"),  # one body among matters may be what is to be built
    ],
)
def test_headings_that_name_matters_make_nobody_responsible(headings):
    text = "".join(
        f"{number}、{heading}\n{month}月底前完成改造。\n"
        for number, heading, month in zip("一二三", headings, (3, 6, 9), strict=True)
    )
    assert [bodies for _, bodies in bodies_by_task(text)] == [[], [], []]
