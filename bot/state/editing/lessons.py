"""What editors taught, and the questions that they put aside."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from dataclasses import asdict
from typing import Any

from bot.state.storage.audit import Actor, Audit, AuditChange
from bot.state.storage.database import StateDatabase, Transaction
from knowledge.teaching.lessons import Edit, Lesson, Revision, Synonym, Teaching

Live = Callable[[Teaching], None]

MOST_SAID = 500  # characters of a change in the audit
_LISTS = ("added", "dropped")  # fields of an edit that are stored as JSON


class Lessons:
    """The teaching as it stands; a change of it is made whole, on what stands at that moment."""

    def __init__(self, database: StateDatabase, audit: Audit, clock: Callable[[], float]) -> None:
        self._database, self._audit, self._clock = database, audit, clock

    def all(self) -> Teaching:
        """All that has been taught."""
        return Teaching(
            tuple(map(_lesson, self._database.rows("SELECT * FROM lessons ORDER BY place"))),
            tuple(map(_synonym, self._database.rows("SELECT * FROM synonyms ORDER BY place"))),
            tuple(map(_edit, self._database.rows("SELECT * FROM edits ORDER BY pair"))),
        )

    def change(self, actor: Actor, action: str, revision: Revision, live: Live) -> bool:
        """Makes a change and records what went and what came; `live` is told of the teaching before anybody else
        can change it again. Says whether anything changed."""
        with self._database.writing(repeatable=True) as db:
            before = self.all()
            after = revision.applied(before)
            if after != before:
                _write(db, after)
                gone, come = _told(before, after), _told(after, before)
                self._audit.record(db, actor.change(action, "", gone, come))
            live(after)
        return after != before

    def tell(self, live: Live) -> None:
        """Tells `live` of the teaching as it stands."""
        with self._database.writing():
            live(self.all())

    def put_aside(self, questions: Iterable[str], change: AuditChange | None = None) -> None:
        """Notes that these questions are done with for now; records that as a change, if told."""
        now = int(self._clock())
        rows = [{"text": question, "aside_at": now} for question in questions]
        with self._database.writing(repeatable=change is None) as db:
            db.insert_all("dismissals", rows, replace=True)
            if change:
                self._audit.record(db, change)

    def version(self) -> Hashable:
        """What is another value once another program has changed something."""
        return self._database.version()


def _write(db: Transaction, teaching: Teaching) -> None:
    for table in ("lessons", "synonyms", "edits"):
        db.execute(f"DELETE FROM {table}")
    rows = ({**asdict(lesson), "questions": json.dumps(lesson.questions)} for lesson in teaching.lessons)
    db.insert_all("lessons", ({"place": place, **row} for place, row in enumerate(rows)))
    synonyms = ({"place": place, **asdict(synonym)} for place, synonym in enumerate(teaching.synonyms))
    db.insert_all("synonyms", synonyms)
    lists = ({name: json.dumps(getattr(edit, name)) for name in _LISTS} for edit in teaching.edits)
    edits = ({**asdict(edit), **texts} for edit, texts in zip(teaching.edits, lists, strict=True))
    db.insert_all("edits", edits)


def _lesson(row: dict[str, Any]) -> Lesson:
    return Lesson(tuple(json.loads(row["questions"])), row["passage"], row["fingerprint"], row["excerpt"])


def _edit(row: dict[str, Any]) -> Edit:
    return Edit(**{**row, **{name: tuple(json.loads(row[name])) for name in _LISTS}})


def _synonym(row: dict[str, Any]) -> Synonym:
    return Synonym(row["said"], row["meant"], bool(row["both"]))


def _told(teaching: Teaching, other: Teaching) -> str:
    """What stands in one teaching and not in the other, for the audit."""
    lessons = [
        f"{' / '.join(lesson.questions)} → {lesson.excerpt}"
        for lesson in teaching.lessons
        if lesson not in other.lessons
    ]
    synonyms = [
        f"{synonym.said} → {synonym.meant}" for synonym in teaching.synonyms if synonym not in other.synonyms
    ]
    edits = [_of_edit(edit) for edit in teaching.edits if edit not in other.edits]
    return "; ".join([*lessons, *synonyms, *edits])[:MOST_SAID]


def _of_edit(edit: Edit) -> str:
    """What an edit makes of a question."""
    more = "".join(f" +{wording}" for wording in edit.added) + "".join(
        f" -{wording}" for wording in edit.dropped
    )
    moved = f" #{edit.topic}" if edit.topic else ""
    answered = f" “{edit.answer}”" if edit.answer else ""
    merged = f" ={edit.merged}" if edit.merged else ""
    return f"{edit.original} → {edit.question or '-'}{moved}{more}{answered}{merged}"
