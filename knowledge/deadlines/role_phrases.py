"""Role phrases: who, in the words of a sentence, leads, supports or simply does what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from knowledge.deadlines.responsible_bodies import (
    NAMED,
    OPENER,
    Responsible,
    each_once,
    known_bodies,
    named,
)
from knowledge.temporal.expressions import find_times
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

LEADS = r"(?:牵头|负责(?!制|人|同志|的)|组织实施|承担|主责|主抓|主办|承办|兜底|统筹实施|抓好?落实)"
WHO_LEADS = lazy_pattern(
    rf"(?P<bodies>[^由]{{2,40}}?)(?:要|将|应|须)?(?:抓紧|尽快|分别|共同|按照?(?:各自)?职责(?:分工)?)?(?:{LEADS}|会同|联合(?!体|国))"
)
WHO_JOINS = lazy_pattern(
    r"由?(?P<bodies>.{2,40}?)(?:等)?(?:做好|给予|予以)?(?:参加|配合|参与|协同|协助|支持|提供技术支持|(?:具体|负责)(?:实施|承办|办理|落实)$)"
)
WHO_MUST = lazy_pattern(
    r"(?P<bodies>[^要]{2,40}?)(?:都|也|均|务必|一定|必须){0,3}(?:要(?!求|点|素)|必须|应当|务必)"
)
# What a body that is told to do something does next: 县卫健局开展半年评估, 各单位上报细化措施.
VERB = "|".join(
    (
        "组织 开展 完成 报送 上报 填报 申报 汇总 安排 制定 制订 印发 出台 下发 召开 举办 启动 推进 推动 落实 建立 建成 建设 成立 组建 设立 "
        "明确 确定 提交 提出 形成 公布 发布 通报 督查 督导 检查 抽查 考核 评估 验收 审核 审定 审批 复核 核查 排查 自查 整改 改造 更新 配备 配齐 "
        "采购 招聘 招录 培训 轮训 选派 选送 拨付 下达 兑现 发放 统筹 协调 调度 指导 接入 上线 开通 开设 开放 投入 新增 新建 签订 汇报 "
        "报告 反馈 做好 抓好 加强 强化 细化 梳理 摸清 编制 修订 起草 拟定 研究 公示 公开 收集 整理 移交 交付 实施 执行 设置 备案 进行 健全 完善 "
        "对照 出具 补齐 配合 提供 启用 试点 推荐 评选 初审 复审 拿出 交出 试运行 牵头 会商 宣传 清理 归集 导入 免费 全部"
    ).split()
)
ADVERBS = r"(?:负责|统一|共同|分别|及时|认真|全面|集中|首先|定期|每[年季月周]度?|逐[家级项]|[都均也])*"
DOES = lazy_pattern(rf"{ADVERBS}(?:{VERB}|[应须将报把对向于在按要每各再])")
IS_VERB = lazy_pattern(rf"(?!组织部|宣传部)(?:{VERB})")
HOW = r"(?:具体|全额|按职责分工|按职责|统筹|抓紧|尽快|分别|共同|统一)?"
BY_WHOM = (
    lazy_pattern(rf"由(?P<bodies>[^由]{{2,40}}?){HOW}(?:{LEADS}|会同|联合|主管)"),
    lazy_pattern(
        rf"由(?P<bodies>[^由]{{2,40}}?){HOW}{ADVERBS}(?:在|于|按)?(?:补助|提名|核实|督促|对接|参照|{VERB})(?!部|室|科|局|站)"
    ),
)
WITH_WHOM = lazy_pattern(
    rf"(?:会同|联合)(?P<bodies>.{{2,40}}?)(?:要|将|在|于|抓|共同|负责|做好|联合|调整|核定|{VERB}|$)(?!部|室|科|局|站)"
)
LONGEST_SUBJECT = 40
# The offices inside a body, which head their own items; 重点专科 and 紧缺学科 are matters.
_OFFICE = lazy_pattern(r"[\u4e00-\u9fff]{2,10}(?<![专学全])[科股]")
# 面向乡镇卫生院招聘, 报省卫生健康委备案: the body is not the one that does it.
NOT_SUBJECT = lazy_pattern(
    "^(?:面向|对|向|为|从|到|给|报|由|把|将|经|与|在|以|按|凭|含|包括|如|至|使|让|请|支持|鼓励|督促|优化|所有|二级|三级|[两三四五六七八九十]家)|由"
)
# 局, 委, 中心 are bodies by themselves; of 学校, 医院 and 县 only 各学校, 县医院, 有关县 are told to do something.
BODY = lazy_pattern(
    r"(?:局|委|办|厅|部门|委员会|政府|党委|办公室|领导小组|专班|督查室|指挥部|残联|妇联|红十字会|总会|监督所|总站|集团|公司)"
    r"(?:[（(][^（）()]{2,14}[）)])?$"
)
# 区政府督查室组织一次督查: the verb after the body is part of the name of its office.
OFFICE = lazy_pattern(rf"[^，。；、]{{2,6}}?(?:室|科|股|处|组|办|中心|队|所|站)(?={DOES.pattern})")
PARTICULAR = lazy_pattern(
    r"^(?:各|有关|相关|[省市县区镇乡](?![级域内外])(?=..)|[^，。；全我本]{2,4}[省市县区镇乡](?![级域内外])(?=..))"
)
# 县卫健局将于12月中旬组织考核: what stands between a subject and a time.
LEADS_ON = lazy_pattern("(?:要|将|应|须|拟)?[在于]?$")
# 由A牵头、B配合: the mark parts roles, not names.
ENDS_ROLE = lazy_pattern("(?<=牵头|负责|配合|协助|参与|主办|承办|协同)、")
CLAUSE = lazy_pattern(r"[^，,。；;！？!]+")
# How far, in characters and clauses, the subject of a clause may stand from it.
REACH, MOST_CLAUSES = 120, 4
# Without any of these words nobody is given a role; most clauses have none.
_MAY_GIVE_ROLE = lazy_pattern(
    rf"由|{LEADS}|会同|联合|参加|配合|参与|协同|协助|支持|具体(?:实施|承办|办理|落实)"
)
# The whole of a sentence says who is responsible: 市财政局、市卫生健康委按职责分工负责。
ROLES_ALONE = lazy_pattern(
    rf"(?:由)?[^，,。；;：:]{{2,60}}?(?:(?:{LEADS}|会同|配合|参与|参加|协助|协同|实施|提供技术支持|具体承办|具体办理)(?:[^，。；]{{0,3}}|落实|组织实施|抓落实|抓好落实|负责落实|组织落实))"
)
# 年薪由同级财政承担, after what is to be done: who pays for it.
PAYS = lazy_pattern("[^，。；由]{0,10}(?:费用?|资金|经费|年薪|补[助贴])(?:由|均由)")
ABOUT_MONEY = lazy_pattern("资金|经费|费用|补助|投资|[0-9]")


@lru_cache(maxsize=2048)
def stated_roles(text: str) -> tuple[Responsible, ...]:
    """The bodies that a sentence gives a role, in the order of the text, each once.

    Read are 由X牵头, X负责, X会同Y and X、Y等部门配合.
    """
    if not _MAY_GIVE_ROLE.search(text := "".join(text.split())):
        return ()
    clauses = enumerate(_clauses(text))
    duties = (clause for at, clause in clauses if not at or not PAYS.match(clause))
    return each_once(responsible for clause in duties for responsible in _of_clause(clause))


@lru_cache(maxsize=2048)
def doers(text: str) -> tuple[Responsible, ...]:
    """The bodies that a sentence tells to do something: 各级X要…, 县卫健局开展半年评估."""
    return each_once(
        responsible for clause in _clauses(text) for responsible in named(_doers(clause), "lead")
    )


def doers_of(sentence: str, start: int, end: int) -> tuple[Responsible, ...]:
    """The bodies that a sentence tells to do what it asks at a time, which stands at `start` to `end`.

    They are the subject of the time's own clause (of the next one where the time is all of it); where it has no
    subject at all (4月10日前拨付到位) that of the nearest clause before.
    """
    begin, finish = clause_start(sentence, start), clause_end(sentence, end)
    if not sentence[end:finish].strip():
        finish = clause_end(sentence, min(finish + 1, len(sentence)))
    if own := doers(sentence[begin:finish]):
        return own
    acts = DOES.match(sentence[end:finish].lstrip("，,、")) or IS_VERB.search(
        sentence[max(start, end - 2) : end]
    )
    if not acts:
        return ()
    before = CLAUSE.findall(sentence, max(0, begin - REACH), begin)[::-1][:MOST_CLAUSES]
    return next((responsibles for clause in before if (responsibles := doers(clause))), ())


def says_roles_alone(sentence: str) -> bool:
    """Whether a sentence says nothing but who is responsible: （县卫健局牵头，县财政局配合）."""
    words = sentence.strip("（）()【】。；;. ")
    if ABOUT_MONEY.search(words) or not words:
        return False
    clauses = [clause for clause in CLAUSE.findall(ENDS_ROLE.sub("，", words)) if clause.strip()]
    return all(ROLES_ALONE.fullmatch(clause) and stated_roles(clause) for clause in clauses)


def names_alone(words: str) -> tuple[Responsible, ...]:
    """The bodies of a bracket that holds nothing else: （县卫健局、县财政局）."""
    return tuple(named(_told(words), "lead"))


def bodies_of_heading(words: str) -> tuple[Responsible, ...]:
    """The bodies that a heading consists of, without its number: 二、县疾控中心; 三、医政科."""
    if office := _OFFICE.fullmatch(OPENER.sub("", words)):
        return (Responsible(office[0], "lead"),)
    return names_alone(words)


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a text without its times and openers: 2027年底前市医保局要… begins with the body."""
    plain = ENDS_ROLE.sub("，", _without_times("".join(text.split())))
    yield from (OPENER.sub("", match[0]) for match in CLAUSE.finditer(plain))


def _without_times(text: str) -> str:
    pieces, at = [], 0
    for time in find_times(text, None):
        pieces.append(text[at : time.start_offset])
        # 县卫健局每季度通报: the time parts a subject from what it does, and nothing else.
        inside = text[time.end_offset : time.end_offset + 1] not in ("", *"，。；、")
        before = text[max(0, time.start_offset - LONGEST_SUBJECT) : time.start_offset]
        subject = LEADS_ON.sub("", before)
        pieces.append("" if inside and NAMED.search(subject) else "，")
        at = time.end_offset
    return "".join([*pieces, text[at:]])


def _of_clause(words: str) -> Iterator[Responsible]:
    leading = (*(pattern.search(words) for pattern in BY_WHOM), WHO_LEADS.match(words))
    names = next((names for match in leading if match and (names := known_bodies(match["bodies"]))), [])
    if names:
        yield from named(names, "lead")
    elif joining := WHO_JOINS.match(words):
        yield from named(known_bodies(joining["bodies"]), "support")
    if partner := WITH_WHOM.search(words):
        yield from named(known_bodies(partner["bodies"]), "support")


def _doers(words: str) -> list[str]:
    """The bodies that are the subject of a clause."""
    if (must := WHO_MUST.match(words)) and (names := known_bodies(must["bodies"])):
        return names
    for end in range(2, 0 if words.startswith("由") else min(len(words), LONGEST_SUBJECT)):
        if DOES.match(words, end) and NAMED.search(words, 0, end):
            inside = OFFICE.match(words, end)
            if names := _told(words[: inside.end() if inside else end]):
                return names
    return []


def _told(printed: str) -> list[str]:
    """The names of a subject, each of which may be told to do something."""
    names = known_bodies(printed)
    fits = (BODY.search(name) or PARTICULAR.search(name) for name in names)
    return (
        names
        if all(fits) and not any(IS_VERB.match(name) or NOT_SUBJECT.search(name) for name in names)
        else []
    )
