"""What the bot says in Chinese of timelines, charts and calendar files."""

from __future__ import annotations

from bot.messages.pictures import CalendarWords, ChartWords, TimelineWords

CHINESE_TIMELINE = TimelineWords(
    name="时限时间表",
    name_of="时限时间表：{words}",
    count="{days}，共 {count} 项{place}",
    over="（都已过期）",
    sums="{month}：{count} 项",
    none="这些时限都没有写明日期，画不成时间表。可以用 /ddl 查看。",
    other_topics="其他主题",
    later="更晚",
)

CHINESE_CHART = ChartWords(
    usage="请在 /chart 后面写上指标，例如：/chart 县域内就诊率",
    unknown="没有找到叫“{words}”的指标。",
    meant="您是不是想看：",
    other="📊 {name}",
    note="{documents} 份文件，{count} 个数",
    goal="目标",
    present="实际值",
    goal_value="目标 {value}（{when}）",
    present_value="实际值 {value}（{when}）",
    at_writing="成文时",
    undated="未写明年份",
)

CHINESE_CALENDAR = CalendarWords(
    file="共 {count} 项时限，提前 30、7、1 天提醒。点开文件存入日历；以后再存一次会更新，不会重复。",
    crossed="其中另有 {count} 项已完成或不适用：导入后不再提醒，不适用的从日历里取消。",
    settled="{said}：{task}",
    undated="另有 {count} 项没有写明日期，没有放进去。",
    none="这些时限都没有写明日期，放不进日历。可以用 /ddl 查看。",
    name="健答时限",
    name_of="健答时限：{words}",
    time="时限：{phrase}（{date}）",
    bodies="责任单位：{bodies}",
)
