"""What begins a line: the number or sign of an item (一、, （一）, 1., ①, ●), a word with a colon (附件：)."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

_HAN = "一二三四五六七八九十百"
MARK = lazy_pattern(
    rf"(?:第[{_HAN}\d]{{1,4}}[章节条]|[{_HAN}]{{1,3}}[、.．]|[(（][{_HAN}\d]{{1,3}}[)）]|\d{{1,2}}(?:\.\d{{1,2}})*[.．、)）](?!\d)|"
    r"[①-⑳⑴-⒇●◆■□○·▪•]|[a-zA-Z][.)）])\s*"
)
"""The number or sign of an item."""
BULLET = lazy_pattern(r"[-*+•●◆■□○·▪]")
"""A sign alone."""
LABEL = lazy_pattern(rf"{MARK.pattern}|\d{{1,2}}(?:\.\d{{1,2}})*(?=\s)\s*|[\u4e00-\u9fff]{{2,6}}[:：]\s*")
"""What the lines of a paragraph may stand behind."""
