"""The same indicator in several documents: 千人口托位数 of the province, 全县每千人口托位数 of the county."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.filters.filters import Located
from knowledge.targets.targets import Target

# What a document puts before an indicator without meaning another one.
BEFORE = re.compile(
    r"^(?:\*+|力争|确保|使|将|把|推动|实现|到|全[国省市县区]|[我本][省市县区]|城乡|每(?=[千万百十]))+"
)
ALIKE = ((re.compile('[“”"《》*]'), ""), (re.compile("(?<=县域)内"), ""), (re.compile("(?:达到|达|为)$"), ""))


def indicator_key(indicator: str) -> str:
    """What two names of the same indicator have in common."""
    key = "".join(indicator.split())
    for pattern, other in ALIKE:
        key = pattern.sub(other, key)
    return BEFORE.sub("", key) or key


def side_by_side(targets: Iterable[Located[Target]]) -> list[list[Located[Target]]]:
    """Targets by indicator: those of several documents first, each by the date that it is to be reached."""
    groups: dict[str, list[Located[Target]]] = {}
    for located in targets:
        groups.setdefault(indicator_key(located.item.indicator), []).append(located)
    return sorted(groups.values(), key=lambda group: -len({target.document.id for target in group}))
