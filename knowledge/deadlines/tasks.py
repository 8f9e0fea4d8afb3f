"""What a due date asks for, as a readable phrase from the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.structure.outline import Heading

Span = tuple[int, int]

LONGEST = 90
LONGEST_LIST = 4
SCOPE = re.compile(
    r"(?P<many>[这那]几项|[这那]些|上述|以上|[这以][上]?[两二三四五六七八九]项)[^，。；]{0,4}?(?:工作|任务|要求|项目|措施|短板|事项|问题)"
    r"|[这该此那](?:一|两)?(?:项|件)(?:工作|任务|事)"
)
OF_SEVERAL = re.compile("(?:(?P<items>以上[二两三四五六七八九]项)|[这那]几项)[^，。；]{0,4}?(?:工作|任务)")
PUSH = r"(?:力争|确保|争取|努力|定(?=于)|要|将|并|必须|务必|应当|须|需|也|都|还|就|再|在|于|自|从|到|由|把|先|计划在|预计)"
PUSH_BEFORE = re.compile(
    rf"^(?:要(?=进一步|进行)|{PUSH}(?!次|求|点|素|位|达|底|进|款|清|行|身|主|愿|查|评|测|觉))+"
)
MOST_PUSHES = 9  # in a row; without a bound a run of them would be read anew from each of its places
PUSH_AFTER = re.compile(rf"(?:(?<![达提增降回起遇碰]){PUSH}|，|、|：){{1,{MOST_PUSHES}}}$")
AIM = re.compile("^的(?:总体|主要|工作)*目标(?:是|为)?：?")
# 主体完工 says too little by itself under 县体育中心二期。
TOO_SHORT = 10
LONGEST_HEAD = 20
MARKER = re.compile(
    r"^(?:[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,3}[.、．](?![0-9])|[①-⑳]|[一二三四五六七八九十]{1,3}(?:、|是要?|要)"
    r"|第[一二三四五六七八九十]，|任务[0-9一二三四五六七八九十]{1,3}[：:、.]|[-#*]+)+"
)
# 基本完成, 达到三级标准: a predicate whose subject stands before the time.
NEEDS_SUBJECT = re.compile(
    r"^(?:要|基本|全面|全部|均|都|正式|各|首次)*(?:完成(?![^，]{4})|达到|达标|到位|提高到|增加到|降[到至]|竣工|投用|投入|建成(?!.{3})|上线|验收|清零"
    r"|交账|实现(?!.{3})|封顶|开诊|落实到位|通过(?!.{5})|覆盖|办结|整改|兑现|报|审定|启用|执行|施行|开始)"
)
HEAD = re.compile(r"^[^，；：“”]{4,18}$")
# 完善四大体系 announces the heads that follow it.
COUNTS_ITEMS = re.compile(r"[两三四五六七八九十](?:大|项|个|条|张|类|支|方面)")
IS_TIME_LABEL = re.compile(r"^(?:活动|行动|整治|实施)?时间(?:为|是|从|自)?$")


def task_of(sentence: str, spans: Sequence[Span], at: int, earlier: Sequence[str]) -> str:
    """The task of a due time.

    Arguments: the sentence without stray white space; the due times in it; which of them is meant; the
    sentences before it in its item, to which 这几项工作 points.
    """
    start, end = spans[at]
    lead = _lead(sentence, spans, at)
    rest = _rest(sentence, spans, at)
    scope = SCOPE.search(sentence[clause_start(sentence, start, SEGMENT_MARKS) : end] + rest[:12])
    if scope and (heads := _pointed_at(earlier, many=bool(scope["many"]))):
        return _cut("、".join(heads) + _remark(rest, scope[0]))
    if not lead and (len(rest) < 5 or NEEDS_SUBJECT.search(rest)):
        lead = _subject_before(sentence, spans, at)
    return _cut(f"{lead}{rest}")


def under_head(task: str, path: Sequence[Heading], earlier: Sequence[str]) -> str:
    """A short task with the name of its item before it (县体育中心二期：主体完工), where the item begins with one."""
    if path and (several := OF_SEVERAL.match(task)):
        # What 以上四项任务 means lies in the items before: the heading over all of them names it.
        over = path[-2:][0] if several["items"] else path[-1]
        return _cut(f"{_plain(over.text)}：{task}")
    name = item_name(path, earlier[0]) if earlier else ""
    return f"{name}：{task}" if name and len(task) <= TOO_SHORT else task


def item_name(path: Sequence[Heading], first: str) -> str:
    """The name that an item begins with, its first sentence and heading in one (3.改造卫生院。); or nothing."""
    name = _plain(first)
    return name if path and 1 < len(name) <= LONGEST_HEAD and name == _plain(path[-1].text) else ""


def led_in(task: str, following: Sequence[str]) -> str:
    """A task that only leads in a list (主要指标如下) with the first items of it, as far as they fit."""
    if not task.endswith("如下"):
        return task
    return _cut(f"{task.removesuffix('如下')}：{'；'.join(map(_plain, following))}")


def item_head(path: Sequence[Heading], earlier: Sequence[str]) -> str:
    """What an item is about, for a time that stands in a label at its end (完成时限：…)."""
    first = _plain(earlier[0]) if earlier else ""
    if earlier and path and _plain(path[-1].text) not in first:
        return _cut(first)
    return _cut(first if HEAD.search(first) or not path else _plain(path[-1].text))


def _lead(sentence: str, spans: Sequence[Span], at: int) -> str:
    """The words of the time's own clause before it, without the matter of an earlier time."""
    begin, start = clause_start(sentence, spans[at][0]), spans[at][0]
    if at and spans[at - 1][0] >= begin:
        start = spans[at - 1][0]
    lead = PUSH_AFTER.sub("", MARKER.sub("", sentence[begin:start]))
    if len(lead) < 2 or IS_TIME_LABEL.search(lead):
        return ""
    return PUSH_BEFORE.sub("", lead)


def _rest(sentence: str, spans: Sequence[Span], at: int) -> str:
    """The words after the time, up to the next semicolon or the clause of the next time."""
    # 启动阶段（2026年4月至6月），制定政策: what is due stands after the bracket.
    end = spans[at][1] + (sentence[spans[at][1] : spans[at][1] + 1] in ("）", ")"))
    stop = clause_end(sentence, end, SEGMENT_MARKS)
    for start, after in spans[at + 1 : at + 1 + LONGEST_LIST]:
        if not sentence[end:start].strip("、和及，"):
            # 年中、年末各开展一次评估: times in a list share what follows.
            end = after
            continue
        begin = clause_start(sentence, start)
        return _bare(sentence[end : min(stop, begin if begin > end else start)])
    return _bare(sentence[end:stop])


def _bare(rest: str) -> str:
    rest = AIM.sub("", rest)
    return PUSH_BEFORE.sub("", rest.strip("，、：。； ")).rstrip("，、：；。")


def _subject_before(sentence: str, spans: Sequence[Span], at: int) -> str:
    """The clause before the time's own, where it may be the subject; not one beyond a semicolon."""
    own = clause_start(sentence, spans[at][0])
    if own == 0 or sentence[own - 1] not in "，：":
        return ""
    begin, end = clause_start(sentence, own - 1), own - 1
    if at and spans[at - 1][0] >= begin:
        end = spans[at - 1][0]
    if at and end == begin:
        return _subject_before(sentence, spans, at - 1)
    subject = PUSH_AFTER.sub("", PUSH_BEFORE.sub("", MARKER.sub("", sentence[begin:end])))
    return f"{subject}，" if subject and end == own - 1 else subject


def _pointed_at(earlier: Sequence[str], many: bool) -> list[str]:
    """The heads of the sentences that a scope word means: of one item for 这几项工作, the last one for 这项工作."""
    begins = max(
        (at for at, words in enumerate(earlier) if re.match("[一二三四五六七八九十]是", words)), default=0
    )
    item = [_plain(words) for words in earlier[begins:]]
    heads = [words for words in item if HEAD.search(words)]
    if not many:
        return heads[-1:] or [_first_clause(words) for words in item[-1:]]
    return heads[1:] if heads and COUNTS_ITEMS.search(heads[0]) else heads


def _remark(rest: str, scope: str) -> str:
    rest = rest.removeprefix(scope).strip("，")
    return f"，{rest}" if rest else ""


def _plain(sentence: str) -> str:
    return MARKER.sub("", sentence.strip()).rstrip("。；！？：.")


def _first_clause(sentence: str) -> str:
    return PUSH_BEFORE.sub("", re.split("[，；：]", sentence)[0])


def _cut(task: str) -> str:
    """A task that is too long ends at the last mark before the limit."""
    task = task.strip("，、：；。 ")
    if len(task) <= LONGEST:
        return task
    at = max(task.rfind(mark, 20, LONGEST) for mark in "，；、")
    return task[: at if at > 0 else LONGEST]
