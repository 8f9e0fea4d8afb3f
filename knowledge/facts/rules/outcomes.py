"""What happens in a case: somebody is paid, rewarded, punished, or has something to do."""

from __future__ import annotations

import re

from knowledge.facts.records import Outcome
from loaders.lazy_pattern import lazy_pattern

_SUM = lazy_pattern(r"\d[\d.]*(?:[万亿]?元|[%％])|[一二三四五六七八九两]成")
_PUNISHED = lazy_pattern(
    "约谈|通报(?!表扬)|问责|追究|追责|处罚|罚款|处分|处理|警告|取消|停[招发止拨牌]|暂停|不发|不得(?![多少低高超])|扣[减发罚除]?|追回|收回|责令|移送|移交|摘牌|解除|免职|倒查|调整班子|一票否决|曝光|严惩|整改|督办|清退|清出|核减|起底"
)
_REWARDED = lazy_pattern("(?P<act>奖励|奖|表扬|表彰)|加分|倾斜|优先考虑|优先支持|上浮|提拔")
_PAID = lazy_pattern("(?P<act>补助|补贴|奖补|资助|救助(?!基金)|减免|免收|免费|报销|赔付|补偿)")
# What is paid in a later clause, to those of the case and to nobody else: not 派驻人员每天补助80元.
_ALSO_PAID = lazy_pattern(
    "(?:^|，)(?:按|给予|每|由|可|[省市县区]|再|另|一次性|出院时|差额|最高|直接|于|从)[^，]*?(?P<act>补助|补贴|资助|救助(?!基金)|减免|报销|赔付|补偿)"
)
_ASKED = lazy_pattern("^(?:应当?|须|必须|需)(?:经|提前|符合|具备|取得)")
_HELPED = lazy_pattern(
    "(?:每[年月季周])?(?:由[^，]{2,14}?)?(?:提供|优先|可以?(?:申请|享受|直接|回|转|调)|直接转为|免费|上门|纳入)|(?:要?在[^，]{2,30}方面)?给予[^，]{0,8}(?:支持|倾斜|优惠)"
)
_REPORTED = lazy_pattern("报备|登记|录入|报告|上报|备案|报送")


def outcome_of(answer: str) -> Outcome:
    """What some words say that happens, in the clause that begins them before the later ones."""
    first, _, later = answer.partition("，")
    told = _sort_of(first, answer, _PAID) or _sort_of(later, answer, _ALSO_PAID)
    return told or Outcome("", "", False)


def _sort_of(words: str, answer: str, pays: re.Pattern[str]) -> Outcome | None:
    measured = bool(_SUM.search(answer))
    if _PUNISHED.search(words):
        return Outcome("punished", "", measured)
    if match := _REWARDED.search(words):
        return Outcome("rewarded", match["act"] or "", measured)
    if match := pays.search(words):
        return Outcome("paid", match["act"], measured)
    if _ASKED.match(words):
        return Outcome("asked", "", measured)
    if _HELPED.match(words):
        return Outcome("helped", "", measured)
    return Outcome("reported", "", measured) if _REPORTED.search(words) else None
