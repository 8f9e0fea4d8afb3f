"""`jianda ledger` lists the tasks of the corpus with how each stands."""

import csv
import io

import docx
import openpyxl
import pytest

from tests.bot.cli.test_command_line import corpus, database, nothing_configured, records, run  # noqa: F401


@pytest.fixture
def ledger(database, tmp_path):  # noqa: F811
    settings = {
        "JIANDA_DATABASE": str(database),
        "JIANDA_STATE": str(tmp_path / "s.db"),
        "JIANDA_TODAY": "2026-11-22",
    }
    return lambda *words: run("ledger", *words, **settings)


def test_as_json(ledger):
    first, *_ = records(ledger("--json"))
    assert (first["number"], first["state"], first["due"]) == (1, "late", "2026-06-30")
    assert first["lead"] == ["市医保局"] and first["report"] is None
    assert first["deadline"]["task"] in first["deadline"]["sentence"]


def test_narrowed_by_words(ledger):
    found = records(ledger("疾控中心", "--json"))
    assert [row["deadline"]["end"] for row in found] == ["2027-09-30"] and found[0]["state"] == "idle"
    assert ledger("已办结").stderr and not ledger("已办结").stdout


def test_as_lines_and_csv(ledger, tmp_path):
    assert "\t🔴 逾期\t2026-06-30\t" in ledger().stdout
    heading, *rows = csv.reader(io.StringIO(ledger("--csv").stdout.lstrip("\ufeff")))
    assert heading[:3] == ["序号", "状态", "时限"] and len(rows) == 4
    assert not (tmp_path / "s.db").exists()


def test_as_files(ledger, tmp_path):
    done = ledger("--xlsx", tmp_path / "l.xlsx", "--docx", tmp_path / "l.docx")
    assert done.stdout.split() == [str(tmp_path / "l.xlsx"), str(tmp_path / "l.docx")]
    assert openpyxl.load_workbook(tmp_path / "l.xlsx").worksheets[0].max_row == 5
    assert docx.Document(tmp_path / "l.docx").tables
