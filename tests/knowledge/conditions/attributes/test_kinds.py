"""Each kind of attribute is asked for in its words, is there in one sentence, and is not in another of the same thing."""

import pytest

from knowledge.conditions.attributes.attributes import conditions_on_attributes
from knowledge.conditions.attributes.kinds import KINDS
from tests.knowledge.conditions.asking import ANALYZER, PARSER, meets

# Kind, question, a sentence that answers it, one that does not.
EXAMPLES = [
    ("接听了多少电话", "助听热线接多少电话", "助听热线受理2100次。", "助听热线24小时服务。"),
    ("电话号码", "助听热线的号码是多少", "助听热线号码12399。", "开通助听热线。"),
    ("邮箱或公众号", "助听站的邮箱", "助听站邮箱 zt@jk.cn。", "助听站9月开张。"),
    ("网址", "助听平台的网址", "助听平台网址另行公布。", "助听平台9月上线。"),
    ("开放时间", "助听门诊几点开门", "助听门诊上午8点开门。", "助听门诊9月开诊。"),
    ("星期几", "助听门诊礼拜几看病", "助听门诊每周二开诊。", "助听门诊9月开诊。"),
    ("多久一次", "助听小组多久上门一次", "助听小组每月上门。", "助听小组由听力师组成。"),
    ("成立的年份", "助听站是哪一年开通的", "助听站2019年开通。", "助听站设在两个街道。"),
    ("第一次是什么时候", "助听县是哪年第一次创成的", "2019年首次创成助听县。", "通过助听县复审。"),
    ("有效期", "助听证书几年有效", "助听证书有效期三年。", "考核合格的发给助听证书。"),
    ("要多长时间", "助听报告几天能拿到", "助听报告3个工作日内反馈。", "助听报告交给本人。"),
    ("任期或服务期", "助听院长任期几年", "助听院长任期三年。", "助听院长由县卫健局任命。"),
    ("学多久", "听力师一期学几天", "听力师一期培训5天。", "听力师都要培训。"),
    ("地址", "助听站的地址", "助听站位于滨河路。", "助听站9月开张。"),
    ("乘车路线", "助听站坐几路车", "到助听站可乘9路公交。", "助听站设在滨河路。"),
    ("楼层", "助听门诊在几楼", "助听门诊在门诊楼三楼。", "助听门诊9月开诊。"),
    ("在哪里办", "听力师培训班在哪里上课", "听力师培训班设在县中医院。", "听力师培训班分四期。"),
    (
        "中标单位",
        "助听平台哪家公司中标",
        "助听平台由云耳公司承建。",
        "助听平台由县卫健局负责，责任单位：云耳公司。",
    ),
    ("是哪家公司", "助听平台哪家公司做的", "助听平台由云耳公司承建。", "助听平台9月上线。"),
    ("谁出钱", "助听器谁出钱", "助听器由县财政承担。", "助听器今年配发。"),
    ("是哪位专家", "助听大讲堂哪位专家主讲", "助听大讲堂由专家苏耳主讲。", "助听大讲堂9月开讲。"),
    ("是哪家银行", "助听补助由哪家银行发", "助听补助由县农商银行代发。", "助听补助每月300元。"),
    (
        "是哪家保险公司",
        "助听器的险是哪家保险公司承保的",
        "助听器由永安保险公司承保。",
        "为助听器购买意外伤害保险。",
    ),
    ("是哪所学校", "听力师由哪一所大学培养", "听力师由滨河医科大学培养。", "听力师优先招大学生。"),
    ("是哪一家机构", "助听报告由哪家协会出", "助听报告由听力师协会出具。", "助听报告每年出具。"),
    ("是哪家医院", "助听手术在哪家医院做", "助听手术在县中医院做。", "助听手术9月起免费。"),
    ("名单", "助听示范站是哪几家", "助听示范站设在滨河、槐店。", "建成助听示范站14家。"),
    ("是哪些街道", "助听站建在哪些街道", "助听站建在滨河、槐店街道。", "助听站今年建6个、明年建8个。"),
    ("原因", "助听站失火是什么原因造成的", "助听站失火系线路老化引起。", "助听站失火后当天恢复开诊。"),
    ("品牌型号", "助听器是什么牌子", "助听器用国产的。", "配发助听器90台。"),
    ("用什么药", "除耳螨用什么药", "除耳螨用的药膏由县里配送。", "除耳螨行动9月开始。"),
    ("考试科目", "听力师要考哪几门", "听力师考试科目两门。", "招听力师8名。"),
    ("需要的材料", "领助听器要带什么材料", "领助听器凭身份证。", "领助听器的老人有90名。"),
    ("学历资质", "听力师要什么学历", "听力师须有大专以上学历。", "招听力师8名。"),
    ("休假", "听力师产假怎么安排", "听力师产假按规定执行。", "听力师每周开诊6天。"),
    ("文号", "助听方案的文号", "印发助听方案（青卫发〔2027〕3号）。", "印发助听方案。"),
    ("年龄", "配助听器要几岁", "60岁以上的可配助听器。", "助听器配给老人。"),
    ("打几针", "耳康疫苗打两针还是三针", "耳康疫苗打2针。", "耳康疫苗免费接种。"),
    ("后面几针", "耳康疫苗第二针什么时候打", "耳康疫苗两针间隔半年。", "耳康疫苗9月开打。"),
    ("排名", "助听工作排名第几", "助听工作位居全市前列。", "助听工作成效明显。"),
    ("怎么处罚", "倒卖助听器怎么追责", "倒卖助听器的严肃问责。", "助听器实行专册管理。"),
    ("补助或奖励的金额", "听力师每月补贴多少", "听力师每月补贴300元。", "招听力师8名，投入80万元。"),
    ("报销多少", "助听手术能报销多少", "助听手术报销70%。", "助听手术占比35%。"),
    ("收入多少钱", "助听器去年卖了多少", "助听器销售收入80万元。", "投入80万元配助听器。"),
    ("投入多少钱", "助听平台投资多少", "助听平台总投资80万元。", "助听平台9月上线。"),
    ("花多少钱", "助听平台花多少钱", "购置助听平台80万元。", "助听平台9月上线。"),
    ("多少钱", "助听床位一个月多少钱", "助听床位每月收费900元。", "助听床位90张。"),
    ("价格或收费", "耳康疫苗打一针要多少钱", "耳康疫苗每针收费90元。", "耳康疫苗覆盖率92%。"),
    ("面积", "助听站面积多大", "助听站面积90平方米。", "助听站9月开张。"),
    ("多少分", "助听站考核多少分合格", "助听站考核80分以上为合格。", "助听站每年考核。"),
    ("具体数值", "助听室噪声不超过多少分贝", "助听室噪声不超过40分贝。", "助听室9月启用。"),
    ("比例", "助听器单位交几成", "助听器费用单位交七成。", "助听器每台400元。"),
    ("出生和死亡人数", "栖云去年出生了多少婴儿", "栖云出生婴儿3200人。", "栖云婴儿死亡率降低。"),
    ("同比变化", "助听人数比去年多多少", "助听人数比上年多90人。", "助听人数900人。"),
    (
        "与全国的比较",
        "听力筛查率比全国低多少",
        "听力筛查率比全国平均低2个百分点。",
        "听力筛查率低于全市平均2个百分点。",
    ),
    (
        "与全省的比较",
        "听力筛查率比全省低几个百分点",
        "听力筛查率低于全省平均2个百分点。",
        "听力筛查率比上年低2个百分点。",
    ),
    (
        "与全市的比较",
        "听力筛查率高于全市平均多少",
        "听力筛查率高于全市2个百分点。",
        "听力筛查率高于全省2个百分点。",
    ),
    (
        "与全县的比较",
        "听力筛查率比全县高多少",
        "听力筛查率比全县平均高2个百分点。",
        "听力筛查率比上年高2个百分点。",
    ),
    ("床位数", "助听病区有多少张床", "助听病区床位40张。", "助听病区9月启用。"),
    ("人数", "助听中心有多少名护士", "助听中心有8名护士。", "助听中心9月启用。"),
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


@pytest.mark.parametrize(
    "told", ["60岁以上免收助听挂号费", "减免助听挂号费", "助听挂号费减半收取", "助听挂号费每次20元"]
)
def test_what_is_not_charged_is_a_charge(told: str) -> None:
    assert meets(conditions_on_attributes, "助听挂号费多少", f"{told}。")
    assert not meets(conditions_on_attributes, "助听挂号费多少", "助听挂号费今年公布。")


@pytest.mark.parametrize("year", ["去年", "上年", "上一年", "前年"])
def test_a_change_on_last_year_in_all_its_names(year: str) -> None:
    assert meets(conditions_on_attributes, f"助听人数比{year}多多少", f"助听人数比{year}多90人。")
    assert not meets(conditions_on_attributes, f"助听人数比{year}多多少", "助听人数900人。")


def test_a_subsidy_is_no_charge() -> None:
    assert meets(conditions_on_attributes, "助听保险每人缴多少", "助听保险个人缴费每人每年60元。")
    assert not meets(
        conditions_on_attributes, "助听保险每人缴多少", "参加助听保险的按每人每年60元的标准补贴。"
    )


@pytest.mark.parametrize("asked", ["主讲人是谁", "讲师有哪些", "主讲专家是谁", "由谁主讲"])
def test_who_speaks_is_a_name(asked: str) -> None:
    assert meets(conditions_on_attributes, f"助听讲堂{asked}", "助听讲堂由专家苏耳主讲。")
    assert not meets(conditions_on_attributes, f"助听讲堂{asked}", "助听讲堂入库专家1000名。")


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


# Kind, a question that looks like one for it.
LOOKALIKES = [
    ("接听了多少电话", "助听热线接了多少投诉"),
    ("电话号码", "对独居老人每周要通几次电话"),
    ("电话号码", "多久给独居老人打一次电话"),
    ("电话号码", "助听电话什么时候升级"),
    ("电话号码", "开通多少热线电话"),
    ("是哪位专家", "要培养多少名讲师"),
    ("电话号码", "哪个科室负责接听电话"),
    ("开放时间", "会上提了几点要求"),
    ("星期几", "听力师每周几次下乡"),
    ("多久一次", "怎么提高督查频次"),
    ("第一次是什么时候", "首次复审要交多少表"),
    ("有效期", "校医管几年级的学生"),
    ("要多长时间", "助听手术住几天出院"),
    ("地址", "重点放在哪些人身上"),
    ("乘车路线", "几路数据汇到一个平台"),
    ("乘车路线", "助听改革下一步怎么走"),
    ("楼层", "健康助听有几层含义"),
    ("中标单位", "其中标准化助听站建多少"),
    ("谁出钱", "揭榜的榜单谁发布"),
    ("谁出钱", "助听经费谁来审核"),
    ("是哪些街道", "要打通哪些路径"),
    ("品牌型号", "怎么打造助听品牌"),
    ("休假", "今年假期助听站开放多久"),
    ("休假", "怎么打击生产假药"),
    ("排名", "怎么提高助听工作排名"),
    ("补助或奖励的金额", "聚集性疫情暴发几起"),
    ("补助或奖励的金额", "助听处方要发多少份"),
    ("补助或奖励的金额", "奖励多少台助听器"),
    ("补助或奖励的金额", "三伏贴贴了多少"),
    ("报销多少", "助听专科要申报多少"),
    ("收入多少钱", "助听器去年卖了多少台"),
    ("投入多少钱", "助听站投入多少名听力师"),
    ("价格或收费", "听力专业每年招收多少"),
    ("价格或收费", "废旧电池回收多少"),
    ("价格或收费", "怎么降低助听器收费"),
    ("多少分", "几分之一的人听不清"),
    ("比例", "占用多少张床位"),
    ("出生和死亡人数", "诞生了多少助听企业"),
    ("床位数", "配多少床头呼叫器"),
    ("床位数", "患者多住了多少个床日"),
    ("人数", "每周放出多少专家号"),
]


@pytest.mark.parametrize(("name", "question"), LOOKALIKES)
def test_what_only_looks_like_a_kind(name: str, question: str) -> None:
    query = PARSER.parse(question)
    conditions = conditions_on_attributes(query.normalised, query.concepts, lambda word: 4.0 + len(word))
    assert name in {kind.name for kind in KINDS}
    assert name not in {condition.text for condition in conditions}
