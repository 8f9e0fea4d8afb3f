"""What the bot says in Chinese of loads, roles, changes, settings and statistics."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.administration import (
    AuditWords,
    LoadWords,
    RoleWords,
    SettingWords,
    StateFileWords,
    StatisticsWords,
)

CHINESE_ROLES = RoleWords(
    names=MappingProxyType({"owner": "所有者", "admin": "管理员", "editor": "编辑", "": "没有角色"}),
    heading="角色{place}，点数字可以更改：",
    how="任命别人：发送 /roles 加对方的编号，例如 /roles 123456789。"
    "对方私聊我发送 /privacy，就能看到自己的编号。\n所有者可以任命所有角色，管理员可以任命编辑；编辑只管文件和教学。",
    line="{person}：{role}",
    configured="（写在配置文件里）",
    configured_note="这个角色写在配置文件里，不能在聊天里取消，请改配置文件。",
    make=MappingProxyType(
        {"owner": "设为所有者", "admin": "设为管理员", "editor": "设为编辑", "": "取消角色"}
    ),
    ask="{person}：{before} → {after}。确定吗？",
    yes="确定",
    done="已改好：{person}现在是{role}。",
    told=MappingProxyType(
        {
            "owner": "您现在是健答的所有者，发送 /help 查看可以用的命令。",
            "admin": "您现在是健答的管理员，发送 /help 查看可以用的命令。",
            "editor": "您现在是健答的编辑，负责文件和教学，发送 /help 查看可以用的命令。",
            "": "您在健答的角色已经取消，提问照常。",
        }
    ),
    not_yours="您不能这样更改：所有者可以任命所有角色，管理员只能任命编辑。",
    last_owner="这是最后一位所有者，不能更改。请先任命另一位所有者。",
    back="‹ 返回角色",
)

CHINESE_AUDIT = AuditWords(
    heading="变更记录{place}，新的在前：",
    none="还没有变更记录。",
    entry="{time} {who} {what}：{values}",
    actions=MappingProxyType(
        {
            "role": "角色",
            "reload": "重新载入",
            "document:add": "加入文件",
            "document:replace": "替换文件",
            "document:remove": "删除文件",
            "document:describe": "更改文件说明",
            "document:undo": "撤销文件改动",
            "teach": "教问答",
            "unteach": "删除教过的问答",
            "synonym": "近义词",
            "unsynonym": "删除近义词",
            "hide": "隐藏问题",
            "restore": "恢复问题",
            "reword": "改写问题",
            "import": "导入表格",
            "dismiss": "问题不用处理",
            "report": "任务报告",
            "report:returned": "没有采纳的报告",
            "mark": "时限标记",
            "setting:scope": "文件范围",
            "setting:home": "地区",
            "setting:language": "语言",
            "setting:length": "回答长短",
            "setting:askers": "谁可以提问",
            "setting:quiet": "安静时段",
        }
    ),
    values=MappingProxyType(
        {
            "": "无",
            "owner": "所有者",
            "admin": "管理员",
            "editor": "编辑",
            "zh": "中文",
            "en": "English",
            "tg": "跟随 Telegram",
            "short": "短",
            "normal": "适中",
            "long": "长",
            "everyone": "所有人",
            "administrators": "群管理员",
            "open": "无标记",
            "assigned": "已分办",
            "begun": "在办",
            "done": "已完成",
            "postponed": "已延期至",
            "void": "不适用",
        }
    ),
)

CHINESE_SETTINGS = SettingWords(
    of_group="本群的设置（由群管理员更改）",
    of_person="您的设置",
    admins_only="在群里，只有群管理员可以改设置。",
    names=MappingProxyType(
        {
            "scope": "文件范围",
            "language": "语言",
            "length": "回答长短",
            "askers": "谁可以提问",
            "quiet": "安静时段",
        }
    ),
    line="· {name}：{value}",
    ask=MappingProxyType(
        {
            "language": "我用什么语言说话？讲话和计划的原文不变。",
            "length": "回答要多长？短：只有答到的句子；适中：那一段；长：连同本节前后的内容。",
            "askers": "谁可以在本群提问？其他人仍可以点回答下面的按钮接着看。",
            "quiet": "哪个时段不要发提醒？提问照常回答。",
        }
    ),
    now="现在：{value}",
    values=MappingProxyType(
        {
            "all": "全部文件",
            "short": "短",
            "normal": "适中",
            "long": "长",
            "everyone": "所有人",
            "administrators": "群管理员",
            "off": "不设",
        }
    ),
    documents="选中的 {count} 份",
    done="已改好。",
    quiet_on="设为 {hours}",
    quiet_off="不设",
    quiet_start="开始 {sign} {hour}",
    quiet_end="结束 {sign} {hour}",
    back="‹ 返回设置",
    askers_refused="本群设置为只有群管理员可以提问，您可以私聊我。",
)

CHINESE_STATISTICS = StatisticsWords(
    heading="最近 {days} 天的提问",
    nothing="这段时间没有提问。",
    off="本机器人设置为不保存提问，所以没有统计。",
    counts="提问 {questions} 次，平均每天 {a_day} 次，{people} 人\n"
    "已答 {answered}（{answered_share}），拿不准 {unsure}（{unsure_share}），未答 {declined}（{declined_share}）",
    times="用时：一半在 {median} 秒内，95% 在 {slow} 秒内",
    votes="评价 {total} 个，有用 {useful}（{share}）",
    no_votes="评价：还没有",
    topics="问得最多的主题",
    days="{days} 天",
    note="{span}，共 {questions} 次",
    weekly="，每柱一周",
    answered="已答",
    unsure="拿不准",
    declined="未答",
)

CHINESE_LOADING = LoadWords(
    started="正在重新载入文件，其间照常回答问题，完成后向您报告。",
    progress="正在重新载入：{done}/{total} 个文件，其间照常回答问题。",
    cancel="取消",
    cancelling="正在取消，读完手上这个文件就停。",
    cancelled="载入已取消，知识库保持不变。",
    ended="这次载入已经结束。",
    running="正在载入，请等这一次结束。",
    done="载入完成：新增 {added}，更改 {changed}，未变 {unchanged}，移除 {removed}，跳过 {skipped}，"
    "失败 {failed}；用时 {seconds} 秒。",
    outcomes=MappingProxyType(
        {
            "added": "新增",
            "changed": "更改",
            "unchanged": "未变",
            "removed": "移除",
            "skipped": "跳过",
            "failed": "失败",
        }
    ),
    noise="略去杂项 {count} 处",
    more="逐个文件的情况共 {number} 行，见下面的文件。",
    failed="载入没有成功，知识库保持不变：{reason}",
    unattended="有一次自动载入出了问题，没有载入的仍按原来的回答：\n{reason}",
)

CHINESE_STATE_FILE = StateFileWords(
    gone="⚠️ 使用记录 {path} 在运行中被删除、移走或换掉了。从那以后的提醒、收藏、设置等都没有存上。\n"
    "“恢复”按丢失前的样子写回原处；“重新开始”从空的记录开始。原处若有别的文件，会改名留在旁边（.aside）。",
    restore="恢复",
    anew="重新开始",
    restored="已恢复，现在又能存了。",
    begun="已从空的记录重新开始。",
    there="使用记录已经在原处了。",
)
