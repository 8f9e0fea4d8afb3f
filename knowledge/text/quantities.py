"""What figures look like in a normalised text, and the measure words that may stand for one another."""

from __future__ import annotations

import re
from functools import cache

from knowledge.text.redaction import END_OF_BLANK

NUMBER = r"(?:\d|[一二两三四五六七八九十百千万亿半数几]|" + END_OF_BLANK + r")"
"""The last character of a number; a blank is one that was taken out."""
AREA = rf"{NUMBER}\s?[余多]?\s?[万亿]?\s?(?:亩|平方|平米|公顷|㎡|m²)"

MONEY = rf"{NUMBER}\s?[余多]?\s?[百千万亿]{{0,2}}(?:元|块)"
FREE = rf"免费|不收|免收|减免|免除|[减降]{NUMBER}成|减半"
"""What is paid where nothing is, or less."""

MEASURES = "人次|公里|亩|名|位|家|所|张|台|辆|项|处|座|例|起|户|吨|支|种|类|期|场|件|对|间|套"
"""Measure words of what is counted, as the alternatives of a pattern."""

# The last of a word for persons; 卫生院, 医共体, 护士站, 人民医院 and 人工耳蜗 only have the characters.
_PERSON = (
    r"(?:(?:人(?![民工均口次大]|才[项工计公])|[医师员士]|(?<!卫)生|专家|同志|骨干)"
    r"(?![院馆室站所部中共服会堂学务疗保药联养民活食协公资体医生师员士育态命物产号证]))"
)
PERSONS = rf"(?:[名人位]|个(?=[\u4e00-\u9fff]{{0,4}}{_PERSON}))"
"""The measure words of persons: 二百个村医 are as many as 二百名."""

# 十名 is answered by 十位, 三家 by 三所.
_ALIKE = {
    "名": PERSONS, "人": "[名人位]", "位": PERSONS, "家": "[家个所]", "所": "[家个所]", "个": "[个家所名人项种张户处座支]",
    "起": "[起例件]", "例": "[例人名]", "件": "[件起]", "点": "[点时]", "成": "[成%]", "次": "(?:次|回|趟|轮)",
    "种": "[种类个项]", "类": "[种类个项大]", "项": "[项个条]", "条": "[条项个]", "处": "[处个]",
}  # fmt: skip


@cache
def counted(measure: str) -> re.Pattern[str]:
    """What finds a number with a measure word, or with another that may stand for it."""
    return re.compile(rf"{NUMBER}\s?[余多]?\s?[万亿]?\s?{_ALIKE.get(measure, measure)}")
