"""A load that began by itself publishes only what is new, and nothing older or poorer than what another has published."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.config.secrets import DatabaseUrl
from bot.errors import explain
from knowledge.errors import DatabaseUnusable, PublicationRefused
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.postgresql import generations
from knowledge.store.postgresql.publishing import publish
from knowledge.store.postgresql.source import GenerationSource
from tests.clock import today
from tests.postgresql_server import Server

pytestmark = pytest.mark.service

MORE = "新河县2026年卫生工作要点\n一、建设\n1.6月底前建成县医院。\n"


class Machine:
    """One with a folder and a file of its own."""

    def __init__(self, corpus: Path, database: Path, url: DatabaseUrl) -> None:
        self.corpus, self.database, self.url = corpus, database, url

    def start(self, **settings: bool) -> None:
        """What it does at its start, on /reload and after an upload."""
        resources = ReadingResources(publish=GenerationSource(self.url, self.database).publish)
        load(self.corpus, self.database, resources=resources, **settings)


@pytest.fixture
def url(postgresql_server: Server) -> DatabaseUrl:
    return postgresql_server.new_place()


@pytest.fixture
def loading(corpus: Path, database: Path, url: DatabaseUrl) -> Machine:
    """The machine that has loaded."""
    publish(database, url)
    return Machine(corpus, database, url)


@pytest.fixture
def other(tmp_path: Path, url: DatabaseUrl) -> Machine:
    """A machine with an empty folder."""
    (tmp_path / "other").mkdir()
    return Machine(tmp_path / "other", tmp_path / "other.db", url)


def published(url: DatabaseUrl) -> tuple[tuple[int, int], list[str]]:
    """The newest generation, and the files in it."""
    with closing(KnowledgeBase(GenerationSource(url, Path("nowhere.db")), today)) as knowledge:
        return knowledge.version, sorted(document.path for document in knowledge.documents())


def test_an_empty_folder_empties_nobody(loading: Machine, other: Machine, url: DatabaseUrl) -> None:
    before = published(url)
    other.start()
    assert published(url) == before and len(before[1]) == 2


def test_an_upload_to_a_machine_without_the_others_is_refused(
    loading: Machine, other: Machine, url: DatabaseUrl
) -> None:
    before = published(url)
    (other.corpus / "xinhe.txt").write_text(MORE, encoding="utf-8")
    with pytest.raises(PublicationRefused) as caught:
        other.start(allow_empty=True)
    assert "2 份文件" in explain(caught.value) and "lanjiang.txt" in explain(caught.value)
    assert published(url) == before


def test_an_older_folder_ages_nobody(loading: Machine, other: Machine, url: DatabaseUrl) -> None:
    shutil.copytree(loading.corpus, other.corpus, dirs_exist_ok=True)
    other.start()
    revised = (loading.corpus / "yunxi.txt").read_text(encoding="utf-8") + "县财政再增加投入。\n"
    (loading.corpus / "yunxi.txt").write_text(revised, encoding="utf-8")
    loading.start()
    before = published(url)
    for _ in range(2):
        with pytest.raises(PublicationRefused):
            other.start()
        other.database.unlink(missing_ok=True)  # nor where it has no file yet
    assert published(url) == before


def test_who_may_read_is_not_undone_by_another(loading: Machine, other: Machine, url: DatabaseUrl) -> None:
    shutil.copytree(loading.corpus, other.corpus, dirs_exist_ok=True)
    other.start()
    rule = '[[document]]\nfile = "yunxi.txt"\nreaders = [7]\n'
    (loading.corpus / "corpus.toml").write_text(rule, encoding="utf-8")
    loading.start()
    before = published(url)
    with pytest.raises(PublicationRefused):
        other.start()
    assert published(url) == before


def test_the_same_corpus_is_published_once(loading: Machine, other: Machine, url: DatabaseUrl) -> None:
    before = published(url)
    Machine(loading.corpus, other.database, url).start()
    loading.start()
    assert published(url) == before


def test_over_one_folder_each_machine_publishes_what_is_new(
    loading: Machine, other: Machine, url: DatabaseUrl
) -> None:
    sharing = Machine(loading.corpus, other.database, url)
    sharing.start()
    (loading.corpus / "xinhe.txt").write_text(MORE, encoding="utf-8")
    sharing.start()
    assert published(url)[1] == ["lanjiang.txt", "xinhe.txt", "yunxi.txt"]
    (loading.corpus / "lanjiang.txt").unlink()
    loading.start()
    assert published(url)[1] == ["xinhe.txt", "yunxi.txt"]


def test_the_last_file_may_be_removed(loading: Machine, url: DatabaseUrl) -> None:
    for path in loading.corpus.iterdir():
        path.unlink()
    loading.start(allow_empty=True)
    assert published(url)[1] == []


def test_what_was_not_published_is_published_by_the_next(loading: Machine, url: DatabaseUrl) -> None:
    (loading.corpus / "xinhe.txt").write_text(MORE, encoding="utf-8")
    load(loading.corpus, loading.database)
    loading.start()
    assert "xinhe.txt" in published(url)[1]


def test_what_changed_and_was_not_published_is_published_by_the_next(
    loading: Machine, url: DatabaseUrl
) -> None:
    """Also where a publication failed more than once; nothing is read anew by then."""
    before = published(url)
    for number in range(2):
        revised = (loading.corpus / "yunxi.txt").read_text(encoding="utf-8") + f"县财政再增加投入{number}。\n"
        (loading.corpus / "yunxi.txt").write_text(revised, encoding="utf-8")
        load(loading.corpus, loading.database)
    loading.start()
    after = published(url)
    assert after[0] != before[0]
    loading.start()
    assert published(url) == after


def test_a_file_that_is_an_older_version_of_what_was_published_ages_nobody(
    loading: Machine, other: Machine, url: DatabaseUrl
) -> None:
    shutil.copytree(loading.corpus, other.corpus, dirs_exist_ok=True)
    shutil.copy(loading.database, other.database)
    (loading.corpus / "yunxi.txt").write_text(MORE, encoding="utf-8")
    loading.start()
    before = published(url)
    with pytest.raises(PublicationRefused):
        other.start()
    assert published(url) == before


def test_a_publication_does_not_wait_for_ever(
    postgresql_server: Server, loading: Machine, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generations, "PATIENCE", 0.05)
    home = url.reveal().rpartition("%3D")[2]
    with psycopg.connect(url.reveal()) as line:  # as one that was stopped in the midst of its own
        line.execute(f"LOCK TABLE {home}_knowledge.generations IN EXCLUSIVE MODE")
        (loading.corpus / "xinhe.txt").write_text(MORE, encoding="utf-8")
        with pytest.raises(DatabaseUnusable) as caught:
            loading.start()
    assert "太忙" in explain(caught.value)
    loading.start()
    assert "xinhe.txt" in published(url)[1]
