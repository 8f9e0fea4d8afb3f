"""Chinese and Arabic numerals of running text as numbers: 二〇二五, 一百二十, 3.5万, 百分之七十, 七成, 一半."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from knowledge.text.letter_forms import RADICALS, one_for_one
from loaders.lazy_pattern import lazy_pattern

Share = Literal["", "%", "‰"]

ONE_FORM: dict[int, str] = {**RADICALS, **one_for_one("０１２３４５６７８９．％／＊Ｘｘ", "0123456789.%/*Xx")}
_OTHER_FORM = lazy_pattern(
    f"[{''.join(map(chr, ONE_FORM))}]"
)  # found sooner than each character is looked up
DIGITS = {
    c: v
    for v, cs in enumerate(("0〇○零", "1一", "2二两", "3三", "4四", "5五", "6六", "7七", "8八", "9九"))
    for c in cs
}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
SCALES = TENS | MYRIADS

# A longer run of figures is not a number that a speech states; the bounds keep the reading linear.
LONGEST = 16
ARABIC = r"(?<![0-9.])[0-9]{1,12}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,6})?[十百千万亿]{0,2}(?![0-9])"
CHINESE = r"(?<![〇○零一二两三四五六七八九])[〇○零一二两三四五六七八九十][〇○零一二两三四五六七八九十百千万亿0]{0,15}"
NUMERAL = rf"(?:{ARABIC}|{CHINESE})"

SCALED = lazy_pattern(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿]{0,2})")
NUMBER = lazy_pattern(
    r"(?=[0-9〇○零一二两三四五六七八九十百千万半过])"  # what a number begins with, told before all else is tried
    rf"(?:(?P<part>百分之|千分之|万分之)(?P<of>{NUMERAL})"
    r"|(?P<tenths>[0-9]|[一二两三四五六七八九])成(?P<half>半?)(?!立|为|果|效|员|长|熟|本|功|绩|就|品|年|套|都|分)"
    r"|(?P<halves>一半|半数|过半)"
    rf"|(?P<plain>{NUMERAL})(?P<sign>[%‰]?))"
)
_DIGIT = lazy_pattern("[0-9]")
PARTS: dict[str, tuple[Share, Decimal]] = {
    "百分之": ("%", Decimal(1)),
    "千分之": ("‰", Decimal(1)),
    "万分之": ("%", Decimal("0.01")),
}
# What may follow a figure that is worth writing in digits: 三家 but not 三伏, 一体, 十分.
COUNTERS = frozenset("年月日号天周个名所家张条户项次场台套座亩元岁倍人万亿季点时")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text; `start` and `end` count its characters, `share` is the sign that goes with `value`."""

    start: int
    end: int
    value: Decimal
    share: Share


def half_width(text: str) -> str:
    """Full-width digits and signs as ASCII, radicals as characters, one for one, so that offsets hold."""
    return text.translate(ONE_FORM) if _OTHER_FORM.search(text) else text


def parse_number(text: str) -> Decimal | None:
    """The value of a text that is one numeral and nothing else; None for any other text.

    Two digits in a row, 两三 or 三五, are an approximate range and count as its upper bound, as every range does
    (docs/json.md, deadlines).
    """
    figure = half_width(text).replace(",", "")
    if not figure or len(figure) > LONGEST * 2:
        return None
    if scaled := SCALED.fullmatch(figure):
        return Decimal(scaled[1]) * _scale(scaled[2])
    if all(c in DIGITS for c in figure):
        return Decimal(_digit_by_digit(figure))
    return _composed(figure)


def parse_int(text: str) -> int | None:
    """The value of a text that is one whole numeral; None for any other text."""
    value = parse_number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def find_numbers(text: str) -> list[Number]:
    """The numbers of a text in reading order; shares come as per cent or per mille (七成 is 70%, 一半 is 50%)."""
    plain = half_width(text)
    values = ((match, _value_of(match)) for match in NUMBER.finditer(plain))
    return [Number(m.start(), m.end(), value[0], value[1]) for m, value in values if value is not None]


def normalise_numbers(text: str) -> str:
    """The text with Chinese numerals written in digits where they count something: 三年内 is 3年内, 七成 is 70%.

    Numerals inside words (一体化, 十四五, 三级医院) stay as they are, so that a question still meets its document.
    """
    return counted_in_digits(half_width(text))


def counted_in_digits(plain: str) -> str:
    """The same of a text that is half width."""
    return NUMBER.sub(_in_digits, plain)


def _scale(signs: str) -> int:
    factor = 1
    for sign in signs:
        factor *= SCALES[sign]
    return factor


def _digit_by_digit(figure: str) -> int:
    values = [DIGITS[c] for c in figure]
    if len(values) == 2 and 0 < values[0] < values[1]:
        return values[1]
    number = 0
    for value in values:
        number = number * 10 + value
    return number


def _composed(figure: str) -> Decimal | None:
    """A numeral with 十, 百, 千, 万 or 亿; 亿 multiplies all that stands before it (万亿)."""
    total = section = digit = 0
    for sign in figure:
        if sign in DIGITS:
            digit = DIGITS[sign]
        elif sign in TENS:
            section, digit = section + (digit or 1) * TENS[sign], 0
        elif sign == "万":
            total, section, digit = total + (section + digit) * MYRIADS[sign], 0, 0
        elif sign == "亿":
            total, section, digit = (total + section + digit) * MYRIADS[sign], 0, 0
        else:
            return None
    return Decimal(total + section + digit)


def _value_of(match: re.Match[str]) -> tuple[Decimal, Share] | None:
    if match["halves"]:
        return Decimal(50), "%"
    if match["tenths"]:
        return Decimal(DIGITS[match["tenths"]] * 10 + (5 if match["half"] else 0)), "%"
    value = parse_number(match["of"] or match["plain"])
    if value is None:
        return None
    if match["part"]:
        share, factor = PARTS[match["part"]]
        return value * factor, share
    sign: Share = "%" if match["sign"] == "%" else "‰" if match["sign"] else ""
    return value, sign


def _in_digits(match: re.Match[str]) -> str:
    printed = match[0]
    if match["plain"] and not match["sign"]:
        counts = match.string[match.end() : match.end() + 1] in COUNTERS and not _DIGIT.search(printed)
        if not counts:  # most numbers, which need not be read
            return printed
    value = _value_of(match)
    return printed if value is None else f"{value[0].normalize():f}{value[1]}"
