"""A row of a table as it can be read on a phone: each cell after the header of its column."""

from __future__ import annotations

from knowledge.answers import Answer


def readable(answer: Answer, between: str = "\n") -> str:
    """The words of an answer: its passage, of a row of a table 指标：…, 2025年目标：… with a sign between."""
    cells = (f"{header}：{words}" if header else words for header, words in answer.row)
    return between.join(cells) or answer.passage


def cited_section(answer: Answer) -> tuple[str, ...]:
    """The headings to cite: of a row of a table those above the table, for its header is shown with its cells."""
    return answer.section[:-1] if any(header for header, _ in answer.row) else answer.section
