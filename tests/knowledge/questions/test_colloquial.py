"""Words of documents are said as people say them where they stand as words, never inside names or other words."""

import pytest

from knowledge.questions.colloquial import colloquial, plain_words
from tests.knowledge.pairs import asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("老年人健康管理率是多少？", "老人健康管理率是多少？"),
        ("60岁以上老年人口占多少？", "60岁以上老年人口占多少？"),
        ("执业医师考试什么时候开始？", "医生考试什么时候开始？"),
        ("要新建多少所村卫生室？", "要新建多少所村医务室？"),
        ("乡镇卫生院长由谁任命？", "乡镇卫生院长由谁任命？"),
        ("“老年人日间照料”什么时候覆盖老年人？", "“老年人日间照料”什么时候覆盖老人？"),
        ("《乡村医生管理办法》什么时候印发？", "《乡村医生管理办法》什么时候印发？"),
        ("社区卫生服务中心由谁负责？", "社区卫生服务中心由谁负责？"),
    ],
)
def test_words_of_the_field(question: str, said: str) -> None:
    assert plain_words(question) == said


def test_a_value_that_must_not_be_exceeded_is_not_to_be_reached() -> None:
    assert colloquial("签约率的目标是多少？") == "签约率要到多少？"
    assert colloquial("剖宫产率的目标是多少？", bound=True) == "剖宫产率最高不能超过多少？"


def test_no_wording_asks_for_two_facts() -> None:
    pairs = asked(
        "双桥镇卫生院6月底前完成病房改造。乡镇卫生院9月底前完成病房改造。卫生院12月底前完成病房改造。"
    )
    wordings = [wording for pair in pairs for wording in pair.wordings]
    assert len(wordings) == len(set(wordings))
