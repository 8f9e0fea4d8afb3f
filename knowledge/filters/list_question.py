"""Whether a question asks for a list of what is due: 下个月有什么任务, 民政局今年要干啥, 哪些快到期了."""

from __future__ import annotations

import re

from knowledge.filters.parser import WordFilter, read_filter

LONGEST = 40  # characters; who writes more wants more than a list
WHICH = re.compile(
    r"哪些|哪几[项个件]|(?:有|是|要|该|得|做|干|交|办|完成)(?:什么|啥)|什么(?:任务|工作|事)|啥(?:任务|工作|事)|列出|列一下|有没有|几项任务|多少(?:项|个)?任务"
    r"|\b(?:what|which|list|show)\b",
    re.IGNORECASE,
)
DUE = re.compile(
    r"任务|时限|期限|到期|过期|逾期|超期|截止|事项|牵头|负责|完成|(?:要|该|得|需)(?:做|干|办|交|落实)|要(?:什么|啥)|有(?:什么|啥)(?:事|工作)"
    r"|哪些(?:工作|事)|\b(?:due|deadlines?|overdue|tasks?)\b",
    re.IGNORECASE,
)
# What has been done, how, why, by whom and how much is told by a passage, not by a list of dates.
OTHERWISE = re.compile(
    r"重点|主要|总体|核心|怎|如何|咋|为什么|为啥|谁|哪个|目标|指标|问题|原因|困难|成绩|成效|措施|办法|意义|内容|要求|标准|完成了|做了|干了|取得|已完成|完成情况|多少(?!项|个?任务)|什么时候|啥时候|何时|哪天"
)


def listed_by(question: str) -> WordFilter | None:
    """The filter of the list that a question asks for, None where it asks for anything else.

    It has to speak of what is due and to name a time, a state or a body. Where it asks which, one more word may be
    left; where it does not (快到期的任务, 本月到期的), none.
    """
    if len(question) > LONGEST or OTHERWISE.search(question):
        return None
    asked = read_filter(question) if DUE.search(question) else WordFilter()
    most = 1 if WHICH.search(question) else 0
    return asked if (asked.times or asked.state or asked.bodies) and len(asked.words) <= most else None
