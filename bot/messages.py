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
    asked: str
    followed: str
    # buttons
    text_changed: str
    button_old: str
    previous_passage: str
    next_passage: str
    back_to_answer: str
    whole_section: str
    other_sources: str
    other_source: str
    copy_citation: str
    original_file: str
    open_part: str
    section_cut: str
    file_missing: str
    file_too_big: str
    files_forbidden: str
    # looking around
    page_before: str
    page_after: str
    page_place: str
    topics_heading: str
    topic_heading: str
    topic_gone: str
    no_topics: str
    back_to_topics: str
    back_to_questions: str
    documents_heading: str
    document_gone: str
    no_documents: str
    no_headings: str
    sections: str
    back_to_documents: str
    scope_heading: str
    scope_none: str
    scope_some: str
    scope_all: str
    scope_on: str
    scope_more: str
    scope_admins_only: str
    in_scope: str
    # deadlines
    deadlines_all: str
    deadlines_of: str
    deadlines_count: str
    no_deadlines: str
    no_deadlines_of: str
    filter_too_long: str
    back_to_list: str
    overdue: str
    due_today: str
    due_soon: str
    due_later: str
    due_since: str
    due_begins: str
    # groups and inline mode
    group_greeting: str
    inline_help_title: str
    inline_help_line: str
    inline_help: str
    # feedback under an answer
    useful: str
    useless: str
    keep: str
    kept: str
    chosen: str
    reasons: Mapping[str, str]  # a reason's letter in a button → how it is said
    thanks_useful: str
    thanks_useless: str
    thanks_reason: str
    now_kept: str
    now_unkept: str
    # what is a person's own
    only_private: str
    open_private: str
    recent: str
    recent_none: str
    recent_off: str
    question_erased: str
    favourites: str
    favourites_none: str
    favourite_changed: str
    favourite_remove: str
    privacy: str
    privacy_log: str
    privacy_no_log: str
    forget_ask: str
    forget_yes: str
    forget_no: str
    forget_kept: str
    forgotten: str
    forgotten_nothing: str
    forgotten_group: str
    not_yours: str
    language_ask: str
    languages: Mapping[str, str]  # a language's code ("tg": that of the person's Telegram) → its name
    language_set: str
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
    terminal_file: str


CHINESE = Messages(
    greeting="您好，我是健答。我读过这些卫生健康工作的讲话和计划，您有问题直接发给我，"
    "我用原文逐字回答，并注明出处；原文里没有的，我会直说。\n\n"
    "例如：基层诊疗量占比要达到多少？\n\n发送 /help 查看用法。",
    help="直接用一句话提问就可以，口语也行；一次问几个问题，我会分别回答。\n"
    "接着问也行：那期限呢、谁负责、2025年的呢。\n"
    "在群里请用 /ask 加问题，或者用 /ask 回复一条消息，我就回答那条消息里的问题；回复我的消息可以接着问。\n\n{commands}",
    commands=MappingProxyType(
        {
            "start": "开始使用",
            "help": "查看用法",
            "ask": "提问，例如：/ask 医共体怎么建",
            "topics": "按主题查看问题和答案",
            "ddl": "查看时限，例如：/ddl 医共体 2027年",
            "documents": "我读过哪些文件",
            "scope": "只从选定的文件里回答",
            "recent": "最近问过的问题",
            "favorites": "我的收藏",
            "language": "选择语言",
            "privacy": "保存了什么、保存多久",
            "forget": "删除保存的我的内容",
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
    suggestions="您可以试试这些问题或主题：",
    unsure="没有找到十分确切的答案。您是不是想问：",
    asked="问：{question}",
    followed="问：{question}（接上一问）",
    text_changed="这段原文已经更新，请重新提问。",
    button_old="这个按钮已经失效，请重新提问。",
    previous_passage="‹ 上文",
    next_passage="下文 ›",
    back_to_answer="返回答案",
    whole_section="本节全文",
    other_sources="其他出处",
    other_source="（其他出处 {number}/{count}）",
    copy_citation="复制引用",
    original_file="原文件",
    open_part="第 {number} 问",
    section_cut="……本节太长，后面的请看原文件。",
    file_missing="原文件《{title}》现在不在服务器上，请联系管理员。",
    file_too_big="原文件《{title}》太大，不能在这里发送，请联系管理员。",
    files_forbidden="管理员没有开放原文件的发送。",
    page_before="‹ 上一页",
    page_after="下一页 ›",
    page_place="（第 {number}/{count} 页）",
    topics_heading="现有 {count} 个主题{place}，点一个看它的问题：",
    topic_heading="{topic}{place}：点数字看答案",
    topic_gone="这个主题已经没有了，请用 /topics 重新查看。",
    no_topics="现在还没有主题。",
    back_to_topics="‹ 返回主题",
    back_to_questions="‹ 返回问题",
    documents_heading="我读过 {count} 份文件{place}，点数字看目录：",
    document_gone="这份文件已经不在了，请用 /documents 重新查看。",
    no_documents="现在还没有文件。",
    no_headings="（这份文件没有分节的标题）",
    sections="{count} 节",
    back_to_documents="‹ 返回文件",
    scope_heading="只从哪些文件里回答？点一下选中，再点一下取消。",
    scope_none="现在：全部文件。",
    scope_some="现在：选中的 {count} 份。",
    scope_all="恢复为全部文件",
    scope_on="（只查了选中的{titles}，/scope 可改）",
    scope_more="等 {count} 份",
    scope_admins_only="在群里，只有群管理员可以改查找范围。",
    in_scope="（已选）",
    deadlines_all="时限",
    deadlines_of="时限：{words}",
    deadlines_count="（共 {count} 项，已过期 {over} 项；点数字看原文）",
    no_deadlines="没有找到时限。",
    no_deadlines_of="没有找到与“{words}”有关的时限。可以换个词，或用 /ddl 查看全部。",
    filter_too_long="筛选的词太长了，请用 12 个字以内的词，例如：/ddl 医共体 2027年",
    back_to_list="‹ 返回时限",
    overdue="已过期 {days} 天",
    due_today="今天到期",
    due_soon="快到了，还有 {days} 天",
    due_later="还有 {days} 天",
    due_since="已经开始",
    due_begins="{days} 天后开始",
    group_greeting="大家好，我是健答，用讲话和计划的原文回答问题，并注明出处。\n在群里我只看得到叫我的消息，请这样问：\n"
    "· /ask 加问题，例如：/ask 医共体怎么建\n· 用 /ask 回复一条消息，我回答那条消息里的问题\n"
    "· 直接回复我的消息，接着问\n· /ddl 查看时限\n其他时候我不说话。",
    inline_help_title="健答：查原文",
    inline_help_line="接着输入要查的词，例如：医共体",
    inline_help="在任何聊天里输入 @{bot} 加要查的词，就能选一段原文发出来，并带出处。例如：@{bot} 医共体",
    useful="👍 有用",
    useless="👎 没用",
    keep="⭐ 收藏",
    kept="⭐ 已收藏",
    chosen="{label} ✓",
    reasons=MappingProxyType({"a": "答非所问", "b": "不完整", "c": "已过时", "d": "看不懂", "e": "其他"}),
    thanks_useful="谢谢，已记下“有用”。",
    thanks_useless="谢谢，已记下“没用”。请点一下哪里不好。",
    thanks_reason="谢谢，已记下：{reason}。",
    now_kept="已收藏。私聊发送 /favorites 可以查看。",
    now_unkept="已取消收藏。",
    only_private="这是您个人的内容，不在群里显示，请私聊我。",
    open_private="私聊我",
    recent="您最近问过的问题，点一下就再问一次：",
    recent_none="还没有您的提问记录。",
    recent_off="本机器人设置为不保存提问，所以没有提问记录。",
    question_erased="这条提问记录已经删除，请重新输入问题。",
    favourites="您的收藏（共 {count} 条），点数字看原文：",
    favourites_none="您还没有收藏。在回答下面点“⭐ 收藏”，以后就能在这里找到。",
    favourite_changed="（原文已更新，这是收藏时的文字）",
    favourite_remove="移除 {number}",
    privacy="我保存这些内容：\n"
    "· {log}\n"
    "· 评价：您点的“有用”“没用”和原因，以及是哪段原文。\n"
    "· 收藏：您收藏的原文开头和出处。\n"
    "· 设置：您选的语言，聊天里选定的文件范围。\n"
    "评价、收藏和设置一直保存，直到您删除。\n"
    "另外，为了听懂追问，我会在内存里记住您上一个问题，最多一小时。\n"
    "这些内容只存在运行本机器人的服务器上，用来改进回答；管理员能看到。\n"
    "发送 /forget 可以删除我保存的您的全部内容。",
    privacy_log="提问记录：您的编号、聊天编号、时间、问题、找到的原文和用时，保存 {days} 天，到期自动删除。",
    privacy_no_log="提问记录：不保存。",
    forget_ask="要删除我保存的您的全部内容吗？包括提问记录、评价、收藏和设置，删除后不能恢复。",
    forget_yes="全部删除",
    forget_no="不删除",
    forget_kept="好的，什么也没有删除。",
    forgotten="已全部删除：提问 {questions} 条，评价 {votes} 个，收藏 {favourites} 条，设置 {settings} 项。",
    forgotten_nothing="我没有保存您的任何内容。",
    forgotten_group="已删除我保存的这位提问者的全部内容。",
    not_yours="这要由发出命令的人来选。",
    language_ask="请选择我说话用的语言；讲话和计划的原文不变。",
    languages=MappingProxyType({"zh": "中文", "en": "English", "tg": "跟随 Telegram"}),
    language_set="好的，语言：{language}。",
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
    terminal_file="《{title}》的原文件：{path}",
)

ENGLISH = Messages(
    greeting="Hello, I am Jianda. I have read these speeches and plans on health work. Send me a question "
    "(in Chinese) and I answer word for word from the text, with the source; when the text does not say it, "
    "I tell you so.\n\nFor example: 基层诊疗量占比要达到多少？\n\nSend /help to see how to use me.",
    help="Just ask in a sentence; several questions in one message are answered one by one.\n"
    "You can ask on from the last answer: 那期限呢, 谁负责, 2025年的呢.\n"
    "In a group use /ask with your question, or reply to a message with /ask and I answer the question in it; "
    "reply to a message of mine to ask further.\n\n{commands}",
    commands=MappingProxyType(
        {
            "start": "Start",
            "help": "How to use me",
            "ask": "Ask a question: /ask 医共体怎么建",
            "topics": "Questions and answers by topic",
            "ddl": "Deadlines: /ddl 医共体 2027年",
            "documents": "What I have read",
            "scope": "Answer from chosen documents only",
            "recent": "My last questions",
            "favorites": "My favourites",
            "language": "Choose the language",
            "privacy": "What is stored and how long",
            "forget": "Erase what is stored of me",
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
    suggestions="You could try these questions or topics:",
    unsure="I found no certain answer. Did you mean:",
    asked="Q: {question}",
    followed="Q: {question} (following your last question)",
    text_changed="This text has changed since. Please ask again.",
    button_old="This button no longer works. Please ask again.",
    previous_passage="‹ Before",
    next_passage="After ›",
    back_to_answer="Back to the answer",
    whole_section="Whole section",
    other_sources="Other sources",
    other_source="(other source {number}/{count})",
    copy_citation="Copy citation",
    original_file="Original file",
    open_part="Question {number}",
    section_cut="… The section is too long; see the original file for the rest.",
    file_missing="The file of《{title}》is not on the server right now. Please tell the administrator.",
    file_too_big="The file of《{title}》is too big to be sent here. Please ask the administrator.",
    files_forbidden="The administrator does not let me send files.",
    page_before="‹ Previous",
    page_after="Next ›",
    page_place=" (page {number}/{count})",
    topics_heading="There are {count} topics{place}. Tap one to see its questions:",
    topic_heading="{topic}{place}: tap a number for the answer",
    topic_gone="This topic is gone. Send /topics to see those that there are.",
    no_topics="There are no topics yet.",
    back_to_topics="‹ Topics",
    back_to_questions="‹ Questions",
    documents_heading="I have read {count} documents{place}. Tap a number for the outline:",
    document_gone="This document is gone. Send /documents to see those that there are.",
    no_documents="There are no documents yet.",
    no_headings="(This document has no headings.)",
    sections="{count} sections",
    back_to_documents="‹ Documents",
    scope_heading="Which documents shall I answer from? Tap to choose, tap again to undo.",
    scope_none="Now: all documents.",
    scope_some="Now: the {count} chosen.",
    scope_all="All documents again",
    scope_on="(Searched only {titles}; /scope changes this.)",
    scope_more=" and others, {count} in all",
    scope_admins_only="In a group only its administrators may change where I search.",
    in_scope=" (chosen)",
    deadlines_all="Deadlines",
    deadlines_of="Deadlines: {words}",
    deadlines_count=" ({count} in all, {over} overdue; tap a number for the text)",
    no_deadlines="I found no deadlines.",
    no_deadlines_of="I found no deadlines for “{words}”. Try another word, or /ddl for all.",
    filter_too_long="These words are too long. Please use 12 characters at most, for example: /ddl 医共体 2027年",
    back_to_list="‹ Deadlines",
    overdue="{days} days overdue",
    due_today="due today",
    due_soon="soon, {days} days left",
    due_later="{days} days left",
    due_since="has begun",
    due_begins="begins in {days} days",
    group_greeting="Hello, I am Jianda. I answer from speeches and plans, word for word, with the source.\n"
    "In a group I see only what is said to me. Ask like this:\n"
    "· /ask with your question: /ask 医共体怎么建\n· /ask as a reply to a message, and I answer that message\n"
    "· reply to a message of mine to ask further\n· /ddl for deadlines\nOtherwise I stay silent.",
    inline_help_title="Jianda: find the text",
    inline_help_line="Go on typing what to look for, for example: 医共体",
    inline_help="In any chat type @{bot} and what to look for, and choose a passage to send with its source. "
    "For example: @{bot} 医共体",
    useful="👍 Useful",
    useless="👎 Not useful",
    keep="⭐ Keep",
    kept="⭐ Kept",
    chosen="{label} ✓",
    reasons=MappingProxyType(
        {"a": "Off the point", "b": "Incomplete", "c": "Out of date", "d": "Hard to read", "e": "Other"}
    ),
    thanks_useful="Thank you, noted as useful.",
    thanks_useless="Thank you, noted as not useful. What is wrong with it?",
    thanks_reason="Thank you, noted: {reason}.",
    now_kept="Kept. Send me /favorites in private to see it.",
    now_unkept="No longer kept.",
    only_private="This is your own and not for the group. Please write to me in private.",
    open_private="Write to me",
    recent="Your last questions; tap one to ask it again:",
    recent_none="I have no questions of yours.",
    recent_off="This bot is set to keep no questions, so there are none to show.",
    question_erased="This question has been erased. Please type it again.",
    favourites="Your favourites ({count}); tap a number to read one:",
    favourites_none="You have no favourites yet. Tap “⭐ Keep” under an answer to find it here.",
    favourite_changed="(the text has changed since; this is how it began)",
    favourite_remove="Remove {number}",
    privacy="What I store:\n"
    "· {log}\n"
    "· Votes: your “useful” or “not useful” with the reason, and on which passage.\n"
    "· Favourites: the beginning and the source of the passages you keep.\n"
    "· Settings: the language you chose, the documents a chat is narrowed to.\n"
    "Votes, favourites and settings stay until you erase them.\n"
    "To understand follow-up questions I also remember your last question in memory, for an hour at most.\n"
    "All this lies only on the server that runs this bot and serves to improve the answers; "
    "the administrators can see it.\n"
    "Send /forget to erase everything I store of you.",
    privacy_log="Questions: your id, the chat's id, the time, the question, the passage found and the time taken, "
    "kept for {days} days, then erased.",
    privacy_no_log="Questions: not stored.",
    forget_ask="Erase everything I store of you? Questions, votes, favourites and settings; this cannot be undone.",
    forget_yes="Erase all",
    forget_no="Keep it",
    forget_kept="All right, nothing was erased.",
    forgotten="All erased: {questions} questions, {votes} votes, {favourites} favourites, {settings} settings.",
    forgotten_nothing="I store nothing of you.",
    forgotten_group="Everything I stored of this person is erased.",
    not_yours="This is for the person who sent the command.",
    language_ask="Choose the language I speak; the passages stay as they are.",
    languages=MappingProxyType({"zh": "中文", "en": "English", "tg": "As in Telegram"}),
    language_set="All right, language: {language}.",
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
    terminal_file="The file of《{title}》: {path}",
)


def in_language(code: str | None) -> Messages:
    """The sentences for a Telegram language code: English for English, else Chinese."""
    return ENGLISH if (code or "").lower().startswith("en") else CHINESE


def help_text(words: Messages, names: tuple[str, ...]) -> str:
    """The help with a line for each of these commands."""
    return words.help.format(commands="\n".join(f"/{name} {words.commands[name]}" for name in names))
