"""Web pages: the article, its numbers and tables, whatever they say of their encoding."""

from __future__ import annotations

import pytest

from loaders.blocks.source import Source
from loaders.errors import DamagedFile
from loaders.formats.html.loader import Html, Mhtml
from loaders.registry import choose
from tests.loaders.fixtures.html_file import page

SENTENCE = "<p>要加快推进紧密型县域医共体建设，提升基层服务能力，方便群众就近看病。</p>"


def printed(source: Source) -> list[str]:
    end = min((stretch.start for stretch in source.left_out), default=len(source.text))
    return source.text[:end].splitlines()


def lines(article: str) -> list[str]:
    return printed(Html().load(page(article)))


@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "gb18030"])
def test_the_article_is_read_and_what_is_around_it_is_not(charset: str) -> None:
    source = Html().load(page("<p>要推行。</p>" * 3, charset=charset))
    assert printed(source) == ["要推行。"] * 3
    left_out = {source.text[stretch.start : stretch.end]: stretch.reason for stretch in source.left_out}
    assert left_out["政务公开"] == "navigation"


def test_a_page_that_says_a_wrong_encoding() -> None:
    data = page(SENTENCE, charset="utf-8").replace(b"charset=utf-8", b"charset=gb2312")
    assert Html().load(data).text.startswith("要加快")
    data = page(SENTENCE).replace(b"charset=gb2312", b"charset=utf-8")
    assert Html().load(data).text.startswith("要加快")


def test_the_title_outside_the_article_stands_before_it() -> None:
    html = f"<html><body><div><h1>在全县会议上的讲话</h1></div><div id=c>{SENTENCE * 3}</div></body></html>"
    assert Html().load(html.encode()).text.splitlines()[0] == "在全县会议上的讲话"
    named = html.replace("<h1>在全县会议上的讲话</h1>", "").replace(
        "<html>", '<html><meta name="ArticleTitle" content="在全市会议上的讲话">'
    )
    assert Html().load(named.encode()).text.splitlines()[0] == "在全市会议上的讲话"


def test_white_space_is_as_a_browser_shows_it() -> None:
    assert lines(f"{SENTENCE}<p>要\n   快 &nbsp;<b>推</b>进，A\nB。<br>又一行</p>")[1:] == [
        "要快 \xa0推进，A B。",
        "又一行",
    ]


def test_numbers_of_lists() -> None:
    items = "<li>抓</li><li>办</li>"
    assert lines(f"{SENTENCE}<ol>{items}</ol><ol start=5>{items}</ol><ul>{items}</ul>")[1:] == [
        "1.抓", "2.办", "5.抓", "6.办", "抓", "办",
    ]  # fmt: skip
    chinese = '<ol style="list-style-type:cjk-ideographic">'
    assert lines(f"{SENTENCE}{chinese}{items}</ol>")[1:] == ["一、抓", "二、办"]


def test_the_numbers_that_word_saves() -> None:
    ignored = "<span style='mso-list:Ignore'>一、<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
    assert lines(f"{SENTENCE}<p>{ignored}提高认识</p>")[1:] == ["一、提高认识"]


def test_hidden_words_and_layout_tables() -> None:
    html = f"<html><body><table><tr><td>导航</td></tr><tr><td>{SENTENCE * 3}<p hidden>藏。</p></td></tr></table></body></html>"
    assert len(printed(Html().load(html.encode()))) == 3


def test_merged_cells() -> None:
    table = (
        "<table><tr><th rowspan=2>类别<th colspan=2>目标</tr><tr><th>2026年<th>2027年</tr>"
        "<tr><td rowspan=2>托育<td>4.1个<td>4.6个</tr><tr><td>60%<td>65%</tr></table>"
    )
    source = Html().load(page(SENTENCE * 3 + table))
    told = [(c.header, source.text[c.start : c.end]) for c in source.rows[-1].cells]
    assert told == [("类别", "托育"), ("目标2026年", "60%"), ("目标2027年", "65%")]


def test_a_page_in_one_file() -> None:
    import email.mime.multipart
    import email.mime.text

    mail = email.mime.multipart.MIMEMultipart("related")
    mail["From"] = "<Saved by WPS>"
    mail.attach(email.mime.text.MIMEText(page(SENTENCE).decode("gb18030"), "html", "gb2312"))
    data = mail.as_bytes()
    assert choose(data).name == "mht"
    assert Mhtml().load(data).text.startswith("要加快推进")


def test_nested_furniture_hidden_things_and_deep_nesting() -> None:
    inner = "<nav><aside style='display:none'><script>a。</script><p hidden>b。</p></aside></nav>"
    hidden = "<div style='display:none'><div style='display:none'>c。</div></div>"
    assert lines(f"{inner}{hidden}{SENTENCE}")[0].startswith("要加快")
    with pytest.raises(DamagedFile, match="nested"):
        Html().load(("<html><body>" + "<div>" * 20_000 + "要快。").encode())


SHORT = """<html><head><meta name="ArticleTitle" content="槐溪县2027年工作要点"><meta name="PubDate" content="2027-02-18 10:12">
</head><body><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zc">政策文件</a></div>
<table><tr><td>索引号：</td><td>008/2027-12</td></tr></table><div>来源：县卫健局，浏览次数：318</div>
<div class="TRS_Editor"><p>年底前建成26个。</p>{inside}</div><div class="foot">主办：槐溪县，备案号：X</div></body></html>"""


def short(inside: str = "") -> Source:
    return Html().load(SHORT.format(inside=inside).encode())


def test_a_short_article_is_what_the_editor_of_the_page_holds() -> None:
    assert printed(short()) == ["槐溪县2027年工作要点", "2027-02-18", "年底前建成26个。"]
    assert short("<p>槐溪县卫生健康局</p><p>2027年2月10日</p>").text.count("2027-02-18") == 0


def test_the_number_in_the_index_of_a_page_stands_above_the_title() -> None:
    index = "<td>发文字号：</td><td>槐卫发〔2027〕12号</td>"
    source = Html().load(
        SHORT.format(inside="").replace("<td>008/2027-12</td>", f"<td>008</td>{index}").encode()
    )
    assert printed(source)[:2] == ["槐卫发〔2027〕12号", "槐溪县2027年工作要点"]


def test_links_to_other_pages_inside_an_article_are_left_out_and_annexes_are_not() -> None:
    links = "<a href=1>关于做好节日值守的通知</a><a href=2>关于开展督查的通知</a>"
    source = short(f"<div>相关文件：{links}</div><p>附件：{links}</p>")
    assert printed(source)[3:] == ["附件：关于做好节日值守的通知关于开展督查的通知"]
    assert any("相关文件" in source.text[s.start : s.end] for s in source.left_out)


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol type=A>", ["A.", "B."]),
        ("<ol reversed>", ["2.", "1."]),
        ('<ol style="list-style-type: upper-roman">', ["I.", "II."]),
        ('<ol style="list-style: simp-chinese-informal inside">', ["一、", "二、"]),
        ('<ol style="list-style:none">', ["", ""]),
        ("<ol start=0>", ["0.", "1."]),
    ],
)
def test_lists_are_numbered_as_a_browser_shows_them(opening: str, numbers: list[str]) -> None:
    items = f"{opening}<li>抓</li><li>办</li></ol>"
    assert lines(f"{SENTENCE}{items}")[1:] == [numbers[0] + "抓", numbers[1] + "办"]
