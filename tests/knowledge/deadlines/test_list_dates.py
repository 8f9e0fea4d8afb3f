"""A sentence with a date and a colon dates the items of the list below it, and nothing after the list."""

from __future__ import annotations

from knowledge.deadlines.deadlines import find_deadlines
from knowledge.targets.targets import find_targets
from loaders.structure.outline import Paragraph, Sentence
from tests.knowledge.speeches import BASE


def dates_of(*items: str) -> list[str]:
    text, spans = "", []
    for item in items:
        spans.append((len(text), len(text) + len(item)))
        text += item
    paragraphs = [Paragraph((), (Sentence(*span),)) for span in spans]
    deadlines = find_deadlines(text, paragraphs, BASE, "task")
    return [str(target.by) for target in find_targets(text, paragraphs, BASE, deadlines, "task")]


def test_items_take_the_date_of_their_lead_in() -> None:
    found = dates_of("到2028年，主要指标如下：", "（一）签约率达到70%；", "（二）随访率不低于90%。")
    assert found == ["2028-12-31", "2028-12-31"]


def test_an_item_with_a_date_keeps_it() -> None:
    assert dates_of("到2028年，指标如下：", "签约率2026年达到60%；") == ["2026-12-31"]


def test_the_list_ends_with_its_full_stop() -> None:
    assert dates_of("到2028年，指标如下：", "签约率达到70%。", "随访率要达到90%。") == ["2028-12-31", "None"]
