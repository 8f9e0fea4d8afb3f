"""docs/json.md names every field that the command line prints, and no other."""

import datetime as dt
import re
from pathlib import Path

import pytest

from bot.cli.commands.service.read import parsed_files
from bot.ledger.records import row_json
from bot.ledger.rows import LedgerRow
from bot.rendering.json import deadline_json, item_json, pair_json, reply_json, target_json, topic_json
from knowledge.answers import Item
from knowledge.filters.filters import Located
from knowledge.lexicon.topics import TopicCount
from knowledge.store.records import PlacedPair
from tests.bot.sample import ANSWERED, DEADLINE, DOCUMENT, PAIR, SECTION, TARGET

EXAMPLE = Path(__file__).parents[3] / "corpus" / "tongxi-fitness-tasks-2027.txt"
CONTRACT = (Path(__file__).parents[3] / "docs" / "json.md").read_text(encoding="utf-8")
REPLY = reply_json(ANSWERED)
WRITTEN = {
    "Reply": REPLY,
    "Answer": REPLY["answers"][0],
    "Item": item_json(Item(ANSWERED.answers[0])),
    "Document": REPLY["answers"][0]["document"],
    "Deadline": deadline_json(Located(DEADLINE, DOCUMENT, SECTION, "医改", "p1")),
    "Ledger": row_json(LedgerRow(1, Located(DEADLINE, DOCUMENT, SECTION, "医改", "p1"), "late"), dt.UTC),
    "Target": target_json(Located(TARGET, DOCUMENT, SECTION, "医改", "p1")),
    "Pair": pair_json(PlacedPair(PAIR, "出台实施细则", DOCUMENT, SECTION)),
    "Topic": topic_json(TopicCount("医改", None, 1, 2)),
    "Read": next(parsed_files([EXAMPLE])),
}


def promised(section: str) -> dict[str, str]:
    """The fields of a section's table with what is said of them."""
    table = CONTRACT.split(f"\n## {section}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \| (.+) \|$", table, re.MULTILINE)
    return {field: told for fields, told in rows for field in re.findall(r"`(\w+)`", fields)}


def test_every_object_has_its_section():
    assert re.findall(r"^## (\w+)$", CONTRACT, re.MULTILINE) == list(WRITTEN)


@pytest.mark.parametrize("section", WRITTEN)
def test_the_fields_are_those_that_are_written(section):
    fields = promised(section)
    sometimes = {field for field, told in fields.items() if "only when" in told}
    assert fields.keys() - sometimes == WRITTEN[section].keys()
