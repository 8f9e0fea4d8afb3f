"""Where somebody says to be at home is understood, and nothing else is taken for it."""

import pytest

from bot.home.defaults import filter_at_home
from bot.home.parser import read_home
from bot.state.chats.homes import NOWHERE, Home

PLACES = {"青汀", "岚川", "霁岭"}


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("我是青汀的", Home("青汀")),
        ("我们是青汀县的。", Home("青汀")),
        ("我在青汀工作", Home("青汀")),
        ("我来自岚川县", Home("岚川")),
        ("本群是青汀县民政局的", Home("青汀", "民政局")),
        ("我是青汀县民政局的张三", Home("青汀", "民政局", "张三")),
        ("我是青汀的张三", Home("青汀", "", "张三")),
        ("我是民政局的", Home("", "民政局")),
        ("我是霁岭市卫健委的", Home("霁岭", "卫健委")),
    ],
)
def test_what_is_said(text, home):
    assert read_home(text, PLACES) == home


@pytest.mark.parametrize(
    "text",
    [
        "我是谁", "我是火星的", "我是糖尿病患者，能报销吗", "我在青汀能签约吗", "我是医生", "青汀的期限呢", "我是青汀县居民能不能签约？",
        "我是要问青汀的", "", "我们要完成哪些任务", "我是青汀县民政局的，今年要干什么",
    ],
)  # fmt: skip
def test_what_is_something_else(text):
    assert read_home(text, PLACES) == NOWHERE


HOME = Home("青汀", "民政局", "张三")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", "青汀 民政局"),
        ("本月", "青汀 民政局 本月"),
        ("医共体 下月", "青汀 民政局 医共体 下月"),
        ("卫健局", "青汀 卫健局"),
        ("岚川 本月", "岚川 本月"),
        ("全部地区", ""),
        ("所有地区 本月", "本月"),
        ("全省 本月", "全省 本月"),
        ("《工作要点》", "《工作要点》"),
        ("我的", "青汀 张三"),
        ("我的 逾期", "青汀 张三 逾期"),
        ("很长很长的词语一个", "青汀 很长很长的词语一个"),
        ("很长很长很长的词语一个", "很长很长很长的词语一个"),
    ],
)
def test_the_filter_of_a_list(words, wanted):
    assert filter_at_home(words, HOME, PLACES) == wanted


def test_without_a_home_the_words_stay():
    assert (
        filter_at_home("本月", NOWHERE, PLACES) == "本月"
        and filter_at_home("我的", NOWHERE, PLACES) == "我的"
    )
    assert filter_at_home("本月", HOME, PLACES, bodies=False) == "青汀 本月"
