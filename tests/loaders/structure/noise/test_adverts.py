"""Adverts are known by what only they say; a task that tells of the same things is none."""

from __future__ import annotations

import pytest

from loaders.structure.headings import one_form
from loaders.structure.lines import printed_lines
from loaders.structure.noise.adverts import is_advert
from loaders.structure.noise.lines import find_noise

BODY = "要坚持以人民健康为中心，加快推进紧密型县域医共体建设，提升基层服务能力，让群众在家门口看得上病、看得好病。"
TASKS = [
    "县人民医院微信公众号6月底前开通预约挂号",
    "设置扫码取号机",
    "严厉打击倒卖专家号",
    "登录www.qingting-health.gov.cn填报台账",
    "资金来源：县财政",
    "建好用好“健康青汀”微信公众号",
    "推行出院患者扫一扫满意度评价",
    "群众扫码下载“健康青汀”客户端",
    "免费发放健康宣传资料",
    "建立健康教育资料库",
    "转发分享每期科普",
    "开通健康青汀公众号：8月底前",
    "来源：区级财政配套60万元",
    "全民阅读：20场次活动9月底前办完",
    "发布时间：2027年3月底前",
]
ADVERTS = [
    "更多公文范文请关注公众号：某某文库",
    "打卡签到就能下载全文Word版，扫码关注公众号：某某公文",
    "交流QQ群：000012345，免费领取年终总结模板！",
    "某某范文,海量公文素材,下载网址:www.mm123.com,润笔请加微:mm199",
    "长按识别二维码，回复“资料”领取",
    "本站部分文稿需要会员才可阅读或下载",
    "如有侵权请联系站长删除",
    "版权所有 转载请注明出处",
]


def noise(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_noise(text, one_form(text), printed_lines(text))]


@pytest.mark.parametrize("line", TASKS)
def test_a_task_stays_wherever_it_stands(line: str) -> None:
    assert noise(f"工作要点\n{BODY}\n{line}\n{BODY}") == []
    assert noise("\n".join(["任务清单", *TASKS])) == []


@pytest.mark.parametrize("line", ADVERTS)
def test_an_advert_goes_before_inside_and_after_the_text(line: str) -> None:
    assert is_advert(line)
    assert noise(f"{line}\n工作要点\n{BODY}\n{BODY}") == [line]
    assert noise(f"工作要点\n{BODY}\n{line}\n{BODY}") == [line]
    assert noise(f"工作要点\n{BODY}\n{line}") == [line]


@pytest.mark.parametrize(
    "line", ["（一）关注公众号：健康青汀", "年底前开通微信公众号：健康青汀", "微信公众号：县疾控中心负责。"]
)
def test_inside_the_text_what_is_numbered_dated_or_names_a_body_stays(line: str) -> None:
    assert noise(f"工作要点\n{BODY}\n{line}\n{BODY}") == []


def test_real_adverts_go_though_tasks_look_like_them() -> None:
    lines = [line for pair in zip(TASKS, [BODY] * len(TASKS), strict=True) for line in pair]
    assert noise("\n".join(["工作要点", *lines, *ADVERTS])) == ADVERTS


def test_an_address_below_its_lead_in_is_a_fact() -> None:
    assert noise(f"工作要点\n{BODY}\n登录以下网址填报：\nwww.example.com") == []
    assert noise(f"工作要点\n{BODY}\nwww.example.com") == ["www.example.com"]


@pytest.mark.parametrize(
    "line",
    ["上一篇：关于体检的公告", "【打印本页】【关闭窗口】", "浏览次数：318", "来源：县卫健局 浏览：5次"],
)
def test_unmistakable_furniture_goes_from_between_documents(line: str) -> None:
    assert noise(f"工作要点\n{BODY}\n{line}\n工作安排\n{BODY}") == [line]
