"""The topic of a stored question is that of its own subject, not of a side word of what stands around it."""

import pytest

from knowledge.lexicon.topics import Surroundings, topic_of

REFORM = ("深化医药卫生体制改革",)


@pytest.mark.parametrize(
    ("question", "sentence", "headings", "topic"),
    [
        ("血液保障由谁负责", "（责任单位：省血液中心）", ("加强血液保障", *REFORM), "血液管理"),
        (
            "居民健康素养水平",
            "孕产妇死亡率降到7/10万，居民健康素养水平达到35%",
            ("主要指标",),
            "健康促进与素养",
        ),
        ("国家自然科学基金立项", "全年申报国家自然科学基金25项", ("科研与教学",), "医学教育与科研"),
        ("急救平均反应时间", "县域内就诊率达到90%，急救平均反应时间缩短到12分钟", (), "急诊急救"),
        ("发现假随访、假体检", "发现假随访、假体检，一律停拨经费", (), "基本公共卫生服务"),
        ("全年门急诊", "全年门急诊52万人次", (), "公立医院改革"),
        (
            "县域医疗卫生次中心",
            "建设县域医疗卫生次中心9个，由市发展改革委统筹中央预算内投资和专项债券予以支持",
            ("推进紧密型县域医共体建设",),
            "县域医共体",
        ),
    ],
)
def test_own_words_come_first(question: str, sentence: str, headings: tuple[str, ...], topic: str) -> None:
    title = "在全县卫生健康工作会议上的讲话"
    assert topic_of(question, sentence, Surroundings(headings, sentence, title)) == topic
