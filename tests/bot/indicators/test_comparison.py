"""/compare: what each document says side by side, and what has changed from one year to the next."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.indicators.comparison import years_in
from bot.messages import CHINESE
from knowledge.indexing.indexer import load
from tests.knowledge.plans import plans

YEARS = [
    ("2026 2027", ((2026, 2027), "")),
    ("2027年和2026年", ((2026, 2027), "")),
    ("云溪 2026年与2027年", ((2026, 2027), "云溪")),
    ("2026年度、2027年度 云溪", ((2026, 2027), "云溪")),
    ("2026", None),
    ("2026 2026", None),
    ("2025 2026 2027", None),
    ("医共体", None),
]


@pytest.fixture
async def dialogue(closed_office, tmp_path: Path):
    closed_office.knowledge = plans(tmp_path)
    return (await closed_office.open()).dialogue()


@pytest.mark.parametrize(("words", "expected"), YEARS)
def test_two_years_are_understood(words, expected):
    assert years_in(words) == expected


@pytest.mark.parametrize("typed", ["/compare 医共体", "／对比 医共体"])
async def test_a_matter_side_by_side_with_its_citations(dialogue, typed):
    (sent,) = await dialogue.says(typed)
    assert sent.text.startswith("“医共体”，3 份文件的说法：\n")
    assert sent.text.count("——《") == 3 and "云溪（2027）" in sent.text and "澜江（2026）" in sent.text
    (passage,) = await dialogue.presses("1", under=sent)
    assert "医共体" in passage.text and passage.message_id != sent.message_id


async def test_a_question_about_a_value_brings_the_values(dialogue):
    (sent,) = await dialogue.says("/compare 各地县域就诊率目标是多少")
    assert sent.text.startswith(
        "“县域内就诊率”，3 份文件的说法：\n1. 云溪（2026）  目标 不低于 88%（未写明年份）\n"
    )
    assert "澜江（2026）  实际值 86.5%（2025）" in sent.text and sent.text.count("——《") == 4
    (chart,) = await dialogue.presses("📊", under=sent)
    assert chart.file_name == "chart-1.png"


async def test_two_years_of_one_place(dialogue):
    (sent,) = await dialogue.says("/compare 2026 2027")
    assert sent.text.startswith("云溪 2027年与2026年相比：调整 3 项，新增 1 项，不再提到 1 项，未变 2 项\n")
    assert "〔调整〕县域内就诊率\n原：不低于 88%\n" in sent.text and "\n现：不低于 90%\n" in sent.text
    assert "\n现：原文未写明\n" in sent.text
    assert "〔新增〕任务\n2.推进中心药房配送" in sent.text
    assert "〔不再提到〕任务\n2.组织卫生院院长" in sent.text
    assert "夏季爱国卫生" not in sent.text


@pytest.mark.parametrize("asked", ["云溪2026年和2027年有什么变化", "云溪县今年和明年的工作有什么不同"])
async def test_a_question_for_what_changed_is_answered_so(dialogue, asked):
    (sent,) = await dialogue.says(asked)
    assert sent.text.startswith("云溪 2027年与2026年相比：调整 3 项")


async def test_the_year_that_is_not_there_is_named(dialogue):
    (sent,) = await dialogue.says("云溪2025年和2027年有什么变化")
    assert sent.text == "没有云溪2025年的文件，比不了。现有文件的年份：2026、2027。"


async def test_documents_of_other_sorts_are_not_compared(closed_office, tmp_path: Path):
    closed_office.knowledge = plans(tmp_path)
    speech = (
        (tmp_path / "plans/old.txt")
        .read_text(encoding="utf-8")
        .replace("云溪县2026年卫生健康工作要点", "在云溪县卫生健康工作会议上的讲话\n（2026年2月3日）")
    )
    (tmp_path / "plans/old.txt").write_text(speech, encoding="utf-8")
    assert load(tmp_path / "plans", tmp_path / "plans.db").ok
    dialogue = (await closed_office.open()).dialogue()
    (sent,) = await dialogue.says("/compare 2026 2027")
    assert sent.text == (
        "云溪 2026年有《在云溪县卫生健康工作会议上的讲话》，2027年有《云溪县2027年卫生健康工作要点》，"
        "不是同一种文件，没有逐条比较。"
    )


async def test_what_cannot_be_compared_is_said(dialogue):
    (sent,) = await dialogue.says("/compare 2024 2026")
    assert sent.text == CHINESE.comparison.no_years.format(old=2024, new=2026, years="2026、2027")
    (sent,) = await dialogue.says("/compare 火箭发射")
    assert sent.text == CHINESE.comparison.nothing.format(words="火箭发射")
    (sent,) = await dialogue.says("/compare")
    assert sent.text == CHINESE.comparison.usage
    (sent,) = await dialogue.says("/compare " + "长" * 30)
    assert sent.text == CHINESE.comparison.too_long


async def test_several_places_are_asked_for(closed_office, tmp_path: Path):
    knowledge = closed_office.knowledge = plans(tmp_path)
    for year in (2026, 2027):
        tasks = "".join(f"{n}.完成第{n}项检查并于{year}年{n}月底前报告。\n" for n in range(1, 10))
        text = f"石帆县{year}年卫生健康工作要点\n一、重点任务\n{tasks}"
        (tmp_path / "plans" / f"shifan-{year}.txt").write_text(text, encoding="utf-8")
    load(tmp_path / "plans", tmp_path / "plans.db")
    assert len(knowledge.documents()) == 5
    dialogue = (await closed_office.open()).dialogue()
    (asked,) = await dialogue.says("/compare 2026 2027")
    assert asked.text == CHINESE.comparison.which_place and asked.labels == [["云溪"], ["石帆"]]
    (first,) = await dialogue.presses("石帆", under=asked)
    assert first.text.startswith("石帆 2027年与2026年相比：调整 9 项") and "第 1/2 页" in first.text
    (second,) = await dialogue.presses("下一页")
    assert second.message_id == first.message_id and "7. 〔调整〕任务" in second.text


@pytest.fixture
def run(tmp_path: Path, monkeypatch):
    plans(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIANDA_TODAY", "2026-11-22")
    arguments = ["--corpus", str(tmp_path / "plans"), "--database", str(tmp_path / "plans.db")]
    return lambda *words: CliRunner().invoke(main, [*words, *arguments])


def test_the_command_line_compares_in_words_and_in_json(run):
    assert run("compare", "医共体").stdout.startswith("“医共体”，3 份文件的说法：")
    sides = [json.loads(row) for row in run("compare", "医共体", "--json").stdout.splitlines()]
    assert len(sides) == 3 and all(
        "医共体" in side["passage"] and side["document"]["title"] for side in sides
    )
    values = [json.loads(row) for row in run("compare", "县域就诊率", "--json").stdout.splitlines()]
    assert [(value["value"], value["present"]) for value in values] == [
        ("88%", False),
        ("90%", False),
        ("86.5%", True),
        ("92%", False),
    ]
    changes = [json.loads(row) for row in run("compare", "2026", "2027", "--json").stdout.splitlines()]
    assert [change["change"] for change in changes] == ["changed", "changed", "changed", "new", "dropped"]
    assert changes[0]["before"]["value"] == "88%" and changes[0]["after"]["value"] == "90%"
    assert changes[3]["before"] is None and changes[3]["after"]["task"].startswith("2.推进中心药房")


def test_the_command_line_writes_a_calendar_and_pictures(run, tmp_path: Path):
    done = run("deadlines", "--ics", "a.ics", "--picture", "a.png")
    assert done.exit_code == 0 and done.stdout.split() == ["a.ics", "a.png"]
    assert (tmp_path / "a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("option", ["--ics", "--picture"])
def test_nothing_to_write_is_one_line(run, tmp_path: Path, option):
    done = run("deadlines", "--topic", "没有的主题", option, "a.file")
    assert done.exit_code == 1 and "没有写明日期的时限" in done.stderr and "\n" not in done.stderr.strip()
    assert not (tmp_path / "a.file").exists()


def test_a_file_that_cannot_be_written_is_one_line(run):
    done = run("deadlines", "--ics", "none/a.ics")
    assert done.exit_code == 1 and done.stderr.startswith("none/a.ics：")


def test_the_terminal_writes_what_telegram_sends(tmp_path: Path, monkeypatch):
    from bot.cli.commands.asking.chat import Chat

    monkeypatch.chdir(tmp_path)
    chat = Chat(plans(tmp_path), CHINESE)
    for typed, name in (("/timeline", "时限时间表-1.png"), ("/calendar", "健答时限.ics")):
        (message,) = chat.answer(typed)
        assert message.html.endswith(f"已写入文件：{tmp_path / name}") and (tmp_path / name).stat().st_size
