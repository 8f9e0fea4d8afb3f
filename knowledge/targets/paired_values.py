"""Values paired with names or times: A、B分别达到x、y; 2027年、2028年分别新增80个和100个."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.targets.indicators import COMPARED, LIST_MARK, MASK, ValueContext, indicator_of, names_in, tidy
from knowledge.targets.values import Value
from knowledge.text.clauses import clause_end, clause_start
from knowledge.text.numerals import parse_int
from loaders.lazy_pattern import lazy_pattern

APART = "分别"
TIMES = lazy_pattern(rf"{MASK}+")
BETWEEN_TIMES = lazy_pattern(rf"{MASK}+[、和及与]?")
# 上述两项指标分别达到…: the names stand before.
COUNTS_NAMES = lazy_pattern(r"(?:上述|以上|前述|这|该)?(?P<count>[两二三四五六])[项个](?:指标|率|比例)")


@dataclass(frozen=True, slots=True)
class PairedValues:
    """The values listed after 分别 with the name of each; `timed` says that each has a time of its own."""

    values: tuple[Value, ...]
    names: tuple[str, ...]
    timed: bool


def pairs_at(
    sentence: str, apart: int, values: Sequence[Value], earlier: Sequence[str], context: str
) -> PairedValues | None:
    """The values and names that the 分别 at an offset pairs; None where their numbers differ.

    Arguments: the sentence with its times masked; the values in it; the indicators of the goals before it; what a
    value without a name is about.
    """
    run = tuple(_run(sentence, values, apart))
    before = sentence[clause_start(sentence, apart) : apart]
    if len(run) > 1 and len(TIMES.findall(before)) == len(run):
        name = _name_of_all(sentence, before, apart, run, context)
        return PairedValues(run, (name,) * len(run), timed=True) if name else None
    names = tuple(_names(before.replace(MASK, ""), earlier))
    return (
        None
        if len(run) != len(names) or COMPARED.search(names[-1])
        else PairedValues(run, names, timed=False)
    )


def _run(sentence: str, values: Sequence[Value], apart: int) -> Iterator[Value]:
    """The values listed after 分别."""
    end = clause_end(sentence, apart)
    listed = [value for value in values if apart < value.start < end]
    for before, value in zip([None, *listed], listed, strict=False):
        if before is not None and not LIST_MARK.fullmatch(sentence, before.end, value.start):
            return
        yield value


def _name_of_all(sentence: str, before: str, apart: int, run: Sequence[Value], context: str) -> str | None:
    """The one indicator of values that each have a time."""
    first, last = run[0], run[-1]
    head = BETWEEN_TIMES.sub("", before).removesuffix("再") + sentence[apart + len(APART) : first.start]
    return indicator_of(
        ValueContext(first, head, sentence[last.end : clause_end(sentence, last.end)], context)
    )


def _names(listed: str, earlier: Sequence[str]) -> Sequence[str]:
    counted = COUNTS_NAMES.fullmatch(tidy(listed))
    count = parse_int(counted["count"]) if counted else None
    return earlier[-count:] if count else names_in(listed)
