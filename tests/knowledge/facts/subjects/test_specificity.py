"""A name that says nothing of what it is is known for one, and takes that from the words around it or is not asked."""

import pytest

from knowledge.facts.subjects.matter import lacks_matter
from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    "name",
    [
        "安家费",
        "笔试成绩",
        "面试成绩",
        "理论考试得分",
        "单次事故最高赔付",
        "每次赔付限额",
        "补助名额",
        "培训名额",
        "年服务量",
        "年接诊量",
        "结余资金",
        "剩余部分",
        "超支部分",
        "销号",
        "整改",
        "审定",
        "统筹基金支付",
        "群众满意度",
    ],
)
def test_names_that_tell_nothing(name: str) -> None:
    assert lacks_matter(name)


@pytest.mark.parametrize(
    "name", ["博士安家费", "村医补贴", "急救车费", "家庭医生签约率", "医保基金", "护理服务", "卫生监督员"]
)
def test_names_that_tell_what_they_are(name: str) -> None:
    assert not lacks_matter(name)


def test_the_matter_stands_in_the_clause_before() -> None:
    assert "县中医院总投资多少元？" in questions("县中医院迁建项目，总投资2.4亿元。", "重点工作")


@pytest.mark.parametrize("words", ["整改10月底前正式迎评。", "销号3月底前完成。", "年接诊量达到3万人次。"])
def test_what_nothing_tells_the_matter_of_is_not_asked(words: str) -> None:
    assert [asked for asked in questions(words, "重点工作") if not asked.startswith("怎")] == []
