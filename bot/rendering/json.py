"""The JSON of the command line: other programs read it, so fields are added and never renamed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any

from bot.messages import CHINESE
from bot.rendering.escaping.terminal import DISTURBING
from knowledge.answers import Answer, Item, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.lexicon.topics import TopicCount
from knowledge.passages.validity import is_draft
from knowledge.store.records import PlacedPair
from knowledge.targets.targets import Target

Json = dict[str, Any]


def dump(record: Json) -> str:
    """One line of JSON; what would disturb a terminal is written as \\u202e."""
    return DISTURBING.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(record, ensure_ascii=False))


def reply_json(reply: Reply, id: object = None, short: Callable[[Answer], str] | None = None) -> Json:
    """A reply, under the id of its question; with what makes the short form of an answer where that is wanted."""
    return {
        "id": id,
        "question": reply.question,
        "answered": reply.answered,
        "zone": reply.zone,
        "confidence": round(reply.confidence, 4),
        "kind": reply.kind,
        "answers": [
            answer_json(answer) | ({"short": short(answer)} if short else {}) for answer in reply.answers
        ],
        "suggestions": list(reply.suggestions),
        "parts": [reply_json(part, None, short) for part in reply.parts],
        "understood": [
            {"typed": correction.typed, "meant": correction.meant} for correction in reply.understood
        ],
        "unmet": [{"kind": unmet.kind, "text": unmet.text} for unmet in reply.unmet],
        "items": [item_json(item) for item in reply.items],
        "items_kind": reply.items_kind,
        "talk": reply.talk is not None,
    }


def answer_json(answer: Answer) -> Json:
    """One answer with its source."""
    place = (answer.document, answer.section, answer.topic)
    return {
        "id": answer.passage_id,
        "passage": answer.passage,
        "highlights": [list(pair) for pair in answer.highlights],
        "score": round(answer.score, 4),
        **_place(*place),
        "span": list(answer.span),
        "page": answer.page,
        "recognised": answer.recognised,
        "redacted": answer.redacted,
        "row": [list(cell) for cell in answer.row],
        "deadlines": [_deadline(deadline) | _place(*place) for deadline in answer.deadlines],
        "targets": [_target(target) | _place(*place) for target in answer.targets],
    }


def item_json(item: Item) -> Json:
    """One item of a list with its source."""
    answer = item.answer
    return {
        "place": answer.document.place,
        "year": answer.document.year,
        "indicator": item.indicator,
        "op": item.op,
        "value": item.value,
        "by": _date(item.by),
        "reported": item.reported,
        "passage": answer.passage,
        "passage_id": answer.passage_id,
        "span": list(answer.span),
        "recognised": answer.recognised,
        "highlights": [list(pair) for pair in answer.highlights],
        "document": document_json(answer.document),
        "section": list(answer.section),
    }


def deadline_json(located: Located[Deadline]) -> Json:
    """A deadline and where it stands."""
    return _deadline(located.item) | _found(located)


def target_json(located: Located[Target]) -> Json:
    """A target and where it stands."""
    return _target(located.item) | _found(located)


def topic_json(topic: TopicCount) -> Json:
    """A topic and how much is known of it."""
    return {
        "name": topic.name,
        "parent": topic.parent,
        "passages": topic.passages,
        "questions": topic.questions,
    }


def pair_json(placed: PlacedPair, subtopic: str = "") -> Json:
    """A stored question with its answer; `subtopic` is null where its topic has no parts."""
    pair = placed.pair
    return {
        "id": pair.id,
        "topic": pair.topic,
        "subtopic": subtopic or None,
        "kind": pair.kind,
        "question": pair.question,
        "variants": list(pair.variants),
        "answer": placed.answer,
        "said": list(pair.said or ()),
        "document": document_json(placed.document) | {"place": placed.document.place},
        "section": list(placed.section),
        "span": [pair.start, pair.end],
    }


def document_json(document: Document) -> Json:
    """A document; `year` is null when unknown."""
    return {
        "id": document.id,
        "title": document.title,
        "path": document.path,
        "part": document.part,
        "year": document.year,
        "draft": is_draft(document.title),
        "expires": document.expires,
        "abolished_by": document.abolished_by,
        "recognised": document.recognised,
    }


def _deadline(deadline: Deadline) -> Json:
    return {
        "id": deadline.id,
        "kind": deadline.kind,
        "phrase": deadline.phrase,
        "sentence": deadline.sentence,
        "task": deadline.task,
        "start": _date(deadline.start),
        "end": _date(deadline.end),
        "precision": deadline.precision,
        "redacted": deadline.redacted,
        "bodies": list(deadline.bodies),
        "roles": [{"body": responsible.body, "role": responsible.role} for responsible in deadline.roles],
        "explanation": CHINESE.time_explanations.get(deadline.explanation),
        "also": list(deadline.also),
    }


def _target(target: Target) -> Json:
    return {
        "indicator": target.indicator,
        "op": target.op,
        "value": target.value,
        "unit": target.unit,
        "by": _date(target.by),
        "base": target.base,
        "sentence": target.sentence,
        "redacted": target.redacted,
    }


def _place(document: Document, section: Sequence[str], topic: str) -> Json:
    return {"document": document_json(document), "section": list(section), "topic": topic}


def _found(located: Located[Deadline] | Located[Target]) -> Json:
    return _place(located.document, located.section, located.topic) | {"passage_id": located.passage_id}


def _date(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
