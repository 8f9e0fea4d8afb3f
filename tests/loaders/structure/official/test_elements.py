"""The elements of official documents are told by their words (GB/T 9704-2012)."""

from __future__ import annotations

import pytest

from loaders.structure.official.annexes import announced_annexes, plans_issued
from loaders.structure.official.bodies import bodies_named
from loaders.structure.official.elements import Element, annex_title, element_of, number_in, year_of_number
from loaders.structure.official.signatures import closing_signature, imprint_lines
from loaders.structure.official.titles import joined_title, title_lines


@pytest.mark.parametrize(
    ("line", "element"),
    [
        ("000123", Element.MARK),
        ("机密★1年", Element.MARK),
        ("特急", Element.MARK),
        ("签发人：陆行舟", Element.MARK),
        ("槐 溪 县 卫 生 健 康 局 文 件", Element.LETTERHEAD),
        ("关于转发有关文件", Element.TEXT),
        ("青卫发〔2027〕12号　　　签发人：陆行舟", Element.NUMBER),
        ("青卫发[２０２７]１２号", Element.NUMBER),
        ("第12期", Element.NUMBER),
        ("2027 年 2 月 18 日", Element.DATE),
        ("2 0 2 7 年 2 月 1 8 日", Element.DATE),
        ("（青汀县卫生健康局　2027年2月18日）", Element.DATE),
        ("（2027年1月5日县人民政府第12次常务会议通过）", Element.DATE),
        ("截止时间 2027年2月18日", Element.TEXT),
        ("2027年，建成健康村26个", Element.TEXT),
        ("——在年中推进会上", Element.SUBTITLE),
        ("青汀县卫生健康局", Element.BODY),
        ("成立领导小组", Element.TEXT),
        ("附件1", Element.ANNEX),
        ("附件 2　任务清单", Element.ANNEX),
        ("附件：1.任务清单", Element.TEXT),
        ("附件材料要齐全", Element.TEXT),
        ("抄送：县委办公室。", Element.IMPRINT),
        ("青汀县卫生健康局办公室　2027年2月20日印发", Element.IMPRINT),
        ("（此件公开发布）", Element.NOTE),
    ],
)
def test_elements(line: str, element: Element) -> None:
    assert element_of(line) is element


def test_numbers_are_quoted_as_printed() -> None:
    assert number_in("青卫发[２０２７]１２号") == "青卫发[２０２７]１２号"
    assert year_of_number("青卫发[２０２７]１２号") == 2027


def test_bodies_side_by_side_and_with_letters_apart() -> None:
    assert bodies_named("中共青汀县委　　青汀县人民政府") == ("中共青汀县委", "青汀县人民政府")
    assert bodies_named("青 汀 县 卫 生 健 康 局") == ("青汀县卫生健康局",)
    assert bodies_named("各乡镇卫生院") == bodies_named("推进妇幼保健院") == ()


@pytest.mark.parametrize(
    ("line", "title"), [("附件1：任务清单", "任务清单"), ("附件", ""), ("附件：1.任务清单", None)]
)
def test_labels_of_annexes(line: str, title: str | None) -> None:
    assert annex_title(line) == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["青汀县基层能力提升三年行动实施方案（2026—", "2028年）"], "青汀县基层能力提升三年行动实施方案（2026—2028年）"),
        (["青汀县基层能力提升", "三年行动实施方案", "（2026—2028年）"], "青汀县基层能力提升三年行动实施方案（2026—2028年）"),
        (["青汀县卫生健康局关于印发《青汀县健康行动方案", "（试行）》的通知"], "青汀县卫生健康局关于印发《青汀县健康行动方案（试行）》的通知"),
        (["青汀县卫生健康局关于印发健康行动方案", "的通知"], "青汀县卫生健康局关于印发健康行动方案的通知"),
        (["中共青汀县委办公室", "青汀县人民政府办公室", "关于做好体检工作的函"], "中共青汀县委办公室青汀县人民政府办公室关于做好体检工作的函"),
        (["关 于 做 好 冬 季 防 控 工 作 的 通 知"], "关于做好冬季防控工作的通知"),
        (["公告栏", "在全县工作会议上的讲话"], "在全县工作会议上的讲话"),
        (["青汀县人民政府会议纪要", "第5期", "关于研究迁建工作的纪要"], "关于研究迁建工作的纪要"),
    ],
)  # fmt: skip
def test_titles(lines: list[str], title: str) -> None:
    found = title_lines(lines, [element_of(line) for line in lines])
    assert found is not None and joined_title(lines[slice(*found)]) == title


def test_the_signature_is_the_last_date_with_the_bodies_above_it() -> None:
    lines = ["现印发给你们。", "青汀县卫生健康局", "青汀县医疗保障局", "2027年3月8日", "（联系人：韦敬之）"]
    signature = closing_signature(lines)
    assert signature is not None
    assert (signature.first, signature.end) == (1, 4)
    assert signature.bodies == ("青汀县卫生健康局", "青汀县医疗保障局")


def test_a_date_in_the_text_is_no_signature() -> None:
    assert (
        closing_signature(
            [
                "2027年3月8日",
                "会议开始。",
                "会议结束，全县各级各部门要抓好落实，确保各项任务按期完成，" + "让群众满意。" * 8,
            ]
        )
        is None
    )


def test_the_imprint_runs_from_the_copies_to_the_day_of_printing() -> None:
    lines = [
        "县卫健局负责。",
        "抄送：县委办公室，县政府办公室，",
        "县人大。",
        "青汀县卫生健康局办公室",
        "2027年2月20日印发",
        "共印50份",
    ]
    assert imprint_lines(lines) == {1, 2, 3, 4, 5}


def test_plans_that_a_notice_issues() -> None:
    assert plans_issued("青汀县卫生健康局关于印发《健康 方案》的通知", "") == {"健康方案"}
    assert plans_issued("青汀县卫生健康局关于印发2027年工作要点的通知", "") == {"2027年工作要点"}
    assert plans_issued("青汀县卫生健康局关于做好体检工作的通知", "按照《条例》，做好工作。") == frozenset()


def test_announced_annexes_are_a_list_under_the_text() -> None:
    lines = ["请抓好落实。", "附件：1.任务清单", "2.指标表", "青汀县卫生健康局", "2027年3月8日"]
    assert list(announced_annexes(lines)) == [1, 2]
