"""A coined term is explained by a clause with a subject of its own, not by whatever follows it."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("建立“轮转”制度，院前干满四年的医师可以转入急诊科。", "“轮转”制度"),
        ("试点“免陪照护”病房，患者住院期间的生活照料由护理员承担。", "“免陪照护”病房"),
        ("推行“一人一码”，居民扫码就能看到自己的体检结果和用药。", "“一人一码”"),
        ("建立“巡回诊疗车”制度，一乡一车，每辆车每月到偏远村巡诊4次。", "“巡回诊疗车”制度"),
        ("实行“区管镇用”，由区人民医院统一管编制、统一发工资。", "“区管镇用”"),
        ("推行“县聘乡管村用”，新聘用村医由县卫生健康局统一公开招聘。", "“县聘乡管村用”"),
    ],
)
def test_an_explained_term(words: str, term: str) -> None:
    assert f"什么是{term}？" in questions(words)


@pytest.mark.parametrize(
    "words",
    [
        "推广“三明经验”，深化医保支付方式改革和薪酬制度改革。",
        "实施“健康细胞”工程，各乡镇要组织健康知识讲座和义诊活动。",
        "实行“零容忍”，依法严厉打击伤医行为，维护正常医疗秩序。",
        "建立“互联网+护理”模式，强化慢性病早期筛查、早期干预。",
        "探索“医育结合”模式，支持妇幼保健院与托育机构签约合作。",
        "建立“首席专家”制度，各医院要在年底前选出学科带头人。",
    ],
)
def test_what_only_follows_a_term_is_no_definition(words: str) -> None:
    assert [question for question in questions(words) if question.startswith("什么是")] == []
