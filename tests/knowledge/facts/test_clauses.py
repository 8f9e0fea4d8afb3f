"""A clause of this register is taken apart into what leads in, subject, adverbs, verb and object."""

import pytest

from knowledge.facts.clauses import bare, is_name, parse


@pytest.mark.parametrize(
    ("words", "subject", "verb", "object_"),
    [
        ("远程心电中心上线", "远程心电中心", "上线", ""),
        ("市儿童医院完成整体搬迁", "市儿童医院", "完成", "整体搬迁"),
        ("建立编制周转池", "", "建立", "编制周转池"),
        ("全县所有乡镇启动医共体建设", "全县所有乡镇", "启动", "医共体建设"),
        ("二级以上公立医院全部实行院长年薪制", "二级以上公立医院", "实行", "院长年薪制"),
    ],
)
def test_parts(words: str, subject: str, verb: str, object_: str) -> None:
    clause = parse(words)
    assert clause is not None
    assert (clause.subject, clause.verb, clause.object) == (subject, verb, object_)


def test_a_clause_without_a_verb_of_the_register_has_no_parts() -> None:
    assert parse("乡镇运动康复力量几乎空白") is None


def test_marks_pushes_and_times_are_no_part_of_a_clause() -> None:
    assert bare("（一）要进一步完善分级诊疗") == "完善分级诊疗"
    assert bare("2027年3月底前，建成智慧药房") == "建成智慧药房"


def test_a_name_points_at_nothing_outside_itself() -> None:
    assert is_name("县域内就诊率") and is_name("“四人小组”")
    assert not any(map(is_name, ("其余", "该方案", "完成", "在医院", "医院的")))
