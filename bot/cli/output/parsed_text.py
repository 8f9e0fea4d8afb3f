"""A document as it was parsed, for people: its facts, its outline, and every line that was left out with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.documents.load_report import one_line as printable
from bot.messages import CHINESE

Json = dict[str, Any]

FACTS = {**CHINESE.documents.details, "date": "日期", "place": "地点", "level": "层级"}


def document_lines(record: Json) -> Iterator[str]:
    """The lines of one document, or the line of a file that cannot be read."""
    if "error" in record:
        yield shown(f"{record['path']}：{record['error']}")
        return
    yield shown(f"{record['path']}：《{record['title']}》")
    yield from (f"  {name}：{shown(record[key])}" for key, name in FACTS.items() if record[key])
    yield from (f"  {'  ' * section['level']}{shown(section['heading'])}" for section in record["sections"])
    rows = sum(bool(passage["row"]) for passage in record["passages"])
    yield f"  段落 {len(record['passages']) - rows} 段，表格 {rows} 行（passages and table rows）"
    yield from (f"  略去：{_left_out(line)}" for line in record["left_out"])
    yield from (f"  注意：{shown(warning)}" for warning in record["warnings"])


def shown(words: str) -> str:
    """Words in one line."""
    return printable(" ".join(words.split()))


def _left_out(stretch: Json) -> str:
    page = f"，第 {stretch['page']} 页" if stretch["page"] else ""
    reason = CHINESE.documents.reasons.get(stretch["reason"], stretch["reason"])
    return f"{shown(stretch['text'])}（{reason}{page}）"
