"""The picture of the figures: everything in it is inside, seen, and as high as it should be."""

import datetime as dt
import re
from xml.etree import ElementTree

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.pictures.svg import MARGIN, WIDTH
from bot.state.usage.statistics import VoteCount
from bot.statistics.chart import ANSWERED, DECLINED, UNSURE, Labels, figures_chart, is_weekly
from bot.statistics.figures import Day, UsageFigures
from bot.statistics.page import figures_picture
from tests.bot.pictures.ink import ink, picture
from tests.clock import TODAY

LABELS = Labels("标题", "说明", "已答", "拿不准", "未答", "主题")


def made_of(counts, topics=()):
    """Figures of days that end today, from (answered, unsure, declined) of each."""
    first = TODAY - dt.timedelta(len(counts) - 1)
    days = tuple(Day(first + dt.timedelta(number), *three) for number, three in enumerate(counts))
    return UsageFigures(days, 1, VoteCount(), tuple(topics), 100, 100)


def parts(svg):
    """The attributes of the bars of each colour, and the words."""
    root = ElementTree.fromstring(svg)
    bars = [one.attrib for one in root if one.tag.endswith("rect")]
    words = [one.text for one in root if one.tag.endswith("text")]
    return bars, words


def bars_of(svg, colour):
    """The heights of the bars of a colour, without the one of the legend."""
    return [float(bar["height"]) for bar in parts(svg)[0] if bar["fill"] == colour][1:]


def test_bars_are_as_high_as_their_numbers_and_stand_on_each_other():
    svg = figures_chart(made_of([(4, 2, 1), (8, 0, 0), (0, 0, 0)]), LABELS)
    high, double = bars_of(svg, ANSWERED)
    assert double == pytest.approx(2 * high)
    assert bars_of(svg, UNSURE) == [pytest.approx(high / 2)] and bars_of(svg, DECLINED) == [
        pytest.approx(high / 4)
    ]


@pytest.mark.parametrize("most", [0, 1, 2, 3, 9, 19, 20, 21, 99, 1234, 99_999])
def test_no_bar_is_higher_than_the_chart_and_its_axis_is_of_whole_numbers(most):
    svg = figures_chart(made_of([(most, 0, 0)] * 7), LABELS)
    axis = [int(word) for word in parts(svg)[1] if re.fullmatch(r"\d+", word)]
    assert axis[0] == 0 and axis[2] == 2 * axis[1] >= most
    assert all(high <= 420 for high in bars_of(svg, ANSWERED))


@pytest.mark.parametrize("count", [1, 2, 7, 30, 31, 32, 90, 366])
def test_everything_is_inside_the_picture(count):
    topics = [("很长很长很长很长很长的主题名称", 99_999), ("短", 1)]
    bars, _ = parts(figures_chart(made_of([(1, 1, 1)] * count, topics), LABELS))
    for bar in bars[1:]:
        assert float(bar["x"]) >= MARGIN and float(bar["x"]) + float(bar["width"]) <= WIDTH - MARGIN + 1


def test_of_many_days_each_bar_is_a_week_and_nothing_is_lost():
    found = made_of([(number, 0, 0) for number in range(90)])
    assert is_weekly(found) and not is_weekly(made_of([(1, 0, 0)] * 31))
    assert len(bars_of(figures_chart(found, LABELS), ANSWERED)) == 13


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_the_picture_shows_its_bars_and_chinese_names(words):
    with_topic = figures_picture(made_of([(5, 2, 1)] * 30, [("县域医共体", 9)]), words)
    other_topic = figures_picture(made_of([(5, 2, 1)] * 30, [("中医药服务", 9)]), words)
    assert picture(with_topic).size[0] == WIDTH and ink(with_topic) > 0.1
    assert with_topic != other_topic  # boxes would be alike
    label = (
        MARGIN,
        picture(with_topic).size[1] - MARGIN - 62,
        MARGIN + 150,
        picture(with_topic).size[1] - MARGIN,
    )
    assert ink(with_topic, label) > 0.05
