"""Whose answer it is: a place, year or body that the documents do not cover is never answered with another's."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    database = tmp_path_factory.mktemp("conditions") / "example.db"
    assert load(ROOT / "corpus", database).ok
    return KnowledgeBase(database, today)


@pytest.mark.parametrize(
    ("question", "kind", "text"),
    [
        ("红枫县家庭医生的重点人群签约率要达到多少？", "place", "红枫县"),
        ("杭州市儿童医院什么时候搬迁？", "place", "杭州市"),
        ("青汀县和红枫县的千人口托位数哪个高？", "place", "红枫县"),
        ("岚川县和青汀县的孕产妇死亡率哪个低", "place", "岚川县"),
        ("青汀县2024年的县域内就诊率是多少？", "year", "2024年"),
        ("砚桥区第三人民医院要转型成什么医院？", "term", "第3人民医院"),
        ("桐溪县县长是谁", "person", "县长是谁"),
        ("什么是分级诊疗？", "term", "分级诊疗"),
        ("夜校几点上课", "attribute", "开放时间"),
        ("医生之家在几楼", "attribute", "楼层"),
        ("育儿补贴怎么申领", "attribute", "怎么申领"),
    ],
)
def test_what_is_not_covered_is_told(example: KnowledgeBase, question: str, kind: str, text: str) -> None:
    reply = example.ask(question)
    assert not reply.answered
    assert (kind, text) in {(unmet.kind, unmet.text) for unmet in reply.unmet}


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("青汀县家庭医生的重点人群签约率要达到多少？", "重点人群签约率达到83%以上"),
        ("澄原市儿童医院什么时候搬迁？", "明年3月底前，市儿童医院完成整体搬迁"),
        ("青汀县2027年的县域内就诊率要到多少？", "县域内就诊率达到91%"),
        ("澄原市2025年的人均预期寿命", "人均预期寿命79.6岁"),
        ("砚桥区第二人民医院要转型成什么医院？", "区第二人民医院转型为老年医院"),
        ("岚川县县长是谁", "岚川县委副书记、县长　陆行舟"),
        ("沈知衡是谁", "澄原市人民政府副市长　沈知衡"),
        ("什么是信用就医？", "信用就医即先诊疗、后付费"),
        ("几路数据汇到一个平台", "四路数据汇到一个平台"),
        ("今年假期学校场地开放多久", "寒暑假每天开放不少于4小时"),
        ("体育中心二期由哪家公司负责", "县城投公司"),
        ("布局调整方案由谁设计", "会同区卫生健康局制定"),
        ("连续两次亮红灯的单位怎么问责", "向局党组作检讨"),
    ],
)
def test_what_is_covered_is_answered(example: KnowledgeBase, question: str, holds: str) -> None:
    reply = example.ask(question)
    assert reply.answered and not reply.unmet
    assert holds in reply.answers[0].passage


def test_what_is_asked_is_told_once(example: KnowledgeBase) -> None:
    unmet = example.ask("养老护理员一线工资谁出钱").unmet
    assert [condition.text for condition in unmet] == ["谁出钱"]


def test_the_opening_of_a_speech_tells_not_how(example: KnowledgeBase) -> None:
    """岚川's is held 为了解决问题."""
    for question in ("岚川的医改怎么解决问题", "岚川医改谁牵头解决问题"):
        reply = example.ask(question)
        assert all("专门开一次推进会" not in answer.passage for answer in reply.answers)
