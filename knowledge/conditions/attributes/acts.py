"""The act that a question asks when, where, how or by whom it is done: 什么时候考试, 怎么申报, 由谁驾驶.

A plan may tell all about a thing and nothing of such an act: recruitment without the day of the exam, a grant without
how to apply. The act, or another word for it, must stand in a sentence that speaks of the thing (event arguments: D.
Ahn, 2006). Acts that a plan answers in any words (建成, 完成, 开展) are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from knowledge.conditions.attributes.attributes import spoken_of, subject_before
from knowledge.conditions.attributes.measured_nouns import is_otherwise_asked
from knowledge.conditions.condition import Condition
from knowledge.query.query import Concept
from loaders.lazy_pattern import lazy_pattern

_QUESTION = r"(?:什么时候|啥时候|何时|几月几?[日号]?|几号|几点|哪[一1]?[天年月]|怎么|怎样|如何|在?哪里|在?哪儿|去哪|上哪儿?|从哪里?|由谁|谁来?|几年)"
_BETWEEN = r"(?:才|能|可以|要|得|会|去|来|应该|需要|开始|可|上|网上|线上|自己|申请)*"
_ASPECT = r"(?:的?(?:时间|日期|方式|流程|程序|步骤|手续|入口|渠道|地点|条件))"
_ENDS = r"(?:是|在|定在|安排在|有)?(?:什么时候|啥时候|何时|几月|几号|哪天|怎么|怎样|如何|在哪|哪里|找谁|向谁)"
_WHICH = r"(?:是|在|定在|安排在|有)?(?:什么|哪些)"  # of a way or a time; 设计哪些功能 asks for the object of an act

# Each row: the words for an act that are asked by, and those that tell of it.
_ACTS: tuple[tuple[str, str], ...] = (
    # hiring and titles
    ("报名|报考", "报名|报考|招考公告"),
    ("考试|笔试|开考", "考试|笔试|面试|开考|考核时间"),
    ("报到|集合", "报到|集合|集中"),
    ("面试", "面试|笔试|考试"),
    ("公示", "公示"),
    ("出成绩|出结果|放榜|公布成绩", "成绩|结果|公布|公示|出具"),
    ("转正|入编", "转正|入编|编制[^,。]{0,6}满|满[^,。]{0,8}(?:转|纳入)"),
    ("退休|退出", "退休|退出|到龄|离岗|退下"),
    ("续聘|续签|延期", "续聘|续签|延期|聘期|期满"),
    ("注册|延续注册|执业注册", "注册|登记"),
    ("复审|年审|复核|换证|复训", "复审|年审|复核|换证|复训|再认证|有效"),
    ("发证|领证", "发证|领证|证书|颁发|制证"),
    ("评定|认定|鉴定|评选", "评定|认定|鉴定|评选|评审|评出|评估|评上|确认"),
    # applying and undoing
    ("申报|申请|申领", "申报|申请|申领|提出|提交|报送|推荐"),
    ("办理|办手续|办证", "办理|受理|申请|提交|窗口|登记|网办|代办|手续"),
    ("加入|入会|入驻", "加入|申请|吸纳|入会|入驻|招募|报名"),
    ("撤销|取消|注销|反悔", "撤销|取消|注销|撤回|终止|解除"),
    ("更改|变更|修改", "更改|变更|修改|调整"),
    ("补办|补领", "补办|补领|重新办理"),
    ("投诉|举报|反映问题", "投诉|举报|反映|热线|12345|信箱|监督电话"),
    ("申诉|复议", "申诉|复议|异议|复核|仲裁"),
    # care
    ("预约|挂号", "预约|挂号|号源|约号"),
    ("报销|结算", "报销|结算|支付|直补|医保"),
    ("退费|退款|退钱", "退费|退款|退还|退回"),
    ("缴费|交费|交钱", "缴费|缴纳|交费|支付|扫码|收费"),
    ("领取", "领取|发放|发给|领|配送|兑换"),
    ("转院|转诊", "转院|转诊|上转|下转|转送|转往"),
    ("查询|查结果|查报告", "查询|查看|推送|查"),
    ("赔偿|索赔|赔", "赔|补偿|保险|承担"),
    # by whom, with what
    ("主持|致辞|剪彩", "主持|致辞|剪彩"),
    ("驾驶|开车", "驾驶|司机|驾驶员|开车"),
    ("设计", "设计|编制|制定|起草|拟定"),
    ("施工|监理", "施工|监理|承建|建设单位|代建"),
    ("生产|供货", "生产|供货|供应|采购|配送"),
    # on a telephone
    ("下载|安装", "下载|安装|应用商店|扫码"),
    ("登录|激活|开通", "登录|激活|开通|登陆|扫码"),
    ("咨询", "咨询|热线|电话|窗口|解答"),
)
_ASKED = tuple(
    (
        lazy_pattern(
            rf"{_QUESTION}{_BETWEEN}(?P<act>{acts})(?![建报]?[工达标])|(?P<named>{acts})(?:{_ASPECT}?{_ENDS}|{_ASPECT}{_WHICH})|(?P<last>{acts}){_ASPECT}\??$"
        ),
        # A rate of it (申领率) tells nothing of how it is done.
        lazy_pattern(rf"(?:{words})(?![率量数])"),
    )
    for acts, words in _ACTS
)
_ROWS = tuple((act, row) for row, (acts, _) in enumerate(_ACTS) for act in acts.split("|"))


def conditions_on_acts(
    text: str, concepts: Sequence[Concept], worth: Callable[[str], float]
) -> Iterator[Condition]:
    """The conditions of a normalised question that asks how, when, where or by whom something is done.

    Arguments: the question; its concepts; how rare a word is in the corpus, 0 for one that it lacks.
    """
    for row in sorted({row for act, row in _ROWS if act in text}):
        asks, words = _ASKED[row]
        asked = asks.search(text)
        if asked is None or (asked["last"] and is_otherwise_asked(text, asked)):
            continue
        act = next(filter(None, asked.groupdict().values()))
        others = [concept for concept in concepts if act not in concept.words]
        subject = subject_before(text, asked.start() or len(text), others, worth)
        yield Condition("attribute", asked[0].rstrip("?"), partial(spoken_of, words, subject))
