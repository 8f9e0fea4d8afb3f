"""The parts of the suite: what runs alone under its mark, and what is run again on another day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgresql_server import Server, binaries, running

# A busy machine is no failure.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent
# What asks the clock, reckons with its day or tells it (other tests that do bear the mark themselves): run again at
# another time and in another zone. All else cannot know the day: tests/test_architecture.py lets nobody ask the system.
DATED = (
    "bot/cli/test_chat.py",
    "bot/cli/test_day.py",
    "bot/config/",
    "bot/conversation/test_followup_scope.py",
    "bot/deadlines/",
    "bot/marks/",
    "bot/reminders/",
    "bot/rendering/",
    "bot/state/test_inbox.py",
    "bot/state/test_state.py",
    "bot/statistics/",
    "bot/telegram/test_erasure.py",
    "bot/test_clock.py",
    "knowledge/corpus/",
    "knowledge/filters/test_parser.py",
    "knowledge/temporal/",
)
# Of these what takes the fixture `place` runs over both engines of the state.
BOTH_ENGINES = ("bot/state/", "bot/reminders/test_delivery.py", "bot/telegram/test_teaching_sync.py")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[Server]:
    """A server of PostgreSQL, one for all tests of a process."""
    if not (programs := binaries()):
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with running(programs) as server:
        yield server


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A part that is run alone (`-m process`) imports only the files that bear its mark."""
    part = config.getoption("markexpr").partition(" ")[0]
    if collection_path.suffix != ".py" or not part.isalpha() or part == "not":
        return None
    return None if _bears(collection_path, part) else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what hangs on the day; a server does not take part in another day."""
    for item in items:
        if _is_dated(item.path) and not item.get_closest_marker("service"):
            item.add_marker(pytest.mark.dates)


def _bears(path: Path, mark: str) -> bool:
    by_place = {"dates": DATED, "service": BOTH_ENGINES}.get(mark, ())
    return _is_in(path, by_place) or f"mark.{mark}" in path.read_text(encoding="utf-8")


def _is_dated(path: Path) -> bool:
    return _is_in(path, DATED)


def _is_in(path: Path, places: tuple[str, ...]) -> bool:
    return path.relative_to(ROOT).as_posix().startswith(places)
