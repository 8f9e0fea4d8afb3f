"""What a question, a load and a first answer cost, as ratios to an earlier commit, measured in turns in the same run.

    python benchmarks/versions.py [--commit 286134c] [--rounds 3]

The earlier commit is checked out in a folder of its own and runs with the same Python and libraries. All is processor
time (user and system, child processes too), the best of the rounds; a question is the median over every second gold
question, each asked once after ten others.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
QUESTION = "家庭医生签约率要达到多少"
# Runs in the tree that is measured: only what every version has. `today` was a day before it was what tells the day.
ASK = """
import datetime, inspect, json, statistics, sys, time
from pathlib import Path
from knowledge.knowledge_base import KnowledgeBase

day = datetime.date(2026, 11, 30)
is_told = "Callable" in str(inspect.signature(KnowledgeBase.__init__).parameters["today"].annotation)
knowledge = KnowledgeBase(Path(sys.argv[1]), (lambda: day) if is_told else day)
lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
questions = [json.loads(line)["q"] for line in lines][::2]
for question in questions[:10]:
    knowledge.ask(question)
times = []
for question in questions:
    began = time.process_time()
    knowledge.ask(question)
    times.append(1000 * (time.process_time() - began))
print(statistics.median(times))
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--commit", default="286134c", help="the earlier commit")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        peer, folder = Path(name, "peer"), Path(name)
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(peer), arguments.commit], check=True)
        try:
            rounds = [
                (measured(ROOT, folder / "ours.db"), measured(peer, folder / "theirs.db"))
                for _ in range(arguments.rounds)
            ]
        finally:
            subprocess.run([*git, "remove", "--force", str(peer)], check=True)
    for what in rounds[0][0]:
        ours, theirs = min(one[what] for one, _ in rounds), min(other[what] for _, other in rounds)
        print(f"{what}: {ours:.2f}, at {arguments.commit} {theirs:.2f}: ratio {ours / theirs:.2f}")


def measured(tree: Path, database: Path) -> dict[str, float]:
    """The costs of one version: its own example corpus loaded anew, a first answer, then the questions."""
    database.unlink(missing_ok=True)
    options = ["--database", str(database)]
    load, _ = run(tree, "-m", "bot", "load", *options, "--corpus", str(tree / "corpus"))
    first, _ = run(tree, "-m", "bot", "ask", *options, QUESTION)
    _, median = run(tree, "-c", ASK, str(database), str(ROOT / "tests/gold/questions.jsonl"))
    return {"load, s": load, "first answer, s": first, "question, ms": float(median)}


def run(tree: Path, *arguments: str) -> tuple[float, str]:
    """The seconds of processor time of a Python program in a tree, and what it prints."""
    before = _children()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PATH": "/usr/bin:/bin", "HOME": str(Path.home()), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return _children() - before, done.stdout


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
