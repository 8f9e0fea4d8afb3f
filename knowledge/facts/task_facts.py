"""Tasks: what is to be done, by a sentence or by the section under a heading; what is wrong; what has come of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.body_facts import heading_task
from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.records import Clause, Span, State, Task
from knowledge.facts.rules.cases import plain_case, told_case, without_predicate
from knowledge.facts.rules.outcomes import outcome_of
from knowledge.facts.sentences import FactSentence, clauses_of, has_figure, thing_of, without_quantity
from knowledge.facts.words import STANDS, VERBS
from knowledge.lexicon.topics import names_field
from knowledge.text.clauses import SEGMENT_MARKS, clause_end
from loaders.lazy_pattern import lazy_pattern

LONGEST_TASK, SHORTEST_RESULT = 22, 16
SHORTEST_HOW = 8
LONGEST_MATTER = 12
# Parts of a document, no matters of their own.
NO_MATTER = lazy_pattern(
    r"(?:目标|任务|要求|措施|安排|原则|总则|附则|则|思路|思想|意义|背景|范围|对象|依据|监督|保障|组织|领导|分工|步骤|阶段|其他|事项|精神|情况|问题|成效|经费|资金|时间|责任|重点|工作|方面|形势|权重|对策|回顾|说明|办理|答复|建议)$|^(?:第[一二三四五六七八九十]|附|主要|总体|基本|工作|指导|有关|几点|存在|关于|上半年|下半年|今年|明年|下一步)|[?？“”：、]|的$"
)
_BUT_REPORTED = lazy_pattern("[^，]*(?:前|底|内)(?:上报|报送|完成|到位|报)[^，]{0,12}")
# 2028年12月组织总评估, 每个专科补助180万元: a date or a sum alone does not tell how.
_BUT_TIME_OR_MONEY = lazy_pattern(
    rf"(?:{TIME}[^，]{{0,10}}|[^，]{{0,10}}每[^，\d]{{1,5}}(?:补助|奖励|资助|补贴|支持|投入)?\d[\d.]*[万亿]?元[^，]{{0,4}}|[^，\d]{{0,12}}(?:奖励|补助|资助|投资|投入|预算)\d[\d.]*[万亿]?元|[^，\d]{{2,14}}\d[\d.]*[万亿]?元)?"
)
_BY_MEANS = lazy_pattern("利用|依托")  # 利用闲置病房办护理站 tells how itself
_SETS_UP_OFFICE = lazy_pattern("(?:成立|设立|组建)[^，]*(?:办公室|专班|领导小组)$")
# Of what is set up something must be told, not only that it is: 设立举报信箱，区纪委监委全程监督.
_SETS_UP = lazy_pattern("设立|成立|组建|设置|增设|开设|设")
_DETAILS = lazy_pattern(
    "(?:^|[，；])(?:每[站个家所名周月]|由|依托|按|对|面向|为(?!主)|提供|承担|配备|配|开展|实行|挂靠|负责|统一|免费|居民|主要|[^，；]{0,4}面积|纳入)"
)
_OF_WHAT = lazy_pattern(
    "(?:全覆盖|专项|联合|全面|集中|定期)?(?:检查|整治|排查|督查|摸底|评估|审计|治理|清理)"
)
_FOR_SOME_TIME = lazy_pattern("^为期[^，的]{2,6}的")
_NOT_DOING = frozenset(
    "到 缺 占 具有 拥有 具备 提供 明确 坚持 取得 获得 获评 通过 形成 实现 做到 确保 强调 深入 设 设在 开在 覆盖 签订 惠及 组成 构成 抓 响应 流失 承担 负责 牵头 分担 编入 保持 解除 完成 启动 到位 同步 印发 上线 开诊 投用 启用 公布 报送 上报 报告 提交 施行 执行 召开 送到 送达 到岗 上岗 出车 答复 反馈 发布 解释 取消 暂停 收取 加收 制定 制订 出台 组织 确定 举办 会同 新建 编制 参加 纳入 列入 接入 下达 并入 划入 转入 退回 清退 投放 收住 搬入 搬进 报到 停止 关闭 切换".split()
)
_NO_TASK = lazy_pattern(
    "[由我]|须|应当|不得|还不|不够|不强|不足|(?:契机|机遇|机会|力度|关系|功夫)$|^.{2}以[^，]*为|工作机制$|工作环境$|年来$|[^除为]了(?!解)|优先保|[两三四五六七八九]件事"
)
_MUST = ("要", "应", "须", "必须", "务必")
_PROJECT = lazy_pattern(
    r"(?:建设|改革|项目|工程|中心|行动|试点|基地|服务|体系|平台|院区|一期|二期|策略|制度|机制|网络|能力|保障|防控|监管|管理|协作|合作|救助|事业|建设|门诊|床位|政策|培训|签约|筛查)$"
)
_NO_PROBLEM = lazy_pattern(
    "力度|总量|方针|者$|[率数量]$|比例|占比|^有|每[千万]人口|^第[一二三四五六]|期盼$|以上学历$"
)
SHORTEST_PROBLEM = 12
_COMPLETED = lazy_pattern(
    r"建成|完成|投用|挂牌|入选|落地|竣工|上线|启用|开诊|开放|封顶|覆盖|增强|提升|改善|优化|健全|完善|推进|推开|扩大|落实|形成|建立|加强|缓解|减轻|提高|普及|通过|解除|彻底|缩短|达标"
)
_STRICT = lazy_pattern(
    r"对(?![象口接标账策比外应照])(?P<of>[^，。；对]{4,26}?)(?:，)?(?:要|应|将)?(?P<how>一律|坚决|依法|从严|严肃|逐[一家院]|约谈|发现一起|全部|予以|限期|立即)"
)
_HEADS_BODY = lazy_pattern("(?:负责人|负责同志|领导|班子|院长|主任|书记|局长)$")
_DOING = lazy_pattern(
    r"^(?:加强|强化|完善|健全|优化|深化|提升|提高|落实|抓好|做好|推进|推动|建立|构建|建设|实施|开展|发展|支持|鼓励|规范|统筹|整合|扩大|巩固|拓展|培养|培育|引进|改善|创新|"
    r"打造|畅通|压实|解决|化解|破解|治理|整治|理顺|防范|防控|保障|关心|关爱|促进|推广|推行|探索|夯实|筑牢|织密|守住|用好|管好|盘活|控制|严格|严厉|打击|加密|补齐|加快|落地|改革|普及|传承|维护|保护|激励|宣传|设立|组建|成立|"
    r"增强|壮大|改造|配齐|配强|稳定|关注|救治|救助|防治|减轻|降低|弘扬|营造|查处|倡导|引导|全面|监管|管住|办好|聚焦|突出|围绕)"
)
_VAGUE_HEAD = lazy_pattern(
    r"^(?:成立|设立|组建|建立).*(?:专班|领导小组|台账)$|^(?:加强|强化|压实|落实|提高|突出|抓好|做好|营造|严格|坚持|深化|凝聚|树立|增强)(?:组织|政治|思想|战略思维|系统思维|底线思维|忧患意识|统筹|责任|督查|督导|考核|宣传|舆论|氛围|保障|协调|各项|工作|监督|跟踪|政策|要素|财政|投入)|^(?:健全|营造|落实|形成|建立)(?:好)?(?:良好)?(?:的)?(?:工作|发展|社会)?(?:机制|环境|氛围|合力|组织保障|保障措施|组织领导)$"
)
_WRONG = lazy_pattern(
    r"不足|不够|不高|不强|不到位|不完善|不健全|不平衡|不充分|不畅|薄弱|短板|滞后|欠缺|匮乏|短缺|缺失|缺乏|偏低|偏弱|偏少|漏洞|欠账|较差|空白|停用|闲置|流失|断层|失衡|脱节|不通|不均|不实|不严|困难|难以|仍|还有|只有|仅|没有|无人|颇有怨言|参差不齐|缺口|老化|虚设|走过场|积压"
)


def heading_tasks(heading: str, span: Span, said: Span) -> Iterator[Task]:
    """The task that a heading names, answered by all that stands under it."""
    pieces = [piece for piece in re.split("[，。]", bare(heading)) if piece]
    if len(pieces) > 1:  # 以供应保障改革为契机，加快理顺医药价格
        clause = next((task for piece in pieces[::-1] if (task := _doing(piece))), None)
        if clause and _DOING.match(clause.verb):
            yield Task(clause, False, span, said)
        return
    clause = heading_task(heading)
    if clause and not clause.verb and not NO_MATTER.search(clause.subject):
        if STANDS.search(clause.subject):
            return
        if 3 < len(clause.subject) <= LONGEST_MATTER and not has_figure(clause.subject):
            yield Task(clause, False, span, said)
        return
    if clause is None or not clause.verb or not _DOING.match(clause.verb) or _VAGUE_HEAD.match(bare(heading)):
        return
    if len(clause.object) < 3 or has_figure(clause.object):
        return
    yield Task(clause, False, span, said)


def under_subject(fact: Task, above: Sequence[str]) -> Task:
    """The task of a heading with the subject of a heading above it where it names none: 学校筛查 under 结核病.

    Arguments: the fact; the things that the headings above its own name, the nearest first.
    """
    name = fact.clause.subject
    if fact.clause.verb or names_field(name):
        return fact
    for thing in above:
        shared = any(thing[at : at + 2] in name for at in range(len(thing) - 1))
        if thing and not shared and names_field(thing, first=True) and len(thing + name) <= LONGEST_MATTER:
            return replace(fact, clause=replace(fact.clause, subject=f"{thing}{name}"))
    return fact


def task_facts(sentence: FactSentence) -> Iterator[Task]:
    """How something is to be done, by the first clause of each part of a sentence and what follows it; how offenders
    are dealt with."""
    if not sentence.asks:
        return
    yield from _strict_tasks(sentence)
    words, begin = sentence.words, 0
    while begin < len(words):
        end = clause_end(words, begin, SEGMENT_MARKS)
        yield from _task_of_part(sentence, begin, end)
        begin = end + 1


def _strict_tasks(sentence: FactSentence) -> Iterator[Task]:
    """对套取医保基金的一律解除协议: what is done with whom."""
    words = sentence.words
    for match in _STRICT.finditer(words):
        of, end = match["of"], clause_end(words, match.end())
        of = re.sub("^(?:一经|经)?查实(?=.{4})|(?:要|应|须)?进行$", "", of)
        measured = re.search(r"每[年月季周天][^，]{0,4}(?:开展|组织|进行|检查)|\d", plain_case(of))
        inside = measured or re.search("(?:加大|加强|强化|开展|落实|做好)$", words[: match.start()])
        each = match["how"].startswith("逐") and NAMED.search(of)
        outcome = outcome_of(words[match.start("how") : end])
        of = told_case(sentence, plain_case(without_predicate(of)), match.start(), outcome.sort == "paid")
        if (
            len(of) > 3
            and not _HEADS_BODY.search(of)
            and not (inside or each)
            and not has_figure(of)
            and not re.search("[：，]", of)
        ):
            stretch, said = sentence.stretch(match.start(), end), sentence.place(match.start("how"), end)
            yield Task(Clause(of, "", "", "", ""), True, stretch, said, outcome)


def _task_of_part(sentence: FactSentence, begin: int, end: int) -> Iterator[Task]:
    """What a part of a sentence between semicolons asks for, and how: by what follows its first clause."""
    words = sentence.words
    first = clause_end(words, begin)
    task = _doing(words[begin:first])
    if task is None and first < end:
        begin, first = first + 1, clause_end(words, first + 1)
        task = _doing(words[begin:first]) if "“" in words[begin:first] else None
    if task is None or words[first + 1 : first + 3].startswith(("是", "既是", "就是")):
        return
    stretch = sentence.stretch(begin, end)
    if _SETS_UP.fullmatch(task.verb) and not _DETAILS.search(words[first + 1 : end]):
        return
    if (
        end - first > SHORTEST_HOW
        and (_tells_how(words[first + 1 : end]) or _BY_MEANS.search(task.object))
        and not _SETS_UP_OFFICE.match(f"{task.verb}{task.object}")
    ):
        yield Task(task, False, stretch, sentence.place(first + 1, end))


def _tells_how(words: str) -> bool:
    """Whether some clause tells how a thing is done, not only by when, how often or for how much money."""
    clauses = re.split("[，：]", words)
    return not _BUT_REPORTED.fullmatch(words) and not all(map(_BUT_TIME_OR_MONEY.fullmatch, clauses))


def _is_doing(verb: str) -> bool:
    """Whether it can be told how that is done."""
    return bool(_DOING.match(verb)) or (verb in VERBS and verb not in _NOT_DOING)


def _doing(words: str) -> Clause | None:
    """The task of a clause; 各级医院要加强随访 asks for it as 加强随访 does."""
    clause = parse(bare(words))
    is_task = clause is not None and (
        not clause.subject or clause.adverbs.startswith(_MUST) or NAMED.search(clause.subject)
    )
    if (
        clause is None
        or clause.lead
        or not is_task
        or clause.adverbs.startswith("不")
        or not _is_doing(clause.verb)
    ):
        return None
    text = f"{clause.verb}{clause.object}"
    if (
        not 5 <= len(text) <= LONGEST_TASK
        or has_figure(text)
        or text.endswith("的")
        or re.search(r"[到至在]\d", text)
        or _VAGUE_HEAD.match(text)
        or _NO_TASK.search(text)
    ):
        return None
    thing = _FOR_SOME_TIME.sub("", clause.object)
    if _OF_WHAT.fullmatch(thing):
        of = without_quantity(clause.adverbs[1:]) if clause.adverbs.startswith("对") else ""
        thing = f"{of}{thing}" if of and is_name(of) else ""
    return Clause("", "", "", clause.verb, thing) if len(thing) > 2 else None


def state_facts(sentence: FactSentence) -> Iterator[State]:
    """What is wrong with something, where the passage is about problems; what was achieved, without a figure."""
    words = sentence.words
    if sentence.role == "problem" and sentence.statement.mood != "task" and _WRONG.search(words):
        subject = _subject(words)
        goes_on = len(bare(words)) - len(subject) > SHORTEST_PROBLEM - SHORTEST_HOW
        if subject and goes_on and not _NO_PROBLEM.search(subject):
            yield State(subject, True, sentence.stretch(0, len(words)), sentence.place(0, len(words)))
    elif sentence.role == "achievement" and sentence.statement.mood == "report":
        subject = _achieved(words)
        if subject and _COMPLETED.search(words) and len(words) > SHORTEST_RESULT:
            yield State(subject, False, sentence.stretch(0, len(words)), sentence.place(0, len(words)))


def _achieved(words: str) -> str:
    """What came off: the project that a sentence is about, of a body what it did."""
    subject = _subject(words)
    clause = parse(words[slice(*next(iter(clauses_of(words)), (0, 0)))])
    if clause and clause.object and NAMED.search(clause.subject or subject):
        done = without_quantity(clause.object)
        return done if len(done) > 3 and is_name(done) and not has_figure(done) else ""
    return subject if _PROJECT.search(subject) and "步伐" not in subject else ""


def _subject(words: str) -> str:
    """What the first clauses of a sentence are about."""
    for begin, end in list(clauses_of(words))[:2]:
        piece = words[begin:end]
        name = _before_predicate(piece) or thing_of(piece)
        if 3 < len(name) <= 16 and is_name(name) and "、" not in name:
            return name
    return ""


def _before_predicate(words: str) -> str:
    match = re.match(
        r"^(?P<name>[^，]{3,14}?)(?:几乎|还不|还没|仍然|仍|不够|不足|不高|不强|偏|较|没有|存在|只有|仅|滞后|薄弱|短缺|缺乏|匮乏|突出|较大|较重|参差|严重|紧缺|亟待|有待|跟不上|相对|不完善|不健全|不平衡|不充分|不规范|不到位|难以|尚未)",
        bare(words),
    )
    return re.sub("(?:平均|几乎|普遍)$", "", without_quantity(match["name"])) if match else ""
