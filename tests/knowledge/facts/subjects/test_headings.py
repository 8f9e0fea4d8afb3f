"""A heading or a title gives the thing that it names; a slogan and a part of a speech give none."""

import pytest

from knowledge.facts.subjects.headings import thing_of_heading, thing_of_title


@pytest.mark.parametrize(
    ("heading", "thing"),
    [
        ("三、加强护理队伍建设", "护理队伍"),
        ("（二）做实家庭医生签约服务", "家庭医生签约服务"),
        ("11.推广中医适宜技术", "中医适宜技术"),
        ("（一）县体育中心二期", "县体育中心二期"),
        ("二、保障措施", ""),
        ("（一）压实工作责任", ""),
        ("四、聚力提质增效", ""),
        ("二要有钱办", ""),
        ("（六）看病要更方便", ""),
        ("（二）概念界定与基本原则", ""),
        ("8．加强精神卫生和心理服务", ""),
        ("四、改善就医体验", ""),
    ],
)
def test_a_heading(heading: str, thing: str) -> None:
    assert thing_of_heading(heading) == thing


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("曲垣市安宁疗护服务体系建设实施方案（2026—2028年）", "安宁疗护"),
        ("关于做好2026年职业病防治重点工作的通知", "职业病防治"),
        ("在全市急诊急救能力提升攻坚动员会上的讲话", "急诊急救"),
        ("梧埠市院前医疗急救体系建设三年行动方案（2027—2029年）", "院前医疗急救"),
        ("澄原县2027年卫生健康工作要点", ""),
        ("在全县卫生健康工作会议上的讲话", ""),
        ("澄原县人民医院2026年工作计划", ""),
        ("养老服务提质和长期护理保障三年行动方案", ""),
    ],
)
def test_a_title(title: str, thing: str) -> None:
    assert thing_of_title(title) == thing
