"""What the bot says in Chinese of what it keeps of a person: questions, favourites, and how they are erased."""

from __future__ import annotations

from bot.messages.personal import PersonalWords

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
    "· 设置：您选的语言，聊天的文件范围、回答长短等设置。\n"
    "· 提醒和关注：您设的提醒（包括要提醒的内容）、关注的词，和发过哪些。\n"
    "· 管理：谁是所有者、管理员和编辑；谁在什么时候改了什么（编号、姓名、改前改后），包括群的设置和时限的标记。\n"
    "评价、收藏、设置和提醒一直保存，直到您删除；管理的内容是变更的凭据，一直保存，/forget 不删除。\n"
    "另外，为了听懂追问，我会在内存里记住您上一个问题，最多一小时。\n"
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
