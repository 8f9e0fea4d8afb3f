"""What the bot says in Chinese of what it keeps of a person: questions, favourites, and how they are erased."""

from __future__ import annotations

from bot.messages.personal import HomeWords, PersonalWords

CHINESE_PERSONAL = PersonalWords(
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
    "· 设置：您选的语言，聊天的地区、单位和姓名，文件范围、回答长短等设置。\n"
    "· 提醒和关注：您设的提醒（包括要提醒的内容）、关注的词，和发过哪些。\n"
    "· 管理：谁是所有者、管理员和编辑；谁在什么时候改了什么（编号、姓名、改前改后），包括群的设置和时限的标记。\n"
    "评价、收藏、设置和提醒一直保存，直到您删除；管理的内容是变更的凭据，一直保存，/forget 不删除。\n"
    "另外，为了听懂追问，我会记住您上一个问题，最多一小时。\n"
    "这些内容只存在运行本机器人的服务器上，用来改进回答；管理员能看到。\n"
    "发送 /forget 可以删除我保存的您的全部内容。",
    privacy_number="您的编号：{user}",
    privacy_log="提问记录：您的编号、聊天编号、时间、问题、找到的原文和用时，保存 {days} 天，到期自动删除。",
    privacy_no_log="提问记录：不保存。",
    forget_ask="要删除我保存的您的全部内容吗？包括提问记录、评价、收藏、设置和私聊里的提醒，删除后不能恢复。",
    forget_yes="全部删除",
    forget_no="不删除",
    forget_kept="好的，什么也没有删除。",
    forgotten="已全部删除：提问 {questions} 条，评价 {votes} 个，收藏 {favourites} 条，设置 {settings} 项。",
    forgotten_nothing="我没有保存您的任何内容。",
    forgotten_group="已删除我保存的这位提问者的全部内容。",
)


CHINESE_HOME = HomeWords(
    now="我的地区：{home}",
    nowhere="还没有设地区：列表和回答不分地区",
    how="点一个地区，或者发一句话，例如：我是青汀的；我是青汀县民政局的；我是青汀县民政局的张三。\n"
    "设好以后，提问、/ddl、/ledger、/targets、/remind 都先按它来，回答里会说明，点一下就看全部地区。",
    no_places="现在的文件都没有写明地区。",
    set="📍 已记下：{home}。提问、/ddl、/ledger、/targets、/remind 先按它来，回答里会说明。\n"
    "“我的”就是您的任务，例如：/ledger 我的。",
    unset="📍 已取消，列表和回答不分地区。",
    other="📍 选地区",
    everywhere="🌐 全部地区",
    listed="📍 先按您的地区列出：{home}",
    answered="📍 按您的地区（{place}）回答。",
    wider="全部地区：{question}",
    which="哪个县（区）？问题没有说明，{count} 处有说法。点一个地区，只看那里的：",
    admins_only="在群里，只有群管理员可以设本群的地区。",
    greeting="您是哪里的？点一个地区，回答就先按它来；不点也行，随时可以发 /place 设定。",
)
