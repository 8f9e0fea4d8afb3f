"""`jianda bulletin` tells the same in the terminal, and draws it."""

import pytest

from tests.bot.cli.test_command_line import corpus, database, nothing_configured, run  # noqa: F401


@pytest.fixture
def bulletin(database, tmp_path):  # noqa: F811
    settings = {
        "JIANDA_DATABASE": str(database),
        "JIANDA_STATE": str(tmp_path / "s.db"),
        "JIANDA_TODAY": "2026-07-05",
    }
    return lambda *words: run("bulletin", *words, **settings)


def test_it_is_told(bulletin):
    told = bulletin().output
    assert told.startswith("📊 任务通报（2026年7月5日）") and "按主题" in told


def test_it_is_drawn(bulletin, tmp_path):
    picture = tmp_path / "b.png"
    assert str(picture) in bulletin("--picture", str(picture)).output
    assert picture.read_bytes().startswith(b"\x89PNG")
