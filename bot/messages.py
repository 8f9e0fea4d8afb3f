"""Every sentence the bot says, in Chinese and in English; passages stay in their own language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Messages:
    """The sentences of one language; the names in braces are filled in."""

    greeting: str
    help: str
    commands: Mapping[str, str]  # a command's name → what it does, for the menu and the help
    usage: str
    empty_reply: str
    unknown_command: str
    only_text: str
    too_long: str
    # what stands around an answer
    citation: str
    cited_year: str
    deadline: str
    deadline_dated: str
    before: str
    since: str
    between: str
    day: str
    operators: Mapping[str, str]  # a target's operator → how it is said
    target: str
    target_dated: str
    target_blank: str
    redacted: str
    redacted_as: str
    declined: str
    suggestions: str
    unsure: str
    # buttons
    text_changed: str
    button_old: str
    # access
    not_allowed: str
    not_admin: str
    # administration
    reload_started: str
    reload_running: str
    reload_done: str
    reload_more: str
    reload_failed: str
    # errors
    failed: str
    unavailable: str
    # terminal
    terminal_greeting: str
    terminal_goodbye: str
    terminal_choices: str
    terminal_no_choice: str


CHINESE = Messages(
    greeting="您好，我是健答。我读过这些卫生健康工作的讲话和计划，您有问题直接发给我，"
    "我用原文逐字回答，并注明出处；原文里没有的，我会直说。\n\n"
    "例如：基层诊疗量占比要达到多少？\n\n发送 /help 查看用法。",
    help="直接用一句话提问就可以，口语也行；一次问几个问题，我会分别回答。\n"
    "在群里请用 /ask 加问题，或者用 /ask 回复一条消息，我就回答那条消息里的问题。\n\n{commands}",
    commands=MappingProxyType(
        {
            "start": "开始使用",
            "help": "查看用法",
            "ask": "提问，例如：/ask 医共体怎么建",
            "reload": "重新载入文件（仅限管理员）",
        }
    ),
    usage="请在 /ask 后面写上问题，例如：/ask 医共体怎么建；也可以用 /ask 回复一条带问题的消息。",
    empty_reply="没有看到文字，请把问题写给我。",
    unknown_command="没有这个命令。请直接提问，或发送 /help 查看用法。",
    only_text="我现在只读得懂文字，请把问题写成文字发给我。",
    too_long="您的问题有 {length} 字，太长了。请压缩到 {limit} 字以内，或者分几次来问。",
    citation="——{source}",
    cited_year="（{year}）",
    deadline="时限：{phrase}——{task}",
    deadline_dated="时限：{phrase}（{date}）——{task}",
    before="{date}前",
    since="{date}起",
    between="{start}至{end}",
    day="{year}年{month}月{day}日",
    operators=MappingProxyType({">=": "不低于 ", "<=": "不超过 ", "~": "约 ", "=": ""}),
    target="指标：{indicator}：{value}",
    target_dated="指标：{indicator}：{value}（{date}）",
    target_blank="原文未写明",
    redacted="原文此处未写明具体数字或名称。",
    redacted_as="原文此处未写明具体数字或名称（写作“{mark}”）。",
    declined="在现有的讲话和计划里，没有找到能回答这个问题的内容。",
    suggestions="您可以试试这样问：",
    unsure="没有找到十分确切的答案。您是不是想问：",
    text_changed="这段原文已经更新，请重新提问。",
    button_old="这个按钮已经失效，请重新提问。",
    not_allowed="抱歉，您还没有使用权限。如需开通，请把您的编号 {user} 告诉管理员。",
    not_admin="抱歉，这个命令只有管理员可以使用。",
    reload_started="正在重新载入文件，其间照常回答问题，完成后向您报告。",
    reload_running="正在载入，请等这一次结束。",
    reload_done="载入完成：新增 {added}，更改 {changed}，未变 {unchanged}，移除 {removed}，跳过 {skipped}，"
    "失败 {failed}；用时 {seconds} 秒。",
    reload_more="……另有 {number} 行，请在服务器上用 jianda load 查看。",
    reload_failed="载入没有成功，知识库保持不变：{reason}",
    failed="抱歉，处理这条消息时出了错（编号 {id}）。请稍后再试；如果一直这样，请把编号告诉管理员。",
    unavailable="抱歉，知识库暂时不能使用（编号 {id}）。请把编号告诉管理员。",
    terminal_greeting="健答：直接输入问题；/help 查看用法，/exit 退出。",
    terminal_goodbye="再见。",
    terminal_choices="输入数字选择：",
    terminal_no_choice="没有第 {number} 项。",
)

ENGLISH = Messages(
    greeting="Hello, I am Jianda. I have read these speeches and plans on health work. Send me a question "
    "(in Chinese) and I answer word for word from the text, with the source; when the text does not say it, "
    "I tell you so.\n\nFor example: 基层诊疗量占比要达到多少？\n\nSend /help to see how to use me.",
    help="Just ask in a sentence; several questions in one message are answered one by one.\n"
    "In a group use /ask with your question, or reply to a message with /ask and I answer the question in it."
    "\n\n{commands}",
    commands=MappingProxyType(
        {
            "start": "Start",
            "help": "How to use me",
            "ask": "Ask a question: /ask 医共体怎么建",
            "reload": "Load the files again (administrators only)",
        }
    ),
    usage="Please write your question after /ask, for example: /ask 医共体怎么建. "
    "You can also reply to a message with /ask.",
    empty_reply="I see no text. Please write me your question.",
    unknown_command="I do not know this command. Just ask, or send /help.",
    only_text="I can read text only. Please write your question as text.",
    too_long="Your question has {length} characters, which is too long. Please keep it within {limit}, "
    "or ask in several messages.",
    citation="— {source}",
    cited_year="（{year}）",
    deadline="Due: {phrase} — {task}",
    deadline_dated="Due: {phrase} ({date}) — {task}",
    before="by {date}",
    since="from {date}",
    between="{start} to {end}",
    day="{year}-{month:02}-{day:02}",
    operators=MappingProxyType({">=": "at least ", "<=": "at most ", "~": "about ", "=": ""}),
    target="Target: {indicator}: {value}",
    target_dated="Target: {indicator}: {value} ({date})",
    target_blank="left blank in the source",
    redacted="The source leaves the figure or name blank here.",
    redacted_as="The source leaves the figure or name blank here (“{mark}”).",
    declined="The speeches and plans I have read do not answer this question.",
    suggestions="You could ask:",
    unsure="I found no certain answer. Did you mean:",
    text_changed="This text has changed since. Please ask again.",
    button_old="This button no longer works. Please ask again.",
    not_allowed="Sorry, you may not use this bot yet. To be let in, give the administrator your id {user}.",
    not_admin="Sorry, this command is for administrators only.",
    reload_started="Loading the files again. I keep answering meanwhile and report when it is done.",
    reload_running="A load is running already. Please wait until it has ended.",
    reload_done="Loaded: {added} added, {changed} changed, {unchanged} unchanged, {removed} removed, "
    "{skipped} skipped, {failed} failed; {seconds} seconds.",
    reload_more="… and {number} more lines: see `jianda load` on the server.",
    reload_failed="The load failed and the knowledge base is unchanged: {reason}",
    failed="Sorry, something went wrong with this message (number {id}). Please try again later; "
    "if it stays so, give the number to the administrator.",
    unavailable="Sorry, the knowledge base cannot be used right now (number {id}). "
    "Please give the number to the administrator.",
    terminal_greeting="Jianda: type a question; /help for help, /exit to leave.",
    terminal_goodbye="Goodbye.",
    terminal_choices="Type a number to choose:",
    terminal_no_choice="There is no choice {number}.",
)


def in_language(code: str | None) -> Messages:
    """The sentences for a Telegram language code: English for English, else Chinese."""
    return ENGLISH if (code or "").lower().startswith("en") else CHINESE


def help_text(words: Messages, names: tuple[str, ...]) -> str:
    """The help with a line for each of these commands."""
    return words.help.format(commands="\n".join(f"/{name} {words.commands[name]}" for name in names))
