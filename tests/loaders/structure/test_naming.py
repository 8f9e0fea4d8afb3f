"""A document without a title, in a file whose name says nothing, has a name that a person would give."""

import pytest

from loaders.registry import load
from loaders.structure.naming import says_nothing


def title(text: str, path: str) -> str:
    return load(text.encode(), path).speeches[0].metadata.title


ORDERS = "各乡镇卫生院：\n为做好基层卫生工作，现将有关事项通知如下：\n一、3月底前完成村医培训。\n二、药品不少于80种。\n"
SIGNED = "云溪县卫生健康局\n2027年1月8日\n"
POINTS = "一、抓好签约\n（一）签约率达到65%以上。\n（二）6月底前完成药品目录统一。\n二、抓好公共卫生\n年底前建成2个发热门诊。\n"
SPOKEN = "同志们：\n今天我讲三点意见。\n一是要抓签约。签约率要达到70%。\n二是要抓安全，每季度查一次。\n"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        (ORDERS + SIGNED, "scan_0012.txt", "云溪县卫生健康局2027年1月8日的通知"),
        (POINTS + SIGNED, "新建文档3.txt", "云溪县卫生健康局2027年1月8日的文件"),
        (SPOKEN, "1.txt", "讲话（今天我讲三点意见）"),
        (SPOKEN, "签约工作讲话.txt", "签约工作讲话"),
        (POINTS, "IMG_20260101.txt", "文件（一、抓好签约）"),
        (POINTS, "2026年工作要点.txt", "2026年工作要点"),
    ],
)
def test_it_is_named_by_who_when_and_what(text: str, path: str, expected: str) -> None:
    assert title(text, path) == expected


def test_a_title_is_kept_whatever_the_file_is_called() -> None:
    assert title(f"云溪县2027年卫生健康工作要点\n{POINTS}{SIGNED}", "1.txt") == "云溪县2027年卫生健康工作要点"


@pytest.mark.parametrize(
    "name", ["新建 Microsoft Word 文档 (2)", "扫描件003", "1", "untitled-2", "文档1 - 副本"]
)
def test_names_that_programs_give_say_nothing(name: str) -> None:
    assert says_nothing(name)


@pytest.mark.parametrize("name", ["云溪县要点", "plan", "2026年工作要点", "讲话稿"])
def test_names_that_people_give_say_something(name: str) -> None:
    assert not says_nothing(name)
