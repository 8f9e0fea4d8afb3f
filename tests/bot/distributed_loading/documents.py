"""Documents to load, and a knowledge base as rows."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.loaders.fixtures.zipped import packed

FIXTURES = Path(__file__).parents[2] / "loaders" / "fixtures"
SPEECH = "在{0}县会议上的讲话\n（2026年3月1日）\n同志们：\n一、提高认识\n6月底前，由卫生健康局牵头建成医共体{0}个。\n"


# A file is read again that changed just before it was read, which is noted; the time of the load is.
VARYING = ("facts", "origins")


def speech(number: int, paragraphs: int = 0) -> str:
    """A speech like no other."""
    return SPEECH.format(number) + "".join(
        f"（{at}）{at + 7}月底前新建村卫生室{number}所，家庭医生签约率达到{at}%以上。\n"
        for at in range(paragraphs)
    )


def write_speeches(folder: Path, count: int, paragraphs: int = 0) -> Path:
    """A folder of speeches."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(speech(number, paragraphs), encoding="utf-8")
    return folder


def write_kinds(folder: Path) -> Path:
    """A folder with a file of many a kind: an archive, pages, an old Word file, and what nobody can read."""
    write_speeches(folder, 3)
    for name in ("plan.pdf", "tasks.xlsx", "numbered.doc", "locked.pdf"):
        (folder / name).write_bytes((FIXTURES / name).read_bytes())
    files = {"甲/7.txt": speech(7), "8.txt": speech(8).encode("gb18030"), "bad.docx": b"PK\3\4 and no more"}
    (folder / "speeches.zip").write_bytes(packed(files))
    (folder / "empty.zip").write_bytes(packed({}))
    (folder / "damaged.docx").write_bytes(b"PK\3\4 and no more")
    (folder / "corpus.toml").write_text('[[document]]\nfile = "1.txt"\ntitle = "讲话"\n', encoding="utf-8")
    return folder


def rows(database: Path) -> dict[str, object]:
    """All that stands in a knowledge base: its rows by table, and its facts but for the time of the load."""
    with closing(sqlite3.connect(database)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        content: dict[str, object] = {
            name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables if name not in VARYING
        }
        content["origins"] = db.execute(
            "SELECT path, digest, said, size, changed, inode FROM origins"
        ).fetchall()
        facts = dict(db.execute("SELECT name, value FROM facts WHERE name <> 'loaded'"))
    return {**content, "facts": {**facts, "characters": json.loads(facts["characters"])}}
