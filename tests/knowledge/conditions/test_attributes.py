"""A price, a number of beds or an address is told only by a sentence that has one and speaks of the thing."""

import pytest

from knowledge.conditions.attributes import conditions_on_attributes
from knowledge.conditions.condition import Evidence
from knowledge.documents import Document
from knowledge.lexicon import thesaurus
from knowledge.query.query import QueryParser
from knowledge.text.analyzer import Analyzer

ANALYZER = Analyzer(thesaurus.field_words())
PARSER = QueryParser(ANALYZER, thesaurus.built_in())
DOCUMENT = Document("d", "工作要点", "a.txt")


def told(question: str, passage: str) -> bool:
    query = PARSER.parse(question)
    evidence = Evidence(DOCUMENT, about="", text=ANALYZER.normalise(passage))
    conditions = conditions_on_attributes(query.normalised, query.concepts, lambda word: 4.0 + len(word))
    return all(
        condition.holds(evidence)
        for condition in conditions
        if condition.applies is None or condition.applies(evidence)
    )


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("一共配了多少辆流调车", "全县疾控机构共有流调车12辆。"),
        ("目前每千人口有多少张床位", "每千人口床位7.1张。"),
        ("更新康复设备一共要花多少钱", "投入260万元更新康复设备。"),
        ("要招多少名治疗师", "招二十个治疗师。"),
        ("要新建哪几家康复驿站", "新建滨河、槐店两处康复驿站。"),
        ("康复专班的办公室放在哪里", "康复专班的办公室设在区政府办公室。"),
        ("工资由谁出", "村医工资由县财政承担。"),
        ("康复站带哪些证件", "到康复站凭身份证登记。"),
        ("护理型床位要占养老床位多少", "护理型床位占养老床位的比例达到35%左右。"),
        ("市儿童医院新院区有多少张床", "市儿童医院整体搬迁，新院区床位由220张增加到500张。"),
        ("“砚医通”云平台投资多少", "投资4700万元建设“砚医通”云平台。"),
        ("心理援助热线号码是多少", "开通12356心理援助热线。"),
        ("村卫生室要改造多少所", "改造村卫生室46所。"),
        ("老年助餐点有多少个", "老年助餐点318个。"),
        ("住院起付线是多少", "乡镇卫生院起付线降至150元。"),
        ("巡诊车上门一次收多少钱", "巡诊车上门服务费每次20元。"),
        ("疾控楼的施工单位是哪家", "疾控楼由县二建公司施工。"),
        ("疾控楼的牵头单位是哪家", "疾控楼由县疾控局负责。"),
        ("助听门诊收不收挂号费", "助听门诊每周二开诊，不收挂号费。"),
        ("助听器验配两个县分别收多少", "助听器验配费每次30元。"),
        ("夜间巡诊去年有多少件群众投诉", "夜间巡诊进村入户。群众投诉15件。"),
        ("康复病床上门一次收多少钱", "(二)康复病床进户。今年建床90张。明年再建60张。上门费每次20元。"),
    ],
)
def test_a_sentence_that_tells(question: str, passage: str) -> None:
    assert told(question, passage)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("一共配了多少辆流调车", "各县疾控中心配流调车不少于2辆。"),
        ("现有急救员多少名", "今年培训急救员3万名。"),
        ("水上急救艇是什么型号", "水上急救艇2艘配置在沿江码头。"),
        ("急救平台由哪家企业中标", "由市急救中心建设急救平台。"),
        ("托育中心建在什么地方", "托育中心1所，年底前完工。"),
        ("区人民医院床位有多少", "区人民医院人才不稳，护士与床位之比0.42:1，低于0.5:1。"),
        ("市第一人民医院北院区设了多少张床", "市第一人民医院北院区去年9月开诊。"),
        ("市儿童医院有多少名医生", "市儿童医院整体搬迁，床位增加到500张。"),
        ("“砚医通”云平台的客服电话是多少", "投资4700万元建设“砚医通”云平台。"),
        ("执法记录仪一台多少钱", "配齐执法记录仪186台。"),
        ("职工托管班一个暑假收多少钱", "市总工会拿出200万元。各大医院办起职工托管班。"),
        ("康复病床上门一次收多少钱", "(二)康复病床进户。今年建床90张。投入经费为20万元。"),
        ("疾控楼的施工单位是哪家", "疾控楼6月开工，县发改局按职责配合。"),
        ("助听讲堂的主讲专家是谁", "助听讲堂由区健康教育所负责。"),
        ("急救中心的投诉电话是多少", "急救中心统一受理120呼叫。"),
        ("“砚春堂”中医馆几点开门", "“砚春堂”中医馆每家配备不少于3名中医师。"),
    ],
)
def test_a_sentence_that_does_not(question: str, passage: str) -> None:
    assert not told(question, passage)
