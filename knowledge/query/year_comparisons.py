"""Questions that compare two years of one place: 青汀2026年和2027年有什么变化, 跟去年相比签约率有什么变化."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.query.followups import place_pattern
from knowledge.query.named_years import YEARS
from loaders.lazy_pattern import lazy_pattern

_RELATIVE = "|".join(YEARS)
_YEAR = lazy_pattern(
    rf"[和与跟同比较、，,到至]?(?:20(?P<full>\d\d)(?!\d)年?|(?<!\d)(?P<short>[1-4]\d)年|(?P<word>{_RELATIVE}))度?"
    r"(?:相比(?:较|于)?|对比|比较|之间|两年|的|来说|比[，,]|比$|比(?=\s))*"
)
_WHAT = r"(?:什么|啥|哪些|多大|哪几[项个处])(?:样的?|新的?|明显的?)?"
_SORT = r"(?:任务|指标|内容|工作|目标|事项|要求|地方)?"
_CHANGES = lazy_pattern(
    # 分别多少 asks for each year's value, 提高多少 for both.
    r"分别(?:都)?(?:是|为|要)?(?:达到)?(?:多少|几)|各(?:是|为)?多少|(?:提高|增加|增长|下降|降低|减少|上升|提升)了?(?:多少|几)[\u4e00-\u9fff]{0,4}"
    rf"|(?:都|又)?(?:有|发生|出现)(?:了|过)?{_WHAT}(?:的)?(?:变化|变动|不同|不一样|区别|差别|差异|调整|改变|增减){_SORT}"
    rf"|(?:变|改变|变化|变动|新增|增加|减少|取消|删去|去掉|调整|多|少)了{_WHAT}{_SORT}|{_WHAT}(?:变化|变动|不同|不一样|区别){_SORT}"
    r"|(?:的)?(?:变化|区别|差别|不同|差异|对比)(?:是什么|有哪些|情况|在哪里?|大吗)?(?=[？?。]?$)|(?:比较|对比)一?下|怎么变化?的?"
)
_WHOLE_PLAN = lazy_pattern(
    r"(?:年度|全年|全县|全市|全区|全省|卫生健康|卫健|重点|主要|工作|要点|计划|安排|目标|任务|指标|文件|清单|内容|方案|讲话|报告|两年|这|两份|的|和)*"
)
_SMALL = lazy_pattern(r"^[的，,、：:\s]+|[的，,、：:\s？?。！!了呢吗呀]+$|请问|相比(?:较|于)?")


@dataclass(frozen=True, slots=True)
class YearComparison:
    """Two years that a question compares, the earlier first: of which place, as documents name it, and in what (empty: in all).

    `printed`: the question names both as numbers, so each must be met.
    """

    years: tuple[int, int]
    place: str
    matter: str
    printed: bool

    @property
    def questions(self) -> tuple[str, str]:
        """The question for the matter in each year."""
        first, second = (f"{self.place}{year}年{self.matter}" for year in self.years)
        return first, second


def year_comparison(question: str, places: Collection[str], today: int | None) -> YearComparison | None:
    """The two years that a question compares, None where it compares none.

    Arguments: the question; the places of documents; the year that 今年 is, None where nothing tells it.
    """
    changes = _CHANGES.search(question)
    years = _years(question, today) if changes else set()
    if changes is None or len(years) != 2:
        return None
    pattern = place_pattern(places)
    place = pattern.search(question) if pattern else None
    rest = question[: changes.start()] + " " + question[changes.end() :]
    rest = _YEAR.sub(" ", rest.replace(place[0], " ") if place else rest)
    matter = "".join(_SMALL.sub("", part) for part in _SMALL.sub("", rest).split())
    first, second = sorted(years)
    printed = sum(bool(match["full"] or match["short"]) for match in _YEAR.finditer(question)) == 2
    name = max((name for name in places if place and place[0].startswith(name)), key=len, default="")
    return YearComparison((first, second), name, "" if _WHOLE_PLAN.fullmatch(matter) else matter, printed)


def _years(question: str, today: int | None) -> set[int]:
    """The years that a question names; beside a relative one alone stands the present year."""
    matches = list(_YEAR.finditer(question))
    printed = {2000 + int(match["full"] or match["short"]) for match in matches if not match["word"]}
    words = {YEARS[match["word"]] for match in matches if match["word"]}
    if len(printed) == 1 and words == {-1}:  # 上一年 is counted from the year beside it
        return printed | {year - 1 for year in printed}
    if today is None or not words:
        return printed
    named = printed | {today + count for count in words}
    return named | {today} if len(named) == 1 and not printed else named
