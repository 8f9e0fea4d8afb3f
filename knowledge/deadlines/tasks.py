"""What a due date asks for: one stretch of the sentence, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.temporal.mentions import Mention
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

Span = tuple[int, int]

LONGEST = 90
SHORTEST_CUT = 20
# What only pushes (要, 力争, 于) says nothing of the task where it stands before or right after the time.
PUSH = r"(?:力争|确保|争取|努力|定于|计划于|拟于|原则上|最迟|要|将(?=于|在|会|继续|进一步|全面|陆续|组织|开展|达到|增加|提高|新增|建成|实现|完成|推进|加快|启动|召开|举办|对|按)|并|必须|务必|应当|应|须|需|也|都|还|就|再|于|预计|并于|同时|另外|此外)"
PUSH_BEFORE = lazy_pattern(
    rf"^(?:要(?=进一步|进行)|{PUSH}(?!次|求|点|素|位|达|底|进|款|清|行|身|主|愿|查|评|测|觉|急|对|用|邀|参))+"
)
ONLY_PUSHES = lazy_pattern(rf"(?:{PUSH}|在|从|自|由|到|至|把|先|全部|计划|，|、|：)*$")
MOST_PUSHES = 9  # in a row; without a bound a run of them would be read anew from each of its places
PUSH_AFTER = lazy_pattern(
    rf"(?:(?<![达提增降回起遇碰]){PUSH}|(?<![达提增降回起遇碰])[到在从自]|，|、|：|时间为?|[，、][^，、；]{{0,4}}(?:时间|期限|时限)[为是]?){{1,{MOST_PUSHES}}}$"
)
AIM = lazy_pattern("^的(?:总体|主要|工作)*目标(?:是|为)?：?")
IS_TIME_LABEL = lazy_pattern(r"^(?:[^，；]{0,4})(?:时间|期限|时限|周期)(?:为|是|从|自|定在|截至|截止到?)?$")
MARKER = lazy_pattern(
    r"^(?:[（(][一二三四五六七八九十0-9]{1,3}[）)](?![至到—、和项-])|[0-9]{1,3}[.、．](?![0-9]{1,3}[%％个名家所万])|[①-⑳]|[一二三四五六七八九十]{1,3}(?:、|是要?|要(?!求))"
    r"|第[一二三四五六七八九十]，|任务[0-9一二三四五六七八九十]{1,3}[：:、.]|(?:任务|工作|项目|事项)(?:名称|内容|事项)?[：:]|[-#*•·●■◆]+)+"
)
# 基本完成, 达到三级标准, 上线: a predicate whose subject or object stands before the time.
NEEDS_SUBJECT = lazy_pattern(
    r"^(?:要|基本|全面|全部|均|都|正式|各|首次)*(?:完成(?![^，]{4})|达到|达标|(?:[一-鿿]{2})?到位|提高到|增加到|降[到至]|竣工|投用|投入|建成(?!.{3})|上线|验收|清零"
    r"|交账|实现(?!.{3})|封顶|开诊|通过(?!.{5})|覆盖|办结|整改|兑现|报(?!送|告.{3})|审定|启用|启动.{0,2}$|执行|施行|开始|配齐|配备到位|开工|完工|交付|印发(?!.{2})|使用)"
)
VALUE_ALONE = lazy_pattern(r"^(?:达到?|提高到|增加到|降[到至]|控制在|不低于|不超过|为|超过)")
SHORTEST = 5
BRACKET_BEFORE, BRACKET_AFTER = ("（", "(", "【"), ("）", ")")
LONGEST_LIST = 4
LABEL_OPENS = lazy_pattern(r"[（(【][^（）()：:]{0,8}(?:单位|部门|科室|人|时限|时间)[：:]")


def task_span(sentence: str, due: Sequence[Mention], at: int) -> Span:
    """Where the task of a due time stands in its sentence, in characters.

    It is what follows the time, to the semicolon or the clause of the next time. Where words stand before the time
    in its clause, it begins with these; where what follows is but a predicate (完成, 上线), with the clause before.
    Arguments: the sentence without stray white space; its due times; which of them is meant.
    """
    start = due[at].start
    begin = _after_marker(sentence, clause_start(sentence, start), start)
    rest = _rest(sentence, due, at)
    if rest[0] >= rest[1] and sentence[start - 1 : start] in BRACKET_BEFORE:
        return before_label(sentence, start)
    if _is_bare(sentence[begin:start]) or _holds_another(due, at, begin):
        return _of_predicate(sentence, due, at, rest)
    if IS_TIME_LABEL.search(sentence[begin:start]):
        return _cut(sentence, _clause_before(sentence, due, at, begin) or rest)
    if rest[0] >= rest[1]:
        return _cut(sentence, _bare(sentence, (begin, start)))
    return _cut(sentence, _bare(sentence, (begin, rest[1])))


def before_label(sentence: str, start: int) -> Span:
    """The words before a label or bracket that begins at `start`: 体检（完成时限：6月底前）; empty where there are none."""
    end = start - (sentence[start - 1 : start] in BRACKET_BEFORE)
    begin = _after_marker(sentence, 0, end)
    return _cut(sentence, _bare(sentence, (begin, end)))


def plain_span(words: str) -> Span:
    """A heading or sentence without its mark and final stop, at most so long as a task may be."""
    return _cut(words, _bare(words, (_after_marker(words, 0, len(words)), len(words))))


def plain(words: str) -> str:
    """A heading or sentence without its mark and final stop."""
    return words[slice(*plain_span(words))]


def _of_predicate(sentence: str, due: Sequence[Mention], at: int, rest: Span) -> Span:
    """The task of a time that opens its clause."""
    words = sentence[slice(*rest)]
    if len(words) >= SHORTEST and not NEEDS_SUBJECT.search(words):
        return _cut(sentence, rest)
    own = clause_start(sentence, due[at].start)
    before = _clause_before(sentence, due, at, own)
    if before is None and at and VALUE_ALONE.search(words):
        before = _bare(sentence, (_begin_of_first(sentence, due[: at + 1]), own))
    if before is None:
        return _cut(sentence, rest if words else _bare(sentence, (own, due[at].end)))
    return _cut(sentence, (before[0], rest[1] if words else before[1]))


def _begin_of_first(sentence: str, due: Sequence[Mention]) -> int:
    """Where what is said of the first due time begins in the part of a sentence in which the last one stands.

    It begins before that time, or after it where it opens its clause.
    """
    segment = clause_start(sentence, due[-1].start, SEGMENT_MARKS)
    first = next(other for other in due if other.start >= segment)
    begin = _after_marker(sentence, clause_start(sentence, first.start), first.start)
    return first.end if _is_bare(sentence[begin : first.start]) else begin


def _clause_before(sentence: str, due: Sequence[Mention], at: int, own: int) -> Span | None:
    """The clause before a time's own, where it may be the subject: no semicolon and no other due time between."""
    if own == 0 or sentence[own - 1] not in "，：,:":
        return None
    begin = _after_marker(sentence, clause_start(sentence, own - 1), own)
    if any(begin <= other.start < own for other in due[:at]):
        return None
    span = _bare(sentence, (begin, own - 1))
    return span if span[0] < span[1] else None


def _rest(sentence: str, due: Sequence[Mention], at: int) -> Span:
    """The words after a time, up to the next semicolon or the clause of the next time."""
    # 启动阶段（2026年4月至6月），制定政策: what is due stands after the bracket.
    end = due[at].end + (sentence[due[at].end : due[at].end + 1] in BRACKET_AFTER)
    stop = _before_labels(sentence, end, clause_end(sentence, end, SEGMENT_MARKS))
    for other in due[at + 1 : at + 1 + LONGEST_LIST]:
        if not sentence[end : other.start].strip("、和及与，") and _recurs(other) == _recurs(due[at]):
            # 年中、年末各开展一次评估: times in a list share what follows.
            end = other.end
            continue
        begin = clause_start(sentence, other.start)
        apart = bool(sentence[end:begin].strip("，、"))
        # 秋季学期起，每天安排一节体育课: how often is part of what begins then.
        if apart or not _recurs(other):
            return _bare(sentence, (end, min(stop, begin if apart else other.start)))
    return _bare(sentence, (end, stop))


def _before_labels(sentence: str, begin: int, stop: int) -> int:
    """Where the words end before a bracket that holds a label (（责任单位：…）)."""
    label = LABEL_OPENS.search(sentence, begin, stop)
    return label.start() if label else stop


def _bare(sentence: str, span: Span) -> Span:
    """A stretch without the pushing words and marks at its ends."""
    begin, end = span
    words = sentence[begin:end]
    begin += len(words) - len(words.lstrip("，、：。；,:;. ）)"))
    words = sentence[begin:end]
    for pattern in (AIM, PUSH_BEFORE):
        if match := pattern.match(words):
            begin += match.end()
            words = sentence[begin:end]
    words = words.rstrip("，、：；。,;:. ！？!?")
    # Before a time 力争 and 于 only lead on to it.
    leads_on = end < len(sentence) and sentence[end] not in "，。；,;"
    return begin, begin + len(PUSH_AFTER.sub("", words) if leads_on else words)


def _after_marker(sentence: str, begin: int, end: int) -> int:
    match = MARKER.match(sentence[begin:end])
    return begin + match.end() if match else begin


def _recurs(mention: Mention) -> bool:
    """Whether a time is no single one: 每月, 尽快, 印发后."""
    return mention.time.manner in ("every", "vague", "event")


def _is_bare(lead: str) -> bool:
    return bool(ONLY_PUSHES.fullmatch(lead)) or len(lead) < 2


def _holds_another(due: Sequence[Mention], at: int, begin: int) -> bool:
    """Whether another due time stands before this one in its clause (2024年达到80%、2025年达到100%)."""
    return any(other.start >= begin for other in due[:at])


def _cut(sentence: str, span: Span) -> Span:
    """A stretch that is too long ends at the last mark before the limit."""
    begin, end = span
    if end - begin <= LONGEST:
        return span
    at = max(sentence.rfind(mark, begin + SHORTEST_CUT, begin + LONGEST) for mark in "，；、,;")
    return begin, at if at > 0 else begin + LONGEST
