"""`jianda load --questions` names the stored questions that a load brought, took and changed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.commands.service import load as load_command
from bot.cli.main import main
from bot.documents import reload_effect

SPEECH = "澄原县2027年卫生健康工作要点\n一、加快建设\n远程心电中心{month}月底前投用。规范化门诊占比达到64%以上。{more}\n"


def loaded(folder: Path, words: str) -> str:
    """What the command prints after a load of one file."""
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    (corpus / "plan.txt").write_text(words, encoding="utf-8")
    place = ["--corpus", str(corpus), "--database", str(folder / "k.db")]
    result = CliRunner().invoke(main, ["load", "--questions", *place])
    assert result.exit_code == 0, result.output
    return result.output


def test_what_came_went_and_changed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANDA_STATE", str(tmp_path / "state.db"))
    assert "问题" not in loaded(tmp_path, SPEECH.format(month="9", more=""))
    told = loaded(tmp_path, SPEECH.format(month="10", more="6月底前出台转诊目录。"))
    assert "转诊目录什么时候出台？" in told  # came
    assert "远程心电中心什么时候投用？" in told  # its answer is another
    assert "规范化门诊占比" not in told


def test_one_load_is_told_of_not_a_watch(tmp_path: Path) -> None:
    place = ["--corpus", str(tmp_path), "--database", str(tmp_path / "k.db")]
    result = CliRunner().invoke(main, ["load", "--watch", "--questions", *place])
    assert result.exit_code == 2 and "--questions" in result.output


def test_a_base_too_big_to_copy_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANDA_STATE", str(tmp_path / "state.db"))
    loaded(tmp_path, SPEECH.format(month="9", more=""))
    monkeypatch.setattr(reload_effect, "LARGEST", 0)
    told = loaded(tmp_path, SPEECH.format(month="10", more=""))
    assert "知识库文件太大" in told and "远程心电中心" not in told


def test_a_fault_in_telling_is_no_failed_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words: list[str] = []
    monkeypatch.setenv("JIANDA_STATE", str(tmp_path / "state.db"))
    loaded(tmp_path, SPEECH.format(month="9", more=""))

    def refuses(*arguments: object) -> list[str]:
        raise OSError("no room")

    monkeypatch.setattr(reload_effect, "question_lines", refuses)
    monkeypatch.setattr(load_command, "_leave_word", lambda config, lines: words.extend(lines))
    place = ["--corpus", str(tmp_path / "corpus"), "--database", str(tmp_path / "k.db")]
    result = CliRunner().invoke(main, ["load", "--questions", *place])
    assert result.exit_code and not words
