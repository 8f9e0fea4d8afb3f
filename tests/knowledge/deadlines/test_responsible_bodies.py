"""Who is to do it, in the words of the sentence."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest

from knowledge.deadlines.responsible_bodies import (
    BY_WHOM,
    LABEL,
    WHO_DOES,
    WHO_JOINS,
    WHO_MUST,
    WITH_WHOM,
    find_bodies,
)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "由市卫生健康委牵头，市财政局、市医保局配合，年底前完成。",
            ("市卫生健康委", "市财政局", "市医保局"),
        ),
        ("县卫健局会同县民政局和县残联制定方案。", ("县卫健局", "县民政局", "县残联")),
        ("（责任单位：县卫健局牵头，县财政局、县医保局配合）", ("县卫健局", "县财政局", "县医保局")),
        ("（责任单位：市疾控局、市教育局；完成时限：6月底前）", ("市疾控局", "市教育局")),
        (
            "牵头单位：市疾控中心；配合单位：市教育局、市体育局。",
            ("市疾控中心", "市教育局", "市体育局"),
        ),
        ("各县（市、区）政府要落实属地责任。", ("各县（市、区）政府",)),
        ("人社、教育、卫生健康部门要抓紧研究。", ("人社", "教育", "卫生健康部门")),
        ("2027年底前，市医保局要出台细则。", ("市医保局",)),
        ("今年10月底前市医保局要出台细则。", ("市医保局",)),
        ("公安、网信、市场监管等部门参加专项行动。", ("公安", "网信", "市场监管部门")),
        ("所需资金由县财政全额承担。", ("县财政",)),
        ("由副县长周明远同志负责统筹。", ("副县长周明远同志",)),
        ("市卫生健康委要会同有关部门建立台账。", ("市卫生健康委", "有关部门")),
        ("省疾控局牵头，联合省教育厅开展督查。", ("省疾控局", "省教育厅")),
        ("由市文化和旅游局牵头，市体育局配合。", ("市文化和旅游局", "市体育局")),
        ("二级以上公立医院都要设立门诊。", ("二级以上公立医院",)),
    ],
)
def test_bodies(text: str, bodies: tuple[str, ...]) -> None:
    assert find_bodies(text) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "以对人民高度负责的态度抓落实。",
        "落实所长负责制。",
        "谁主管谁负责。",
        "我们要加快推进。",
        "主要负责同志的责任要压实。",
        "社会各界积极参与。",
        "",
    ],
)
def test_no_body(text: str) -> None:
    assert find_bodies(text) == ()


def test_each_body_stands_once() -> None:
    assert find_bodies("市卫健委要抓总，由市卫健委负责调度。") == ("市卫健委",)


@pytest.mark.parametrize("rule", [BY_WHOM, WHO_DOES, WHO_MUST, WHO_JOINS, WITH_WHOM, LABEL])
def test_a_rule_is_bounded_so_that_reading_is_linear(rule: re.Pattern[str]) -> None:
    # A match that cannot be longer than so much costs the same wherever it begins, however long the text.
    assert _parser.parse(rule.pattern).getwidth()[1] <= 120
