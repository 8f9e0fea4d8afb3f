"""The parts of the suite: what runs alone under its mark, and what is run again on another day."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent
# Where a date is reckoned with, stored or shown: all of it is run again at another time and in another zone.
DATED = (
    "test_bot_api.py",
    "test_documentation.py",
    "bot/cli/",
    "bot/config/",
    "bot/conversation/",
    "bot/deadlines/",
    "bot/documents/",
    "bot/editing/",
    "bot/indicators/",
    "bot/marks/",
    "bot/reminders/",
    "bot/rendering/",
    "bot/state/",
    "bot/statistics/",
    "bot/teaching/",
    "bot/telegram/",
    "bot/test_clock.py",
    "knowledge/corpus/",
    "knowledge/filters/",
    "knowledge/indexing/",
    "knowledge/query/",
    "knowledge/temporal/",
)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A part that is run alone (`-m process`) imports only the files that bear its mark."""
    part = config.getoption("markexpr").partition(" ")[0]
    if collection_path.suffix != ".py" or not part.isalpha() or part == "not":
        return None
    return None if _bears(collection_path, part) else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what hangs on the day."""
    for item in items:
        if _is_dated(item.path):
            item.add_marker(pytest.mark.dates)


def _bears(path: Path, mark: str) -> bool:
    return _is_dated(path) if mark == "dates" else f"mark.{mark}" in path.read_text(encoding="utf-8")


def _is_dated(path: Path) -> bool:
    return path.relative_to(ROOT).as_posix().startswith(DATED)
