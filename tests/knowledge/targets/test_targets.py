"""Goals with values: what of, how much, by when."""

from __future__ import annotations

from re import _parser  # type: ignore[attr-defined]

import pytest

from knowledge.deadlines.deadlines import find_deadlines
from knowledge.targets.targets import Target, find_targets
from knowledge.targets.values import VALUE, find_values
from tests.knowledge.speeches import BASE, TASKS, paragraphs

REPORT = "一、充分肯定成绩"


def found_in(text: str, heading: str = TASKS) -> list[Target]:
    speech = paragraphs(text, heading)
    return find_targets(text, speech, BASE, find_deadlines(text, speech, BASE))


def printed(target: Target) -> str:
    by = f" {target.by}" if target.by else ""
    return f"{target.indicator} {target.op} {target.value}{by}"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("65岁以上老年人家庭医生签约率不低于80%。", ["65岁以上老年人家庭医生签约率 >= 80%"]),
        ("门诊次均费用增幅控制在5%左右。", ["门诊次均费用增幅 ~ 5%"]),
        ("县域就诊率达到90%。", ["县域就诊率 = 90%"]),
        ("力争服务量突破100万人次。", ["服务量 >= 100万人次"]),
        ("孕产妇死亡率控制在10/10万以内。", ["孕产妇死亡率 <= 10/10万"]),
        ("平均住院日降至7天以下，互认项目增加到150项。", ["平均住院日 <= 7天", "互认项目 = 150项"]),
        ("急救反应时间由15分钟缩短到12分钟。", ["急救反应时间 = 12分钟"]),
        ("急救反应时间由目前的15分钟缩短到12分钟以内。", ["急救反应时间 <= 12分钟"]),
        ("县域内住院率提高5个百分点。", ["县域内住院率 = 5个百分点"]),
        ("新增普惠托位3000个。", ["新增普惠托位 = 3000个"]),
        ("建设20个县域副中心。", ["建设县域副中心 = 20个"]),
        ("创成省级重点专科不少于4个。", ["创成省级重点专科 >= 4个"]),
        ("专项计划招录24名，纳入编制管理。", ["专项计划招录 = 24名"]),
        ("改造村卫生室46所，新建12所。", ["改造村卫生室 = 46所", "新建村卫生室 = 12所"]),
        ("支持建设3个市级、5个县级急救站。", ["建设市级 = 3个", "建设县级急救站 = 5个"]),
        ("要至少建成2个示范县。", ["建成示范县 >= 2个"]),
        ("每个村至少有1名合格村医。", ["每个村有合格村医 >= 1名"]),
        ("建好一所以上公立医院。", ["建好公立医院 >= 一所"]),
        ("引进10户以上国内百强企业。", ["引进国内百强企业 >= 10户"]),
        ("抓紧启动1到2家三甲医院。", ["启动三甲医院 = 1到2家"]),
        ("90%以上的乡镇设立急救站。", ["乡镇设立急救站 >= 90%"]),
        ("全市50%的县区要启动医共体建设。", ["全市县区要启动医共体建设 = 50%"]),
        ("七成以上的卫生院能够开展康复服务。", ["卫生院能够开展康复服务 >= 七成"]),
        ("为2万名农村妇女免费开展筛查。", ["为农村妇女免费开展筛查 = 2万名"]),
        ("把不少于40%的号源提前投放给基层。", ["号源提前投放给基层 >= 40%"]),
        ("监测网店400家左右。", ["监测网店 ~ 400家"]),
        ("年内培训社区讲师二百名。", ["培训社区讲师 = 二百名 2024-12-31"]),
        ("新建养老床位1,200张。", ["新建养老床位 = 1,200张"]),
        ("水质达标率比上年提高2个百分点。", ["水质达标率比上年提高 = 2个百分点"]),
        ("人均绩效不低于全院平均水平的1.1倍。", ["人均绩效 >= 全院平均水平的1.1倍"]),
        ("不合格率由去年的8.7%降至5%以下。", ["不合格率 <= 5%"]),
        ("累计完成改造6,000户。", ["累计改造 = 6,000户"]),
        ("新建健身步道40公里。", ["新建健身步道 = 40公里"]),
        ("实现乡镇卫生院中医馆全覆盖。", ["乡镇卫生院中医馆 = 全覆盖"]),
        ("接种门诊实现乡镇全覆盖。", ["接种门诊乡镇 = 全覆盖"]),
        ("手术安全核查率100%。", ["手术安全核查率 = 100%"]),
        (
            "健康素养水平提高到37%，各县（区）不低于33%。",
            ["健康素养水平 = 37%", "健康素养水平（各县（区）） >= 33%"],
        ),
        (
            "要培养医师500名、护士800名和技师60名。",
            ["培养医师 = 500名", "培养护士 = 800名", "培养技师 = 60名"],
        ),
        (
            "每千人口医师数、护士数分别达到3.2人、3.8人。",
            ["每千人口医师数 = 3.2人", "每千人口护士数 = 3.8人"],
        ),
        (
            "高血压、糖尿病患者规范管理率分别达到68%和65%以上。",
            ["高血压患者规范管理率 >= 68%", "糖尿病患者规范管理率 >= 65%"],
        ),
        (
            "精神障碍患者管理率、服药率分别达到96%和88%。",
            ["精神障碍患者管理率 = 96%", "精神障碍患者服药率 = 88%"],
        ),
    ],
)
def test_target(text: str, targets: list[str]) -> None:
    assert [printed(target) for target in found_in(text)] == targets


@pytest.mark.parametrize(
    "text",
    [
        "对药占比超过30%的医院进行约谈。",
        "二级以上医院都要设立老年医学科。",
        "5岁以下儿童要建立健康档案。",
        "工作满25年的医师可以申报。",
        "要打好三场硬仗，抓住五大中心。",
        "深入开展“百名骨干驻镇”行动。",
        "制定远程医疗全覆盖实施方案。",
        "贯彻《全民健身500计划》。",
        "34家单位的旧系统要更换。",
        "目前全市复工率达到98%。",
        "全省共有床位3万张。",
        "发病率比2020年下降8%。",
        "20xx年，全市死亡率降至9.2/10万，负债率为47%。",
        "每年发现近2万名新患者。",
    ],
)
def test_no_target_among_tasks(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "签约率达到80%，新增床位500张。",
        "慢病示范区实现全覆盖。",
        "接种率稳定在96%以上。",
        "我们要清醒看到，医师缺口达300人。",
        "去年培训医师500名。",
    ],
)
def test_no_target_in_a_report(text: str) -> None:
    assert found_in(text, REPORT) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [("县域就诊率要达到X%以上。", "%"), ("五年内三甲医院增加至XX所。", "所"), ("新增床位***张。", "张")],
)
def test_blank_value_is_kept_without_a_value(text: str, unit: str) -> None:
    (target,) = found_in(text)
    assert (target.value, target.redacted, target.unit) == (None, True, unit)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("到2027年，签约率达到60%，满意度达到90%。", ["2027-12-31", "2027-12-31"]),
        ("启动2家三甲医院，五年内三甲医院增加至9所。", ["None", "2029-12-31"]),
        ("年内接种率达到95%，加快急救站建设，建成急救站30个。", ["2024-12-31", "2024-12-31"]),
        ("要做好接种，年内接种率达到95%，加快建成急救站30个。", ["2024-12-31", "None"]),
        ("今年，东区要建成2个医共体；西区建成3个医共体。", ["2024-12-31", "2024-12-31"]),
        ("两癌筛查今年完成9万人；死亡率控制在9/10万以下。", ["2024-12-31", "None"]),
        ("从2025年起，补助标准提高到50元。", ["None"]),
        ("居民素养水平2024年达到32%，2025年达到35%。", ["2024-12-31", "2025-12-31"]),
        ("20xx年底前引进专家10名。", ["None"]),
    ],
)
def test_due_date(text: str, by: list[str]) -> None:
    assert [str(target.by) for target in found_in(text)] == by


def test_label_dates_the_targets_of_its_item() -> None:
    text = "新增救护车4辆，布设急救站6个。（责任单位：县卫健局；完成时限：2024年9月底前）"
    assert [str(target.by) for target in found_in(text)] == ["2024-09-30", "2024-09-30"]


def test_sentence_is_word_for_word_as_printed() -> None:
    text = "好。要新增医师3 万人、　护士4.1 万人。"
    first, second = found_in(text)
    assert first.sentence == second.sentence == "要新增医师3 万人、　护士4.1 万人。"
    assert text[slice(*first.sentence_span)] == first.sentence
    assert [(target.value, target.unit) for target in (first, second)] == [
        ("3万人", "万人"),
        ("4.1万人", "万人"),
    ]


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("70%以上", ">="),
        ("不低于70%", ">="),
        ("不得少于3名", ">="),
        ("超过3万人", ">="),
        ("30分钟以内", "<="),
        ("不超过20%", "<="),
        ("低于9‰", "<="),
        ("35%左右", "~"),
        ("达到35%", "="),
    ],
)
def test_bound(text: str, op: str) -> None:
    (value,) = find_values(text)
    assert value.op == op


def test_a_value_is_bounded_so_that_reading_is_linear() -> None:
    # A match that cannot be longer than so much costs the same wherever it begins, however long the text.
    assert _parser.parse(VALUE.pattern).getwidth()[1] <= 60


@pytest.mark.parametrize("pattern", ["1", "率达到5%", "新增5个、", "分别", "全覆盖", "X", "（", "百分之"])
def test_hostile_text_is_read_through(pattern: str) -> None:
    assert all(target.value != "" for target in found_in((pattern * 5_000)[:5_000]))
