"""Who holds a post is answered by a name beside the post, or by 我 in the speech of the one who holds it."""

import pytest

from knowledge.conditions.condition import Evidence
from knowledge.conditions.persons import conditions_on_persons
from knowledge.documents import Document

DOCUMENT = Document("d", "讲话", "a.txt")


def named(question: str, text: str) -> bool:
    (condition,) = conditions_on_persons(question, lambda word: False)
    return condition.holds(Evidence(DOCUMENT, about="", text=text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("岚川县县长是谁", "岚川县委副书记、县长陆行舟"),
        ("澄原市卫健委主任是谁?", "市卫生健康委主任顾怀砚同志作了工作报告"),
        ("县医改领导小组组长是谁", "领导小组由我任组长"),
        ("砚桥区区长是谁?", "区长尤怀仁同志任组长"),
        ("要点的联系人是谁", "联系人:薛砚秋、程一禾。"),
        ("责任人是谁", "责任单位:县住建局。责任人:骆青屿。"),
        ("分管卫健的副市长叫什么", "澄原市人民政府副市长沈知衡"),
        ("松岭区卫健局局长是谁", "刚才区卫健局局长贺青禾同志作了发言"),
        ("执法大队大队长叫什么名字", "执法大队大队长祁青石负总责"),
        ("汐河市卫健委主任姓什么", "刚才市卫健委裴主任把明年的活儿摆了出来"),
        ("领导小组办公室主任由谁担任", "办公室设在区卫健局,办公室主任由区卫健局局长邵青禾担任"),
        ("推进专班谁当组长", "成立一个推进专班,我当组长"),
        ("月报找哪个联系人", "月报报局办公室。联系人:程一禾。"),
        ("沈知衡是谁", "澄原市人民政府副市长沈知衡"),
        ("康复中心主任由谁担任", "康复中心8月挂牌,由副院长、主任医师鲁漱石兼任主任。"),
        ("辖区第一责任人是谁", "各街道主要领导是辖区第一责任人。"),
    ],
)
def test_who_it_is(question: str, text: str) -> None:
    assert named(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("栖云市卫健委主任是谁?", "成立由市长任主任的健康栖云建设推进委员会"),
        ("栖云市市长叫什么名字", "成立由市长任主任的健康栖云建设推进委员会"),
        ("县长是谁", "副县长郁青禾同志负责日常调度"),
        ("卫健局局长是谁", "由县医保局局长韦敬之同志负责"),
        ("柳湾县卫健局局长是谁", "刚才松岭区卫健局局长贺青禾同志、柳湾县的同志作了发言"),
        ("月报找哪个联系人", "月报于每月5日前报局办公室。"),
        ("院长是谁", "实行书记、院长年薪制"),
        ("康复中心主任由谁担任", "康复中心8月挂牌。由鲁漱石兼任主任的专家组9月成立。"),
        ("辖区第一责任人是谁", "落实辖区第一责任人制度。"),
        ("王小明是谁", "澄原市人民政府副市长沈知衡"),
    ],
)
def test_what_names_nobody_or_another(question: str, text: str) -> None:
    assert not named(question, text)


@pytest.mark.parametrize(
    "question",
    [
        "谁负责布设急救站",
        "组织演练由哪个部门牵头",
        "疾控副校长是什么人",
        "局长谁来考核",
        "卫生院院长谁任命",
        "院长是谁考核的",
        "谁任命卫生院院长",
        "系统的管理员是谁",
        "方案里包保人是谁",
    ],
)
def test_who_leads_is_no_post(question: str) -> None:
    assert list(conditions_on_persons(question, lambda word: False)) == []


@pytest.mark.parametrize(
    "question",
    [
        "王建国在会上讲了什么",
        "青汀县李明局长分管什么",
        "陈卫东同志提出了什么要求",
        "赵文渊兼任哪个中心的主任",
        "副局长段子衡在医共体管什么",
        "医政科的周汉声科长负责什么",
        "纪检组长司马澄负责盯什么",
        "区卫健局副局长马衡川在工作专班里任什么",
        "副县长魏砚田在领导小组里担任什么职务",
        "市二院的袁可心当什么队长",
        "县中医院副院长贺砚田今年总负责哪项工作",
        "建议答复里沈青屿是做什么的",
    ],
)
def test_a_name_that_no_document_has(question: str) -> None:
    conditions = list(conditions_on_persons(question, lambda word: False))
    assert conditions and not any(
        condition.holds(Evidence(DOCUMENT, about="", text="会议提出要求")) for condition in conditions
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("县医改领导小组组长由谁担任", "领导小组由我任组长"),
        ("县医共体理事长是由谁担任", "由韦敬之同志任理事长"),
    ],
)
def test_who_is_appointed(question: str, text: str) -> None:
    assert named(question, text)
    assert not named(question, "县卫健局负责日常调度")


def test_who_is_responsible_for_a_matter() -> None:
    text = "设立康复站，每站配备制氧机。(责任人:骆青屿)"
    assert named("康复站的责任人是谁", text)
    assert not named("噪声监测的责任人是谁", text)


def test_the_head_of_another_section_is_none() -> None:
    assert named("县人民医院的基建科科长是谁", "项目由基建科科长谷一帆负责")
    assert not named("县人民医院的医务科科长是谁", "项目由基建科科长谷一帆负责")
