"""A question says of what it asks: the thing comes from before, from the heading or from the title, or there is none."""

import pytest

from tests.knowledge.pairs import asked

PLAN = "澄原县2027年卫生健康工作要点"


@pytest.mark.parametrize(
    ("heading", "words", "question"),
    [
        ("三甲复审", "3月底前完成全院自评。", "三甲复审全院自评什么时候完成？"),
        (
            "其他",
            "县眼科医院牵头组建近视防控专科联盟，6月底前覆盖全部乡镇。",
            "近视防控专科联盟什么时候覆盖全部乡镇？",
        ),
        ("三甲复审", "成立复审办公室，设在质控科。", "三甲复审办公室设在哪里？"),
        ("心理服务", "由县精神卫生中心主任程见山担任技术总负责人。", "心理服务技术总负责人由谁担任？"),
        ("社区运动会", "全年参与人次不少于6万。", "社区运动会参与人次的目标是多少？"),
        ("其他", "设立6个尘肺病康复站，每站配备呼吸训练器、制氧机等设备。", "尘肺病康复站每站配备哪些设备？"),
        (
            "其他",
            "12356心理援助热线实行24小时值守，接通率不低于85%。",
            "12356心理援助热线接通率的目标是多少？",
        ),
        ("其他", "向二级医院派驻疾控监督员，全年覆盖率达到85%。", "疾控监督员覆盖率的目标是多少？"),
        ("其他", "遴选名老中医传承工作室24个，每个资助50万元。", "名老中医传承工作室每个资助多少元？"),
    ],
)
def test_the_nearest_thing_is_named(heading: str, words: str, question: str) -> None:
    assert question in [pair.question for pair in asked(words, heading, PLAN)]


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("市财政三年安排专项资金2860万元。", "市财政安排安宁疗护专项资金多少元？"),
        ("各县区5月20日前上报本地计划。", "各县区什么时候上报安宁疗护计划？"),
        ("办公室设在县卫健局医政科，每半年召开一次联席会议。", "安宁疗护联席会议多久召开一次？"),
    ],
)
def test_the_title_of_a_document_of_one_subject_names_it(words: str, question: str) -> None:
    pairs = asked(words, "组织实施", "曲垣市安宁疗护服务体系建设实施方案（2026—2028年）")
    assert question in [pair.question for pair in pairs]


@pytest.mark.parametrize(
    "words",
    [
        "8月底前完成整改销号。",
        "由副县长程见山任组长。",
        "抽查比例不低于30%。",
        "县卫生健康局应当在10个工作日内答复。",
        "实操成绩占60%。",
    ],
)
@pytest.mark.parametrize("heading", ["保障措施", "聚力提质增效", "第一部分 现状与目标", "患者投诉与职工关怀"])
def test_where_nothing_names_the_thing_nothing_is_asked(words: str, heading: str) -> None:
    kinds = [pair for pair in asked(words, heading, PLAN) if pair.kind != "how"]
    assert [pair.question for pair in kinds] == []


def test_what_was_measured_before_is_not_the_thing() -> None:
    questions = [pair.question for pair in asked("微创手术占比达到28%，合格率达到95%。", "其他", PLAN)]
    assert not any("占比合格率" in question for question in questions)


def test_a_heading_that_goes_with_anything_is_no_task() -> None:
    questions = [pair.question for pair in asked("县财政统筹安排，3月底前拨付到位。", "加强资金保障", PLAN)]
    assert not any("资金保障" in question for question in questions)
