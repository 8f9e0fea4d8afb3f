"""Who comes from version 0.1.0 goes on with its configuration, knowledge base and state, and can go back."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.config.config import Config, read_config
from tests.bot.cli.test_command_line import SPEECH

FIXTURES = Path(__file__).parent / "fixtures"
STATE = Path(__file__).parents[1] / "state" / "fixtures" / "state-0.1.0.sql"
QUESTION = "基层诊疗量占比要达到多少"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A folder that version 0.1.0 left: the knowledge base of SPEECH, the state, and every key of its configuration."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "jianda.db").write_bytes(old_base())
    (tmp_path / "config.toml").write_text(
        'corpus = "corpus"\n'
        + (FIXTURES / "config-0.1.0.toml").read_text(encoding="utf-8").replace('corpus = ""\n', ""),
        encoding="utf-8",
    )
    with closing(sqlite3.connect(tmp_path / "jianda-state.db")) as connection:
        connection.executescript(STATE.read_text(encoding="utf-8"))
    return tmp_path


def old_base() -> bytes:
    return gzip.decompress((FIXTURES / "jianda-0.1.0.db.gz").read_bytes())


def run(*arguments):
    return CliRunner().invoke(main, arguments)


def test_every_key_of_its_configuration_is_still_read():
    config = read_config(FIXTURES / "config-0.1.0.toml")
    assert (config.telegram.limit_per_minute, config.retention_days) == (30, 180)
    assert config.time_zone == Config().time_zone


def test_its_knowledge_base_answers_at_once_and_the_next_load_reads_anew(office):
    assert "基层诊疗量占比达到55%以上" in run("ask", QUESTION).stdout
    done = run("load")
    assert done.exit_code == 0 and "city-2026.txt" in done.stdout
    assert "基层诊疗量占比达到55%以上" in run("ask", QUESTION).stdout


def test_what_it_had_is_kept_so_that_one_can_go_back(office):
    run("ask", QUESTION)
    (copy,) = office.glob("jianda.db.schema-*")
    assert copy.read_bytes() == old_base()
    assert run("stats").exit_code == 0  # opens the state
    (copy,) = office.glob("jianda-state.db.schema-*")
    with closing(sqlite3.connect(copy)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        assert copy.name.endswith(f"-{version}")
        assert connection.execute("SELECT count(*) FROM subscriptions").fetchone()[0] == 1


def test_its_files_can_be_backed_up_before_they_are_migrated(office):
    assert run("backup", "before.zip").exit_code == 0
    assert run("restore", "before.zip", "--check").exit_code == 0
