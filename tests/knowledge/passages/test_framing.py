"""The opening, purpose and closing of a document are told from passages that say something."""

import pytest

from knowledge.passages.framing import is_framing


@pytest.mark.parametrize(
    "text",
    [
        "同志们：\n石渠的医改搞了五年，今天专门开一次推进会，不是为了总结经验，而是为了解决问题。上午大家看了卫生院的药房。",
        "为满足老人的需要，结合本市实际，制定本方案。",
        "现将有关工作安排如下。",
        "刚才，县医保局作了工作汇报，讲得都很好，我完全同意。下面，我讲三点意见。",
        "我就讲这些，散会。",
        "谢谢大家！",
        "今天召开全县助听工作推进会。",
        "这次会是经县委同意开的。",
        "刚才通报了三个镇的情况。",
        "会上表彰了一批先进。",
    ],
)
def test_frames(text: str) -> None:
    assert is_framing(text)


@pytest.mark.parametrize(
    "text",
    [
        "同志们：\n刚才县卫健局作了汇报。到2028年，基层诊疗量占比达到60%。",
        "村医养老保障补助标准提高到每人每月500元。",
        "为解决村医养老，县级财政要足额列入预算。",
        "最后强调一句，凡是群众反映的问题，三天要有回音。",
        "本次助听站点调整由区发展改革局会同区卫生健康局实施。",
        "这次专项检查由市助听局会同市公安局负责。",
        "今天起，各助听站每日通报余号。",
        "本次督查采取现场查看。",
        "这次调整统一部署在三个镇。",
        "此次助听服务由社会力量承担。",
        "这次调试将会同步到各站。",
        "本次改造后原站点会取消。",
    ],
)
def test_what_says_something_is_no_frame(text: str) -> None:
    assert not is_framing(text)
