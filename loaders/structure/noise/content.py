"""Lines that say what is to be done: whatever else they look like, they are no noise; nor are those that are numbered."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

_TIME = lazy_pattern(
    r"\d\s?月|[一二三四五六七八九十]月|月底|年底|年末|年内|季度|半年|\d\s?日(?:前|内)|[今明]年|每[年月周天]"
)
_DUE = lazy_pattern(r"(?:月|日|底|末|年|季度)前|前(?:完成|建成|开通|上线|实现|投用)")
_FIGURE = lazy_pattern(
    r"\d[\d.,]*\s?(?:[%％‰]|个(?!月)|名|人|万|亿|家|所|次|场|项|件|台|张|床|元|户|例|处|套|份(?!资料)|批|分钟|小时|公里|平方)"
)
_BODY = lazy_pattern(
    r"(?:[省市县区州乡镇村]|人民|中心|妇幼|中医|专科|综合)医院|卫生院|卫生室|疾控|卫健|医保局|[省市县区州][\u4e00-\u9fff]{0,8}(?:局|委|办|厅)|政府|乡镇|街道|"
    r"各(?:单位|部门|科室|地|县|市)|医疗机构|服务中心|牵头|责任单位|配合单位"
)


def is_content(words: str) -> bool:
    """Whether a line is ended by a full stop, or names a time, a figure with its unit or a body."""
    if words.endswith(("。", "；", ";")):
        return True
    return bool(_TIME.search(words) or _FIGURE.search(words) or _BODY.search(words))


def is_task(words: str) -> bool:
    """Whether a line says by when or by which body something is done."""
    return bool(_DUE.search(words) or _BODY.search(words))


def is_due_or_counted(words: str) -> bool:
    """Whether a line says by when, or how much with its unit: 来源：区级财政配套60万元 is no label of a web page."""
    return bool(_DUE.search(words) or _FIGURE.search(words))
