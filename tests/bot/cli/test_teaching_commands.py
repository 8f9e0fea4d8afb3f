"""`jianda teach`, `synonym`, `export` and `import`."""

import json

import pytest

from tests.bot.cli.test_command_line import PLAN, run

ASKED = "村里看病能报多少钱"


@pytest.fixture
def base(tmp_path, monkeypatch):
    """Where a command finds its knowledge base and its state."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    assert run("load", "--corpus", "corpus", "--database", "k.db").exit_code == 0
    return ("--database", "k.db")


@pytest.fixture
def passage(base):
    """The id of the passage on the clinics of Chinese medicine."""
    (answer, *_) = asked(base, "乡镇卫生院什么时候设置中医馆")["answers"]
    assert "中医馆" in answer["passage"]
    return answer["id"]


def asked(base, question):
    return json.loads(run("ask", *base, "--json", question).stdout)


def test_a_question_is_taught_listed_and_forgotten(base, passage):
    assert not asked(base, ASKED)["answered"]
    taught = run("teach", "add", *base, ASKED, "看病报多少", "--passage", passage)
    assert taught.exit_code == 0 and taught.stdout
    for question in (ASKED, "看病报多少？"):
        reply = asked(base, question)
        assert (reply["zone"], reply["confidence"], reply["answers"][0]["id"]) == ("answer", 1.0, passage)
    (row,) = run("teach", "list", *base).stdout.splitlines()
    assert row.startswith(f"  {passage}  {ASKED} / 看病报多少")
    assert run("teach", "remove", *base, ASKED, "看病报多少").exit_code == 0
    assert not asked(base, ASKED)["answered"] and not run("teach", "list", *base).stdout


def test_one_whose_passage_has_changed_is_marked(base, passage, tmp_path):
    run("teach", "add", *base, ASKED, "--passage", passage)
    changed = PLAN.replace("设置中医馆", "建成中医馆")
    (tmp_path / "corpus" / "county-2027.txt").write_text(changed, encoding="utf-8")
    run("load", "--corpus", "corpus", *base)
    assert run("teach", "list", *base).stdout.startswith("! ")
    assert not asked(base, ASKED)["answered"]


def test_a_passage_that_is_not_there_is_refused(base):
    result = run("teach", "add", *base, ASKED, "--passage", "nowhere")
    assert result.exit_code == 1 and "找不到这段原文" in result.stderr and not result.stdout


def test_a_dry_run_changes_nothing(base, passage):
    result = run("teach", "add", *base, "--dry-run", ASKED, "--passage", passage)
    assert result.exit_code == 0 and result.stdout
    assert not run("teach", "list", *base).stdout


def test_a_synonym_is_added_listed_and_removed(base):
    assert run("synonym", "add", *base, "大白房", "中医馆", "--both").exit_code == 0
    assert run("synonym", "list", *base).stdout == "1. 大白房 ↔ 中医馆\n"
    assert "中医馆" in asked(base, "大白房啥时候都要有")["answers"][0]["passage"]
    assert run("synonym", "remove", *base, "大白房", "中医馆").exit_code == 0
    assert run("synonym", "list", *base).stdout == ""


def test_a_wrong_synonym_is_refused(base):
    result = run("synonym", "add", *base, "局", "卫健局")
    assert result.exit_code == 1 and "太短" in result.stderr


def test_what_is_exported_is_imported(base, passage, tmp_path):
    run("teach", "add", *base, ASKED, "--passage", passage)
    run("synonym", "add", *base, "大白房", "中医馆")
    assert run("export", *base, "t.csv").exit_code == 0
    assert run("export", *base).stdout_bytes == (tmp_path / "t.csv").read_bytes()
    settings = {"JIANDA_STATE": str(tmp_path / "other.db")}
    assert run("import", *base, "--dry-run", "t.csv", **settings).exit_code == 0
    assert not run("teach", "list", *base, **settings).stdout
    assert run("import", *base, "t.csv", **settings).exit_code == 0
    assert run("teach", "list", *base, **settings).stdout == run("teach", "list", *base).stdout
    assert run("synonym", "list", *base, **settings).stdout == "1. 大白房 → 中医馆\n"


def test_a_bad_row_is_named_and_the_good_ones_are_used(base, tmp_path):
    (tmp_path / "t.csv").write_text("类型,内容,对应\n近义词,大白房,中医馆\n近义词,局,\n", encoding="utf-8")
    result = run("import", *base, "t.csv")
    assert result.exit_code == 1 and result.stderr.startswith("3: ")
    assert run("synonym", "list", *base).stdout


@pytest.mark.parametrize("content", ["", "姓名\n王\n"])
def test_a_file_that_is_no_table_is_one_line(base, tmp_path, content):
    (tmp_path / "t.csv").write_text(content, encoding="utf-8")
    result = run("import", *base, "t.csv")
    assert result.exit_code == 1 and result.stderr.count("\n") == 1
    assert run("import", *base, "nothing.csv").exit_code == 1


def stored(base):
    """The pair on the clinics of Chinese medicine as `jianda pairs` tells it."""
    rows = map(json.loads, run("pairs", *base, "--json", "中医馆").stdout.splitlines())
    return next(row for row in rows if row["kind"] == "deadline")


def test_the_answer_of_a_stored_question_is_changed_and_restored(base):
    before = stored(base)
    tried = run("teach", "answer", *base, "--dry-run", before["id"], "所有乡镇卫生院设置中医馆")
    assert tried.exit_code == 0 and stored(base) == before
    assert run("teach", "answer", *base, before["id"], "所有乡镇卫生院设置中医馆").exit_code == 0
    after = stored(base)
    assert (after["id"], after["answer"]) == (before["id"], "所有乡镇卫生院设置中医馆")
    (answer, *_) = asked(base, before["question"])["answers"]
    begin, end = answer["highlights"][0]
    assert answer["passage"][begin:end] == "所有乡镇卫生院设置中医馆"
    assert run("teach", "answer", *base, before["id"]).exit_code == 0
    assert stored(base) == before


@pytest.mark.parametrize(
    ("pair", "words", "told"),
    [("nowhere", "中医馆", "找不到要改写的问题"), ("", "县疾控中心建成智慧化监测预警平台", "没有这几句")],
)
def test_an_answer_that_does_not_stand_there_is_refused(base, pair, words, told):
    result = run("teach", "answer", *base, pair or stored(base)["id"], words)
    assert result.exit_code == 1 and told in result.stderr
