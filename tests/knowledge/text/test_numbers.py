"""The number in a printed value, and none where none is printed."""

import pytest

from knowledge.text.numbers import Figure, figure_of

FIGURES = [
    ("70%", Figure(70, "%")),
    ("３.２人", Figure(3.2, "人")),
    ("3.5万人", Figure(35_000, "人")),
    ("百分之七十", Figure(70, "%")),
    ("八成", Figure(80, "%")),
    ("9/10万", Figure(9, "/10万")),
    ("15‰", Figure(15, "‰")),
    ("85%至90%", Figure(90, "%")),
    ("1到2家", Figure(2, "家")),
    ("90%以上", Figure(90, "%")),
    ("1300元", Figure(1300, "元")),
    ("全覆盖", None),
    ("X%", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("value", "figure"), FIGURES)
def test_the_number_is_the_printed_one(value: str | None, figure: Figure | None) -> None:
    assert figure_of(value) == figure
