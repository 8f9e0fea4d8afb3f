"""What the README and the guide tell is true: on its day the bot replies so, commands run, names exist."""

import contextlib
import importlib
import re
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bot.chat.commands import COMMANDS
from bot.cli.main import main
from bot.config.config import keys

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
DAY = re.findall(r"on (\d{4}-\d\d-\d\d)", README)[0]
CONVERSATION = re.findall(r"^```\n(> .+?)^```$", README, re.MULTILINE | re.DOTALL)[0]
CONTEXT = click.Context(main)
COMMANDS_BY_NAME = {name: main.get_command(CONTEXT, name) for name in main.list_commands(CONTEXT)}
SERVERS = ("run", "web", "work")  # they run until they are ended; started by tests of their own
TABLE = re.findall(r"^\| `jianda ([^`]+)` \|", README, re.MULTILINE)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a loaded knowledge base and the files that the commands of the README name."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copy(ROOT / "tests" / "gold" / "more_questions.jsonl", folder / "gold.jsonl")
    shutil.copy(ROOT / "corpus" / "tongxi-fitness-tasks-2027.txt", folder / "plan.txt")
    assert run(folder, "load").exit_code == 0
    shutil.copy(ROOT / "corpus" / "qiyun-action-plan.md", folder / "plan.txt")
    assert run(folder, f"backup {folder / 'jianda-backup.zip'}").exit_code == 0
    (folder / "table.csv").write_text(run(folder, "export").stdout, encoding="utf-8")
    return folder


def run(folder: Path, line: str, typed: str = ""):
    environment = {
        "JIANDA_DATABASE": str(folder / "jianda.db"),
        "JIANDA_STATE": str(folder / "state.db"),
        "JIANDA_TODAY": DAY,
    }
    with contextlib.chdir(folder):  # what a command writes beside itself is not left in the project
        return CliRunner().invoke(main, line.split(), env=environment, input=typed)


@pytest.mark.dates
def test_the_conversation_of_the_readme_is_held(office):
    questions = re.findall(r"^> (.+)$", CONVERSATION, re.MULTILINE)
    said = unwrapped(run(office, "chat", "\n".join([*questions, ""])).stdout).splitlines()
    told = [line for line in unwrapped(CONVERSATION).splitlines() if line and not line.startswith("> ")]
    assert len(questions) == 2 and [line for line in told if line not in said] == []


def unwrapped(text: str) -> str:
    """A text whose quotations stand in one line each."""
    return text.replace("\n  │ ", "")


def test_the_commands_of_the_readme_are_those_of_the_program():
    assert {line.split()[0] for line in TABLE} == set(COMMANDS_BY_NAME)


@pytest.mark.parametrize("line", [line for line in TABLE if line not in (*SERVERS, "doctor")])
def test_a_command_of_the_readme_runs(office, line):
    if line.startswith("backup"):  # which overwrites none
        (office / "jianda-backup.zip").unlink()
    done = run(office, line)
    assert done.exit_code == 0, done.output


def test_the_bot_of_the_readme_wants_a_token(office):
    done = run(office, "run")
    assert done.exit_code == 1
    assert "JIANDA_TELEGRAM_TOKEN" in done.stderr


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<=[` ])--[a-z][a-z-]+", README))))
def test_an_option_of_the_readme_exists(option):
    commands = list(COMMANDS_BY_NAME.values())
    inner = [sub for command in commands for sub in getattr(command, "commands", {}).values()]
    options = {name for command in (*commands, *inner) for param in command.params for name in param.opts}
    assert option in options | {"--help", "--version"}


def test_the_words_to_the_bot_are_understood():
    named = set(re.findall(r"(?<=`)/([a-z]+)\b", README + GUIDE))
    assert named <= {command.name for command in COMMANDS}
    assert {"ask", "reload"} <= named


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"JIANDA_[A-Z_]+[A-Z]", README + GUIDE))))
def test_a_variable_of_the_readme_is_read(variable):
    assert variable in {"JIANDA_" + key.replace(".", "_").upper() for key, _ in keys()}


def test_the_readme_is_short():
    assert README.count("\n") < 150


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`((?:bot|knowledge|loaders)[./][\w./]+)`", GLOSSARY)))
)
def test_a_name_of_the_glossary_exists(name):
    if "/" in name:
        assert (ROOT / name).exists()
        return
    module, _, last = name.rpartition(".")
    if last[0].isupper():
        assert hasattr(importlib.import_module(module), last)
    else:
        importlib.import_module(name)


@pytest.mark.parametrize("package", ["loaders", "knowledge", "bot"])
def test_the_rooms_of_the_architecture_are_those_of_the_code(package: str) -> None:
    chapter = ARCHITECTURE.split(f"### {package}/", 1)[1].split("\n##", 1)[0]
    cells = re.findall(r"^\| (`.+?) \|", chapter, re.MULTILINE)
    told = {name for cell in cells for name in re.findall(r"`(\w+)(?:/\w*)*`", cell)}
    rooms = {path.parent.name for path in (ROOT / package).glob("*/__init__.py")}
    assert rooms - told == set()
    assert {name for name in told if not list((ROOT / package).glob(f"{name}*"))} == set()


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^):]+)\)", README))))
def test_a_link_of_the_readme_leads_somewhere(link):
    assert (ROOT / link).exists()


def test_the_doctor_of_the_readme_says_what_is_missing(office):
    done = run(office, "doctor")
    assert done.exit_code == 1 and "JIANDA_TELEGRAM_TOKEN" in done.stdout
