"""What the bot says in Chinese in the reading room: the pages that a browser shows."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.web import WebWords

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
    read_there="打开原文：{place}",
    more_passages="相关的原文",
    documents="文件",
    no_documents="还没有读过任何文件。请先运行 jianda load。",
    outline="提纲",
    file="下载原文件",
    facts="{sections} 节 · {deadlines} 项时限 · {targets} 项指标",
    printed_page="第 {number} 页",
    page_picture="原件第 {number} 页，框出的是这一段",
    not_on_page="没有在这一页上找到这段文字，请对照左边的正文",
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
