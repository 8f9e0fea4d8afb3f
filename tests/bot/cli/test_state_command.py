"""`jianda state copy` moves an office to a database and back, refuses a place that is taken, and shows no password."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.config.secrets import DatabaseUrl
from bot.state import State
from bot.state.storage.engines import only_run
from bot.state.usage.question_log import AskedQuestion
from tests.clock import seconds


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A folder with a state in which two questions stand."""
    monkeypatch.chdir(tmp_path)
    with closing(State(tmp_path / "jianda-state.db", clock=seconds)) as state:
        for text in ("甲", "乙"):
            state.questions.add(AskedQuestion(7, 7, text, "answer", 0.9, "d", "p", 5))
    return tmp_path


def run(*arguments: str, **environment: str):
    return CliRunner().invoke(main, ["state", "copy", *arguments], env=environment)


def questions(place: Path | DatabaseUrl) -> list[str]:
    with closing(State(place, clock=seconds)) as state:
        return [question.text for question in state.questions.recent(7, 9)]


@pytest.mark.service
def test_an_office_moves_to_a_database_and_back(folder, postgresql_server):
    url = postgresql_server.new_place()
    there = run("state", "storage.url", JIANDA_STORAGE_URL=url.reveal())
    assert there.exit_code == 0, there.output
    assert "questions: 2" in there.output and str(url) in there.output and "共 2 行" in there.output
    assert questions(url) == ["乙", "甲"]
    back = run("storage.url", "back.db", JIANDA_STORAGE_URL=url.reveal())
    assert back.exit_code == 0 and questions(folder / "back.db") == ["乙", "甲"]
    again = run("back.db", url.reveal())
    assert again.exit_code == 1 and "已有内容" in again.stderr and questions(url) == ["乙", "甲"]
    with only_run(url):
        assert "storage.url" in run(url.reveal(), "third.db").stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("state", "state"), "同一处"),
        (("nowhere.db", "copy.db"), "没有使用记录"),
        (("state", "storage.url"), "数据库地址"),
        (("state", "mysql://root:geheim@127.0.0.1/x"), "数据库地址"),
        (("state", "postgresql://jianda:geheim@/x?host=/nowhere"), "连不上"),
    ],
)
def test_what_cannot_be_copied_is_one_line_without_the_password(folder, arguments, words):
    done = run(*arguments)
    assert done.exit_code == 1 and words in done.stderr and done.stderr.count("\n") == 1
    assert "geheim" not in done.output and questions(folder / "jianda-state.db") == ["乙", "甲"]


def test_a_state_that_a_bot_works_on_is_not_copied(folder):
    with only_run(folder / "jianda-state.db"):
        assert "jianda run" in run("state", "copy.db").stderr
    assert run("state", "copy.db").exit_code == 0
    assert questions(folder / "copy.db") == ["乙", "甲"]
