"""The gate lets through what a colleague would ask, and names what is wrong with the rest."""

import pytest

from knowledge.questions.checks import failures


@pytest.mark.parametrize(
    "question",
    [
        "远程心电中心什么时候投用？",
        "规范化门诊占比的目标是多少？",
        "处方流转平台由谁牵头建设？",
        "什么是“一张床”？",
        "怎样推进紧密型医共体建设？",
        "基层医院的完成时限？",
        "建床周期不超过多少天？",
        "护士每月夜班不超过多少个？",
        "县财政为每个村卫生室拨付多少元？",
        "每名包联干部联系多少户？",
        "每村安排多少元？",
        "编制缺口不足多少名？",
        "65岁以上老年人口占多少？",
        "60岁以上常住人口的占比是多少？",
        "城镇常住人口占多少？",
        "次均费用比去年要下降多少？",
        "怎样将考核结果与绩效挂钩？",
        "怎样公布考核结果和问题清单？",
        "培训人员什么时候到位？",
        "签约率、履约率的目标是多少？",
        "按病种付费什么时候全覆盖？",
        "怎样提高待遇？",
        "提高待遇有哪些措施？",
    ],
)
def test_sound_questions(question: str) -> None:
    assert failures(question) == []


@pytest.mark.parametrize(
    ("question", "failure"),
    [
        ("多少？", "length 6-30"),
        ("远程心电中心什么时候投用", "question mark once, at the end"),
        ("远程心电中心投用？", "asks nothing"),
        ("的门诊占比的目标是多少？", "leading mark"),
        ("什么是“一张床？", "unbalanced"),
        ("医共体，门诊占比是多少？", "clause or label inside"),
        ("住院的目标是多少？", "no subject"),
        ("接种率稳定在的目标是多少？", "loose end before the frame"),
        ("县医院招录有多少人？", "verb before the count"),
        ("疫苗接种率有多少个？", "unit does not fit"),
        ("托位新增280个的时限？", "answer inside"),
        ("培训XX名医生的目标是多少？", "blank inside"),
        ("怎样新增投入X万元？", "blank inside"),
        ("家庭病床较上年增加增加了多少张？", "said twice"),
        ("中医床位什么时候由75张增加到？", "broken words"),
        ("中医床位增加到的时限？", "broken words"),
        ("由对方多久内联系？", "leading mark"),
        ("慢病患者管理率规范管理率的目标是多少？", "measure of a measure"),
        ("24小时内下发什么时候整改到位？", "another time inside"),
        ("按程序啥时候印发？", "another time inside"),
        ("开展多少家中医护理的机构？", "broken words"),
        ("戒酒门诊的医院要开设多少家？", "broken words"),
        ("我县门诊占比的目标是多少？", "points outside"),
        ("出台办法的时限是什么时候？", "said twice"),
        ("提高待遇什么时候完成？", "which of a class"),
        ("补充人员由谁牵头？", "which of a class"),
        ("改建机构由谁负责？", "which of a class"),
        ("更新设备的时限？", "which of a class"),
        ("总体近视率较下降了多少？", "comparison inside"),
        ("怎样考评结果与补助资金挂钩？", "frame around a clause"),
        ("怎样考核排名与资金挂钩？", "frame around a clause"),
        ("怎么绩效考核得分作为分配依据？", "frame around a clause"),
        ("民营医院每年开展一次怎么处理？", "frame around a clause"),
        ("乡镇卫生院每半年开展三次怎么处理？", "frame around a clause"),
        ("村医每学期组织一轮怎么办？", "frame around a clause"),
        ("新院区去年床位要增加到多少张？", "goal of the past"),
        ("新院区前年床位要增加到多少张？", "goal of the past"),
        ("上一年签约率的目标是多少？", "goal of the past"),
        ("县医院每个科室联系有多少个？", "verb before the count"),
        ("每名包联干部走访有多少户？", "verb before the count"),
        ("专项经费拨付有多少元？", "verb before the count"),
        ("市财政安排多少元？", "frame around a verb"),
        ("县卫健局拨付了多少元？", "frame around a verb"),
        ("常住人口占多少？", "frame around a verb"),
        ("户籍人口总数占多少？", "frame around a verb"),
        ("总人口的占比是多少？", "frame around a verb"),
    ],
)
def test_unsound_questions(question: str, failure: str) -> None:
    assert failure in failures(question)
