"""What part a passage plays in the speech."""

import pytest

from knowledge.passages.rhetorical_roles import role_of


@pytest.mark.parametrize(
    ("text", "headings", "role"),
    [
        ("去年，全市新建卫生院12所，排名全省第三。", ("一、肯定成绩",), "achievement"),
        ("人才匮乏，基础薄弱，信息化滞后。", (), "problem"),
        ("经费投入不足，力量不强，与先进地区差距较大。", ("一、充分肯定成绩，认清形势",), "problem"),
        ("要加快推进县医院迁建，确保年底前投入使用。", ("二、抓好重点",), "task"),
        ("健康是人民幸福生活的基础。", (), "view"),
    ],
)
def test_role(text: str, headings: tuple[str, ...], role: str) -> None:
    assert role_of(text, headings) == role
