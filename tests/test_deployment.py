"""The files of deploy/ hold what they promise: hardened, valid, and true to the program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.config import Config, keys
from bot.serving.http import SECRET_HEADER

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(DEPLOY.iterdir())}
MOST_EXPOSED = 2.5  # of 10, as systemd-analyze reckons
KEYS = [key for key, _ in keys()]


@pytest.mark.service
def test_the_unit_leaves_little_exposed():
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not installed")
    command = ["systemd-analyze", "security", "--offline=true", "--no-pager", DEPLOY / "jianda.service"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    level = re.search(r"Overall exposure level for jianda\.service: ([0-9.]+)", done.stdout)
    assert level and float(level[1]) < MOST_EXPOSED


def test_the_image_follows_the_rules_of_hadolint():
    hadolint = Path(sys.executable).parent / "hadolint"
    done = subprocess.run([hadolint, DEPLOY / "Containerfile"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_image_runs_for_nobody_in_particular_with_a_health_check():
    image = TEXTS["Containerfile"]
    assert re.search(r"^USER [1-9]\d+$", image, re.MULTILINE)
    assert "HEALTHCHECK" in image and "/healthz" in image and "--read-only" in image


@pytest.mark.parametrize("name", TEXTS)
def test_every_variable_and_port_is_that_of_the_program(name):
    known = {f"JIANDA_{key.replace('.', '_').upper()}" for key in KEYS}
    assert set(re.findall(r"JIANDA_[A-Z_]+[A-Z]", TEXTS[name])) <= known
    ports = set(re.findall(r"(?:127\.0\.0\.1|0\.0\.0\.0):(\d+)", TEXTS[name]))
    assert ports <= {str(Config().web.listen.port)}


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_front_server_keeps_the_watching_routes_to_itself_and_hands_on_the_secret(name):
    text = TEXTS[name]
    assert all(word in text for word in ("healthz", "readyz", "metrics", "/telegram"))
    assert SECRET_HEADER not in text  # neither sets nor strips it
    for key in re.findall(r"\b(public_url|webhook_url)\b", text):
        assert any(known.endswith(key) for known in KEYS)


def test_the_handbook_names_what_there_is():
    text = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")
    for path in re.findall(r"`(deploy/[\w.]+)`", text):
        assert (ROOT / path).is_file()
    assert set(re.findall(r"JIANDA_[A-Z_]+[A-Z]", text)) <= {
        f"JIANDA_{key.replace('.', '_').upper()}" for key in KEYS
    }
    names = {key.rpartition(".")[2] for key in KEYS}
    set_there = set(re.findall(r"(?:`|\] |^)([a-z_]+) = [\"0-9]", text, re.MULTILINE))
    assert {"webhook_url", "public_url", "log_format"} <= set_there <= names
