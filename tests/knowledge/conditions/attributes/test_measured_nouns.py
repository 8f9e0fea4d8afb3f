"""The measure of a noun is told only by a sentence that has it and a value, and tells which one it is."""

import pytest

from knowledge.conditions.attributes.measured_nouns import conditions_on_measured_nouns
from tests.knowledge.conditions.asking import PARSER, meets


def told(question: str, passage: str, headings: str = "") -> bool:
    return meets(conditions_on_measured_nouns, question, passage, headings)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("康复驿站的挂号费是多少", "康复驿站挂号费2元。"),
        ("康复驿站的挂号费是多少", "在两个街道设康复驿站。挂号费减半收取。"),
        ("康复驿站招录人数", "康复驿站今年招录治疗师12名。"),
        ("孕妇贫血率要降到多少", "孕妇贫血率降到9%以下。"),
        ("孕妇贫血率2027年要到多少", "孕妇贫血率（%）  14  12  9"),
        ("听力中心的建筑面积", "听力中心建筑面积2600平方米。"),
        ("听力中心选址", "听力中心设在滨河路18号。"),
        ("听力验配服务费多少用于团队分配", "听力验配服务费的65%用于团队分配。"),
        ("陪护服务的收费标准什么时候定下来", "陪护服务5月定价。"),  # asks when, not how much
        ("康复驿站收费有哪些", "康复驿站收费包括出诊费和治疗费。"),  # asks which, not how much
        ("哪些经费纳入康复预算", "将设备购置经费纳入康复预算。"),
        ("康复驿站的入驻条件有哪些", "入驻康复驿站须有执业证。"),
        ("康复打包付费由谁负责", "打包付费由县医保局牵头。"),  # 付费 is an act
        ("康复驿站收不收挂号费", "康复驿站每周二开诊。"),  # asks whether
        ("康复驿站的督查频率是多少", "康复驿站每季督查。"),  # no rate
        ("康复驿站的入驻条件", "入驻康复驿站须有执业证。"),
        ("康复驿站的转入流程是什么", "康复驿站先评估，合格的再转入。"),
        ("前年康复驿站挂号费是多少", "康复驿站挂号费2元。"),  # of a year alone, which is no name
        ("上一年康复驿站挂号费是多少", "康复驿站挂号费2元。"),
        ("康复驿站有多少张床", "康复驿站6月开张。"),  # not asked of a noun that has a measure
    ],
)
def test_a_sentence_that_tells(question: str, passage: str) -> None:
    assert told(question, passage)


def test_a_heading_tells_which_one() -> None:
    assert told("康复驿站的挂号费是多少", "挂号费2元。", headings="三、建好康复驿站")


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("康复驿站 挂号费", "康复驿站3月开张。上门服务当天办结。其他门诊挂号费3元。"),
        ("康复驿站 预算", "听力中心改造预算80万元；康复驿站列入明年计划。孕妇学校同步改造。"),
        ("幼儿园孩子贫血率是多少", "全市学生贫血率为3.1%，其中初中生2.2%。幼儿园58所。"),
        ("康复驿站选址", "康复驿站9月底前建成。"),
        ("康复驿站的补助条件", "康复驿站9月建成。对符合条件的家庭医生团队奖励。"),
        ("康复驿站的转入条件有哪些", "康复驿站9月建成。康复门诊推行日间手术。"),
        ("康复驿站转入流程", "康复驿站9月建成。门诊推行日间手术。优化就医流程。"),
        ("听力中心的建筑面积", "听力中心总投资2600万元。"),
    ],
)
def test_a_sentence_that_does_not_tell(question: str, passage: str) -> None:
    assert not told(question, passage)


@pytest.mark.parametrize("question", ["谁负责家庭医生签约率", "怎么提高县域就诊率", "什么时候公布考核合格率"])
def test_a_noun_at_the_end_is_not_asked_for_its_measure_where_something_else_is(question: str) -> None:
    assert told(question, "由县卫健局牵头，做实家庭医生签约。")


def test_a_noun_is_told_with_the_word_that_it_goes_with() -> None:
    query = PARSER.parse("家庭医生签约率是多少")
    (condition,) = conditions_on_measured_nouns(query.normalised, query.concepts, lambda word: 4.0)
    assert condition.text != "率" and condition.text.endswith("率")
