"""What the bot says of the ledger in Chinese."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.ledger import LedgerWords, ReportWords

CHINESE_LEDGER = LedgerWords(
    title="台账",
    count="，共 {count} 项",
    states=MappingProxyType(
        {
            "late": "🔴 逾期",
            "soon": "🟡 临期",
            "active": "🟢 在办",
            "idle": "⚪ 未开始",
            "postponed": "🔵 延期",
            "done": "✅ 已办结",
            "void": "🚫 不适用",
        }
    ),
    state_count="{state} {count}",
    between_states=" · ",
    lead="牵头：{names}",
    support="配合：{names}",
    persons="责任人：{names}",
    between_names="、",
    between_parts="；",
    report="反馈：{text}（{name}，{date}）",
    report_nobody="反馈：{text}（{date}）",
    shortcuts=MappingProxyType({"已过期": "逾期", "快到期": "临期", "在办": "在办", "已办结": "已办结"}),
    every_task="全部任务",
    how_to_report="回复这条消息报告：2 已完成；2 进展：…；2 申请延期到3月底（2 是序号）",
    back="‹ 返回台账",
    see_workbook="📊 Excel 台账",
    see_signing="🖊 签收单",
    columns=MappingProxyType(
        {
            "number": "序号",
            "task": "任务（原文）",
            "lead": "牵头单位",
            "support": "配合单位",
            "named": "原文责任人",
            "assignee": "责任人",
            "due": "时限",
            "phrase": "原文时限",
            "state": "状态",
            "until": "延期到",
            "report": "反馈",
            "reported": "反馈人和日期",
            "source": "出处",
            "id": "编号",
            "version": "版本",
        }
    ),
    names=MappingProxyType(
        {
            "late": "逾期",
            "soon": "临期",
            "active": "在办",
            "idle": "未开始",
            "postponed": "延期",
            "done": "已办结",
            "void": "不适用",
        }
    ),
    how_to=(
        "黄色标题的四列可以填：责任人、状态、延期到、反馈。其他各列是原文和记录，改了也不会读回。",
        "状态：未开始、临期、逾期按日期算，不用填；在办、延期、已办结、不适用由您填。",
        "填“延期”要同时填“延期到”的日期。已办结、不适用或延期的任务要重新打开，把状态改成在办或未开始，并在“反馈”里写明原因。",
        "反馈 200 字以内，责任人 30 字以内。可以删行、排序、筛选；请不要删改隐藏的“编号”和“版本”两列，它们用来认出每一行。",
        "填好以后，由编辑把这个文件私聊发给机器人：逐行核对，先说明会改什么，点了才生效，可以撤销。",
    ),
    how_to_title="填写说明",
    made="{today}，共 {count} 项",
    caption="{title}，{made}。黄色标题的列填好后，由编辑私聊发回，先核对再生效。",
    signing_title="{title}签收单",
    signing_columns=("序号", "任务（原文）", "牵头、配合单位", "时限", "状态", "签收人、日期"),
    signing_end=("制表：____________", "审核：____________", "日期：______年____月____日"),
    signing_cut="只列前 {most} 项，其余 {rest} 项请缩小范围后再取。",
    back_changes="收到台账：{changed} 行会改，{same} 行不变，{bad} 行不能用。",
    back_nothing="没有要改的。",
    back_bad="不能用的行：",
    back_more="……还有 {count} 行",
    back_row="· 第 {number} 行 {task}：{changes}",
    back_bad_row="· 第 {number} 行 {task}：{reason}",
    back_go="✔ 按台账更新",
    back_done="已更新 {count} 项任务。",
    back_skipped="{count} 项刚才有别人改过，没有动。",
    back_undo="↩ 撤销这次更新",
    back_undone="已撤销，{count} 项任务恢复成更新以前的样子。",
    bad_rows=MappingProxyType(
        {
            "gone": "知识库里没有这项任务，或“编号”被改过",
            "twice": "同一项任务出现了两次",
            "state": "状态只能是：未开始、在办、临期、逾期、延期、已办结、不适用",
            "until_missing": "状态是“延期”，请填“延期到”的日期",
            "until_unread": "看不懂“延期到”的日期，请写成 2027-03-31 这样",
            "until_past": "“延期到”的日期已经过去了",
            "report_long": "反馈超过 200 字",
            "assignee_long": "责任人超过 30 字",
            "why": "任务重新打开，请在“反馈”里写明原因",
            "meanwhile": "导出以后有别人改过这一项，请重新取台账",
        }
    ),
    changes=MappingProxyType(
        {
            "state": "{before} → {after}",
            "until": "延期到 {after}",
            "assignee": "责任人 {after}",
            "no_assignee": "不再指定责任人",
            "report": "反馈“{after}”",
            "no_report": "删去反馈",
        }
    ),
)


CHINESE_REPORTS = ReportWords(
    which="这条消息里不止一项任务，您报告的是哪一项？\n{said}",
    kinds=MappingProxyType(
        {"done": "✅ 报告完成", "progress": "📝 报告进展", "postponed": "⏳ 申请延期到{until}"}
    ),
    heading="{kind}（{name}）",
    task="任务：{task}",
    said="原话：{said}",
    to_confirm="请编辑点按钮确认。",
    to_record="点“记下”就写进台账。",
    sent="已送 {count} 位编辑确认，结果会告诉您。",
    sent_nobody="现在没有编辑能收到，请直接告诉编辑。",
    buttons=MappingProxyType(
        {
            "done": "✅ 确认办结",
            "progress": "📝 记下",
            "postponed": "⏳ 同意延期",
            "no": "✖ 不采纳",
            "undo": "↩ 撤销",
        }
    ),
    accepted=MappingProxyType(
        {
            "done": "✅ 已办结（{name}确认）",
            "progress": "📝 已记入台账（{name}）",
            "postponed": "⏳ 已延期（{name}同意）",
        }
    ),
    returned="✖ 没有采纳（{name}），台账没有变。",
    undone="↩ 已撤销（{name}），恢复成以前的样子。",
    not_undone="后来又有人改过这一项，所以没有撤销。",
    settled="这项任务已经办结或标为不适用，没有再记。要重新打开，请编辑在任务下面点“重新打开”，写明原因。",
    editors_only="这一步由编辑来确认。",
)
