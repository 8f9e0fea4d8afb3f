"""Copies are found among many documents of one template, and to look for those of one takes no longer among more."""

import sqlite3

from sqlite_utils import Database

from knowledge.store import migrations
from knowledge.store.duplicates import settle_duplicates

TEMPLATE = [f"各单位要按照第{place}项要求抓好落实" for place in range(30)]


def text(number: int) -> str:
    """A document whose clauses are half those of all others, half its own."""
    return "，".join([*TEMPLATE, *(f"第{number}号文件安排的第{place}项任务" for place in range(30))])


def base(texts: list[str]) -> Database:
    """A knowledge base of documents of a passage each."""
    db = Database(sqlite3.connect(":memory:"))
    migrations.migrate(db)
    for number, words in enumerate(texts):
        document = {
            "id": f"d{number:04}",
            "path": f"{number:04}.txt",
            "title": f"讲话{number}",
            "position": 0,
        }
        db.table("documents").insert({**document, "level": "", "recognised": 0})
        passage = {
            "id": f"p{number}",
            "document": document["id"],
            "position": 0,
            "start": 0,
            "end": len(words),
        }
        same = {"headings": "[]", "topic": "", "topics": "[]", "role": "", "redacted": 0, "recognised": 0}
        db.table("passages").insert({**passage, **same, "text": words})
    return db


def steps(db: Database) -> int:
    """How many thousands of steps SQLite takes to find the copies."""
    counted = []
    db.conn.set_progress_handler(lambda: counted.append(1), 1000)
    settle_duplicates(db)
    return len(counted)


def test_a_copy_is_found_among_many_of_one_template() -> None:
    db = base([*map(text, range(90)), text(7).replace("第5项任务", "第五项任务")])
    settle_duplicates(db)
    rows = db.execute("SELECT id, instead, replaced FROM documents WHERE instead IS NOT NULL").fetchall()
    assert rows == [("d0090", "d0007", "duplicate")]


def test_each_of_twice_as_many_documents_takes_as_long() -> None:
    few, many = (steps(base([*map(text, range(count))])) for count in (150, 600))
    assert many < 6 * few
