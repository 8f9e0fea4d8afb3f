"""Questions are made of facts, as people ask them; better none than a broken one."""

import pytest

from knowledge.indexing.annotation import annotate
from knowledge.questions.checks import failures
from knowledge.text.analyzer import Analyzer
from loaders.registry import load
from tests.knowledge.pairs import asked

HEAD = "澄原县2027年卫生健康工作要点\n（2026年12月1日）\n一、{heading}\n"


@pytest.mark.parametrize(
    ("words", "kind", "question"),
    [
        ("远程心电中心9月底前投用。", "deadline", "远程心电中心什么时候投用？"),
        ("9月底前，县中医院完成病房改造。", "deadline", "县中医院什么时候完成病房改造？"),
        ("6月底前出台转诊目录。", "deadline", "转诊目录什么时候出台？"),
        ("发现聚集性发热后2小时内报告县疾控中心。", "deadline", "发现聚集性发热后多久内报告县疾控中心？"),
        ("规范化门诊占比达到64%以上。", "target", "规范化门诊占比的目标是多少？"),
        ("急救平均反应时间缩短到12分钟以内。", "target", "急救平均反应时间要缩短到多少分钟？"),
        ("新增普惠托位280个。", "target", "要新增多少个普惠托位？"),
        ("由县数据局牵头建设处方流转平台。", "who", "处方流转平台由谁牵头建设？"),
        ("推行“一张床”，即出院与上门共用一份病案。", "definition", "什么是“一张床”？"),
        ("空白点，是指连续三个月没有村医坐诊的行政村。", "definition", "什么是空白点？"),
        ("深化“三减一增”行动，“三减”即减盐、减油、减糖。", "definition", "什么是“三减一增”行动？"),
        ("打好“两场硬仗”，即扩容、提质两场硬仗。", "list", "“两场硬仗”有哪些？"),
        ("设立体重门诊，三级医院6月底前全部开设。", "deadline", "三级医院什么时候全部开设体重门诊？"),
        ("家庭医生对独居老人每周至少通一次电话。", "fact", "家庭医生对独居老人多久通一次电话？"),
        ("由县疾控局牵头，县教育局配合，学校应急演练每学期不少于1次。", "who", "学校应急演练由谁牵头？"),
        ("对空转设备一律调剂到缺机的乡镇卫生院。", "how", "空转设备怎么处理？"),
        ("县急救中心负责全县急救车辆的统一管理。", "who", "急救车辆的统一管理由谁负责？"),
        ("疫情信息由县疾控中心统一发布。", "who", "疫情信息由谁发布？"),
        ("中医馆的日常管理归县中医院。", "who", "中医馆的日常管理由谁负责？"),
        (
            "村卫生室缺药的，3日内送到；两次没有送到的，扣减绩效。",
            "how",
            "村卫生室缺药两次没有送到的怎么处理？",
        ),
        ("投诉举报由县卫生监督所受理，受理后12日内答复。", "deadline", "投诉举报受理后多久内答复？"),
        (
            "对发生针刺伤的护士，24小时内安排一对一疏导。",
            "deadline",
            "对发生针刺伤的护士多久内安排一对一疏导？",
        ),
        ("取得护师职称的，岗位补助每月再提高150元。", "fact", "取得护师职称的岗位补助每月再提高多少元？"),
        ("县中医院新院区设置床位600张。", "target", "县中医院新院区要设置多少张床位？"),
        (
            "提高村医待遇，零差率补助由6000元提高到8000元，7月1日起执行。",
            "deadline",
            "零差率补助从什么时候开始执行？",
        ),
        ("儿科号源不足时，由县妇幼保健院派医生支援。", "how", "儿科号源不足时怎么处理？"),
        ("对无力支付费用的患者，先救治后结算。", "how", "无力支付费用的患者怎么办？"),
        ("药品断供的主要原因是配送企业不愿送。", "problem", "药品断供的原因是什么？"),
        ("所谓“共享药房”，就是药由县里统一煎、统一送。", "definition", "什么是“共享药房”？"),
        ("本办法所称空白点，是指没有村医坐诊的行政村。", "definition", "什么是空白点？"),
        ("各乡镇卫生院6月底前更新急救设备目录。", "deadline", "各乡镇卫生院什么时候更新急救设备目录？"),
        ("3月底前，在婚姻登记处设立婚检服务点。", "deadline", "婚检服务点什么时候设立？"),
        ("急救出车费每次80元。", "fact", "急救出车费每次多少元？"),
        ("全科医生每月岗位补贴由500元提高到900元。", "fact", "全科医生每月岗位补贴提高到多少元？"),
        ("对评为标兵的护理站，一次性奖励3万元。", "fact", "评为标兵的护理站一次性奖励多少元？"),
        ("县财政按每站每年1.2万元给予急救站运行补助。", "fact", "急救站运行补助每站每年多少元？"),
        ("设立首席药师岗位3个，每月津贴1800元。", "fact", "首席药师岗位每月津贴多少元？"),
        ("村医夜班补助，从5月1日起，每人每班由40元提到60元。", "fact", "村医夜班补助每人每班提到多少元？"),
        ("退岗村医生活补助按每服务一年每月25元发放。", "fact", "退岗村医生活补助每服务一年每月发放多少元？"),
        ("投资430万元改造河口镇卫生院，9月底前完工。", "fact", "改造河口镇卫生院投资多少元？"),
        ("全年储备防护服3000套。", "fact", "储备了多少套防护服？"),
        ("全年偿还县中医院欠款600万元。", "target", "要偿还县中医院欠款多少元？"),
        ("县血站新实验楼5月投入使用。", "deadline", "县血站新实验楼什么时候投入使用？"),
        ("6月底前12家接种门诊全部达到数字化标准。", "deadline", "接种门诊什么时候全部达到数字化标准？"),
        ("县中医院卒中中心年内通过国家认证。", "deadline", "县中医院卒中中心什么时候通过国家认证？"),
        (
            "医务处每月飞行检查，非计划再次手术发生率控制在1.5‰以下。",
            "target",
            "非计划再次手术发生率的目标是多少？",
        ),
        ("红色个案由县妇幼保健院专人盯办。", "who", "红色个案由谁盯办？"),
        ("每季度由副主任阎书勤牵头开展一次医疗安全分析。", "who", "开展医疗安全分析由谁牵头？"),
        ("开通后，由财务科负责对账和投诉处理。", "who", "对账和投诉处理由谁负责？"),
        (
            "“联动处方”窗口，是指县级医院的处方可以在卫生院取药的服务点。",
            "definition",
            "什么是“联动处方”窗口？",
        ),
        ("建立“轮转”制度，院前干满四年的医师可以转入急诊科。", "definition", "什么是“轮转”制度？"),
        (
            "什么是“三见面”？就是生病时见得到、出院后见得到、换季时见得到。",
            "definition",
            "什么是“三见面”？",
        ),
        ("办“家门口的托育点”，意思就是用社区的闲置房。", "definition", "什么是“家门口的托育点”？"),
        ("医保基金打包给医共体，结余部分的70%用于奖励，30%用于发展。", "fact", "医保基金结余部分怎么分配？"),
        ("新聘药师应当具备主管药师以上资格。", "fact", "新聘药师应当具备什么资格？"),
        (
            "第二个问题，家庭医生签约有水分。表格填满了，群众却说不知道签过约，电话也打不通。",
            "problem",
            "家庭医生签约存在什么问题？",
        ),
        ("建成胸痛、卒中、创伤三大救治中心。", "list", "三大救治中心包括哪些？"),
        ("由社工、护士、志愿者组成关爱帮扶小组。", "list", "关爱帮扶小组的成员包括哪些？"),
        (
            "在大型商场、地铁站投放自动体外除颤器（AED）65台，9月底前完成。",
            "deadline",
            "投放自动体外除颤器什么时候完成？",
        ),
        (
            "60岁以上老人流感疫苗免费接种1.2万剂，11月20日前完成。",
            "deadline",
            "60岁以上老人流感疫苗免费接种什么时候完成？",
        ),
        (
            "推行“一站式”床旁结算，最迟9月底在内科楼全部实现。",
            "deadline",
            "“一站式”床旁结算什么时候在内科楼全部实现？",
        ),
        ("打击非法医疗美容专项行动3月启动、8月结束。", "deadline", "打击非法医疗美容专项行动什么时候启动？"),
        ("建立“早诊”制度，即每天早上七点半开诊。", "definition", "什么是“早诊”制度？"),
        ("本办法自2027年7月1日起施行。", "deadline", "办法从什么时候开始施行？"),
        ("接单后48小时内送到村。", "deadline", "接单后多久内送到村？"),
        ("把针灸、推拿等28个项目纳入按病种付费。", "list", "纳入按病种付费的项目有哪些？"),
        ("县财政统筹3200万元用于信息整合。", "fact", "县财政统筹多少元用于信息整合？"),
        ("青石托育园9月底前开园，首批招收幼儿60名。", "deadline", "青石托育园什么时候开园？"),
        (
            "新建县疾控实验楼，总投资3860万元，6月开工，明年11月底前竣工。",
            "deadline",
            "县疾控实验楼什么时候竣工？",
        ),
        (
            "2027年底前，抗菌药物静脉输液在村卫生室全部停止。",
            "deadline",
            "抗菌药物静脉输液什么时候在村卫生室全部停止？",
        ),
        ("各牵头单位4月底前报送年度总结。", "deadline", "什么时候报送年度总结？"),
        ("请各医院4月底前装齐库房报警器。", "deadline", "医院什么时候装齐库房报警器？"),
        ("自2027年8月起，对医共体实行打包付费。", "deadline", "从什么时候开始对医共体实行打包付费？"),
        ("开设“药师门诊”，2027年9月起每周四上午开诊。", "deadline", "“药师门诊”从什么时候开始开诊？"),
        ("护理病区6月开工、12月底完工。", "deadline", "护理病区什么时候开工？"),
        (
            "县中医院迁建工程总投资2.3亿元，设床位260张，10月1日开诊。",
            "deadline",
            "县中医院迁建工程什么时候开诊？",
        ),
        ("由县急救中心建设急救指挥平台，2027年底前上线运行。", "who", "急救指挥平台由谁建设？"),
        ("成立老年健康服务专班，由副县长林望舒任组长。", "who", "老年健康服务专班组长由谁担任？"),
        ("成立县养老工作专班，办公室设在县民政局。", "who", "县养老工作专班办公室设在哪里？"),
        ("乡镇卫生院院长是村卫生室管理第一责任人。", "who", "村卫生室管理第一责任人是谁？"),
        ("医政科科长程见山负责床位调度。", "who", "床位调度由谁负责？"),
        ("托育综合服务中心8月底前开园，由县妇幼保健院运营。", "who", "托育综合服务中心由谁运营？"),
        ("远程影像中心6月底前上线。由县人民医院牵头，县大数据中心配合。", "who", "远程影像中心由谁牵头？"),
        ("县急救中心设在县人民医院北院区。", "fact", "县急救中心设在哪里？"),
        ("“机动护士”，指由护理部统一调配的护士。", "definition", "什么是“机动护士”？"),
        ("五个岗位实行“县聘乡用”：内科、儿科等医师由县里统一招聘。", "definition", "什么是“县聘乡用”？"),
        ("抓好“三勤”，腿勤、嘴勤、手勤。", "list", "“三勤”包括哪些？"),
        ("由医生、护士、社工组成“四叶草”小组。", "list", "“四叶草”小组的成员有哪些？"),
        (
            "具备下列条件的可以转入安宁病区：预期生存期六个月以内，家属同意。",
            "list",
            "转入安宁病区的条件包括哪些？",
        ),
        ("急救病历保存时间不少于30年。", "target", "急救病历保存时间是多少年？"),
        ("大夜班每班由60元提高到130元。", "fact", "大夜班每班提高到多少元？"),
        ("偏远村岗位津贴每人每月300元。", "fact", "偏远村岗位津贴每人每月多少元？"),
        ("近效期不足三个月的药品应当退回乡镇卫生院调剂。", "how", "近效期不足三个月的药品怎么处理？"),
        ("今后发现假随访、假体检，一律停拨经费。", "how", "发现假随访、假体检怎么处理？"),
        (
            "对本县任务逐条建立台账，实行“红黄蓝”三色预警，连续两次亮灯的由分管领导约谈。",
            "how",
            "怎样实行“红黄蓝”三色预警？",
        ),
        (
            "建设集中式除尘系统，园区内作坊全部接入。（责任单位：县生态环境局；完成时限：2027年6月底前）",
            "deadline",
            "建设集中式除尘系统什么时候完成？",
        ),
        (
            "建设集中式除尘系统，园区内作坊全部接入。（责任单位：县生态环境局；完成时限：2027年6月底前）",
            "who",
            "集中式除尘系统由谁牵头建设？",
        ),
        ("引进口腔博士1名，安家费30万元。", "fact", "口腔博士安家费是多少元？"),
        ("新增夜间出诊费，每次60元。", "fact", "夜间出诊费每次多少元？"),
        ("招聘定向生30名，首批12名8月底前到岗。", "deadline", "首批定向生什么时候到岗？"),
        ("任务：药房改造 牵头：县中医院 时限：9月底前", "deadline", "药房改造什么时候完成？"),
        ("今年帮扶企业80家，其中陶瓷作坊不少于30家。", "target", "要帮扶多少家陶瓷作坊？"),
        ("名医工作室今年再建3个，每个补助8万元。", "target", "名医工作室要再建多少个？"),
        ("公用经费压减8%。", "target", "公用经费要压减多少？"),
        ("手卫生依从率达到90%。", "target", "手卫生依从率的目标是多少？"),
        ("县中医院的欠款，明年9月底前全部还清。", "deadline", "县中医院的欠款什么时候还清？"),
        ("手卫生合格率达到90%，达不到的，扣减科室绩效。", "how", "手卫生合格率达不到的怎么处理？"),
        ("提升检测能力。两个实验室通过复评。（责任单位：县疾控中心）", "who", "提升检测能力由谁牵头？"),
    ],
)
def test_standard_forms(words: str, kind: str, question: str) -> None:
    assert (kind, question) in [(pair.kind, pair.question) for pair in asked(words)]


def test_a_heading_that_asks_for_something_has_one_question() -> None:
    pairs = asked("统一药品目录。统一财务管理。", "推进紧密型医共体建设")
    assert [pair.question for pair in pairs if pair.kind == "how"][:1] == ["怎样推进紧密型医共体建设？"]


def test_what_has_no_subject_has_no_question() -> None:
    words = "对此要抓紧推进，年底前全部结清。其中不少于8000人次。"
    assert asked(words, "其他") == []


def test_a_rate_that_does_not_say_of_what_takes_the_name_from_before() -> None:
    pairs = asked("对集中消毒单位每季度抽检一轮，不合格率降至5%以下。", "其他")
    assert "集中消毒单位不合格率的目标是多少？" in [pair.question for pair in pairs]
    assert not any(pair.question.startswith("不合格率") for pair in pairs)


def test_what_a_body_is_told_is_no_question_of_its_leading() -> None:
    (pair,) = [one for one in asked("由县民政局牵头扩大老年助餐覆盖面。") if one.kind == "who"]
    assert pair.topic not in ("组织领导", "督查考核", "综合")


def test_every_question_passes_the_checks_and_stands_once() -> None:
    words = (
        "3月底前，双向转诊平台上线，全年下转患者不少于6500人次。由县医保局牵头出台结算办法，"
        "住院报销比例提高到75%以上，护理、急诊科室人均绩效不低于全院平均水平的1.1倍。"
    )
    wordings = [wording for pair in asked(words) for wording in pair.wordings]
    assert len(wordings) >= 8
    assert len(wordings) == len(set(wordings))
    assert [wording for wording in wordings if failures(wording)] == []


def test_the_id_of_a_pair_outlives_another_value_and_another_time() -> None:
    before, after = asked("住院报销比例提高到75%。"), asked("住院报销比例提高到80%以上。")
    assert [pair.id for pair in before] == [pair.id for pair in after] != []


def test_the_answer_tells_which_of_its_words_answer() -> None:
    words = "远程心电中心9月底前投用。"
    file = load((HEAD.format(heading="甲乙") + words).encode(), "plan.txt")
    (pair,) = [p for d in annotate(file, "plan.txt", Analyzer()) for p in d.pairs if p.kind == "deadline"]
    assert pair.said is not None
    assert file.text[pair.start : pair.end] == words
    assert file.text[slice(*pair.said)] == "9月底前"


@pytest.mark.parametrize(
    "words",
    [
        "规范化门诊占比达到XX%。",
        "招聘医师X名。",
        "要牢牢抓住与省级医院签订协议的契机，用好帮扶资源。",
        "年底算总账，一季一调度。",
        "符合下列条件的可以转入安宁病区：",
        "申报健康家庭的家庭应当符合下列条件的：",
        "申报示范机构的单位应当提交以下材料：",
        "加大对项目资金依法审计力度，确保安全。",
    ],
)
def test_what_says_too_little_is_not_asked(words: str) -> None:
    assert asked(words, "附则") == []


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("党委领导下的院长负责制必须落实到位。", "负责"),
        ("流调队员保持24小时通信畅通。", "小时"),
        ("连续两次没有补齐的，扣减卫生院绩效。", "怎么处理"),
        ("工作日门诊延长到20时，周末照常开放。", "怎么处理"),
        ("对民营医院每年开展一次依法执业检查，结果予以公示。", "每年开展一次怎么"),
        ("考评结果与下一年度补助资金分配挂钩，排名前三的各奖励30万元。", "怎样考评"),
        ("2027年8月开展病案抽查，2028年12月组织复查。", "怎样"),
        ("经2027年1月6日院长办公会讨论、院党委会审定，印发执行。", "审定"),
        ("2027年8月开展中期评估。", "中期评估"),
        ("优先更换行驶超过30万公里的车辆。", "公里"),
        ("青石、白溪、九岭3家卫生院达到推荐标准。", "多少家"),
        ("很多同志问我，什么叫“一盘棋”？", "什么是"),
        ("开展为期三个月的行风专项治理。", "为期"),
        ("春节期间，县疾控中心实行双人值守。", "什么时候"),
        ("急救站因手续没有办完，推迟到明年5月底前投用。", "推迟什么时候"),
    ],
)
def test_what_bounds_or_is_cut_from_a_clause_is_not_asked(words: str, never: str) -> None:
    assert [pair.question for pair in asked(words, "其他") if never in pair.question] == []


def test_figures_after_a_turn_are_problems() -> None:
    words = "服务能力有提高。同时也要看到，每千人口注册护士3.1人；大班儿童近视比例达到41%。"
    assert {pair.kind for pair in asked(words, "工作回顾") if "多少" in pair.question} == {"problem"}


def test_an_odd_aim_is_asked_as_a_plan() -> None:
    (pair,) = [one for one in asked("评选“最美护士”12名。") if one.kind == "target"]
    assert "计划评选多少名“最美护士”？" in pair.wordings
    assert not any("评选" in wording and "的目标" in wording for wording in pair.wordings)


def test_values_of_a_rule_are_standards() -> None:
    file = load("澄原县村卫生室管理办法\n第一条 村卫生室用房面积不少于80平方米。\n".encode(), "rule.txt")
    pairs = [pair for document in annotate(file, "rule.txt", Analyzer()) for pair in document.pairs]
    assert ("fact", "村卫生室用房面积不少于多少平方米？") in [(pair.kind, pair.question) for pair in pairs]


@pytest.mark.parametrize(
    "title",
    ["关于落实《乡村医生管理办法》的实施方案", "贯彻执行《村卫生室管理办法》的通知"],
)
def test_a_plan_that_carries_a_rule_out_sets_goals(title: str) -> None:
    pairs = asked("手卫生依从率不低于90%。", "目标", title)
    assert [pair.kind for pair in pairs if "多少" in pair.question] == ["target"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("县妇幼保健院新门诊楼9月投入使用。", "县妇幼保健院新门诊楼啥时候能用上？"),
        ("疫情信息由县疾控中心负责。", "疫情信息归谁管？"),
        ("自动体外除颤器配置率达到90%。", "除颤仪配置率要到多少？"),
        ("“一张床”即出院与上门共用一份病案。", "“一张床”是啥意思？"),
    ],
)
def test_one_wording_is_how_people_say_it(words: str, said: str) -> None:
    assert said in [variant for pair in asked(words) for variant in pair.variants]


@pytest.mark.parametrize(
    ("words", "wording"),
    [
        ("为减轻临床负担，今年取消纸质报表23种。", "要取消多少种纸质报表？"),
        ("为减轻临床负担，今年取消纸质报表23种。", "纸质报表要取消多少种？"),
        ("家庭科学育儿指导每年入户4次。", "家庭科学育儿指导一年要入户多少次？"),
        ("县医院去年接诊发热患者1200人次。", "县医院接诊发热患者多少人次？"),
        ("由街道综治干部、社区民警、社区医生组成关爱帮扶小组。", "关爱帮扶小组的成员都有谁？"),
    ],
)
def test_it_is_asked_as_people_say_it(words: str, wording: str) -> None:
    assert wording in {form for pair in asked(words) for form in pair.wordings}


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("去年全县带病生存的老人超过40万人。", "有多少人带病"),
        ("县医院去年接诊发热患者1200人次。", "多少人次县医院"),
        ("五一前完成2025年以来新改扩建的37所幼儿园室内空气检测。", "的多少所"),
        ("由街道综治干部、社区民警、社区医生组成关爱帮扶小组。", "都有啥"),
    ],
)
def test_it_is_never_asked_so(words: str, never: str) -> None:
    assert [form for pair in asked(words) for form in pair.wordings if never in form] == []
