"""Which targets keep a bound that a question names: 哪些指标要求90%以上."""

from __future__ import annotations

from knowledge.query.list_questions import ValueBound
from knowledge.targets.targets import Target
from knowledge.text.numbers import figure_of

_AT_MOST = "<="


def keeps(target: Target, bound: ValueBound) -> bool:
    """Whether a target asks for at least (of a bound below: at most) the bound's number in its unit."""
    figure = figure_of(target.value)
    if figure is None or figure.unit != bound.unit or (target.op == _AT_MOST) == bound.above:
        return False
    return figure.number >= bound.number if bound.above else figure.number <= bound.number
