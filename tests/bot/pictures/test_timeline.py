"""Timelines can be read: nothing is clipped, nothing empty, many entries are added up and paged."""

import datetime as dt
import re

import pytest

from bot.pictures.png import render
from bot.pictures.svg import COLOURS, INK, MARGIN, PAPER, WIDTH, text_on
from bot.pictures.timeline import A_PAGE, Captions, TimelineEntry, timeline
from tests.bot.pictures.ink import ink, inked_box, picture

CAPTIONS = Captions("时限时间表", "共几项", "{year}年{month}月", "其他主题", "更晚")
LONG = "建立县域医共体编制周转池，跨院使用不再逐一报批，空编率超过8%的单位暂停新增设备审批，" * 3


def entries(count: int, topics: int = 3, task: str = "完成药品目录统一") -> list[TimelineEntry]:
    days = [dt.date(2026, 12, 31) + dt.timedelta(days=30 * number) for number in range(count)]
    return [
        TimelineEntry(day, day.isoformat(), task, f"主题{number % topics}", "《云溪县工作要点》（2026）")
        for number, day in enumerate(days)
    ]


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def test_a_few_fit_one_picture() -> None:
    (svg,) = timeline(entries(3), CAPTIONS)
    assert words(svg).count("完成药品目录统一") == 3
    assert {"2026年12月", "2027年1月", "2027年3月", "主题2"} <= set(words(svg))


@pytest.mark.parametrize("count", [1, A_PAGE, 40])
@pytest.mark.parametrize("task", ["统一", LONG, "<b>&amp;\x07\ufffe\ue000", "a" * 300])
def test_pictures_keep_their_margin_and_hold_ink(count: int, task: str) -> None:
    for svg in timeline(entries(count, 12, task), CAPTIONS)[:3]:
        png = render(svg)
        width, height = picture(png).size
        box = inked_box(png)
        assert width == WIDTH and height <= 2000
        assert box and box[0] >= MARGIN - 2 and box[2] <= WIDTH - MARGIN + 2 and box[3] <= height - 10
        assert ink(png, (0, 0, width, 130)) > 0.005 and ink(png, (0, height // 2, width, height)) > 0.005


def test_many_begin_with_an_overview_in_which_all_are_counted() -> None:
    many = entries(40, 12)
    overview, *lists = timeline(many, CAPTIONS)
    assert len(lists) == -(-40 // A_PAGE)
    counts = [int(word) for word in re.findall(r"<circle[^>]*/><text[^>]*>(\d+)</text>", overview)]
    assert sum(counts) == len(many)
    assert {"其他主题", "更晚", "2027"} <= set(words(overview))


def test_the_topics_have_colours_of_their_own() -> None:
    overview = timeline(entries(40, 7), CAPTIONS)[0]
    assert len(set(re.findall(r'<circle[^>]*fill="(#\w+)"', overview))) == 7


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, relative luminance and contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [*COLOURS, PAPER, INK])
def test_words_stand_out_from_their_colour(colour: str) -> None:
    assert contrast(colour, text_on(colour)) >= 3  # what WCAG asks for large letters
