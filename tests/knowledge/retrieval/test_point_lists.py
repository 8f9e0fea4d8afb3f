"""A list is answered whole: its lead-in with all points, in one quotation or as items; a point by itself alone."""

import datetime as dt

import pytest

from knowledge.answers import Reply
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

STATUTE = """青禾市献血条例
（2025年11月28日）
第一章　采供血
第八条　设置固定采血点的单位，应当向市卫生健康主管部门提出申请，并具备下列条件：
（一）使用面积不少于六十平方米的独立用房，通风、采光、给排水和供电条件符合采血的卫生学要求，并设有献血者休息区域；
（二）配备与采血量相适应的登记、体检、采集、储存设备，并经计量检定合格，建立设备使用、维护和报废的台账；
（三）从事采血的医务人员不少于四人，均取得执业资格，并经过市血站组织的岗位培训和考核；
（四）建立献血者健康征询、知情同意、不良反应处置和信息保密制度，制定停电、火灾等突发事件的应急预案；
（五）与市血站签订血液交接和冷链运输协议，明确交接时间、温度记录和责任；
（六）有能够与市血液信息平台实时互通的网络和终端；
（七）市人民政府规定的其他条件。
第九条　血站应当做好献血宣传，为献血者提供必要的饮水和点心，并在采血点公布监督电话和服务时间。
"""
NOTICE = """关于开展家庭病床试点申报的通知
各社区卫生服务中心：
一、申报条件
申报家庭病床试点的机构，须具备以下条件：
1.具有合法的医疗机构执业许可证，且近两年未发生重大医疗事故；
2.配备全科医生不少于3名、护士不少于5名；
3.能够提供24小时电话咨询服务。
二、申报程序
申报机构按隶属关系逐级报送，由县卫生健康局组织专家现场核查后公布结果。
松江县卫生健康局
2026年4月10日
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("lists")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "statute.txt").write_text(STATUTE, encoding="utf-8")
    (corpus / "notice.txt").write_text(NOTICE, encoding="utf-8")
    assert load(corpus, folder / "jianda.db", now=dt.datetime(2026, 5, 1, tzinfo=dt.UTC)).ok
    return KnowledgeBase(folder / "jianda.db", today)


def bare(text: str) -> str:
    return "".join(text.split())


def listed(reply: Reply) -> str:
    return bare("".join(item.answer.passage for item in reply.items))


def test_a_list_that_fits_is_one_quotation_under_its_own_heading(knowledge: KnowledgeBase) -> None:
    answer = knowledge.ask("申报家庭病床试点要具备什么条件").answers[0]
    start, end = NOTICE.index("申报家庭病床试点的机构"), NOTICE.index("二、申报程序")
    assert bare(answer.passage) == bare(NOTICE[start:end])
    assert answer.section == ("一、申报条件",)
    assert len(answer.passage) == answer.span[1] - answer.span[0]


@pytest.mark.parametrize("question", ["设置固定采血点应当具备哪些条件", "设置固定采血点的条件是什么"])
def test_a_longer_one_is_told_as_items(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(question)
    start, end = STATUTE.index("第八条"), STATUTE.index("第九条")
    assert reply.answered and reply.items_kind == "points"
    assert listed(reply) == bare(STATUTE[start:end])


def test_a_question_for_one_point_is_answered_by_it_alone(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("家庭病床试点要配备几名全科医生")
    assert "全科医生不少于3名" in reply.answers[0].passage
    assert "电话咨询" not in reply.answers[0].passage and reply.items == ()
