"""Whether a sentence of a speech asks for something or reports: the same words (达到98%) are a goal or a fact.

`roles` sorts whole passages for the reader; a due date or a goal needs the answer for each sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from knowledge.text.clauses import clause_end
from knowledge.text.normalisation import NormalisedText, squeeze
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.outline import Heading, Paragraph

Mood = Literal["task", "report", "open"]

LONGEST_SENTENCE = 800

# Words that ask. Each excludes the nouns and verbs that only look like it: 要求, 主要, 将军, 需求, 供应.
MODAL = lazy_pattern(
    "|".join(
        (
            r"(?<![重主只首必需纲摘概简紧冲])要(?!求|点|素|闻|害|道|么|塞|领|义|看到|清醒|正视|承认)",
            r"必须|务必|力争|确保|争取(?![到了])|(?<!无)须(?!知)|应当(?!看到|说|承认)|不得|严禁",
            r"将(?=会|继续|进一步|持续|大力|全面|重点|陆续|于|在|及时|组织|开展|达到|增加|提高|新增)",
            r"将(?=建成|实现|完成|推进|加快|启动|对|按)|拟(?!定)|计划(?=在|于|用|投入|到|新|安排)",
            r"(?<![所急供必刚按军])需(?!求|要)|预计|预期(?!寿命)",
        )
    )
)
# 同比 reports; not 同比增幅控制在3%以内, which bounds.
YEAR_ON_YEAR = r"同比(?![^，。；]{0,14}(?:控制|不超过|不高于|不低于|不少于|力争|确保|左右|以内|以上|以下))"
# Words that tell what is or was, and what is wrong.
REPORTING = lazy_pattern(
    "|".join(
        (
            r"以来(?![^，；]{1,20}的)|近年来|近[两几一二三四五六七八九十0-9]+年|这些年|过去|(?<![由从比较])去年(?![^，]{1,16}的[^，]{2})|(?<![比较])上年(?!度)|截至|截止到",
            YEAR_ON_YEAR,
            r"(?<![由从比较])目前|当前全|(?<!对)现有|共有|累计(?!完成|达到|不少于|不低于|超过)|先后|已(?!备|经[^，；]{1,8}的)",
            r"取得(?=了|[^，]{0,10}(?:成绩|成效|进展|胜利|成果))|(?<![为除])了(?![解然却望断])",
            r"荣获|获评|被(?:评|命名|表彰|列|授)|位居|居全|列全|(?<!安)排全|排在|成功|顺利|回升",
            r"仍|还有|存在(?![^，；]{1,20}的[^，；])|不足|不够|欠缺|仅有|仅[占为0-9]|只有|占比?已",
            r"连续[0-9一二三四五六七八九十]+年",
        )
    )
)
# At the head of a sentence these make a report of it whatever follows: 近年来，…确保了…
OPENS_REPORT = lazy_pattern(
    r"^[^，]{0,6}(?:近年来|[^，]{0,14}以来(?!，?要|[^，]{1,20}的)|(?:过去|去冬今春|(?<![由从比较])去年(?![^，]{1,16}的[^，]{2}))[^，]{0,6}|(?:截至|截止)[^，]{0,14}|目前)"
)
FALLS_SHORT = lazy_pattern(YEAR_ON_YEAR + r"|仍|还有|不足|不够|已[达到]|已经(?![^，；]{1,8}的)")
CALLS = lazy_pattern(
    r"下面，|总(?:的|体)?(?:要求|目标|思路|任务)(?:是|：)|强调[几三四五两]点|讲[几三四五两]点|提[几三四五两]点|下一步"
)
ADVERBS = "进一步|着力|大力|全面|切实|继续|持续|扎实|深入|积极|不断|重点|统筹|稳步|有序|尽快|抓紧|及时"
IMPERATIVE = lazy_pattern(
    rf"^(?:[0-9]{{1,3}}[.、．]|[（(]?[一二三四五六七八九十]{{1,3}}[）)、要是]+)?(?:{ADVERBS})*"
    r"(?:加快|推进|推动|完善|健全|建立|加强|强化|实施|开展|落实|抓好|抓紧|深化|提升|支持|鼓励|探索|构建|建设|建成|打造"
    r"|严格|严厉|培育|巩固|发展|制定|出台)"
)
REPORT_HEADING = lazy_pattern(
    r"(?:总体|基本|工作|检查|督查|完成|进展)情况$|成绩|成效(?!上)|成就|回顾|肯定|进展|现状|状况|形势|基础与|问题|不足|差距|短板|(?<!特殊)困难(?!群|家庭|老|人|职工|儿童)|挑战|堵点|矛盾|认清|怎么看|(?<![为除])了|还有"
)
# 坚持问题导向, 补齐短板: what is wrong is named in order to mend it.
MENDS = lazy_pattern(
    r"解决|破解|针对|补|聚焦|化解|治理|整治|整改|消除|克服|缩小|攻|导向|(?<![主重需])要|抓|见成效"
)
# 签约率：2025年现状62%，2028年目标75%
AIMS = lazy_pattern("现状[^；。]*目标")
TASK_HEADING = lazy_pattern(
    r"要|抓|任务|重点|目标|措施|保障|行动|怎么干|怎么保|推进|加快|加强|强化|深化|提升|完善|健全|构建|实施|促进|推动|确保|着力|全力|持续|落实"
    r"|办好|培育|锤炼|压实|统筹|巩固|开展|建设|夯实|织密|筑牢|守|把|做好|优化|扩容|围绕|突出|坚持|发展|打造|支撑|监管|管|增加|防治|改造|提高"
)


# A plan asks wherever it does not say that it reports; a speech may do either.
PLAN_TITLE = lazy_pattern(
    r"(?:要点|方案|计划|清单|分工|规划|意见|通知|办法|分解表?|任务|任务书|任务表|责任表|责任书|安排|台账|细则|措施|实事|部署|时间表|路线图)(?:》|[（(][^）)]{0,60}[）)]){0,4}$"
)
SUMS_UP = lazy_pattern("总结|小结|回顾|情况")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its mood and its place: `span` in the text, `index` in its paragraph."""

    words: NormalisedText
    span: tuple[int, int]
    mood: Mood
    paragraph: int
    index: int


def title_mood(title: str) -> Mood:
    """What the title of a document promises: tasks if it is a plan (工作要点, 行动方案（2026—2028年）)."""
    return "task" if PLAN_TITLE.search(title.strip()) and not SUMS_UP.search(title) else "open"


def statements(text: str, paragraphs: Sequence[Paragraph], document: Mood = "open") -> tuple[Statement, ...]:
    """The sentences of a speech in reading order, each with its mood.

    Arguments: the decoded text, the speech's paragraphs, what its title promises (`title_mood`). A section whose headings say nothing takes the mood of the sentence before: a speech without headings goes
    from its report to its tasks by the words alone. Those of the last speech are kept: whoever looks for deadlines,
    for targets or for facts wants them.
    """
    return _statements(text, tuple(paragraphs), document)


@lru_cache(maxsize=1)
def _statements(text: str, paragraphs: Sequence[Paragraph], document: Mood) -> tuple[Statement, ...]:
    return tuple(_in_order(text, paragraphs, document))


def _in_order(text: str, paragraphs: Sequence[Paragraph], document: Mood) -> Iterator[Statement]:
    carried: Mood = "open"
    headed = any(paragraph.path for paragraph in paragraphs)
    for number, paragraph in enumerate(paragraphs):
        section = section_mood(paragraph.path)
        # What stands before the first heading of a plan may look back on the year before it.
        promised = "open" if headed and not paragraph.path else document
        section = promised if section == "open" else section
        spans = (
            span for sentence in paragraph.sentences for span in _pieces(text, sentence.start, sentence.end)
        )
        for index, span in enumerate(spans):
            words = squeeze(text[slice(*span)], span[0])
            mood = sentence_mood(words.text, carried if section == "open" else section)
            carried = _carry(words.text, mood, carried)
            yield Statement(words, span, mood, number, index)


def heading_statements(
    text: str, paragraphs: Sequence[Paragraph], document: Mood = "open"
) -> Iterator[Statement]:
    """The headings of a speech that are no sentences of it, in reading order, each as a statement of the first
    paragraph below it. Arguments as those of `statements`."""
    starts = {sentence.start for paragraph in paragraphs for sentence in paragraph.sentences}
    for number, paragraph in enumerate(paragraphs):
        for depth, heading in enumerate(paragraph.path):
            if heading.start in starts or heading.start >= heading.end or paragraph.row:
                continue
            starts.add(heading.start)
            words = squeeze(text[heading.start : heading.end], heading.start)
            section = section_mood(paragraph.path[:depth])
            mood = sentence_mood(words.text, document if section == "open" else section)
            yield Statement(words, (heading.start, heading.end), mood, number, -1)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is; one beyond all measure (a table, a damaged file) in pieces, cut at marks if it has any."""
    while end - start > LONGEST_SENTENCE:
        cut = max(text.rfind(mark, start, start + LONGEST_SENTENCE) for mark in "；，、\n") + 1
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def section_mood(path: Sequence[Heading]) -> Mood:
    """What the headings above a sentence promise: a report wherever one of them does (看成绩), else a task.

    Below 看成绩 the items have headings like tasks (一是服务体系不断完善), but the other way round they do not.
    """
    moods = [heading_mood(heading.text) for heading in path]
    return "report" if "report" in moods else "task" if "task" in moods else "open"


@lru_cache(maxsize=4096)
def heading_mood(heading: str) -> Mood:
    """What a heading promises; of 认清形势，坚定信心 the first clause that says anything counts."""
    for clause in re.split("[，,：:；]", heading):
        if REPORT_HEADING.search(clause) and not MENDS.search(clause) and not AIMS.search(heading):
            return "report"
        if TASK_HEADING.search(clause):
            return "task"
    return "open"


def sentence_mood(sentence: str, around: Mood) -> Mood:
    """Whether a sentence asks or reports; without a sign of its own it does as what is around it.

    Among tasks only the first clause can make a report of a sentence: later ones compare (比上年增长8%).
    """
    if CALLS.search(sentence):
        return "task"
    if OPENS_REPORT.search(sentence) and not MODAL.search(sentence.partition("，")[2]):
        return "report"
    if MODAL.search(sentence):
        return "task"
    if around == "task":
        return "report" if _reports_among_tasks(sentence) else "task"
    if REPORTING.search(sentence):
        return "report"
    return "task" if around == "open" and IMPERATIVE.search(sentence) else around


def _reports_among_tasks(sentence: str) -> bool:
    opening = sentence[: clause_end(sentence, 0)]
    return bool(
        REPORTING.search(opening) or (FALLS_SHORT.search(sentence) and not IMPERATIVE.search(sentence))
    )


def _carry(sentence: str, mood: Mood, carried: Mood) -> Mood:
    """The mood that a sentence leaves behind: a lone 将 or 要 inside a report does not turn it into tasks."""
    turns = CALLS.search(sentence) or MODAL.search(sentence[:14]) or IMPERATIVE.search(sentence)
    return carried if mood == "task" and carried == "report" and not turns else mood
