"""Charts can be read: bars as long as their values, blanks without any, long names in their room."""

import re

import pytest

from bot.pictures.indicator_chart import A_PAGE, BLANK, GOAL, PRESENT, Bar, Legend, chart
from bot.pictures.png import render
from bot.pictures.svg import MARGIN, WIDTH
from tests.bot.pictures.ink import ink, inked_box, picture

LEGEND = Legend("县域内就诊率", "2 份文件，3 个数", "目标", "实际值")
BARS = [
    Bar("云溪《工作要点》（2026）", "目标 不低于 90%（2027）", 0.9, "goal"),
    Bar("云溪《工作要点》（2026）", "实际值 45%（2025）", 0.45, "present"),
    Bar("澜江《讲话》（2026）", "目标 原文未写明（2027）", None, "blank"),
    Bar("澜江《讲话》（2026）", "目标 全覆盖（2027）", None, "goal"),
]


def test_a_bar_is_as_long_as_its_value() -> None:
    (svg,) = chart(BARS, LEGEND)
    room = WIDTH - 2 * MARGIN
    lengths = {
        colour: [float(wide) for wide in re.findall(rf'width="([\d.]+)"[^>]*fill="{colour}"', svg)]
        for colour in (GOAL, PRESENT)
    }
    # The first of each is the legend's.
    assert lengths[GOAL][1:] == [pytest.approx(0.9 * room, abs=1)]
    assert lengths[PRESENT][1:] == [pytest.approx(0.45 * room, abs=1)]


def test_a_blank_is_an_outline_and_says_so() -> None:
    (svg,) = chart(BARS, LEGEND)
    assert svg.count(f'stroke="{BLANK}"') == 1 and "原文未写明" in svg
    assert svg.count("澜江《讲话》（2026）") == 1


@pytest.mark.parametrize("name", ["短", "在全市紧密型医共体建设暨三医联动改革推进会上的讲话" * 4])
def test_pictures_keep_their_margin_and_hold_ink(name: str) -> None:
    bars = [Bar(f"{number}{name}", f"目标 {number}%{name}", number / 20, "goal") for number in range(20)]
    pictures = chart(bars, LEGEND)
    assert len(pictures) == -(-20 // A_PAGE)
    for svg in pictures:
        png = render(svg)
        box, height = inked_box(png), picture(png).size[1]
        assert box and box[0] >= MARGIN - 2 and box[2] <= WIDTH - MARGIN + 2 and height <= 2450
        assert ink(png, (MARGIN, 250, WIDTH - MARGIN, height - MARGIN)) > 0.02
