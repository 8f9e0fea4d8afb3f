"""Items stand under what holds them, whatever usually holds what."""

from __future__ import annotations

from loaders.registry import load
from loaders.structure.outline import Speech

TEXT = "各单位要按照时间节点有序推进，确保各项任务落到实处、见到成效，让群众得到更加便捷的服务。\n"


def read(text: str) -> Speech:
    return load(f"工作汇报\n{TEXT}{text}".encode(), "a.txt").speeches[0]


def headings(text: str) -> list[tuple[int, str]]:
    return [(one.level, one.text) for one in read(text).headings]


def test_yishi_above_and_below_numbers() -> None:
    text = f"一是强基层\n1.抓组织\n{TEXT}2.抓队伍\n一是引人才。{TEXT}二是强培训。{TEXT}二是强服务\n1.抓药品\n一是统目录。{TEXT}二是统配送。{TEXT}"
    assert headings(text) == [
        (1, "一是强基层"),
        (2, "1.抓组织"),
        (2, "2.抓队伍"),
        (3, "一是引人才"),
        (3, "二是强培训"),
        (1, "二是强服务"),
        (2, "1.抓药品"),
        (3, "一是统目录"),
        (3, "二是统配送"),
    ]


def test_the_last_outer_item_holds_inner_ones_too() -> None:
    text = f"一是强基层\n1.抓组织\n{TEXT}二是强服务\n1.抓药品。做好两件事：一是统目录；二是统配送。\n2.抓信息\n{TEXT}"
    assert headings(text)[2:] == [
        (1, "二是强服务"),
        (2, "1.抓药品"),
        (3, "一是统目录"),
        (3, "二是统配送"),
        (2, "2.抓信息"),
    ]


def test_numbers_below_which_yishi_stands_as_usual() -> None:
    text = f"1.抓组织。一是建专班。二是强调度。\n2.抓队伍。一是引人才。二是强培训。\n{TEXT}"
    assert [level for level, _ in headings(text)] == [1, 2, 2, 1, 2, 2]


REGULATION = (
    "第一章 总 则\n第一条 目的\n为加强管理，制定本办法。\n第二章 规则\n第二条　机构应当遵守下列规定：\n（一）依法执业；\n（二）公开价格。\n"
    "第三条　县卫健局负责监督，第二条规定的除外。\n第三章 附则\n第四条　本办法自发布之日起施行。\n"
)


def test_chapters_are_headings_and_articles_where_they_have_titles() -> None:
    assert headings(REGULATION) == [
        (1, "第一章 总 则"),
        (2, "第一条 目的"),
        (1, "第二章 规则"),
        (1, "第三章 附则"),
    ]


def test_the_items_of_an_article_belong_to_it() -> None:
    paragraphs = read(REGULATION).paragraphs[2:]
    assert [len(one.sentences) for one in paragraphs] == [3, 1, 1]
    assert [one.path[-1].text for one in paragraphs] == ["第二章 规则", "第二章 规则", "第三章 附则"]


def test_automatic_numbers_leave_no_room_after_chapters() -> None:
    assert headings(f"第一章总则\n{TEXT}第二章职责分工\n{TEXT}第三章的规定另行公布。\n") == [
        (1, "第一章总则"),
        (1, "第二章职责分工"),
    ]


def test_a_heading_that_says_by_when_is_a_task_of_the_text() -> None:
    speech = read(f"（一）6月底前实现扫码支付全覆盖\n{TEXT}（二）强服务\n{TEXT}")
    assert [len(one.sentences) for one in speech.paragraphs] == [1, 1, 1, 1]
