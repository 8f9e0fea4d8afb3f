"""The words of which filters in plain words are made: states, documents, bodies, and those that only ask."""

from __future__ import annotations

import re
from typing import Literal

from loaders.lazy_pattern import lazy_pattern

State = Literal["", "overdue", "soon", "open"]

SAID: dict[State, str] = {"": "", "overdue": "已过期", "soon": "快到期", "open": "未过期"}
STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    (
        "open",
        lazy_pattern(
            r"(?<!有)(?:尚未|未|还?没有?)(?:过期|逾期|到期|超期)(?!时间)了?|not overdue", re.IGNORECASE
        ),
    ),
    (
        "overdue",
        lazy_pattern(
            r"(?:已经?)?(?:过期|逾期|超期|过了(?:期限|时限))了?|已经?到期了?|误期|overdue", re.IGNORECASE
        ),
    ),
    (
        "soon",
        lazy_pattern(
            r"(?:快要?|即将|马上要?|就要|将要?|临近|最近要?|近期要?)(?:到期|截止)了?|近期|最近(?![0-9一二两三四五六七八九十半几])|临期|(?:快|马上)要?到了|(?:due )?soon",
            re.IGNORECASE,
        ),
    ),
)
ENGLISH = tuple(
    (lazy_pattern(rf"\b{english}\b", re.IGNORECASE), chinese)
    for english, chinese in (
        *((r"today", "今天"), (r"tomorrow", "明天"), (r"this week", "本周"), (r"next week", "下周")),
        *((r"this month", "本月"), (r"next month", "下月"), (r"last month", "上月")),
        *((r"this quarter", "本季度"), (r"next quarter", "下季度"), (r"last quarter", "上季度")),
        *(
            (r"this year", "今年"),
            (r"next year", "明年"),
            (r"last year", "去年"),
            (r"by year[- ]end", "年底前"),
        ),
        *((r"Q([1-4])", r"第\1季度"), (r"H1", "上半年"), (r"H2", "下半年")),
        *((r"(?:(?:the )?next|within|in) ([0-9]{1,3}) days?", r"\1天内"), (r"by (?=20[0-9]{2})", "到")),
    )
)
# 27年3月 is short for 2027年3月, 20年 is a length; what is due in 近两周 is still to come.
SHORT_FORMS = (
    (lazy_pattern(r"(?<![0-9第])(2[1-9])年(?=$|[\s0-9一二三四上下第年底])"), r"20\1年"),
    (
        lazy_pattern(
            r"(?:最近|(?<!最)近)(?=(?:[0-9]{1,3}|[一二两三四五六七八九十半]{1,2})(?:天|日|个?月|周|个?星期))"
        ),
        "未来",
    ),
)
DOCUMENT = lazy_pattern(
    r"《(?P<title>[^《》]{1,60})》"
    r"|(?P<year>20[0-9]{2})年?度?的?(?P<noun>文件|讲话|(?:卫生健康)?工作要点|要点|(?:三年|五年)?行动计划|计划|工作方案|方案|工作报告|规划)"
)
LABELLED = lazy_pattern(r"(?:(?:责任|牵头|负责)?单位|body)[:：]\s*(?P<name>[^\s,，、;；:：]+)", re.IGNORECASE)
BODY = lazy_pattern(
    r".(?:(?<![布格大全结])局|委|厅|部门|编办|医改办|办公室|政府|党委|残联|妇联|红十字会|总工会|领导小组|专班)$"
    # With its place or level before it: 市卫生监督所, 青汀县人民医院; 县域医共体 and 市场 begin with none.
    r"|^(?:[\u4e00-\u9fff]{2,3})?(?:省|市(?![场区域级监])|县(?![域级])|区(?![域级块]))(?:(?![几的要])[\u4e00-\u9fff]){2,16}(?:所|办|中心|医院|保健院|卫生院|血站|公司|集团|协会|总会)$"
)
# Words that ask and fill in; they name nothing to look for.
ASKING = lazy_pattern(
    r"请问|帮我|帮忙|麻烦|想知道|看一?下|看看|查一下|查查|查询|查看|列出|列一下|告诉我|都有|还有|还剩下?|有?哪些|有?哪几[项个件]|是?有?什么|有没有|有?啥"
    r"|(?:有|还|共|一共|总共)*(?:几|多少)(?:[项件]|个(?=$|\s|任务|事))|有?多少(?=$|\s|任务|事|活)|(?:还|都)?(?:没有?|未)(?:完成|[做办干交报]完?)"
    r"|(?:都|还|一共|总共)?(?:应该|应当|必须|需要|需|要|该|得)?在?(?:办[完结好成妥]|[做干交忙报弄]完)(?!率|量)了?"
    r"|(?:都|还|一共|总共)?(?:应该|应当|必须|需要|需|要|该|得)在?(?:完成|做|干|办|交|忙|报送?|落实|抓|(?=$|\s))(?!率|量|实|好)|完成(?!率|量|情况)|干(?=$|\s)"
    r"|(?:责任|负责|牵头|联系|包保)(?:人员?|领导)(?:[:：是为]|(?=[\u4e00-\u9fff]{2,4}(?:$|\s)))"
    r"|(?<!任务)到期|截止|负责(?!人|制)|牵头|任务(?!书|清单|数)|事项|事情|时限|期限|时间节点|\b(?:what(?:'s)?|which|list|show|me|is|are|the|of|have|due|tasks?|deadlines?|targets?)\b",
    re.IGNORECASE,
)
EDGES = lazy_pattern(
    r"^(?:的|了|我们|咱们?|关于|有关|在|从|是|由|归|还|都|和|与|要(?!点|素|求))+|(?:的|了|吗|呢|吧|呀|啊|要|该|得|都|还|和|与|[？?。！!~～])+$"
)
EMPTY = frozenset(
    "责任人 负责人 牵头人 工作 任务 事 事儿 活 活儿 件 项 指标 目标 全部 所有 一切 文件 现在 目前 相关 有关 是 有 all".split()
)
WHOLE_YEAR = lazy_pattern(r"(?:19|20)[0-9]{2}年?|[今明去后]年")
MARKS = lazy_pattern(r"[\s,，、;；|《》“”\"]+")

# Of a question that asks for a list.
WHICH = lazy_pattern(
    r"哪些|哪几[项个件]|(?:有|是|要|该|得|做|干|忙|交|报|送|办|完成)(?:什么|啥)|什么(?:任务|工作|事)|啥(?:任务|工作|事)|列出|列一下|有没有|还剩"
    r"|(?:几|多少)(?:项|件|个?任务|个?事)|多少活|有几个"
    r"|\b(?:what|which|list|show)\b",
    re.IGNORECASE,
)
OF_WHAT_IS_DUE = lazy_pattern(
    r"任务|时限|期限|到期|过期|逾期|超期|截止|事项|牵头|负责|完成|(?:要|该|得|需)在?(?:做|干|办|交|忙|报|落实)|要(?:什么|啥)|有(?:什么|啥)(?:事|工作)"
    r"|(?:哪些|[几多少]件?)(?:工作|事)|办[完结好成妥]|[做干交忙报]完|的活|没[做干办交报]|\b(?:due|deadlines?|overdue|tasks?)\b",
    re.IGNORECASE,
)
# What has been done, how, why, by whom and how much is told by a passage, not by a list of dates.
OTHERWISE = lazy_pattern(
    r"重点|主要|总体|核心|怎|如何|咋|为什么|为啥|谁|哪个|目标|指标|问题|原因|困难|成绩|成效|措施|办法|意义|内容|要求|标准|完成了|做了|干了|取得|已完成|完成情况|多少(?!项|件|个?任务|个?事|活)|什么时候|啥时候|何时|哪天"
)
