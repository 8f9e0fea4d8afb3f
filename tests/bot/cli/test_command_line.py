"""The command line: what is printed, what goes to standard error, and the exit status."""

import codecs
import contextlib
import csv
import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.commands.asking import ask
from bot.cli.commands.asking.batch import BatchQuestion, read_batch
from bot.cli.main import main
from bot.errors import BatchInvalid
from bot.pictures.png import chosen_font
from bot.state import State
from bot.state.storage.audit import Actor
from bot.state.usage.question_log import AskedQuestion

ROOT = Path(__file__).parents[3]
SPEECH = """在全市卫生健康工作会议上的讲话
（2026年3月12日）

同志们：
今天的会议很重要，下面我讲两点意见。
一、深化医药卫生体制改革
今年6月底前，由市医保局牵头出台医疗服务价格动态调整实施细则。
二、加强基层卫生
到2028年，基层诊疗量占比达到55%以上。
"""
PLAN = """青山县2027年卫生健康工作要点

一、传染病防控
2027年9月底前，县疾控中心建成智慧化监测预警平台。责任单位：县疾控中心。
二、中医药
2027年底前，所有乡镇卫生院设置中医馆。
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def database(corpus, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("base") / "k.db"
    assert run("load", "--corpus", corpus, "--database", path).exit_code == 0
    return path


@pytest.fixture(autouse=True)
def nothing_configured(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("CORPUS", "DATABASE", "TELEGRAM_TOKEN"):
        monkeypatch.delenv(f"JIANDA_{name}", raising=False)


def run(*words, typed=None, **settings):
    return CliRunner().invoke(main, list(map(str, words)), input=typed, env=settings)


def records(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_load_tells_what_became_of_each_file(corpus, tmp_path):
    first = run("load", "--corpus", corpus, "--database", tmp_path / "k.db")
    assert first.exit_code == 0
    assert [line.split()[:2] for line in first.stdout.splitlines()[:2]] == [
        ["added", "city-2026.txt"],
        ["added", "county-2027.txt"],
    ]
    assert "新增 2" in first.stdout
    again = run("load", "--corpus", corpus, "--database", tmp_path / "k.db")
    assert "unchanged  city-2026.txt" in again.stdout and "未变 2" in again.stdout


def test_a_format_that_no_loader_knows_is_skipped_with_a_line(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "c" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = run("load", "--corpus", tmp_path / "c", "--database", tmp_path / "k.db")
    assert "skipped    picture.png" in result.stdout
    assert result.exit_code == 0


def test_an_entry_for_a_file_that_is_not_there_is_a_warning(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "c" / "corpus.toml").write_text('[[document]]\nfile = "gone.txt"\n', encoding="utf-8")
    result = run("load", "--corpus", tmp_path / "c", "--database", tmp_path / "k.db")
    assert "gone.txt" in result.stderr and "gone.txt" not in result.stdout
    assert result.exit_code == 0


def test_ask_answers_with_the_passage_and_its_source(database):
    result = run("ask", "--database", database, "医疗服务价格动态调整实施细则", "什么时候出台")
    assert result.exit_code == 0
    assert "今年6月底前，由市医保局牵头出台医疗服务价格动态调整实施细则。" in result.stdout
    assert "《在全市卫生健康工作会议上的讲话》（2026）" in result.stdout


def test_ask_as_json_is_a_line(database):
    (reply,) = records(run("ask", "--database", database, "--json", "基层诊疗量占比要达到多少"))
    assert reply["answers"][0]["document"]["path"] == "city-2026.txt"
    assert "55%" in reply["answers"][0]["passage"]


def test_a_batch_is_answered_in_its_order_with_its_ids(database, tmp_path):
    batch = tmp_path / "questions.jsonl"
    batch.write_text(
        '\ufeff{"id": "A-1", "question": "中医馆什么时候建成"}\n'
        "\n基层诊疗量占比要达到多少\n"
        '{"id": 3, "question": ""}\n',
        encoding="utf-8",
    )
    replies = records(run("ask", "--database", database, "--json", "--batch", batch))
    assert [reply["id"] for reply in replies] == ["A-1", None, 3]
    assert replies[0]["answers"][0]["document"]["path"] == "county-2027.txt"
    assert replies[2]["answered"] is False


@pytest.mark.parametrize("words", [("--batch", "-"), ("-",), ()])
def test_a_batch_may_be_piped(database, words):
    replies = records(run("ask", "--database", database, "--json", *words, typed="第一问\n第二问\n"))
    assert [reply["question"] for reply in replies] == ["第一问", "第二问"]


ODD = ['"', "' OR 1=1 --", "<b>", "*", "NEAR(a b)", "甲" * 4096, "\x00\x07", " "]


@pytest.mark.parametrize("question", ODD)
def test_odd_questions_are_answered_like_any_others(database, question):
    batch = json.dumps({"id": 1, "question": question})
    result = run("ask", "--database", database, "--json", typed=batch)
    assert result.exit_code == 0
    assert records(result)[0]["question"] == question


def test_deadlines_in_the_form_of_the_contract(database):
    found = records(run("deadlines", "--database", database, "--json"))
    assert {"今年6月底前", "2027年底前"} <= {deadline["phrase"] for deadline in found}
    filters = ("--document", "青山县", "--from", "2027-10-01")
    only = records(run("deadlines", "--database", database, "--json", *filters))
    assert {deadline["end"] for deadline in only} == {"2027-12-31"}


def test_targets_in_the_form_of_the_contract(database):
    found = records(run("targets", "--database", database, "--json"))
    assert ("55%", ">=") in {(target["value"], target["op"]) for target in found}


NOVEMBER = {"JIANDA_TODAY": "2026-11-22"}


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        (("医保局",), {"今年6月底前"}),
        (("青山", "明年"), {"2027年9月底前", "2027年底前"}),
        (("--overdue",), {"今年6月底前"}),
        (("--within", "320"), {"2027年9月底前"}),
        (("--body", "疾控中心"), {"2027年9月底前"}),
        (("--body", "疾控中心", "已过期"), set()),
        (("--topic", "中医", "2027年"), {"2027年底前"}),
        (("--overdue", "--to", "2026-01-01"), set()),
    ],
)
def test_plain_words_and_options_narrow_the_deadlines(database, words, phrases):
    result = run("deadlines", "--database", database, "--json", *words, **NOVEMBER)
    assert result.exit_code == 0
    assert {deadline["phrase"] for deadline in records(result)} == phrases


def test_plain_words_narrow_the_targets(database):
    assert run("targets", "--database", database, "--json", "诊疗量", "2028年").stdout.count("\n") == 1
    nothing = run("targets", "--database", database, "签约率")
    assert (nothing.exit_code, nothing.stdout) == (0, "") and "没有找到" in nothing.stderr


def test_a_spreadsheet_opens_the_csv(database):
    result = run("deadlines", "--database", database, "--csv", **NOVEMBER)
    assert result.stdout_bytes.startswith(codecs.BOM_UTF8)
    rows = list(_csv(result))
    assert rows[0]["日期"] == "2026-06-30" and rows[0]["还有"] == "已过期 145 天"
    assert rows[0]["责任单位"] == "市医保局" and "实施细则" in rows[0]["任务"]
    assert [row["目标值"] for row in _csv(run("targets", "--database", database, "--csv"))] == ["不低于 55%"]


def _csv(result):
    return csv.DictReader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"), newline=""))


def test_in_a_pipe_a_listing_is_lines_with_tabs(database):
    first = run("deadlines", "--database", database, **NOVEMBER).stdout.split("\n")[0].split("\t")
    assert first[:3] == ["2026-06-30", "已过期 145 天", "今年6月底前"]


@pytest.mark.parametrize("listing", ["deadlines", "targets", "topics"])
def test_listings_for_people_are_lines(database, listing):
    result = run(listing, "--database", database)
    assert result.exit_code == 0 and result.stdout.count("\n") >= 1


def test_topics_count_passages_and_questions(database):
    for topic in records(run("topics", "--database", database, "--json")):
        assert topic.keys() >= {"name", "parent", "passages", "questions"}


def test_evaluate_prints_the_scores(database, tmp_path):
    gold = tmp_path / "gold.jsonl"
    row = {
        **{"id": "1", "q": "基层诊疗量占比要达到多少", "kind": "target", "doc": "city-2026.txt"},
        **{"spans": ["到2028年，基层诊疗量占比达到55%以上。"], "paraphrase": "low"},
    }
    gold.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    result = run("evaluate", "--database", database, "--misses", gold)
    assert result.exit_code == 0 and "hit@1" in result.stdout


def test_status_counts_and_warns(database):
    result = run("status", "--database", database)
    assert result.exit_code == 0
    assert "documents: 2" in result.stdout
    assert "telegram.allowed_users" in result.stderr and "telegram.token" in result.stderr


def test_status_with_everything_set_does_not_warn_and_hides_secrets(database):
    settings = {
        "JIANDA_TELEGRAM_TOKEN": "1:hidden",
        "JIANDA_TELEGRAM_ADMINS": "1",
        "JIANDA_TELEGRAM_ALLOWED_USERS": "1",
        "JIANDA_TELEGRAM_PROXY": "socks5://u:hidden@127.0.0.1:1",
    }
    result = run("status", "--database", database, **settings)
    assert result.stderr == "" and "hidden" not in result.output


NEEDY = [("ask", "问"), ("deadlines",), ("targets",), ("topics",), ("status",), ("run",)]


@pytest.mark.parametrize("command", NEEDY, ids=lambda command: command[0])
def test_without_a_knowledge_base_one_line_says_what_to_do(command, tmp_path):
    result = run(*command, "--database", tmp_path / "none.db", JIANDA_TELEGRAM_TOKEN="1:a")
    assert result.exit_code == 1
    assert "jianda load" in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.output


def test_a_damaged_knowledge_base_is_one_line(tmp_path):
    (tmp_path / "k.db").write_bytes(b"no database" * 1000)
    result = run("ask", "--database", tmp_path / "k.db", "问")
    assert result.exit_code == 1 and result.stderr.count("\n") == 1


def test_an_empty_corpus_empties_nothing_unless_told(corpus, tmp_path):
    database, empty = tmp_path / "k.db", tmp_path / "empty"
    empty.mkdir()
    run("load", "--corpus", corpus, "--database", database)
    refused = run("load", "--corpus", empty, "--database", database)
    assert refused.exit_code == 1 and "--allow-empty" in refused.stderr
    assert run("load", "--corpus", empty, "--database", database, "--allow-empty").exit_code == 0


def test_run_without_a_token_is_one_line(database):
    result = run("run", "--database", database)
    assert result.exit_code == 1
    assert "JIANDA_TELEGRAM_TOKEN" in result.stderr and result.stderr.count("\n") == 1


def test_a_wrong_configuration_is_one_line(tmp_path):
    (tmp_path / "config.toml").write_text("databse = 'x'", encoding="utf-8")
    result = run("status")
    assert result.exit_code == 1
    assert "databse" in result.stderr and result.stderr.count("\n") == 1


WRONG = [
    *[("asks",), ("ask",), ("ask", "--nothing"), ("ask", "问", "--batch", "-")],
    *[
        ("evaluate",),
        ("deadlines", "--from", "soon"),
        ("deadlines", "--within", "-1"),
        ("targets", "--csv", "--json"),
    ],
]


@pytest.mark.parametrize("words", WRONG)
def test_wrong_usage_is_exit_status_2(words):
    assert run(*words).exit_code == 2


@pytest.mark.parametrize("words", [("ask", "--batch"), ("evaluate",)])
def test_a_file_that_is_not_there_is_one_line(database, words):
    result = run(*words, "gone.jsonl", "--database", database)
    assert result.exit_code == 1
    assert "gone.jsonl" in result.stderr and result.stderr.count("\n") == 1


def test_a_surprise_is_one_line_too(monkeypatch, database):
    monkeypatch.setattr(ask, "open_knowledge", lambda config: 1 / 0)
    result = run("ask", "问")
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.stderr and result.stderr.count("\n") == 1


def test_chat_answers_what_is_piped_and_ends(corpus, tmp_path):
    result = run(
        "chat", "--corpus", corpus, "--database", tmp_path / "k.db", typed="/help\n中医馆什么时候设置？\n"
    )
    assert result.exit_code == 0
    assert "直接用一句话提问" in result.stdout and "2027年底前，所有乡镇卫生院设置中医馆。" in result.stdout


def test_chat_without_corpus_uses_the_knowledge_base_that_is_there(database, tmp_path):
    typed = "中医馆什么时候设置？\n"
    result = run("chat", "--corpus", tmp_path / "none", "--database", database, typed=typed)
    assert result.exit_code == 0 and "2027年底前" in result.stdout


@pytest.mark.process
def test_a_reader_that_goes_away_leaves_no_traceback(database):
    command = [sys.executable, "-m", "bot", "ask", "--json", "--database", str(database)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, text=True
    )
    process.stdout.close()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write("问\n" * 50)
        process.stdin.close()
    assert process.stderr.read() == ""
    process.wait(30)


def test_a_brace_may_begin_a_question():
    assert list(read_batch(["{医共体}是什么"])) == [BatchQuestion("{医共体}是什么")]


def test_an_object_without_a_question_is_refused_by_its_line():
    with pytest.raises(BatchInvalid, match="line=2"):
        list(read_batch(["问", '{"id": 1}']))


def test_the_signals_of_each_answer_are_explained(database):
    question = "基层诊疗量占比要达到多少？"
    text = run("ask", "--explain", question, JIANDA_DATABASE=str(database)).output
    assert "kind target" in text and "concepts 1.00×" in text
    (record,) = records(run("ask", "--explain", "--json", question, JIANDA_DATABASE=str(database)))
    assert set(record["explanation"]["signals"]) == {answer["id"] for answer in record["answers"]}


def test_weights_are_trained_and_used(database, tmp_path):
    gold = tmp_path / "gold.jsonl"
    row = {
        "id": "1",
        "q": "基层诊疗量占比要达到多少？",
        "kind": "target",
        "doc": "city-2026.txt",
        "spans": ["达到55%"],
    }
    gold.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    out = tmp_path / "weights.toml"
    told = run("train", str(gold), "--out", str(out), JIANDA_DATABASE=str(database)).output
    assert "cross-validated by document" in told and "hit@1 1.000" in told
    (record,) = records(
        run("ask", "--json", row["q"], JIANDA_DATABASE=str(database), JIANDA_WEIGHTS=str(out))
    )
    assert "55%" in record["answers"][0]["passage"]
    out.write_text("[ranker]\nnothing = 1\n", encoding="utf-8")
    refused = run("ask", row["q"], JIANDA_DATABASE=str(database), JIANDA_WEIGHTS=str(out))
    assert refused.exit_code == 1 and "jianda train" in refused.output


def test_stats_of_a_bot_that_nobody_has_asked(database, tmp_path):
    result = run("stats", "--database", database, "--days", "7")
    assert result.exit_code == 0 and result.stdout == "最近 7 天的提问\n这段时间没有提问。\n"


@pytest.fixture
def used(database, tmp_path):
    """The state of a bot that was asked something on the day that is set, and whose admin appointed somebody."""
    noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC).timestamp()
    passage = records(run("ask", "--database", database, "--json", "基层诊疗量占比要达到多少"))[0]["answers"][
        0
    ]["id"]
    with contextlib.closing(State(tmp_path / "state.db", clock=lambda: noon)) as state:
        for zone in ("answer", "answer", "decline"):
            state.questions.add(AskedQuestion(1, 1, "问", zone, 0.9, "d", passage, 250))
        state.appointments.appoint(9, "王芳", Actor(7, "刘洋").change("role", "王芳（9）", "", "editor"))
    return {
        "JIANDA_STATE": str(tmp_path / "state.db"),
        "JIANDA_TODAY": "2026-11-22",
        "JIANDA_TIME_ZONE": "UTC",
    }


def test_stats_in_words_as_json_and_as_a_picture(database, used, tmp_path):
    words = run("stats", "--database", database, **used).stdout
    assert "提问 3 次" in words and "已答 2（67%）" in words and "0.25 秒" in words
    picture = tmp_path / "stats.png"
    (figures,) = records(run("stats", "--database", database, "--json", "--picture", picture, **used))
    assert (figures["questions"], figures["answered"], figures["p95_ms"]) == (3, 2, 250)
    assert [topic["questions"] for topic in figures["topics"]] == [2]
    assert len(figures["days"]) == 30 and figures["to"] == "2026-11-22"
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("days", ["0", "-1", "many", "9999"])
def test_stats_of_impossible_days_are_wrong_usage(database, days):
    assert run("stats", "--database", database, "--days", days).exit_code == 2


def test_stats_without_pictures_says_what_to_install(database, used, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    chosen_font.cache_clear()
    result = run("stats", "--database", database, "--picture", tmp_path / "stats.png", **used)
    chosen_font.cache_clear()
    assert result.exit_code == 1 and "jianda[pictures]" in result.stderr and "提问 3 次" in result.stdout
    assert not (tmp_path / "stats.png").exists()


def test_the_audit_in_words_and_as_json(database, used):
    assert run("audit", **used).stdout == "2026-11-22 12:00 刘洋（7） 角色 王芳（9）：编辑\n"
    (entry,) = records(run("audit", "--json", "--limit", 5, **used))
    assert (entry["at"], entry["person"], entry["after"]) == ("2026-11-22T12:00:00+00:00", 7, "editor")


def test_the_audit_of_a_damaged_state_is_one_line(tmp_path):
    (tmp_path / "state.db").write_bytes(b"not a database" * 100)
    result = run("audit", JIANDA_STATE=str(tmp_path / "state.db"))
    assert result.exit_code == 1 and result.stderr.count("\n") == 1 and "使用记录" in result.stderr


def test_two_evaluations_are_compared_and_drawn(database, tmp_path):
    gold, saved, picture = tmp_path / "gold.jsonl", tmp_path / "run.jsonl", tmp_path / "risk.png"
    row = {
        "id": "1",
        "q": "基层诊疗量占比要达到多少？",
        "kind": "target",
        "doc": "city-2026.txt",
        "spans": ["达到55%"],
    }
    gold.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    first = run("evaluate", gold, "--save", saved, "--picture", picture, JIANDA_DATABASE=str(database))
    assert first.exit_code == 0 and picture.read_bytes().startswith(b"\x89PNG")
    again = run("evaluate", gold, "--against", saved, JIANDA_DATABASE=str(database))
    assert "better 0  worse 0  up 0  down 0" in again.output
    refused = run("evaluate", gold, "--against", gold, JIANDA_DATABASE=str(database))
    assert refused.exit_code == 1 and "--save" in refused.output
