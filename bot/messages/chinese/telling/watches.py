"""What the bot says in Chinese of watches."""

from __future__ import annotations

from bot.messages.telling import WatchWords

CHINESE_WATCHES = WatchWords(
    made="👁 好的，已关注“{words}”：现有文件里有 {count} 处说到它。以后新文件或改动里说到它，会告诉您在哪里、改了什么。",
    made_empty="👁 好的，已关注“{words}”。现有文件里没有说到它，写错了请取消后重发；没写错，以后有文件说到它就告诉您。",
    already="已经关注了“{words}”。",
    ask="这里还没有关注的内容。请写上要关注的词、指标、单位或地方，例如：\n/watch 医共体\n/watch 签约率\n/watch 民政局\n/watch 青汀 中医",
    too_short="“{words}”太短了，请用 {least} 个字以上的词，例如：/watch 医共体",
    too_long="要关注的词太长了，请用 {limit} 个字以内的词，例如：/watch 医共体",
    too_many="这里已经关注了 {count} 个，请先用 /watch 取消不用的。",
    too_wide="“{words}”太宽了（现有文件里有 {count} 处），没有关注。请加一个词缩小，例如：/watch 青汀 医共体",
    admins_only="在群里，只有群管理员可以设置和取消关注。",
    list="这里的关注（共 {count} 个），点数字查看或取消；新的请发 /watch 词：{place}",
    listed="{number}. {words}",
    none="这里没有关注的内容。",
    view="👁 关注“{words}”\n现有文件里有 {count} 处说到它；新文件或改动里说到它，会告诉您。",
    gone="这个关注已经取消了。发送 /watch 查看现有的。",
    removed="已取消关注“{words}”。",
    news="🔔 您关注的内容有更新：{files} 份文件，{count} 处",
    new_document="新文件{title}，“{words}”{count} 处：",
    changed_document="{title}有改动，“{words}”{count} 处：",
    says="“{text}”",
    now_says="改为：“{text}”",
    before="    原来：“{text}”",
    no_longer="删去了：“{text}”",
    more="（还有 {count} 处没有列出）",
    more_documents="（还有 {count} 份文件的更新没有列出）",
    unsure="🔔 关注内容的更新（{count} 处）发送时中断了，不能确定您是否收到。为了不重复打扰，没有再发一遍；没收到请点下面的按钮。",
    too_old="这次更新太久了，已经删除。",
    remove="不再关注",
    restore="恢复关注",
    back="‹ 返回关注",
    show="查看更新",
    own_watches="我的关注",
)
