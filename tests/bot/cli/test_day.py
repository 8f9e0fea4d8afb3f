"""On a fixed day, every date that a command shows, stores or counts from is of that day."""

import json

import pytest

from tests.bot.cli.test_command_line import PLAN, SPEECH, nothing_configured, run

__all__ = ["nothing_configured"]  # a fixture
DAY = "2027-05-06"
FIXED = {"JIANDA_TODAY": DAY, "JIANDA_TIME_ZONE": "UTC"}
BASE = ("--corpus", "corpus", "--database", "k.db")


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "county.txt").write_text(PLAN, encoding="utf-8")
    assert run("load", *BASE, **FIXED).exit_code == 0
    return tmp_path / "corpus"


def test_a_load_is_of_the_day(corpus):
    assert f"last load: {DAY} " in run("status", *BASE, **FIXED).stdout


def test_a_chat_loads_on_the_day(corpus):
    (corpus / "county.txt").write_text(PLAN, encoding="utf-8")
    assert run("chat", *BASE, typed="", JIANDA_TODAY="2027-05-07", JIANDA_TIME_ZONE="UTC").exit_code == 0
    assert "last load: 2027-05-07 " in run("status", *BASE, **FIXED).stdout


def test_a_change_of_the_documents_is_of_the_day(corpus):
    assert run("documents", "add", "county.txt", *BASE, **FIXED).exit_code == 0
    (record,) = corpus.glob(".versions/*/record.json")
    assert json.loads(record.read_bytes())["at"].startswith(f"{DAY}T")
    assert run("audit", **FIXED).stdout.startswith(f"{DAY} ")


def test_what_is_taught_is_of_the_day(corpus):
    assert run("synonym", "add", "大白", "防护人员", *BASE, **FIXED).exit_code == 0
    assert run("audit", **FIXED).stdout.startswith(f"{DAY} ")


@pytest.mark.parametrize(("year", "value"), [(2026, "55%"), (2027, "58%")])
def test_this_year_is_that_of_the_day(corpus, year, value):
    for plan, goal in ((2026, "55%"), (2027, "58%")):
        text = f"青山县{plan}年卫生健康工作要点\n一、基层卫生\n全年基层诊疗量占比达到{goal}以上。\n"
        (corpus / f"plan-{plan}.txt").write_text(text, encoding="utf-8")
    assert run("load", *BASE).exit_code == 0
    asked = run("ask", "--json", *BASE, "青山县今年基层诊疗量占比达到多少", JIANDA_TODAY=f"{year}-05-06")
    assert value in json.loads(asked.stdout)["answers"][0]["passage"]
