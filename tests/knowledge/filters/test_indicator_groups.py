"""The same indicator in several documents."""

import pytest

from knowledge.filters.indicator_groups import indicator_key, side_by_side
from tests.knowledge.filtered import PLAN, goal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("千人口托位数", "每千人口托位数"),
        ("居民健康素养水平", "全县居民健康素养水平"),
        ("县域就诊率", "县域内就诊率"),
        ("“一老一小”服务满意度", "一老一小服务满意度"),
        ("到人均预期寿命", "力争全省人均预期寿命达到"),
    ],
)
def test_names_of_the_same_indicator(one, other):
    assert indicator_key(one) == indicator_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("签约率", "重点人群签约率"), ("门诊抗菌药物使用率", "住院抗菌药物使用率")]
)
def test_names_of_others(one, other):
    assert indicator_key(one) != indicator_key(other)


def test_one_of_several_documents_comes_first_and_together():
    lonely, city, county = (
        goal("签约率", "85%"),
        goal("每千人口托位数", "5个"),
        goal("千人口托位数", "4.8个", document=PLAN),
    )
    assert side_by_side([lonely, city, county]) == [[city, county], [lonely]]
    assert side_by_side([]) == []
