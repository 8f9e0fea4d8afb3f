"""Values in a sentence: a number or a blank with its unit and the bound around it (不低于3.5万人, X%以上)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.lazy_pattern import lazy_pattern

BLANK = r"[xX×*]{1,5}"
CHINESE = r"[一二两三四五六七八九十百千]{1,5}"
VAGUE = lazy_pattern("[一二两三四五六七八九]|[十百千][一二三四五六七八九]?")
FIGURE = rf"(?:(?<![0-9.])[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?|{CHINESE}|(?<![A-Za-z0-9]){BLANK})"
RATIO = r"(?:/10万|/万|个百分点|个千分点|[%‰])"
COUNTERS = tuple(
    (
        "人次 剂次 例次 场次 批次 台次 家次 户次 人份 万人 亿元 个(?!月|工作日|星期|小时|半天) 名 人(?!民|才|均|口|员|大|事) 所 家(?!庭|长|属|级) "
        "张 公里 千米 平方米 公顷 条 户(?!籍|外) 处(?!理|置|方|罚) 项(?!目) 次(?!年|均|日) 场(?!所|景) 辆 台(?!账) 套 座 亩 "
        "例(?!如) 支(?!持|付|援) 间(?!隔) 批(?!准) 种(?!植) 类(?!别) 件 份(?!额) 门(?!诊) 期(?!间) "
        "单位 篇 本 部(?!门|分|署|委|队|级|长|属) 学时 课时 枚 栋 只 艘 对(?!口) 县(?!级|域|乡|区) 乡镇 村"
    ).split()
)
MEASURES = tuple(
    "分钟 秒 小时 个工作日 个月 天 岁 元 倍 级 分(?!别|级|类|布|析|钟) 毫升 毫克 公斤 千克 吨 分贝 DDDs? 日(?!常)".split()
)
UNIT = rf"(?:{RATIO}|(?:多|余)?[万亿]?(?:{'|'.join((*COUNTERS, *MEASURES))})|[万亿](?![元亩人]))"
AT_LEAST = r"(?:不得?低于|不得?少于|不小于|[≥＞>]|至少|最少|超过|突破|大于|高于|多于)"
AT_MOST = r"(?:不得?超过|不得?高于|不大于|[≤＜<]|不多于|最多|低于|少于|小于|控制在)"
AFTER = r"(?P<after>及?以上|及?以下|以内|之内|左右|上下)?"
# 医护比达到1:1.3, CMI值达到1.05: values without a unit, after a verb of reaching alone.
UNITLESS = r"[0-9]{1,3}(?:\.[0-9]{1,2})?[:：∶][0-9]{1,3}(?:\.[0-9]{1,2})?|(?<![0-9.])[0-9]{1,4}\.[0-9]{1,3}(?![0-9.%‰])"
VALUE = lazy_pattern(
    rf"(?P<value>(?P<figure>{FIGURE}(?:[%‰]?(?:—{{1,2}}|-|~|～|–|－){FIGURE}|(?:至|到){FIGURE})?)(?P<unit>{UNIT})"
    rf"|百分之{CHINESE}|[一二三四五六七八九]成(?:[一二三四五六七八九](?!个|家))?(?!立|为|果|效|员|本|功)|翻[一两二三]番"
    rf"|(?<=[到至达在于过≥≤])(?P<plain>{UNITLESS})(?![0-9：:、.，]?[0-9])){AFTER}"
)
BOUND = lazy_pattern(rf"(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST}))(?:到|在|为)?$")
NOT_A_VALUE_AFTER = lazy_pattern(r"(?:每|第|前|近|满|[A-Za-z]|每年每|日均)$")
RATIOS = lazy_pattern(RATIO)
IS_BLANK = lazy_pattern(BLANK)
MEASURED_IN = lazy_pattern(f"[多余]?[万亿]?(?:{'|'.join(MEASURES)})")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a sentence: `start` and `end` count its characters, the bound after it (以上) included.

    `vague` are small figures in words, which mostly count nothing (一个机制, 两项), and round ones (百名骨干).
    `text` is the value with its unit, None where the source blanks it; `op` is that of docs/json.md (targets).
    """

    start: int
    end: int
    text: str | None
    unit: str
    op: str
    vague: bool

    @property
    def is_ratio(self) -> bool:
        """Whether the value is a share, a rate or a bare figure rather than a count."""
        return self.unit in ("", "番") or bool(RATIOS.fullmatch(self.unit))

    @property
    def relates(self) -> bool:
        """Whether the value may be so much of another: 90%, 1.1倍."""
        return self.unit in ("%", "倍")

    @property
    def measures(self) -> bool:
        """Whether the unit measures (分钟, 岁, 元) rather than counts things."""
        return bool(MEASURED_IN.fullmatch(self.unit))


@lru_cache(maxsize=4096)
def find_values(sentence: str) -> tuple[Value, ...]:
    """The values of a sentence without stray white space, in reading order; several searches want those of one."""
    values = (_value(sentence, match) for match in VALUE.finditer(sentence))
    return tuple(value for value in values if value is not None)


def _value(sentence: str, match: re.Match[str]) -> Value | None:
    before = sentence[max(0, match.start() - 6) : match.start()]
    if NOT_A_VALUE_AFTER.search(before):
        return None
    figure = match["figure"] or ""
    blank = bool(IS_BLANK.search(figure))
    return Value(
        start=match.start(),
        end=match.end(),
        text=None if blank else match["value"],
        unit=match["unit"] or _unit_of(match),
        op=_op(before, match["after"] or ""),
        vague=bool(figure) and VAGUE.fullmatch(figure) is not None,
    )


def _unit_of(match: re.Match[str]) -> str:
    """The unit of a value that prints none: shares in words are per cent."""
    return "" if match["plain"] else "番" if match["value"].startswith("翻") else "%"


def _op(before: str, after: str) -> str:
    """以上, 不低于, 至少, 超过 are >=; 以内, 不超过 <=; 左右 ~; a bare value =."""
    if after:
        return ">=" if after.endswith("以上") else "~" if after in ("左右", "上下") else "<="
    bound = BOUND.search(before)
    if bound is None:
        return "="
    return ">=" if bound["least"] else "<="
