"""The words that tell how often something is done: each of what, and how many times."""

from __future__ import annotations

EVERY = r"每(?:两|半|三|[2-6])?个?(?:年|季度|月|周|学期|天|日|旬|季)(?:度)?"
TIMES = r"(?:[一二两三四五六]|\d)(?:次|轮|遍)"
