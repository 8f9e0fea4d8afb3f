"""Who is responsible is answered by the passage that names a body, with its label, not by one that names the task alone."""

import datetime as dt
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

PLAN = """松江县家庭病床服务试点工作方案
为进一步做好家庭病床服务，方便失能、半失能老年人就近就医，根据上级关于开展家庭病床服务的部署，制定本方案。
一、工作目标
到2026年底，全县开展家庭病床服务的机构达到12家，累计建床500张以上。
二、重点任务
（一）完善收费政策。明确建床费、巡诊费标准，按规定纳入医保支付。由县医保局牵头，县卫生健康局配合，5月底前出台。
（二）改造村卫生室。改造村卫生室46所，新建12所，每所业务用房不少于80平方米，全部配备智能健康随访包，消除村卫生室“空白点”。空白点是指连续3个月没有村医坐诊的行政村。
（责任单位：县发展改革局、各乡镇人民政府）
三、保障措施
（一）加强组织领导。成立由分管副县长任组长的工作专班，县卫生健康局牵头抓总，县医保局、县财政局各负其责。
松江县人民政府办公室
2026年3月1日
"""

LABELLED = """松江县助听服务工作方案
一、重点任务
改造村卫生室46所，新建12所，每所业务用房不少于80平方米，全部配备智能健康随访包，消除村卫生室空白点，让村民就近看病。
（责任单位：县发展改革局、各乡镇人民政府）
助听驿站是助听服务的场所，设在街道，全年为老人服务，助听驿站每周开放五天，配助听器和听力师，老人凭身份证就近登记，随到随听。
二、组织保障
由县民政局牵头建设助听驿站，县卫生健康局配合，6月底前开放。
松江县人民政府办公室
2026年3月1日
"""


SECTIONS = """松江市助听服务行动计划
一、数字助听行动
1.建设全市助听云平台，2026年12月底前实现预约、验配、回访一个入口。
2.助听电子档案2027年底前覆盖所有街道。
牵头单位：市数据局；配合单位：市残联。
二、助听下乡行动
1.配备听力筛查车12辆，每辆每月下乡不少于10天。
牵头单位：市卫生健康委；配合单位：市财政局。
2.每年为农村老人验配助听器3000台。
牵头单位：市民政局；配合单位：市财政局。
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("responsible")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "plan.txt").write_text(PLAN, encoding="utf-8")
    assert load(corpus, folder / "jianda.db", now=dt.datetime(2026, 3, 12, tzinfo=dt.UTC)).ok
    return KnowledgeBase(folder / "jianda.db", today)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("家庭病床服务谁牵头", "县卫生健康局牵头抓总"),
        ("家庭病床收费政策谁牵头", "由县医保局牵头"),
        ("村卫生室改造归谁管", "责任单位：县发展改革局"),
    ],
)
def test_the_passage_names_the_body(knowledge: KnowledgeBase, question: str, names: str) -> None:
    answer = knowledge.ask(question).answers[0]
    assert names in answer.passage
    assert len(answer.passage) == answer.span[1] - answer.span[0]


def test_a_label_above_is_of_the_item_before(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "plan.txt").write_text(LABELLED, encoding="utf-8")
    assert load(corpus, tmp_path / "jianda.db", now=dt.datetime(2026, 3, 12, tzinfo=dt.UTC)).ok
    answer = KnowledgeBase(tmp_path / "jianda.db", today).ask("助听驿站每周开放谁负责").answers[0]
    assert "县民政局牵头建设助听驿站" in answer.passage


def test_one_label_is_of_all_items_of_its_section(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "plan.txt").write_text(SECTIONS, encoding="utf-8")
    assert load(corpus, tmp_path / "jianda.db", now=dt.datetime(2026, 3, 12, tzinfo=dt.UTC)).ok
    knowledge = KnowledgeBase(tmp_path / "jianda.db", today)
    (answer, *_) = knowledge.ask("助听云平台由哪个部门牵头").answers
    assert "市数据局" in answer.passage and answer.passage.startswith("1.")
    (answer, *_) = knowledge.ask("听力筛查车由哪个部门牵头").answers
    assert "市卫生健康委" in answer.passage and "市民政局" not in answer.passage


def test_another_question_keeps_its_order(knowledge: KnowledgeBase) -> None:
    assert "500张以上" in knowledge.ask("家庭病床服务要建床多少张").answers[0].passage
