"""The words of a clause with their parts of speech: what quotation marks or brackets enclose is one noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.text.segmentation import tagger
from loaders.lazy_pattern import lazy_pattern

# What a plan asks to be done. The tags of a general dictionary call many of these nouns (上线, 开诊, 挂网), and many nouns
# of the field verbs (管理, 服务, 监测): a word of this list is a verb, a word tagged vn or of NOUNS is not.
VERBS = frozenset(
    (
        "配置 联系 下达 响应 对外开放 同步 流失 加密 打通 摸清 摸底 查清 理顺 配合 会同 拿出 腾出 抽调 抽出 建强 建优 建实 拉长 拉平 补强 盯紧 盯住 守好 守护 看好 看住 扎实 扛起 拧紧 用足 惠及 放宽 提标 扩容 下沉 组成 构成 完成 启动 开展 建立 建成 设立 设置 成立 组建 配备 配齐 实现 实施 实行 出台 印发 制定 制订 修订 编制 上线 开诊 投用 启用 竣工 封顶 开工 交付 "
        "验收 达标 到位 开通 开设 开放 推广 推行 推进 推动 加快 加强 强化 完善 健全 优化 深化 提升 提高 落实 抓好 做好 办好 搞好 管好 用好 用足 建好 守住 守牢 "
        "筑牢 织密 织牢 兜牢 扎紧 压实 夯实 巩固 拓展 扩大 增加 新增 新建 改造 改建 扩建 迁建 建设 打造 创建 创成 争创 培育 培养 培训 轮训 引进 招聘 招录 招收 选派 选拔 "
        "派驻 派出 下派 下沉 支持 鼓励 引导 规范 统一 统筹 整合 组织 举办 召开 列入 纳入 接入 调整 取消 解决 破解 化解 治理 整治 打击 严查 查处 严打 排查 清理 清零 "
        "整改 防范 防控 保障 确保 保持 维护 保护 关心 关爱 落地 兑现 拨付 发放 补助 奖励 安排 投入 设 设有 建 落成 公布 公开 公示 通报 报送 上报 报告 报备 备案 提交 汇总 "
        "签订 签约 覆盖 提供 实行 执行 施行 坚持 取得 获得 获评 通过 形成 构建 探索 试点 挂牌 增挂 核定 核销 更新 更换 升级 换发 采购 购置 安装 联网 联通 互认 贯通 对接 "
        "评估 督查 督导 检查 抽检 抽查 约谈 考核 考评 审核 普及 倡导 宣传 动员 激励 落户 接种 筛查 救治 救助 转运 收治 帮扶 试行 试运行 运行 搬迁 启运 投产 开播 归并 明确 确定 "
        "划定 制作 举行 竞聘 选聘 聘任 招募 举措 补齐 补上 补足 缩小 缩短 降低 减少 减轻 控制 遏制 严禁 禁止 杜绝 防止 避免 实现 促进 畅通 打通 延伸 赋予 下放 合并 关停 撤并 "
        "淘汰 压缩 压减 精简 简化 免收 减免 免除 报销 支付 结算 承担 负责 牵头 分担 追究 问责 处理 处罚 曝光 移交 移送 解除 暂停 停用 弘扬 树立 塑造 营造 凝聚 激发 增强 充实 配强 "
        "配足 备足 储备 储足 做实 做细 做优 做强 做大 做精 做到 抓实 抓细 抓牢 抓紧 抓 严格 严把 把好 把牢 走好 走访 打好 打赢 打响 讲好 用活 盘活 放开 发展 繁荣 壮大 振兴 传承 创新 "
        "改革 改进 改善 改变 转变 推开 铺开 展开 开辟 开发 开启 建档 入库 申报 申请 争取 征集 遴选 评选 评定 命名 表彰 树牢 强调 深入 细化 量化 分解 倒排 对标 对照 复核 复评 "
        "审定 审批 报批 立项 招标 开标 签署 揭牌 挂网 挂职 驻点 巡诊 巡讲 义诊 出诊 坐诊 随访 探访 回访 上门 响应 抵达 集结 处置 监管 暂存 留存 缺 送到 送达 送检 到岗 上岗 轮岗 出车 答复 反馈 报废 储备 留足 备有 备足 解释 调剂 结清 缴清 录入 登记 上传 入驻 进驻 迁入 铺开 加装 换装 配好 拍摄 汇编 发送 受理 补发 归还 续签 发布 拟定 摸排 缴纳 批复 批准 加收 收取 开机 履行 占 具有 拥有 具备 设在 开在 编入 "
        "偿还 清偿 完工 接通 替代 迎接 动工 复工 交工 开园 开馆 开营 开班 开课 停止 停诊 停业 停机 关闭 收住 搬入 搬进 搬完 迁址 迁移 退回 清退 报到 到账 发放到位 投放 铺设 布设 割接 切换 并入 划入 转入 揭晓 授牌 并网 并轨 上架 下架 申领 兑付 评出 选出 建起 交钥匙 用上 收官"
    ).split()
)
NOUNS = frozenset(
    (
        "照明 沟通 控制 督查 督导 抽查 审批 招聘 保护 复核 审核 竞聘 通报 公示 管理 服务 监测 工作 规划 治疗 医疗 诊疗 护理 康复 教育 报告 补助 投入 保障 建设 培训 考核 评估 改革 改造 发展 创新 筛查 检查 监管 接种 签约 救治 救助 防控 治理 "
        "培养 考评 检测 急救 转诊 住院 门诊 用药 采购 支付 结算 报销 筹资 参保 分配 运行 宣传 执法 监督 应急 演练 值守 预警 调度 统筹 组织 领导 学习 科研 试点 托育 养老 居家 保健 "
        "安排 储备 评价 认定 备案 投诉 咨询 体检 随访 探访 巡诊 义诊 行动 活动 处罚 奖励 激励 处置 规范 标准 结余 研究 使用 处方 生育 就业 就医 缴费 挂号 预约 献血 用血 诊断"
    ).split()
)
PAY = "补贴|补助|津贴|工资|报酬|薪酬|奖金|待遇"
"""What somebody is paid, as alternatives of a pattern."""
# How something stands is neither a task nor a thing: 慢病管理成效明显, 老年医学科建设走在前列.
STANDS = lazy_pattern(
    "(?:明显|显著|良好|突出|薄弱|滞后|紧张|有力|扎实|偏[低弱少高]|零容忍)$|日益|不断|更加|走在|居全[国省市县]|名列|位居"
)
# A verb right before one of these is part of a name: 建设项目, 管理中心, 接种率.
HEADS = lazy_pattern(
    r"(?:[率数量点站费后前时中科室]$|费用|资金|经费|基金|标准|水平|能力|体系|机制|制度|机构|中心|平台|系统|项目|工程|工作|行动|方案|办法|细则|目录|清单|计划|规划|人员|人数|人次|对象|"
    r"服务|管理|情况|结果|质量|时间|时限|比例|占比|周期|任务|措施|政策|模式|单位|部门|小组|专班|队伍|团队|人才|期间|过程|环节|领域|条件|要求|目标|责任|作用|名额|床位|病房|门诊|"
    r"基地|网络|网格|档案|数据|信息|设施|设备|场所|场地|步道|公园|药品|目的|的$)"
)
_ENCLOSED = lazy_pattern(
    r"“[^“”]*”|《[^《》]*》|[（(][^（）()]*[）)]|占比|老年人口|(?:经济|高新)?(?:技术)?(?:产业)?开发区|除颤[仪器]|促进(?=委员会|会)"
)
_MAY_ENCLOSE = lazy_pattern("[“《（(占老开经高技产除促]")  # what a match of that begins with
_FILL = "某"
_PIECES = lazy_pattern(f"{_FILL}+|[^{_FILL}]+")
_TIERS = frozenset("市县区省镇乡村院")
_NOUN_ENDS = frozenset("站率费")  # verbs of the general dictionary, here the ends of names


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its tag; `start` and `end` count characters of its clause."""

    text: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def words_of(clause: str) -> tuple[Word, ...]:
    """The words of a clause, those inside marks as one noun each."""
    masked = (
        _ENCLOSED.sub(lambda match: _FILL * len(match[0]), clause) if _MAY_ENCLOSE.search(clause) else clause
    )
    words: list[Word] = []
    at = 0
    for match in _PIECES.finditer(masked):
        if match[0].startswith(_FILL):
            words.append(Word(clause[match.start() : match.end()], "nz", match.start(), match.end()))
            continue
        at = match.start()
        for text, tag in _tagged(match[0]):
            words.append(Word(text, tag, at, at + len(text)))
            at += len(text)
    return tuple(words)


def ends_in_single_verb(words: str) -> bool:
    """Whether words end in a verb of one sign: 病种成本算(到), 用药目录统(到)."""
    last = words_of(words)[-1] if words else None
    return last is not None and len(last.text) == 1 and last.tag == "v" and last.text not in VERBS


def _tagged(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text with their tags; the dictionary takes 新建县 for a place."""
    for word, tag in tagger().tag(text):
        if tag.startswith("n") and word[2:] in _TIERS and word[:2] in VERBS:
            yield word[:2], "v"
            yield word[2:], "n"
        elif word in _NOUN_ENDS:
            yield word, "n"
        else:
            yield word, tag
