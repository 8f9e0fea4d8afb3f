"""A body is meant by its full and short names, with and without its level and place, and by no other's."""

import pytest

from knowledge.filters.body_match import is_named, without_place


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("青汀县财政局", "县财政局"),
        ("县财政局", "县财政局"),
        ("县财政局", "财政局"),
        ("财政局", "县财政局"),
        ("卫健局", "县卫生健康局"),
        ("县卫健局", "县卫生健康局"),
        ("市卫生健康委员会", "市卫健委"),
        ("医保局", "县医疗保障局"),
        ("教体局", "县教育体育局"),
        ("县住建局", "县住房和城乡建设局"),
        ("市监局", "县市场监督管理局"),
        ("县文化广电旅游局", "县文旅局"),
        ("县政府办", "县政府办公室"),
        ("县编办", "县委编办"),
    ],
)
def test_a_body_is_meant(name, body):
    assert is_named(name, (body,), "青汀")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("县财政局", "市财政局"),
        ("红枫县财政局", "县财政局"),
        ("财政局", "县审计局"),
        ("市教体局", "县教育体育局"),
        ("县卫健局", "县疾控局"),
        ("县医院", "县中医院"),
    ],
)
def test_another_body_is_not(name, body):
    assert not is_named(name, (body,), "青汀")


def test_only_the_own_place_is_left_out():
    assert without_place("青汀县财政局", "青汀") == "县财政局"
    assert without_place("青汀县", "青汀") == "青汀县"
    assert without_place("青汀县财政局", None) == "青汀县财政局"
