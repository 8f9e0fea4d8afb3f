"""The number in a value as it is printed: 70%, 3.2人, 3.5万人, 百分之七十, 八成."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.text.numerals import find_numbers, half_width
from loaders.lazy_pattern import lazy_pattern

BOUND = lazy_pattern(r"及?(?:以[上下内]|之内|左右|上下)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit; of a range the upper end."""

    number: float
    unit: str


def figure_of(value: str | None) -> Quantity | None:
    """The figure of a printed value, None where there is none: 全覆盖, a blank."""
    text = BOUND.sub("", half_width("".join((value or "").split())))
    # 9/10万 is nine in a hundred thousand: what follows the stroke belongs to the unit.
    printed, stroke, whole = text.partition("/")
    numbers = find_numbers(printed)
    if not numbers:
        return None
    last = numbers[-1]
    return Quantity(float(last.value), last.share or printed[last.end :].lstrip("多余") + stroke + whole)
