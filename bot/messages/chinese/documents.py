"""What the bot says in Chinese to editors who look after the documents."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.documents import DocumentWords

CHINESE_DOCUMENTS = DocumentWords(
    recognising="正在识别扫描页：{done}/{total}……",
    too_big="文件太大：最多 20 MB。请拆开或压缩后再发，或者直接放进语料文件夹再 /reload。",
    unreadable="读不了“{file}”，没有加入：{reason}",
    same="“{file}”和已有的“{other}”一模一样，没有加入。",
    not_there="语料文件夹里没有“{file}”。",
    read="读到了，还没有加入。将保存为 {file}",
    replaces="读到了，还没有替换。将替换 {old}，保存为 {file}",
    facts="日期 {date} · 地点 {place}",
    found="段落 {passages} · 时限 {deadlines} · 指标 {targets}",
    noise="略去 {count} 处：",
    reasons=MappingProxyType(
        {
            "advert": "广告",
            "furniture": "页眉页脚",
            "page": "页码",
            "repeated": "重复的行",
            "contents": "目录",
            "navigation": "网页导航",
            "hidden": "隐藏的文字",
            "deleted": "已删除的文字",
            "bullet": "项目符号",
            "unplaced": "归不进正文",
        }
    ),
    left_out="  {text}（{reason}）",
    details=MappingProxyType(
        {
            "part": "部分",
            "subtitle": "副标题",
            "number": "文号",
            "speaker": "讲话人",
            "issuer": "发文单位",
        }
    ),
    like="⚠️ 和已有的《{title}》有 {share}% 相同",
    add="加入",
    add_replacing="替换同名的 {file}",
    drop="放弃",
    dropped="已放弃，没有加入。",
    ended="这份文件已经处理过或者过了时间，请重新发送。",
    change=MappingProxyType({"title": "改标题", "date": "改日期", "place": "改地点"}),
    ask=MappingProxyType(
        {
            "title": "请发来正确的标题；发“-”用文件自己写的。",
            "date": "请发来日期：2027、2027-03 或 2027-03-08；发“-”用文件自己写的。",
            "place": "请发来地点，例如：青汀；发“-”用文件自己写的。",
        }
    ),
    wrong=MappingProxyType(
        {
            "title": "标题最多 200 个字，请再发一次。",
            "date": "认不出这个日期，请这样写：2027、2027-03 或 2027-03-08。",
            "place": "地点最多 200 个字，请再发一次。",
        }
    ),
    fields=MappingProxyType({"title": "标题", "date": "日期", "place": "地点"}),
    as_printed="用文件自己写的",
    manage="管理这份文件",
    document="《{title}》\n文件 {file}\n日期 {date} · 地点 {place}",
    replace="换文件",
    replace_how="请发来新的文件，它将替换 {file}；替换之前会先给您看。",
    read_again="重读",
    remove="删除",
    back="‹ 返回文件",
    asked=MappingProxyType(
        {
            "add": "加入 {file}？",
            "replace": "用新文件替换 {file}？旧的会留着，可以用 /undo 撤销。",
            "remove": "删除 {file}？它会留着，可以用 /undo 撤销。",
            "describe": "更改 {file} 的说明？",
            "undo": "撤销最后一次改动（{what}，{who}，{time}）？",
        }
    ),
    go=MappingProxyType(
        {"add": "加入", "replace": "替换", "remove": "删除", "describe": "更改", "undo": "撤销"}
    ),
    done="已完成，马上生效；/undo 可以撤销。",
    not_loaded="文件已经写好，但知识库没有更新：{reason}。请稍后用 /reload。",
    undo="撤销",
    undo_none="没有可以撤销的改动。",
    trying="正在用最近的提问试一遍……",
    reloaded="最近 {asked} 个提问：现在能答 {answered}，不再作答 {declined}，换了原文 {other}。",
    reloaded_same="最近 {asked} 个提问的回答都没有变。",
    examples="看例子",
    questions_changed="存下的问题：新增 {came} 个，不再有 {went} 个，改了 {changed} 个。",
    question_changes="看问题的变化",
    questions_came="新增 {number} 个：",
    questions_went="不再有 {number} 个：",
    questions_new="改了 {number} 个：",
    question_reworded="{before} → {after}",
    question_answer="{question}（答案变了）",
)
