"""What the reading room says: the pages that a browser shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class WebWords:
    """The sentences of one language; the names in braces are filled in."""

    language: str  # the code that a page declares (BCP 47)
    name: str
    skip: str
    rooms: Mapping[str, str]  # a path → how its page is called
    # asking
    ask: str
    ask_hint: str
    ask_label: str
    example: str
    answer: str
    more_passages: str
    # documents
    documents: str
    no_documents: str
    outline: str
    file: str
    facts: str
    instead: str
    moved: str
    changed: str
    changed_words: str
    due: str
    goal: str
    # topics
    topics: str
    questions: str
    # lists
    filter: str
    filter_label: str
    deadlines_hint: str
    targets_hint: str
    columns: Mapping[str, str]  # the name of a column → its heading
    before: str
    after: str
    page: str
    timeline: str
    calendar: str
    calendar_hint: str
    # comparing
    compare_label: str
    compare_hint: str
    changes: Mapping[str, str]  # what became of a task or target → how it is said
    compare_years: str
    # in the chat
    open: str
    link: str
    none: str
    # the way in
    enter: str
    enter_ask: str
    enter_none: str
    enter_expired: str
    enter_telegram: str
    home: str
    faults: Mapping[int, str]  # a status of HTTP → what it means here
    fault_titles: Mapping[int, str]
    failed: str
    serving: str
    footer: str


CHINESE_WEB = WebWords(
    language="zh-CN",
    name="健答",
    skip="跳到正文",
    rooms=MappingProxyType(
        {"/": "文件", "/topics": "主题", "/ddl": "时限", "/targets": "指标", "/compare": "对比"}
    ),
    ask="提问",
    ask_hint="例如：双向转诊平台什么时候上线",
    ask_label="用一句话提问",
    example="用原文逐字回答，并注明出处；原文里没有的，会直说没有。",
    answer="答案",
    more_passages="相关的原文",
    documents="文件",
    no_documents="还没有读过任何文件。请先运行 jianda load。",
    outline="提纲",
    file="下载原文件",
    facts="{sections} 节 · {deadlines} 项时限 · {targets} 项指标",
    instead="另有一份文件代替它作答。",
    moved="原文已经更新；下面标出的是同样的话现在所在的位置。",
    changed="原文已改",
    changed_words="这段话现在不在原文里了。引用时的文字是：",
    due="时限",
    goal="指标",
    topics="主题",
    questions="{count} 个问题",
    filter="筛选",
    filter_label="用几个词筛选",
    deadlines_hint="例如：医共体 下月；民政局 已过期",
    targets_hint="例如：签约率 2027年",
    columns=MappingProxyType(
        {
            "day": "日期",
            "task": "事项",
            "bodies": "责任单位",
            "document": "出处",
            "indicator": "指标",
            "value": "目标",
            "by": "期限",
        }
    ),
    before="‹ 上一页",
    after="下一页 ›",
    page="第 {number} 页，共 {count} 页",
    timeline="时间表（图）",
    calendar="存入日历",
    calendar_hint="也可以在日历软件里订阅这个地址，时限有变化会自动更新；请不要转给别人：",
    compare_label="对比什么",
    compare_hint="例如：医共体；2026 2027",
    changes=MappingProxyType({"new": "新增", "changed": "改变", "dropped": "不再出现"}),
    compare_years="各文件的说法，或者两年的计划有什么变化。",
    open="🌐 在网页中打开",
    link="点下面的按钮进入阅览室。链接 10 分钟内有效，只能用一次，请不要转给别人。",
    none="这个机器人没有开放网页阅览室。",
    enter="进入阅览室",
    enter_ask="点下面的按钮进入。这个链接只能用一次。",
    enter_none="请在 Telegram 里向机器人发送 /web，用它给您的链接进入。",
    enter_expired="这个链接已经用过，或者超过了 10 分钟。请在 Telegram 里再发一次 /web。",
    enter_telegram="正在向 Telegram 核对身份……",
    home="回到首页",
    faults=MappingProxyType(
        {
            400: "这个请求看不懂。请从首页重新打开。",
            403: "这里只对登记过的人开放。",
            404: "没有这一页：地址写错了，或者它不对您开放。",
            405: "这一页不能这样打开。",
            410: "这份文件已经不在知识库里了。",
            413: "发来的内容太长了，请缩短以后再试。",
            416: "文件里没有要的这一段。",
            429: "您问得太快了，请过一分钟再试。",
            500: "抱歉，处理这个请求时出了错。",
            503: "知识库暂时不能使用，请稍后再试。",
        }
    ),
    fault_titles=MappingProxyType(
        {
            400: "看不懂的请求",
            403: "没有权限",
            404: "没有这一页",
            405: "不能这样打开",
            410: "已经移除",
            413: "太长了",
            416: "没有这一段",
            429: "请稍等",
            500: "出了错",
            503: "暂时不能使用",
        }
    ),
    failed="编号 {id}，请把编号告诉管理员。",
    serving="阅览室已经打开：{url}（按 Ctrl-C 结束）",
    footer="逐字引自原文；以原文件为准。",
)

ENGLISH_WEB = WebWords(
    language="en",
    name="Jianda",
    skip="Skip to the text",
    rooms=MappingProxyType(
        {
            "/": "Documents",
            "/topics": "Topics",
            "/ddl": "Deadlines",
            "/targets": "Targets",
            "/compare": "Compare",
        }
    ),
    ask="Ask",
    ask_hint="For example: 双向转诊平台什么时候上线",
    ask_label="Ask in one sentence",
    example="Answered word for word and with the source; what the documents do not say is declined.",
    answer="Answer",
    more_passages="Passages on this",
    documents="Documents",
    no_documents="No document has been read yet. Run jianda load first.",
    outline="Outline",
    file="Download the original",
    facts="{sections} sections · {deadlines} deadlines · {targets} targets",
    instead="Another document answers in its place.",
    moved="The text has changed; the same words are marked where they stand now.",
    changed="The text has changed",
    changed_words="This passage is no longer in the text. When it was cited it read:",
    due="Deadline",
    goal="Target",
    topics="Topics",
    questions="{count} questions",
    filter="Filter",
    filter_label="Narrow by a few words",
    deadlines_hint="For example: 医共体 下月; 民政局 overdue",
    targets_hint="For example: 签约率 2027年",
    columns=MappingProxyType(
        {
            "day": "Day",
            "task": "Task",
            "bodies": "Responsible",
            "document": "Source",
            "indicator": "Indicator",
            "value": "Target",
            "by": "By",
        }
    ),
    before="‹ Previous page",
    after="Next page ›",
    page="Page {number} of {count}",
    timeline="Timeline (picture)",
    calendar="Save to a calendar",
    calendar_hint="A calendar program can subscribe to this address and follows changes; keep it to yourself:",
    compare_label="Compare what",
    compare_hint="For example: 医共体; 2026 2027",
    changes=MappingProxyType({"new": "new", "changed": "changed", "dropped": "dropped"}),
    compare_years="What each document says, or what two years' plans changed.",
    open="🌐 Open in a browser",
    link="The button below leads into the reading room. The link works once, within 10 minutes; please do not pass it on.",
    none="This bot has no reading room in the web.",
    enter="Enter the reading room",
    enter_ask="Press the button to enter. This link works once.",
    enter_none="Send /web to the bot in Telegram and enter by the link that it gives you.",
    enter_expired="This link has been used, or is older than 10 minutes. Send /web in Telegram again.",
    enter_telegram="Checking with Telegram who you are…",
    home="Back to the start",
    faults=MappingProxyType(
        {
            400: "This request cannot be understood. Please begin again at the start page.",
            403: "This is open to registered people alone.",
            404: "There is no such page: the address is wrong, or it is not open to you.",
            405: "This page cannot be opened that way.",
            410: "This document is no longer in the knowledge base.",
            413: "What was sent is too long. Please shorten it and try again.",
            416: "The file has no such part.",
            429: "You are asking too fast. Please try again in a minute.",
            500: "Sorry, something went wrong with this request.",
            503: "The knowledge base cannot be used at the moment. Please try again later.",
        }
    ),
    fault_titles=MappingProxyType(
        {
            400: "Not understood",
            403: "No access",
            404: "No such page",
            405: "Not that way",
            410: "Removed",
            413: "Too long",
            416: "No such part",
            429: "Please wait",
            500: "Something went wrong",
            503: "Not available",
        }
    ),
    failed="Number {id}: please tell an administrator.",
    serving="The reading room is open: {url} (Ctrl-C ends it)",
    footer="Quoted word for word; the original file is what counts.",
)
