"""`jianda pairs` prints the stored questions with their answers, as a table, as JSON and as CSV."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from knowledge.questions.checks import failures

PLAN = "澄原县2027年卫生健康工作要点\n（2026年12月1日）\n一、提升服务能力\n远程心电中心9月底前投用。规范化门诊占比达到64%以上。\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The options of a small knowledge base that is loaded."""
    monkeypatch.setenv("JIANDA_STATE", str(tmp_path / "state.db"))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "plan.txt").write_text(PLAN, encoding="utf-8")
    options = ["--corpus", str(tmp_path / "corpus"), "--database", str(tmp_path / "base.db")]
    assert CliRunner().invoke(main, ["load", *options]).exit_code == 0
    return options


def printed(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["pairs", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_json_tells_question_variants_answer_and_place(run: list[str]) -> None:
    pairs = [json.loads(line) for line in printed("--json", *run).splitlines()]
    pair = next(pair for pair in pairs if pair["kind"] == "deadline")
    assert pair["question"] == "远程心电中心什么时候投用？" and 1 <= len(pair["variants"]) <= 4
    assert pair["answer"] == "远程心电中心9月底前投用。"
    assert (pair["document"]["path"], pair["section"]) == ("plan.txt", ["一、提升服务能力"])
    assert PLAN[slice(*pair["span"])] == pair["answer"] and PLAN[slice(*pair["said"])] == "9月底前"
    assert pair["subtopic"] is None
    assert not any(failures(wording) for one in pairs for wording in (one["question"], *one["variants"]))


def test_words_topic_and_document_narrow_the_list(run: list[str]) -> None:
    assert "远程心电" in printed("心电", *run) and "门诊占比" not in printed("心电", *run)
    assert printed("--document", "别的文件", "--json", *run) == ""
    topic = json.loads(printed("心电", "--json", *run).splitlines()[0])["topic"]
    assert "远程心电" in printed("--topic", topic, *run)


def test_csv_opens_with_its_headings(run: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(printed("--csv", *run).removeprefix("\ufeff"))))
    assert rows[0] == ["主题", "类型", "标准问题", "其他问法", "答案", "文件"]
    assert ["时限", "远程心电中心什么时候投用？"] in [row[1:3] for row in rows]


def test_two_forms_at_once_are_refused(run: list[str]) -> None:
    assert CliRunner().invoke(main, ["pairs", "--json", "--csv", *run]).exit_code == 2


def test_json_tells_the_part_of_a_topic_that_is_divided(run: list[str], tmp_path: Path) -> None:
    head = "青汀县2027年卫生健康工作要点\n（2026年12月1日）\n一、院前急救\n"
    sorts = ("救护车6月底前到位。", "急救站9月底前启用。", "担架6月底前到位。")
    places = "青石 河口 石塘 白沙 龙潭 柳林 高桥 平湖 大田 云溪 双江 长岭 金竹 茶山 梅岭".split()
    lines = [f"{place}{sort}" for sort in sorts for place in places]
    (tmp_path / "corpus" / "other.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["load", *run]).exit_code == 0
    pairs = [
        json.loads(line) for line in printed("河口", "--document", "other.txt", "--json", *run).splitlines()
    ]
    assert [pair["subtopic"] for pair in pairs] == ["救护车", "急救站", "其他"]


def test_topics_are_narrowed_by_the_words_that_people_use(run: list[str]) -> None:
    def topics(*words: str) -> list[str]:
        result = CliRunner().invoke(main, ["topics", *words, "--json", *run])
        assert result.exit_code == 0, result.output
        return [json.loads(line)["name"] for line in result.stdout.splitlines()]

    name = topics()[0]
    assert len(topics()) > 1 and topics(name) == [name] and topics("飞机") == []
