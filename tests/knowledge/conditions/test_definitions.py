"""A term is explained by a sentence that says what it means, not by one that uses it."""

import pytest

from knowledge.conditions.condition import Evidence
from knowledge.conditions.definitions import conditions_on_definitions
from knowledge.documents import Document
from tests.knowledge.conditions.asking import ANALYZER

DOCUMENT = Document("d", "工作要点", "a.txt")


def term(question: str) -> str | None:
    return next((condition.text for condition in conditions_on_definitions(question)), None)


def explained(question: str, text: str) -> bool:
    (condition,) = conditions_on_definitions(ANALYZER.normalise(question))
    return condition.holds(Evidence(DOCUMENT, about="", text=ANALYZER.normalise(text)))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("什么是医共体?", "医共体"),
        ("统方是什么意思", "统方"),
        ("安宁疗护的定义是什么", "安宁疗护"),
        ("“四不两直”的具体含义", "四不两直"),
        ("统方的确切意思是什么", "统方"),
        ("健康影响评估指的是什么?", "健康影响评估"),
        ("“六稳”是哪六稳?", "六稳"),
        ("村卫生室空白点 是指", "村卫生室空白点"),
        ("“双随机”检查是什么意思", "双随机”检查"),
    ],
)
def test_the_term_that_is_asked_for(question: str, asked: str) -> None:
    assert term(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "灭鼠的标准是什么",
        "二院院长姓名是什么",
        "群众上访诉求主要是哪几类",
        "托位要建多少个",
        "对象是哪三类人群",
    ],
)
def test_what_is_asked_of_a_thing_is_no_term(question: str) -> None:
    assert term(question) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("什么是信用就医?", "信用就医即先诊疗、后付费。"),
        ("什么叫“陪诊到床”", "“陪诊到床”，指由护理员把病人送到病床。"),
        ("“一卡通看”是什么意思", "推行“一卡通看”就医，即群众凭一张卡看病取药。"),
        ("“两天一回访”的含义", "“两天一回访”反响不错，什么意思呢？就是出院两天内打一次电话。"),
        ("什么叫“五统一”", "“五统一”是指人员统一调配、财务统一核算。"),
        ("平急结合是指什么", "所谓平急结合，就是平时运行，急时转换。"),
        ("cmi值是什么意思?", "cmi值（病例组合指数）区人民医院达到1.12。"),
        (
            "“三不一树”指什么",
            "深化“三不一树”专项行动，“三不”即不收礼、不吃请、不谋私，“一树”即树立良好医德。",
        ),
        ("“四方责任”是哪四方?", "压实属地、部门、单位和个人的“四方责任”。"),
        ("3+2学科群 含义", "打造“3+2”学科群。“3+2”即三个优势学科和两个短板学科。"),
        ("家庭化产房是什么", "家庭化产房就是集待产、分娩于一体的产房。"),
        ("“五分离”是什么意思", "推行“申购、论证、采购、验收、付款”五分离。"),
        ("什么是“六统一”?", "把行政、人事、财务、业务、药械、信息“六统一”落到实处。"),
        ("什么是“红黄绿”?", "推行“红黄绿”分级随访：红色为不达标的，绿色为平稳的。"),
        ("什么是“1+4+N”?", "构建“1+4+N”应急指挥体系，即1个指挥中心、4个基地、N支队伍。"),
        ("什么是“大健康”?", "按照“大健康”理念要求（即对生命实施全程呵护），优化供给。"),
        ("“大健康”理念是什么意思", "按照“大健康”理念要求（即对生命实施全程呵护），优化供给。"),
        ("什么是“红黄灯”制度?", "建立“红黄灯”制度：一家医院超过控制线的亮黄灯。"),
    ],
)
def test_explanations(question: str, text: str) -> None:
    assert explained(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("什么是医共体?", "推进医共体建设，人员、财务“五统一”。"),
        ("什么是分级诊疗?", "完善分级诊疗制度。制定首诊病种57个。"),
        ("什么叫“甲级病历”", "甲级病历率达到95%。"),
        ("什么是“红黄绿”?", "推行“红黄绿”分级随访，覆盖率98%。"),
        ("什么是“六统一”?", "抓好医联体“六统一”、双向转诊和家庭医生签约。"),
        ("什么是“大病历”?", "抓好质控、病案和“大病历”评比。"),
        ("什么是“红黄灯”?", "“红黄灯”考核权重:30%。"),
        ("“六稳”是哪六稳?", "扎实做好“六稳”工作，全面落实“六保”任务。"),
        ("健康素养指的是什么?", "居民健康素养水平由29.8%提高到37%。"),
        ("什么是安宁疗护", "安宁疗护（责任单位：市卫生健康委）。"),
        ("“、、”指的是什么", "“四早”，即早发现、早报告。"),  # marks alone stand before anything
        ("“A、”是指什么", "A级机构“四早”，即早发现、早报告。"),
    ],
)
def test_mere_uses(question: str, text: str) -> None:
    assert not explained(question, text)
