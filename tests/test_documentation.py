"""What the README tells is true: its commands exist, its words to the bot are understood, none is left out."""

import re
from pathlib import Path

import pytest

from bot.chat.commands import COMMANDS
from bot.cli.main import main
from bot.config.config import keys

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_commands_of_the_readme_are_those_of_the_program():
    assert set(re.findall(r"\bjianda ([a-z]+)", README)) == set(main.commands)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<=[` ])--[a-z][a-z-]+", README))))
def test_an_option_of_the_readme_exists(option):
    commands = list(main.commands.values())
    inner = [one for command in commands for one in getattr(command, "commands", {}).values()]
    known = {name for command in (*commands, *inner) for one in command.params for name in one.opts}
    assert option in known | {"--help", "--version"}


def test_the_words_to_the_bot_are_understood():
    told = set(re.findall(r"(?<=`)/([a-z]+)\b", README))
    assert told <= {command.name for command in COMMANDS}
    assert {"ask", "reload"} <= told


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"JIANDA_[A-Z_]+[A-Z]", README))))
def test_a_variable_of_the_readme_is_read(variable):
    assert variable in {"JIANDA_" + key.replace(".", "_").upper() for key, _ in keys()}
