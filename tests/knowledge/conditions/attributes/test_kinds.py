"""Each kind of attribute is asked for in its words, is there in one sentence, and is not in another of the same thing."""

import pytest

from knowledge.conditions.attributes.attributes import conditions_on_attributes
from knowledge.conditions.attributes.kinds import KINDS
from tests.knowledge.conditions.asking import ANALYZER, meets

# Kind, question, a sentence that answers it, one that does not.
EXAMPLES = [
    ("calls", "助听热线接多少电话", "助听热线受理2100次。", "助听热线24小时服务。"),
    ("telephone", "助听热线的号码是多少", "助听热线号码12399。", "开通助听热线。"),
    ("mailbox", "助听站的邮箱", "助听站邮箱 zt@jk.cn。", "助听站9月开张。"),
    ("website", "助听平台的网址", "助听平台网址另行公布。", "助听平台9月上线。"),
    ("opening hours", "助听门诊几点开门", "助听门诊上午8点开门。", "助听门诊9月开诊。"),
    ("weekday", "助听门诊礼拜几看病", "助听门诊每周二开诊。", "助听门诊9月开诊。"),
    ("rhythm", "助听小组多久上门一次", "助听小组每月上门。", "助听小组由听力师组成。"),
    ("year of founding", "助听站是哪一年开通的", "助听站2019年开通。", "助听站设在两个街道。"),
    ("first time", "助听县是哪年第一次创成的", "2019年首次创成助听县。", "通过助听县复审。"),
    ("validity", "助听证书几年有效", "助听证书有效期三年。", "考核合格的发给助听证书。"),
    ("waiting time", "助听报告几天能拿到", "助听报告3个工作日内反馈。", "助听报告交给本人。"),
    ("term of office", "助听院长任期几年", "助听院长任期三年。", "助听院长由县卫健局任命。"),
    ("length of a course", "听力师一期学几天", "听力师一期培训5天。", "听力师都要培训。"),
    ("address", "助听站的地址", "助听站位于滨河路。", "助听站9月开张。"),
    ("route", "助听站坐几路车", "到助听站可乘9路公交。", "助听站设在滨河路。"),
    ("floor", "助听门诊在几楼", "助听门诊在门诊楼三楼。", "助听门诊9月开诊。"),
    ("venue", "听力师培训班在哪里上课", "听力师培训班设在县中医院。", "听力师培训班分四期。"),
    ("bidder", "助听平台哪家公司做的", "助听平台由云耳公司承建。", "助听平台9月上线。"),
    ("payer", "助听器谁出钱", "助听器由县财政承担。", "助听器今年配发。"),
    ("speaker", "助听大讲堂哪位专家主讲", "助听大讲堂由专家苏耳主讲。", "助听大讲堂9月开讲。"),
    ("bank", "助听补助由哪家银行发", "助听补助由县农商银行代发。", "助听补助每月300元。"),
    ("insurer", "助听器的险是哪家保险公司承保的", "助听器由永安保险公司承保。", "为助听器购买意外伤害保险。"),
    ("school", "听力师由哪一所大学培养", "听力师由滨河医科大学培养。", "听力师优先招大学生。"),
    ("named body", "助听报告由哪家协会出", "助听报告由听力师协会出具。", "助听报告每年出具。"),
    ("hospital", "助听手术在哪家医院做", "助听手术在县中医院做。", "助听手术9月起免费。"),
    ("members of a set", "助听示范站是哪几家", "助听示范站设在滨河、槐店。", "建成助听示范站14家。"),
    ("streets", "助听站建在哪些街道", "助听站建在滨河、槐店街道。", "助听站今年建6个、明年建8个。"),
    ("cause", "助听站失火是什么原因造成的", "助听站失火系线路老化引起。", "助听站失火后当天恢复开诊。"),
    ("make", "助听器是什么牌子", "助听器用国产的。", "配发助听器90台。"),
    ("drug", "除耳螨用什么药", "除耳螨用的药膏由县里配送。", "除耳螨行动9月开始。"),
    ("subjects of an exam", "听力师要考哪几门", "听力师考试科目两门。", "招听力师8名。"),
    ("papers", "领助听器要带什么材料", "领助听器凭身份证。", "领助听器的老人有90名。"),
    ("schooling", "听力师要什么学历", "听力师须有大专以上学历。", "招听力师8名。"),
    ("leave", "听力师产假怎么安排", "听力师产假按规定执行。", "听力师每周开诊6天。"),
    ("document number", "助听方案的文号", "印发助听方案（青卫发〔2027〕3号）。", "印发助听方案。"),
    ("age", "配助听器要几岁", "60岁以上的可配助听器。", "助听器配给老人。"),
    ("dose", "耳康疫苗打两针还是三针", "耳康疫苗打2针。", "耳康疫苗免费接种。"),
    ("later dose", "耳康疫苗第二针什么时候打", "耳康疫苗两针间隔半年。", "耳康疫苗9月开打。"),
    ("rank", "助听工作排名第几", "助听工作位居全市前列。", "助听工作成效明显。"),
    ("penalty", "倒卖助听器怎么追责", "倒卖助听器的严肃问责。", "助听器实行专册管理。"),
    ("benefit", "听力师每月补贴多少", "听力师每月补贴300元。", "招听力师8名，投入80万元。"),
    ("reimbursement", "助听手术能报销多少", "助听手术报销70%。", "助听手术占比35%。"),
    ("income", "助听器去年卖了多少", "助听器销售收入80万元。", "投入80万元配助听器。"),
    ("spending", "助听平台投资多少", "助听平台总投资80万元。", "助听平台9月上线。"),
    ("outlay", "助听平台花多少钱", "购置助听平台80万元。", "助听平台9月上线。"),
    ("monthly sum", "助听床位一个月多少钱", "助听床位每月收费900元。", "助听床位90张。"),
    ("charge", "耳康疫苗打一针要多少钱", "耳康疫苗每针收费90元。", "耳康疫苗覆盖率92%。"),
    ("area", "助听站面积多大", "助听站面积90平方米。", "助听站9月开张。"),
    ("score", "助听站考核多少分合格", "助听站考核80分以上为合格。", "助听站每年考核。"),
    ("unit", "助听室噪声不超过多少分贝", "助听室噪声不超过40分贝。", "助听室9月启用。"),
    ("share", "助听器单位交几成", "助听器费用单位交七成。", "助听器每台400元。"),
    ("births and deaths", "栖云去年出生了多少婴儿", "栖云出生婴儿3200人。", "栖云婴儿死亡率降低。"),
    ("change on last year", "助听人数比去年多多少", "助听人数比上年多90人。", "助听人数900人。"),
    ("beds", "助听病区有多少张床", "助听病区床位40张。", "助听病区9月启用。"),
    ("staff", "助听中心有多少名护士", "助听中心有8名护士。", "助听中心9月启用。"),
]


def test_every_kind_has_an_example() -> None:
    assert [kind.name for kind in KINDS] == [name for name, *_ in EXAMPLES]


@pytest.mark.parametrize(("name", "question", "answer", "other"), EXAMPLES, ids=[row[0] for row in EXAMPLES])
def test_what_answers_a_kind(name: str, question: str, answer: str, other: str) -> None:
    asked = next(kind.name for kind in KINDS if kind.asks.search(ANALYZER.normalise(question)))
    assert asked == name
    assert meets(conditions_on_attributes, question, answer)
    assert not meets(conditions_on_attributes, question, other)


def test_what_happens_is_not_born() -> None:
    question = "去年发生了多少起涉医纠纷"
    assert meets(conditions_on_attributes, question, "去年发生涉医纠纷46起。")


def test_a_value_stands_in_one_clause_with_what_it_is_of() -> None:
    question = "助听中毒死亡了多少人"
    assert meets(conditions_on_attributes, question, "助听中毒死亡2人，救治412人。")
    assert not meets(conditions_on_attributes, question, "助听中毒死亡病例下降，救治412人。")


def test_a_name_ends_at_a_comma() -> None:
    question = "助听工作室请的是哪位专家"
    assert meets(conditions_on_attributes, question, "设助听工作室。邀请专家苏耳敏，每周坐诊。")
    assert not meets(conditions_on_attributes, question, "设助听工作室，邀请外地专家每周坐诊。")


def test_who_make_up_a_group_are_its_members() -> None:
    question = "助听团队的四人小组是哪四个人"
    assert meets(
        conditions_on_attributes, question, "助听团队由1名医生、1名护士和2名听力师组成，简称四人小组。"
    )


@pytest.mark.parametrize(
    "told",
    ["作检讨", "作出书面说明", "调整班子", "核减补助", "扣减绩效", "予以免职", "由分管领导谈话", "通报批评"],
)
def test_what_a_penalty_may_be(told: str) -> None:
    assert meets(conditions_on_attributes, "助听站打分低的怎么追责", f"助听站打分低的，{told}。")
    assert not meets(conditions_on_attributes, "助听站打分低的怎么追责", "助听站打分低的有三个。")


@pytest.mark.parametrize("asked", ["怎么罚", "有什么处罚", "要受啥样的处分", "会怎样问责"])
def test_what_a_penalty_is_asked_by(asked: str) -> None:
    assert not meets(conditions_on_attributes, f"助听站打分低的{asked}", "助听站打分低的有三个。")
