"""The number in a printed value, and none where none is printed."""

import pytest

from knowledge.text.numbers import Quantity, figure_of

FIGURES = [
    ("70%", Quantity(70, "%")),
    ("３.２人", Quantity(3.2, "人")),
    ("3.5万人", Quantity(35_000, "人")),
    ("百分之七十", Quantity(70, "%")),
    ("八成", Quantity(80, "%")),
    ("9/10万", Quantity(9, "/10万")),
    ("15‰", Quantity(15, "‰")),
    ("85%至90%", Quantity(90, "%")),
    ("1到2家", Quantity(2, "家")),
    ("90%以上", Quantity(90, "%")),
    ("1300元", Quantity(1300, "元")),
    ("全覆盖", None),
    ("X%", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("value", "figure"), FIGURES)
def test_the_number_is_the_printed_one(value: str | None, figure: Quantity | None) -> None:
    assert figure_of(value) == figure
