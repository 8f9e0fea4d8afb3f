"""The table of the commands tells what they are, and `jianda --help` imports none of them."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from bot.cli.lazy_group import LazyCommand
from bot.cli.main import COMMANDS, main

LOADED = (
    "import sys; from bot.cli.main import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
)


@pytest.mark.parametrize("lazy", COMMANDS, ids=lambda lazy: lazy.name)
def test_a_command_is_what_the_table_says(lazy: LazyCommand) -> None:
    command = lazy.load()
    assert command.name == lazy.name
    assert (command.help or "").splitlines()[0] == lazy.help


def test_the_help_is_that_of_a_group_which_imports_all() -> None:
    plain = click.Group("jianda", {lazy.name: lazy.load() for lazy in COMMANDS}, help=main.help)
    lazy, eager = (CliRunner().invoke(group, ["--help"]).output for group in (main, plain))
    assert lazy.partition("Commands:")[2] == eager.partition("Commands:")[2] != ""


def test_help_imports_no_command_and_no_knowledge_base() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "bot.cli.main" in loaded
    heavy = ("telegram", "sqlite_utils", "jieba", "icalendar", "knowledge.knowledge_base", "bot.cli.commands")
    assert not [name for name in loaded if name.startswith(heavy)]


def test_an_unknown_command_is_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["nonsense"]).exit_code == 2


def test_a_load_imports_nothing_that_answers_questions() -> None:
    program = "import sys, bot.cli.commands.service.load; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"knowledge.knowledge_base", "bot.state"}.isdisjoint(done.stdout.split())
