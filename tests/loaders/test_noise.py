"""Adverts and page furniture go to the report; the work they resemble stays."""

import pytest

from loaders.lines import printed_lines
from loaders.noise import find_noise

BODY = "同志们：\n" + "要坚持以人民健康为中心，加快推进紧密型县域医共体建设，提升基层服务能力。" * 4


def noise(text: str) -> list[tuple[str, str]]:
    return [(n.reason, text[n.start : n.end]) for n in find_noise(text, printed_lines(text))]


@pytest.mark.parametrize(
    "line",
    [
        "关注公众号：某某文库",
        "QQ群：000000",
        "点击下载全文",
        "www.example.com",
        "来源：本站",
        "仅供学习 禁止外传",
        "现在订阅立享前3年权益",
        "责任编辑：某某",
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
