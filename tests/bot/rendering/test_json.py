"""The JSON of the command line: the fields that were promised, and nothing that cannot be read."""

import json
from dataclasses import replace

from bot.rendering.json import deadline_json, document_json, dump, reply_json, target_json
from knowledge.filters.filters import Located
from tests.bot.sample import ANSWER, ANSWERED, DEADLINE, DECLINED, DOCUMENT, SECTION, SEVERAL, TARGET

DOCUMENT_FIELDS = {"id", "title", "path", "part", "year"}
PLACE = {"document", "section", "topic"}
DEADLINE_FIELDS = {
    *("id", "kind", "phrase", "sentence", "task", "start", "end", "precision", "redacted", "bodies"),
    *PLACE,
}
TARGET_FIELDS = {"indicator", "op", "value", "unit", "by", "sentence", "redacted"} | PLACE


def test_a_reply_has_every_promised_field():
    record = reply_json(ANSWERED, "D-012")
    assert {
        *("id", "question", "answered", "zone", "confidence", "kind"),
        *("answers", "suggestions", "parts"),
    } <= record.keys()
    assert (record["id"], record["answered"], record["zone"]) == ("D-012", True, "answer")
    assert 0 <= record["confidence"] <= 1


def test_an_answer_has_every_promised_field():
    answer = reply_json(ANSWERED)["answers"][0]
    assert {
        *("passage", "highlights", "score", "span", "redacted", "deadlines", "targets"),
        *PLACE,
    } <= answer.keys()
    assert answer["passage"] == ANSWER.passage
    assert answer["highlights"] == [[0, 20]]
    assert answer["section"] == list(SECTION)
    assert answer["document"].keys() >= DOCUMENT_FIELDS
    assert answer["deadlines"][0].keys() >= DEADLINE_FIELDS
    assert answer["targets"][0].keys() >= TARGET_FIELDS


def test_a_declined_reply_is_not_answered():
    assert reply_json(DECLINED)["answered"] is False


def test_several_questions_are_parts():
    assert [part["question"] for part in reply_json(SEVERAL)["parts"]] == ["细则什么时候出台", "食堂几点开饭"]


def test_a_deadline_of_the_corpus_says_where_it_stands():
    record = deadline_json(Located(DEADLINE, DOCUMENT, SECTION, "医改", "p1"))
    assert record.keys() >= DEADLINE_FIELDS
    assert (record["start"], record["end"], record["topic"]) == (None, "2026-06-30", "医改")


def test_a_target_of_the_corpus_says_where_it_stands():
    record = target_json(Located(TARGET, DOCUMENT, SECTION, "医改", "p1"))
    assert record.keys() >= TARGET_FIELDS
    assert (record["op"], record["value"], record["by"]) == (">=", "55%", "2030-12-31")


def test_an_unknown_year_is_null():
    assert document_json(replace(DOCUMENT, date=None))["year"] is None


def test_a_record_is_one_line_of_readable_json():
    text = dump(reply_json(replace(ANSWERED, question="一行\n两行")))
    assert "\n" not in text and "医保局" in text
    assert json.loads(text)["question"] == "一行\n两行"
