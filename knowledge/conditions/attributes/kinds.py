"""The kinds of attribute that people ask for and plans seldom give: what asks for each, and what in a sentence is one.

One table of expected answer types, as question answering by retrieval has them (D. Moldovan and others, ACL 2000;
X. Li and D. Roth, COLING 2002), for this genre: what staff and citizens ask of a plan beside what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from knowledge.text.quantities import AREA, NUMBER
from loaders.lazy_pattern import lazy_pattern

_MONEY = rf"{NUMBER}\s?[余多]?\s?[百千万亿]{{0,2}}(?:元|块)"
_PAID = r"补|奖|津贴|资助|慰问|发放|直免"
_CHARGED = r"收费|缴|交纳|交费|自付|自理|起付|筹资|负担|价|费用|费标准|(?<![经免消])费(?![心力时])|每人每年|票|按.{0,8}收|收取|免费|支付"
_SPENT = r"投|造价|经费|资金|安排|拨|债|预算|补助|购|总额|估算"
_EARNED = r"收入|产值|销售|营收|营业额|结余|利润|亏|卖|规模|收支"
_WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天末1-7]|每[周日天]|工作日|节假日|双休|全年无休|天天"
_LISTED = r"(?<![名人位个家项\d])[、][“\u4e00-\u9fff]"  # 10名、15名 are counts
_JOINED = r"[局委院心会所校司县区市镇乡组][和与及]|会同|联合"
_SOME = r"(?:几|[两三四五六七八九十\d]+)"


Subject = Literal["rarest", "nearest", "nothing"]


@dataclass(frozen=True, slots=True)
class AttributeKind:
    """A kind of attribute: its name, what in a normalised question asks for it, what in a sentence is one.

    `spoken_of`: what the sentence, or the one before, must speak of: the rarest word of the question, the nearest before
    what is asked, or nothing of it where plans say it far from the thing. `unmistakable`: a passage without evidence of
    the kind cannot answer, though the thing goes by words that nobody knows; money is everywhere and of everything.
    """

    name: str
    asks: re.Pattern[str]
    evidence: re.Pattern[str]
    spoken_of: Subject = "rarest"
    unmistakable: bool = True


def _kind(name: str, asks: str, evidence: str, spoken_of: Subject = "rarest") -> AttributeKind:
    return AttributeKind(name, lazy_pattern(asks), lazy_pattern(evidence), spoken_of)


def _money(name: str, asks: str, verbs: str) -> AttributeKind:
    """Money of some kind: the sentence has the amount, and says what it is for."""
    evidence = rf"(?=.*?(?:{verbs})).*?(?:{_MONEY})|(?=.*?(?:{verbs})).*?(?:免费|不收)"
    return AttributeKind(name, lazy_pattern(asks), lazy_pattern(evidence), unmistakable=False)


KINDS: tuple[AttributeKind, ...] = (
    # How to reach somebody, and how many do.
    _kind("calls", r"(?:接|打进|接听|受理)(?:了|到)?(?:多少|几)个?(?:电话|来电)", rf"(?:接听|来电|接[到待]|受理|电话)[^,。;]{{0,8}}{NUMBER}\s?[余多]?\s?万?\s?[次个通件人]"),
    _kind(
        "telephone",
        r"(?:电话|号码)(?:是|号码)*(?:多少|几(?!点)|什么|$|\?)|(?:打|拨)(?:什么|哪个|多少).{0,4}电话",
        r"(?<!\d)(?:1\d{2}|\d{5,}|\d{3,4}-\d+)(?!\d|年|\.|[余多]?[万亿名人个张家元%‰例次项份台种件所处])",
    ),
    _kind("mailbox", r"邮箱|传真|邮编|微信群|qq群|公众号(?:是|叫)", r"@|邮箱|传真|邮编|微信|qq|公众号"),
    _kind("website", r"网址|哪个(?:网站|app|小程序|公众号)|(?:小程序|app)叫什么", r"网站|网址|www|http|小程序|app"),
    # When.
    _kind(
        "opening hours",
        r"几点(?:钟)?(?:开|关|上|下|到|$|\?)|(?:营业|开放|上班|门诊)时间",
        r"\d{1,2}(?::|点|时(?!间|候))|上午|下午|早上|早晚|全天|24小时|白天",
    ),
    _kind("weekday", r"(?:周|星期|礼拜)几", _WEEKDAY),
    _kind(
        "rhythm",
        r"(?:多久|多长时间|隔几[天周年]|几(?:天|个月|年|周)).{0,6}[一1][次回趟遍轮]",
        rf"每|[一两二三四\d]次|定期|随时|{NUMBER}\s?个?(?:天|日|周|月|年|季度)[^,。;]{{0,8}}[一1]次|按[月季年周]",
        spoken_of="nothing",
    ),
    _kind(
        "year of founding",
        r"哪[一1]?年(?:开始|起)?(?:设立|成立|建立|创建|建成|启用|开通|开办)",
        r"(?:19|20)\d\d年|去年|前年|今年|明年|年[初底]|[\d一二三四五六七八九十]+年前",
    ),
    _kind("first time", r"第[一1]次|(?:最早|首次)(?:是)?(?:什么时候|哪年|何时)", r"第[一1]次|首次|最早|率先|首批|首个|开创"),
    _kind("validity", r"几年(?:内)?有效|有效期(?:是)?(?:多|几)|几年(?:过期|到期)|管几年", r"有效|期满|到期|终身|长期"),
    _kind(
        "waiting time",
        r"(?:几|多少)个?(?:天|小时|工作日|分钟)(?:之?内|能|可以|才)*(?:出(?![动院诊发警])|拿|取|办|送|到|给|反馈|答复|回复)",
        rf"{NUMBER}\s?个?(?:天|日|小时|分钟|工作日|周|月)|次日|当[天日场]|即时|随到|立即|马上",
        spoken_of="nothing",
    ),
    _kind("term of office", r"(?:任期|聘期|服务期|合同期|试用期)(?:是|有|为)?(?:几|多)", r"任期|聘期|服务期|合同|试用期|一聘|[干满]\S{0,4}年"),
    _kind(
        "length of a course",
        r"(?:学|培训|讲|上课|脱产|进修)(?:要|多)?[一1每]?[期次班]?(?:几|多少)(?:天|个?小时|节|个?学时|个月|周)(?!.{0,4}[一1]次)",
        rf"{NUMBER}\s?个?(?:天|日|小时|学时|课时|节|月|周|年|学分)",
    ),
    # Where and who.
    _kind(
        "address",
        r"地址|具体位置|哪条[街路]|(?:建|盖|放|选址)在(?:哪(?!几|些|个?[县市区])|什么地方)|(?:会场|新址|院址)(?:设|选|定)?在(?:哪|什么地方)",
        r"(?:位于|坐落|地处|设在|建在|选址|落户|搬[到至]|迁[到至]|(?<![存现])在).{1,14}?(?:路|街|巷|大道|号|楼|层|村|镇|乡|社区|广场|园区?|新区|城[东西南北]|[东西南北]侧|办公室|中心|[局委办院馆校站])",
    ),
    _kind("route", r"几路|坐什么车|怎么走(?:$|\?)", r"公交|路车|地铁|班车|专线|乘"),
    _kind("floor", r"[几哪](?:层|楼)", rf"{NUMBER}\s?[层楼]|楼[上下]|[首顶底]层"),
    _kind(
        "venue",
        r"在(?:哪里|哪儿|哪个地方|什么地方)(?:上课|举办|举行|开班|培训|开会|领|看|考|报到|集合|集中)|去(?:哪里|哪儿)(?:看|领|办|考|学)",
        r"(?:在|到|设在|位于|赴)[^,。;]{1,14}(?:院|校|馆|楼|室|站|村|镇|厅|中心|平台|公众号|网|窗口)",
    ),
    _kind(
        "bidder",
        r"中(?:的)?标|哪[一1]?家(?:公司|企业|厂商|厂家)",
        r"中标|(?:由|与|和|委托|向)[^,。;]{2,20}(?:公司|集团|企业|厂)|承建|承包",
    ),
    _kind(
        "payer",
        r"谁(?:发|出钱|付钱|掏钱|来掏|买单|出资)|(?:工资|钱|费用|经费)(?:由)?谁|哪(?:级|家|个)财政",
        r"财政|承担|列支|支付|出资|负担|保障|拨付|自筹|发放|基金|(?:[省市县区里]|单位|个人|医保|财政|村里)[^,。;]{0,6}出",
    ),
    _kind(
        "speaker",
        r"哪[一1]?位(?:专家|医生|大夫|教授|老师)|谁(?:主讲|讲课|授课|来讲)",
        r"(?:主任|院长|教授|专家|(?<!住院)医师|书记|[局股科市县区]长|组长)[\u4e00-\u9fff]{2,3}(?=同志|[、,。;]|主讲|授课|讲)|(?<![住院主治])[\u4e00-\u9fff]{2,3}(?:同志|教授|(?<!办公室)主任|院长)",
    ),
    _kind("bank", r"哪[一1]?[家个所]银行", r"银行|农商行|农信社|信用社"),
    _kind("insurer", r"哪[一1]?[家个所]保险公司", r"保险(?:股份|集团)?(?:有限)?(?:公司|机构)|人保|人寿|财险"),
    _kind("school", r"哪[一1]?[家个所](?:大学|学院|学校|高校)", r"大学(?!生)|学院|学校|高校|卫校|职校"),
    _kind(
        "named body",
        r"哪[一1]?[家个所](?:药店|媒体|电视台|设计院|律师事务所|协会)",
        r"药店|药房|报社|电视台|设计院|律师|协会|学会",
    ),
    _kind("hospital", r"哪[家个所](?:医院|医疗机构|卫生院)", r"医院|卫生院|保健院|门诊部|防治院|总院|分院|中心"),
    _kind(
        "members of a set",
        rf"哪{_SOME}(?:家|所|位|名|种|味|个?(?:县|乡镇?|村|人))|名单(?:$|\?|是|有|公布)|(?:都|分别)(?:有|是)谁|[十百\d][味种]\s?都?(?:有|是|包括)哪些",
        rf"{_LISTED}|{_JOINED}|[一二12]是|第[一1]|①|分别|:|组成",
    ),
    _kind("streets", r"哪(?:些|几[个条])(?:街道|街|路|社区|居委会|村委会)", r"(?<![各个些])(?:街道|[街路](?=[、和。])|社区(?![卫医康居网]))", spoken_of="nearest"),
    # What of a thing.
    _kind("cause", r"(?:什么|啥)原因(?:造成|引起|导致|引发)|(?:怎么|因为什么|因为啥|为什么会?)(?:造成|引起|导致|引发)的", r"因|由于|原因|导致|造成|引起|引发|主要是|出在|根源"),
    _kind(
        "make",
        r"牌子|品牌|型号|哪个厂|哪家生产|进口的?还是国产|国产的?还是进口|几价",
        r"品牌|牌子|牌的|型号|系列|进口|国产|[二四九2-9]价",
    ),
    _kind("drug", r"(?:用|吃|打|喝|喷)(?:的是)?(?:什么|哪种|啥)药", r"药(?![店房师学监品]|物)|剂|饵|片|胶囊|口服液"),
    _kind("subjects of an exam", r"考(?:的是)?(?:哪几|几|哪些|什么)(?:门|科|科目|内容)?(?:$|\?)|考试(?:内容|科目)", r"科目|笔试|面试|试卷|考[^,。]{0,6}、"),
    _kind(
        "papers",
        r"(?:哪些|什么|带)(?:证件|手续|资料|材料)",
        r"证件|身份证|户口|接种证|凭证|医保卡|社保卡|材料|资料|原件|复印件|证明",
    ),
    _kind("schooling", r"什么(?:学历|职称|资质)|(?:学历|职称)(?:要求|是)", r"学历|本科|专科|大专|硕士|博士|中专|毕业|学位|职称|执业|资质"),
    _kind("leave", r"产假|哺乳期|病假|探亲假|年假|婚假|陪产假", r"产假|哺乳|病假|探亲|休假|婚假|请假|假期"),
    _kind("document number", r"文号|哪[一1]?号文|几号文", r"[〔\[(]20\d\d[〕\])]|\d+号"),
    _kind(
        "age",
        r"几岁|多大(?:年龄|岁数)|多少岁|月龄|年龄(?:要求|限制|是)",
        rf"{NUMBER}\s?周?岁|{NUMBER}\s?个?月龄|年龄",
    ),
    _kind("dose", r"几[针剂]|[一两二三1-4][针剂]还是[一两二三1-4][针剂]", rf"{NUMBER}\s?(?:针|剂)|首针|首剂|全程"),
    _kind("later dose", r"第[二三四2-4][针剂]|加强针", r"第[二三四2-4][针剂]|[两二三23][针剂]|全程|加强"),
    _kind("rank", r"排(?:名|在|到)?第几|第几名|(?:排名|位次)(?:是|为)?(?:多少|第几|$|\?)|倒数第几", rf"第{NUMBER}|前[三五十\d]|[首末]位|位居|倒数|排名|名列"),
    _kind(
        "penalty",
        r"(?:怎么|如何|怎样|咋)(?:被|样)?(?:处分|追责|问责|处罚|追究|惩处|罚)|(?:什么|哪些|啥)(?:样的?)?(?:处罚|处分|惩罚|惩处)|罚(?:款)?多少|扣(?:多少|几)分",
        r"处分|追责|问责|约谈|罚|核减|扣|检讨|(?:书面|作出?)说明|说明(?:情况|原因|理由)|调整班子|免职|谈话|通报|移送|追究|取消|吊销|停职|停止|撤销|一票否决|责令|黑名单|不得|严禁",
    ),
    # How much money.
    _money(
        "benefit",
        r"(?:补|补贴|补助|奖|奖励|贴|津贴|资助|发)(?:了|给|到|是|标准)?(?:的钱)?(?:大概|约)?(?:多少|几)(?!人|个|次|张|户|名|家|年|回|种)",
        _PAID + "|报酬|工资|待遇",
    ),
    _kind(
        "reimbursement",
        r"报销(?:比例)?(?:是|能)?(?:多少|几成)|(?:医保)?(?:给|能|可以|可)报(?:销)?(?:多少|几成)|报多少|报几成",
        r"报销|支付比例|医保支付|按[^,。]{0,6}[%成]支付|支付\d|补偿",
    ),
    _money(
        "income",
        r"(?:收入|产值|营收|利润|卖(?:出|了)?|销售额?|亏损?)(?:是|有|达|了)?(?:多少|几)",
        _EARNED,
    ),
    _money(
        "spending",
        r"(?:投资?|投入|造价|花费|拨)(?:是|了)?(?:多少|几)(?!人|个|次)|花了多少钱|总投资|经费(?:是|有)?多少",
        _SPENT,
    ),
    _money("outlay", r"花(?:费|了)?(?:多少|几)(?=钱|元|块|费|万|$|[?,])", f"{_SPENT}|{_CHARGED}|花"),
    _money(
        "monthly sum",
        r"[一1每]个?[月天年晚](?:能|要|得|该|可以)?(?:拿|领|给|收|交|缴|花)?多少钱|多少钱[一1]个?[月天年晚]",
        f"{_PAID}|{_CHARGED}|工资|收入|报酬|待遇",
    ),
    _money(
        "charge",
        r"(?:收|交|缴|掏|自付)(?:费)?(?:多少|几)(?=钱|元|块|费|万|$|[?,])|(?:收费|价格|票价|费用|起付线|学费|挂号费|单价)(?:标准)?(?:是|要)?(?:多少|几|$|\?)|"
        r"(?:一|1|每)[顿台辆份件例针剂套盒节].{0,3}多少钱|[顿台辆份件针剂套盒次](?:要|得)?多少钱|多少钱[一1每][顿台辆份件针剂套盒次例张人天晚]|(?:收费|要钱|花钱)吗|收不收(?:费|钱)|要不要(?:钱|花钱|交钱)",
        _CHARGED,
    ),
    # How much of anything else.
    _kind("area", r"(?:面积|占地)(?:是|有|多)?(?:多少|几|大)|(?:多少|几个?)(?:平方米?|平米|亩)", AREA),
    _kind("score", r"(?:多少|几)分(?!钟|之|贝)", rf"{NUMBER}\s?分(?!钟|之|级|类|别|散|布)|满分|等次|得分"),
    _kind(
        "unit",
        r"多少(?:分贝|毫克|毫升|微米|毫西弗|摄氏度|度)",
        rf"{NUMBER}\s?(?:分贝|毫克|毫升|微米|毫西弗|摄氏度|度|dB)",
    ),
    _kind(  # a share, though it is of beds or of doctors
        "share",
        r"占[^,。?]{1,10}?(?:多少|几成)|(?:比例|比重|占比)(?:是|有|要)?(?:多少|几成)|[交出担付摊]几成",
        rf"{NUMBER}\s?%|{NUMBER}个百分点|[一二三四五六七八九]成|分之|{NUMBER}\s?[:∶]",
    ),
    _kind(
        "births and deaths",
        r"(?:出生|(?<![发产])生了|接生|死亡|去世)(?:了|人口|人数)?(?:是|有)?多少",
        rf"(?:出生|活产|分娩|新生儿|接生|死亡|去世)[^,。;率]{{0,10}}{NUMBER}\s?[余多]?\s?万?\s?[名人例个]",
    ),
    _kind(
        "change on last year",
        r"(?:比|较|跟)(?:去年|上年|上一年|前年|往年)(?:同期)?[^,。?]{0,8}(?:多少|几)|同比(?:[增降]\S{0,2})?(?:多少|几)",
        r"比(?:上年|去年|前年|上一年|20\d\d年)|较|同比|由[^,。;]{0,12}[提降增减压扩]|从[^,。;]{0,12}[到至]|[增下]降|增[长加]|提高|新增|减少",
        spoken_of="nearest",
    ),
    _kind(
        "beds",
        r"(?:多少|几)[张个]?(?:床|病床|床位)|床位(?:数|总数)?(?:是|有)?(?:多少|几)",
        rf"{NUMBER}\s?[余多]?\s?[万]?\s?张|床位?(?:由|达|增|有|数|总|共|仅)*[^,。;比率]{{0,6}}{NUMBER}",
    ),
    _kind(
        "staff",
        r"(?:多少|几)[名个位]?(?:医生|大夫|护士|医师|医务人员|职工|员工|工作人员|专家|教师|学生|人次)|多少人次",
        rf"{NUMBER}\s?[余多]?\s?[万]?\s?(?:[名人位]|个人)",
    ),
)  # fmt: skip
