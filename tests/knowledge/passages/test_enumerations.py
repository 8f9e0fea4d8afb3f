"""An enumeration is a lead-in with numbered points below it, whatever they are numbered with; nothing else is one."""

import pytest

from knowledge.passages.enumerations import enumeration_in, next_points

LEAD_IN = "申请备案应当符合下列条件："


def marks(text: str) -> list[str]:
    enumeration = enumeration_in(text)
    return [text[point.start : point.end].strip() for point in enumeration.points] if enumeration else []


@pytest.mark.parametrize(
    ("points", "printed"),
    [
        (("（一）有场地；", "（二）有人员。"), ["（一）", "（二）"]),
        (("1.有场地；", "2.有人员。"), ["1.", "2."]),
        (("（1）有场地；", "（2）有人员。"), ["（1）", "（2）"]),
        (("一是有场地。", "二是有人员。"), ["一是", "二是"]),
    ],
)
def test_points_stand_below_their_lead_in(points: tuple[str, ...], printed: list[str]) -> None:
    text = "\n\n".join((LEAD_IN, *points))
    assert marks(text) == printed
    enumeration = enumeration_in(text)
    assert enumeration and text[: enumeration.lead_in] == LEAD_IN


@pytest.mark.parametrize(
    "text",
    [
        "各镇人民政府：\n经研究，决定开展评选。",
        "申请备案应当符合下列条件：\n第三条　有场地。",
        "申请备案应当符合下列条件：\n（二）有人员。",
        "申请备案应当符合下列条件：有场地，有人员。",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert enumeration_in(text) is None


def test_a_point_counts_on_from_the_one_before() -> None:
    enumeration = enumeration_in(f"{LEAD_IN}\n（一）有场地；")
    assert enumeration
    assert len(next_points("（二）有人员；\n（三）有制度。\n（一）另外的；", enumeration.last)) == 2
    assert next_points("（三）有制度。", enumeration.last) == ()
