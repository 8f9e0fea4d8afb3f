"""The values that goals start from: 由62%提高到75%; rows of a plan such as 签约率：现状62%，目标75%."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.targets.indicators import MASK, tidy
from knowledge.targets.values import Value
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

# 由目前的15分钟, 由2020年的22.7%: where a value starts from, and the time that belongs to that alone.
STARTS = lazy_pattern(r"(?:由|从)(?:(?:现在|目前|现有|原来|上年|去年|[^，；。]{0,9}年[初中底末]?)的?)?$")
# 签约率：现状62%，目标75%: a row of a plan, its name before the colon.
ROW = lazy_pattern(
    r"(?:^|[；。])(?:[^：，。；]{0,6}[、.．）)])?(?P<name>[^：，。；0-9]{2,30}|[^：，。；]{2,30}?)(?:[（(][^（）()]{1,12}[）)])?："
)
BEFORE = lazy_pattern(
    "(?:现状|基期|基线|基准|基数|目前|当前|上年|去年|现有|实际|完成(?=值|情况|数))(?:值|情况|水平|数)?(?:为|是|：)?$"
)
AIM = lazy_pattern("(?:目标|计划|任务|预期|指标)(?:值|数)?(?:为|是|达到|：)?$")


def row_name(sentence: str, at: int) -> str:
    """The name before the colon of the row in which a value stands, or nothing."""
    begin = clause_start(sentence, at, SEGMENT_MARKS)
    row = ROW.match(sentence[begin:at])
    return tidy(row["name"]) if row else ""


def start_of(sentence: str, at: int, unit: str, values: Sequence[Value]) -> str | None:
    """The value that a goal starts from, as printed, None where the text gives none.

    Arguments: the sentence with its times masked; where the goal's value begins, and its unit; the values of the
    sentence.
    """
    segment = clause_start(sentence, at, SEGMENT_MARKS)
    same = [value for value in values if segment <= value.start and value.end <= at and value.unit == unit]
    if not same:
        return None
    nearest = same[-1]
    head = sentence[clause_start(sentence, nearest.start) : nearest.start]
    starts = STARTS.search(head) and clause_end(sentence, nearest.end) > at
    # 签约率：2025年62%，2027年达到75%
    dated = MASK in head and not head.strip(MASK) and row_name(sentence, at)
    return nearest.text if starts or dated or BEFORE.search(head) else None
