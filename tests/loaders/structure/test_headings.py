"""Which line is a heading: every trap that real documents set."""

import pytest

from loaders.structure.headings import Style, marker_at, markers_inside, number, one_form


def found(text: str) -> tuple[Style, int] | None:
    marker = marker_at(one_form(text), 0)
    return (marker.style, marker.number) if marker else None


@pytest.mark.parametrize(
    ("line", "style", "count"),
    [
        ("一、提高认识", Style.HAN_COMMA, 1),
        ("十二、 强化保障", Style.HAN_COMMA, 12),
        ("一．总体要求", Style.HAN_COMMA, 1),
        ("二、三医联动改革要深化", Style.HAN_COMMA, 2),
        ("（一）抓好医改", Style.HAN_PAREN, 1),
        ("(十) 抓好健康产业", Style.HAN_PAREN, 10),
        ("（ 三 ）抓好人才", Style.HAN_PAREN, 3),
        ("1.建好医院", Style.ARABIC, 1),
        ("２．建好基层", Style.ARABIC, 2),
        ("3、建好队伍", Style.ARABIC, 3),
        ("（1）引才", Style.ARABIC_PAREN, 1),
        ("2）育才", Style.ARABIC_PAREN, 2),
        ("③用才", Style.CIRCLED, 3),
        ("第一，认清形势", Style.ORDINAL, 1),
        ("其二，抓住关键", Style.ORDINAL, 2),
        ("一是体系更健全", Style.SPOKEN, 1),
        ("十一要加强领导", Style.BIDDING, 11),
        ("第三部分 保障措施", Style.CHAPTER, 3),
        ("第二章、组织", Style.CHAPTER, 2),
        ("第一节 总则", Style.SECTION, 1),
    ],
)
def test_headings(line: str, style: Style, count: int) -> None:
    assert found(line) == (style, count)


@pytest.mark.parametrize(
    "line",
    [
        "二、三级医院要发挥带动作用",
        "一、二、三级医院都要参加",
        "3.2人",
        "3.5万人次",
        "1、2级医院",
        "（一）至（三）项由县卫健局负责",
        "（一）、（二）项不变",
        "一把手要亲自抓",
        "一带一路合作",
        "一票否决",
        "一站式结算",
        "一是否达标",
        "二要素",
        "第一产业",
        "2025年底前完成",
        "同志们：",
    ],
)
def test_what_only_looks_like_a_heading(line: str) -> None:
    assert found(line) is None


def chain(text: str) -> list[str]:
    form = one_form(text)
    return [text[m.start : m.end] for m in markers_inside(form, 0, len(text))]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("成效明显。一是快。二是准。三是稳。", ["一是", "二是", "三是"]),
        ("有两个特点，一是快；二是准。", ["一是", "二是"]),
        ("要做到：1.快；2.准。", ["1.", "2."]),
        ("要抓三件事。（一）快。（二）准。（三）稳。", ["（一）", "（二）", "（三）"]),
        ("问题不少。一是慢。大家要重视。", []),
        ("按照（二）执行。一把手要亲自抓，二把手要配合。", []),
        ("东、一、二、三都不是标题。", []),
    ],
)
def test_items_inside_a_line(line: str, marks: list[str]) -> None:
    assert chain(line) == marks


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("三十六", 36), ("7", 7), ("⑫", 12)],
)
def test_numerals(numeral: str, value: int) -> None:
    assert number(numeral) == value
