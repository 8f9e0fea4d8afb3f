"""The picture of risk against coverage."""

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.pictures.png import render
from bot.pictures.risk_chart import risk_chart
from tests.bot.pictures.ink import ink

POINTS = [(0.25, 0.0), (0.5, 0.0), (0.75, 1 / 3), (1.0, 0.5)]


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_the_present_share_and_its_risk_are_told(words):
    svg = risk_chart(POINTS, 0.75, words)
    assert words.risk_now.format(coverage="75%", risk="33%") in svg
    assert ink(render(svg)) > 0.005


def test_without_questions_the_field_is_empty():
    assert "circle" not in risk_chart([], 0.0, CHINESE)
    assert "circle" in risk_chart(POINTS, 0.0, CHINESE)
