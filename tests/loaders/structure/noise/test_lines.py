"""Adverts and page furniture are left out, each line by itself; the work that they resemble stays."""

import pytest

from loaders.notes import Note
from loaders.registry import load
from loaders.structure.headings import one_form
from loaders.structure.lines import printed_lines
from loaders.structure.noise.lines import find_noise

BODY = "同志们：\n" + "要坚持以人民健康为中心，加快推进紧密型县域医共体建设，提升基层服务能力。" * 4


def noise(text: str) -> list[tuple[str, str]]:
    return [(n.reason, text[n.start : n.end]) for n in find_noise(text, one_form(text), printed_lines(text))]


@pytest.mark.parametrize(
    "line",
    [
        "关注公众号：某某文库",
        "QQ群：000000",
        "点击下载全文",
        "www.example.com",
        "仅供学习 禁止外传",
        "现在订阅立享前3年权益",
    ],
)
def test_adverts(line: str) -> None:
    assert noise(f"{BODY}\n{line}") == [("advert", line)]


@pytest.mark.parametrize("line", ["— 3 —", "- 12 -", "第3页", "第 3 页 共 10 页", "7", "3/10", "------"])
def test_page_numbers(line: str) -> None:
    assert noise(f"{BODY}\n{line}\n{BODY}") == [("page", line)]


@pytest.mark.parametrize(
    "line",
    [
        "要办好卫生健康公众号，及时发布权威信息。要加强队伍建设。",
        "完善医疗机构官方网站和公众号预约挂号功能，让群众在家就能选到医生、约到号源，避免排长队，逐步实现分时段预约诊疗、诊间结算和检查检验结果的在线查询。",
    ],
)
def test_sentences_on_the_same_matters_stay(line: str) -> None:
    assert noise(f"{BODY}\n{line}\n{BODY}") == []


def test_an_advert_takes_its_neighbours_before_the_title_with_it() -> None:
    text = f"某某文行\n自建平台\n现在订阅立享优惠\n\n\n在全市大会上的讲话\n{BODY}"
    assert [words for _, words in noise(text)] == ["某某文行", "自建平台", "现在订阅立享优惠"]


@pytest.mark.parametrize(
    "line",
    [
        "来源：本站",
        "责任编辑：某某",
        "当前位置：首页 > 政务公开",
        "发布时间：2026-03-12 浏览次数：12",
        "【打印本页】【关闭窗口】",
    ],
)
def test_furniture_of_web_pages_leaves_the_title_above_it(line: str) -> None:
    assert noise(f"在全市大会上的讲话\n{line}\n{BODY}") == [("furniture", line)]


def test_an_advert_below_the_title_leaves_it() -> None:
    text = f"在全市大会上的讲话\n关注公众号：某某文库\n{BODY}"
    assert noise(text) == [("advert", "关注公众号：某某文库")]


def test_a_line_that_comes_again_through_the_whole_text_is_a_watermark() -> None:
    text = f"\n青汀县内部资料\n{BODY}" * 4
    assert noise(text) == [("repeated", "青汀县内部资料")] * 4


@pytest.mark.parametrize("line", ["责任单位：县卫健局", "（牵头单位：县卫健局）", "要抓紧。"])
def test_lines_that_plans_repeat_stay(line: str) -> None:
    assert noise(f"\n{line}\n{BODY}" * 5) == []


def test_what_was_left_out_is_named_in_the_report() -> None:
    file = load(f"在全市大会上的讲话\n{BODY}\n关注公众号：某某文库".encode(), "a.txt")
    assert file.warnings == (Note.of("left_out.advert", count=1, shown="“关注公众号：某某文库”"),)
