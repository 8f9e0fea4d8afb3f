"""A question for several things is told from a question for one, and its matter from the words that ask for several."""

import pytest

from knowledge.query.list_questions import ValueBound, list_question

LISTS = [
    ("哪些县提到家庭病床", "which", "家庭病床"),
    ("家庭病床哪几个文件提到了？", "which", "家庭病床？"),
    ("哪几个地方要建中医馆", "which", "要建中医馆"),
    ("千人口托位数各地的目标分别是多少", "each", "千人口托位数的目标多少"),
    ("各县的签约率", "each", "签约率"),
    ("青汀和岚川的县域内就诊率哪个高", "compare", "青汀和岚川的县域内就诊率"),
    ("孕产妇死亡率的目标哪里最低", "compare", "孕产妇死亡率的目标"),
    ("青汀和澄原的托位数有什么不同", "compare", "青汀和澄原的托位数"),
]


@pytest.mark.parametrize(("question", "kind", "matter"), LISTS)
def test_a_list_is_asked_for(question, kind, matter):
    asked = list_question(question)
    assert asked is not None
    assert (asked.kind, asked.matter) == (kind, matter)


@pytest.mark.parametrize(
    ("question", "count"), [("四大体系是哪四个", 4), ("三个中心是哪三个？", 3), ("“两个允许”是哪两个", 2)]
)
def test_the_members_of_a_named_set_are_asked_for(question, count):
    asked = list_question(question)
    assert asked is not None
    assert (asked.kind, asked.count) == ("members", count)


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("有哪些指标要求90%以上", ValueBound(90.0, "%", True)),
        ("哪些指标要达到95%", ValueBound(95.0, "%", True)),
        ("哪几项率控制在5%以内", ValueBound(5.0, "%", False)),
    ],
)
def test_a_bound_is_read(question, bound):
    asked = list_question(question)
    assert asked is not None
    assert asked.bound == bound


@pytest.mark.parametrize(
    "question",
    [
        "签约率多少",
        "双向转诊平台什么时候上线",
        "哪些部门负责中医药",
        "急救设备放在哪些地方",
        "护理床位还差多少张",
        "要创成几个省级重点专科",
        "生活污水监测扩到几个市",
        "",
    ],
)
def test_a_question_for_one_thing_is_none(question):
    assert list_question(question) is None
