"""Passages that frame a document: its opening, the purpose it is issued for, the scene of a meeting, its closing words.

They name problems and tasks only to say what the meeting or the paper is for (不是为了总结经验，而是为了解决问题), so they
do not tell how something is done (the moves of a genre: J. Swales, 1990).
"""

from __future__ import annotations

from functools import lru_cache

from loaders.lazy_pattern import lazy_pattern

NOT_TOLD_BY_FRAMES = frozenset({"how", "problem", "target", "definition"})
"""The kinds of question that no frame answers; who spoke, when and where one met it may tell."""

_SENTENCE = lazy_pattern(r"[^。！!？?\n]+[。！!？?]*")
_THEN = "今天|刚才|上午|下午|会前|昨天|近日|刚刚|一上午"
# A meeting; no 会同, 会诊, 社会, 协会, 将会. At one something is reported, handed on or praised; elsewhere that is a duty.
_MEETING = r"(?<![社协学工机不才都将就也还委理监董])(?<!委员)会(?![诊计员同商办取被影让使把发有产造])"
_AT_A_MEETING = "刚才|刚刚|会前|会上|一上午"
_FRAMES = lazy_pattern(
    # whom it is addressed to
    r"^(?:(?:尊敬的)?(?:各位|诸位)?(?:同志们?|朋友们?|代表|委员|领导|来宾|大家好)[，,、：:！!]?)+$|^(?:各|委属|机关)[^。，]{2,40}[：:]$"
    # what the paper is for
    r"|^(?:为了?|根据|按照|依据|遵照|经)[^。]*(?:制定|印发|提出|形成)(?:了?[本以如该此]|并|给)|^现(?:将|就|印发|通知)|请(?:你们?)?(?:结合|认真|遵照)[^。]{0,16}(?:实际|执行|落实|贯彻)"
    # what the meeting is for, and what it has heard and seen
    rf"|(?:{_THEN}|这次|本次|此次)[^。]{{0,40}}(?:{_MEETING}|请来|召开|看了|参观|听取|听了|发言|发了言|讲话)"
    rf"|(?:{_AT_A_MEETING})[^。]{{0,40}}(?:通报|介绍|部署|表彰|宣读|传达|现场)"
    r"|不是(?:为了)?[^。，]{2,14}，而?是|(?:讲|说|谈|强调|提)(?:这?几|[二三四五两]|一)(?:[点句条个]|方面)(?:意见|要求|话|体会|想法|心里话)?(?:[，,][^，,]{0,8})?[。！：:]?$|(?:讲|说)几句|我都?(?:完全)?(?:同意|赞成)|稿子"
    # how it ends
    r"|我就?(?:讲|说)(?:这些|这么多|到这|完)|散会|谢谢大家|拜托(?:大家|各位)|让我们|^(?:最后[，,])?(?:祝|预祝)|我相信|大家辛苦|新年好|拜个?[早年]"
    # what is asked to be answered below
    r"|[？?]$"
)


@lru_cache(maxsize=2_000)  # a passage is a candidate for many questions
def is_framing(text: str) -> bool:
    """Whether all sentences of a passage frame its document."""
    return all(_FRAMES.search(sentence.strip()) for sentence in _SENTENCE.findall(text.strip()))
