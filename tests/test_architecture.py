"""The shape of the house: imports run down, and each library lives in its room."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = ("loaders", "knowledge", "bot")
MODULES = sorted(path for package in ORDER for path in (ROOT / package).rglob("*.py"))
ROOMS = {
    "telegram": ("bot/",),
    "click": ("bot/",),
    "tabulate": ("bot/cli/output/tables.py",),
    "asyncio": ("bot/",),
    "sqlite3": ("knowledge/store/", "knowledge/sessions.py", "bot/state/"),
    "sqlite_utils": ("knowledge/store/", "bot/state/"),
    "jieba": ("knowledge/text/segmentation.py",),
    "rjieba": ("knowledge/text/segmentation.py",),
    "pypinyin": ("knowledge/text/analyzer.py",),
    "opencc": ("knowledge/text/analyzer.py",),
    "rapidfuzz": ("knowledge/", "bot/config/config.py", "bot/config/values.py"),
    "charset_normalizer": ("loaders/formats/decoding.py",),
    "pypdfium2": ("loaders/formats/pages/pdf.py",),
    "olefile": ("loaders/formats/doc/loader.py",),
    "defusedxml": ("loaders/containers/xml_package.py",),
    "selectolax": ("loaders/formats/html/",),
    "markdown_it": ("loaders/formats/markdown.py",),
}
# What tells the day or the time, or takes a zone from the machine; how long something takes is `time.monotonic`'s.
TIME_OF_DAY = re.compile(
    r"datetime\.date\.(today|fromtimestamp)|datetime\.datetime\.(now|today|utcnow|utcfromtimestamp)"
    r"|time\.(time|time_ns|clock_gettime|clock_gettime_ns|localtime|gmtime|ctime|asctime|strftime|mktime)"
)
ASKS_THE_TIME = {
    "bot/clock.py": "the door",
    "knowledge/corpus/scan.py": "compares it with the times of files, which nobody is shown",
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "const", "manager"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports by a relative path"
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_down(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    above = ORDER[ORDER.index(package) + 1 :]
    assert not [name for name in imports(path) if name.split(".")[0] in above]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_each_library_stays_in_its_room(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    used = {name.split(".")[0] for name in imports(path)} & set(ROOMS)
    assert [name for name in used if not place.startswith(ROOMS[name])] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_sql_is_written_in_the_stores_alone(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    sql = [
        s
        for s in strings
        if s.lstrip().startswith(("SELECT ", "INSERT ", "DELETE ", "UPDATE ", "CREATE ", "PRAGMA "))
    ]
    assert not sql or place.startswith(("knowledge/store/", "bot/state/"))


def asked_of_the_system(path: Path) -> Iterator[str]:
    """The names by which a module asks the system for a time, written out: `dt.date.today` is datetime.date.today."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    origins = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        if isinstance(node, ast.ImportFrom)
        else alias.name
        for node in nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    for node in nodes:
        if isinstance(node, ast.Attribute | ast.Name):
            first, dot, rest = ast.unparse(node).partition(".")
            if TIME_OF_DAY.fullmatch(name := origins.get(first, first) + dot + rest):
                yield name


def calls_without_a_zone(path: Path) -> Iterator[str]:
    """The conversions that would take the machine's zone because none is named."""
    wanted = {"fromtimestamp": 2, "astimezone": 1}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            missing = wanted.get(node.func.attr, 0) - len(node.args) - len(node.keywords)
            yield from [ast.unparse(node)] * (missing > 0)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_time_of_day_is_asked_of_the_clock_alone(path: Path) -> None:
    asked = set(asked_of_the_system(path))
    assert bool(asked) is (path.relative_to(ROOT).as_posix() in ASKS_THE_TIME), asked
    assert list(calls_without_a_zone(path)) == []


@pytest.mark.parametrize(
    "source",
    [
        "import datetime as dt\nday = dt.date.today()",
        "from datetime import datetime\nclock = datetime.now",
        "import time\nage = time.time() - 1",
        "from time import time as seconds\nnow = seconds()",
    ],
)
def test_every_way_of_asking_is_noticed(tmp_path: Path, source: str) -> None:
    (tmp_path / "module.py").write_text(source, encoding="utf-8")
    assert list(asked_of_the_system(tmp_path / "module.py"))


def test_no_module_imports_itself_through_others() -> None:
    names = {
        ".".join(p.relative_to(ROOT).with_suffix("").parts): p for p in MODULES if p.name != "__init__.py"
    }
    graph = {name: {i for i in imports(path) if i in names} for name, path in names.items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"import cycle: {' → '.join([*path, name])}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_no_room_is_called_a_drawer() -> None:
    assert [path for path in MODULES if path.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [
        f"{n.name} {n.end_lineno - n.lineno + 1}"
        for n in functions
        if (n.end_lineno or 0) - n.lineno + 1 > 50
    ] == []
