"""With `storage.url` a load on one machine is answered from on another that has neither the file nor the corpus."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from tests.knowledge.conftest import SPEECH

pytestmark = pytest.mark.service


def run(*arguments: str, url: str = ""):
    return CliRunner().invoke(main, list(arguments), env={"JIANDA_STORAGE_URL": url})


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Path, Path]:
    """The folder of the machine that loads, and that of another."""
    loading, other = tmp_path / "loading", tmp_path / "other"
    for folder in (loading, other):
        folder.mkdir()
        (folder / "config.toml").write_text('corpus = "documents"\n', encoding="utf-8")
    (loading / "documents").mkdir()
    (loading / "documents" / "yunxi.txt").write_text(SPEECH, encoding="utf-8")
    return loading, other


def test_another_machine_answers_what_one_has_loaded(machines, postgresql_server, monkeypatch):
    loading, other = machines
    url = postgresql_server.new_place().reveal()
    monkeypatch.chdir(loading)
    assert run("load", url=url).exit_code == 0
    monkeypatch.chdir(other)
    asked = run("ask", "云溪县域内就诊率达到多少", url=url)
    assert asked.exit_code == 0 and "88.5%" in asked.output
    status = run("status", url=url).output
    assert "PostgreSQL" in next(line for line in status.splitlines() if line.startswith("检索 search"))
    assert not (other / "jianda.db").exists()


def test_an_account_that_may_publish_nothing_goes_on_with_its_file(machines, postgresql_server, monkeypatch):
    loading, _ = machines
    place = postgresql_server.new_place().reveal()
    porter = postgresql_server.new_role()
    postgresql_server.ask(f"GRANT ALL ON SCHEMA {place.rpartition('%3D')[2]} TO {porter}")
    url = place.replace("//jianda@", f"//{porter}@")
    monkeypatch.chdir(loading)
    loaded = run("load", url=url)
    assert loaded.exit_code == 0, loaded.output
    assert "88.5%" in run("ask", "云溪县域内就诊率达到多少", url=url).output
    assert "GRANT CREATE ON DATABASE" in run("doctor", url=url).output
    assert "SQLite" in run("status", url=url).output
