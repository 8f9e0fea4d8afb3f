"""What is noted of passages after some loads is what one load of the same files notes."""

import json
from pathlib import Path

from knowledge.indexing.indexer import load
from knowledge.store.files import open_database
from tests.knowledge.store.full_text.fts5 import texts_of

NEW = "新河县2026年卫生工作要点\n一、建设\n1.6月底前建成县医院，检查互认率达到93.5%。\n"


def noted(database: Path) -> tuple[dict[str, int], list[tuple[list[str], list[str]]]]:
    """In how many passages each character stands, and the terms of all passages."""
    (characters,) = (
        open_database(database).execute("SELECT value FROM facts WHERE name = 'characters'").fetchone()
    )
    terms = [tuple(sorted(text.split()) for text in of_it) for of_it in texts_of(database, "terms").values()]
    return json.loads(characters), sorted(terms)


def test_loads_one_after_the_other_note_what_one_load_does(
    corpus: Path, database: Path, tmp_path: Path
) -> None:
    (corpus / "new.txt").write_text(NEW, encoding="utf-8")
    load(corpus, database)
    (corpus / "yunxi.txt").unlink()
    (corpus / "new.txt").write_text(NEW.replace("县医院", "中医馆"), encoding="utf-8")
    load(corpus, database)
    load(corpus, tmp_path / "once.db")
    assert noted(database) == noted(tmp_path / "once.db")
