"""The wheel that is built holds everything: installed alone, elsewhere, it answers a question by the examples."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
FOLDED = {
    "corpus": "bot/corpus",
    "config.example.toml": "bot/config.example.toml",
}  # stand elsewhere in the wheel


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of the wheel and nothing else; what they need comes from the environment."""
    wheels, folder = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    subprocess.run([*PIP, "wheel", "--no-deps", "--wheel-dir", wheels, ROOT], check=True)
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([*PIP, "install", "--no-deps", "--target", folder, wheel], check=True)
    return folder


def python(installed: Path, cwd: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_it_answers_a_question_by_the_examples(installed: Path, tmp_path: Path) -> None:
    where = python(installed, tmp_path, "-c", "import bot; print(bot.__file__)")
    assert Path(where.strip()).is_relative_to(installed)
    python(installed, tmp_path, "-m", "bot", "load")
    reply = json.loads(
        python(installed, tmp_path, "-m", "bot", "ask", "--json", "家庭医生签约率要达到多少？")
    )
    assert "家庭医生签约率" in reply["answers"][0]["passage"]


def test_it_holds_every_file_of_data(installed: Path) -> None:
    listed = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files", "bot", "knowledge", "loaders", *FOLDED],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    missing = [path for path in listed.stdout.splitlines() if not (installed / placed(path)).is_file()]
    assert not missing


def placed(path: str) -> str:
    for folder, place in FOLDED.items():
        if path == folder or path.startswith(f"{folder}/"):
            return place + path[len(folder) :]
    return path
