"""A passage answers what is asked by name only where it names that, in its own words or in others for them."""

import pytest

from knowledge.conditions.attributes.things import conditions_on_asked_things
from knowledge.conditions.condition import Evidence
from knowledge.documents import Document
from knowledge.lexicon import thesaurus
from knowledge.query.query import QueryParser
from knowledge.text.analyzer import Analyzer

ANALYZER = Analyzer(thesaurus.field_words())
PARSER = QueryParser(ANALYZER, thesaurus.built_in())
DOCUMENT = Document("d", "工作要点", "a.txt")


def met(question: str, passage: str) -> bool:
    query = PARSER.parse(question)
    evidence = Evidence(DOCUMENT, about="", text=ANALYZER.normalise(passage))
    conditions = conditions_on_asked_things(query.normalised, query.concepts, lambda word: 3.0)
    return all(condition.holds(evidence) for condition in conditions)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("老年人免费接种什么疫苗", "为65岁以上老年人免费接种流感疫苗。"),
        ("村医怎么报销差旅费", "村医参加培训的差旅费由卫生院报销。"),
        ("夜间门诊 挂号费", "夜间门诊挂号费按日间标准收取。"),
        ("家庭病床 完成时限", "家庭病床年底前建成。"),
        ("陪诊员收不收费", "配“陪诊员”，陪诊不收费。"),
        ("巡诊车什么时候下乡", "巡诊车每周三下乡。"),
        ("小程序有多少注册用户", "小程序注册用户28万。"),
        ("要更换多少台老旧X光机", "更换老旧X光机4台。"),
        ("免费疫苗接种点有哪些", "接种点设在六个街道。"),
        ("重点任务有哪些", "抓好三件事。"),
        ("存在什么问题", "儿科医师不足。"),
    ],
)
def test_what_is_named(question: str, passage: str) -> None:
    assert met(question, passage)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("尘肺病人要打什么疫苗", "尘肺病人由定点医院随访。"),
        ("夜间门诊 挂号费", "夜间门诊首批开设儿科、口腔科。"),
        ("小程序有多少注册用户", "居民通过小程序可查询三年的诊疗记录。"),
        ("老年人流感疫苗的接种点有哪些", "为老年人免费接种流感疫苗。"),
        ("食管癌筛查 乡镇名单", "在5个乡镇开展食管癌筛查。"),
        ("安宁病区能不能陪床", "安宁病区开放床位86张。"),
        ("学生心理测评用的是哪个量表", "学生每学年心理测评1次。"),
    ],
)
def test_what_is_not_named(question: str, passage: str) -> None:
    assert not met(question, passage)
