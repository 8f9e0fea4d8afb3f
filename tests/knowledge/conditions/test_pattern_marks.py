"""Patterns that are held against normalised text have its marks: a full-width one never matches there."""

import ast
from pathlib import Path

import pytest

import knowledge

ROOM = Path(knowledge.__file__).parent
MATCHED_NORMALISED = sorted(
    [
        *(ROOM / "conditions").rglob("*.py"),
        ROOM / "query" / "answer_types.py",
        ROOM / "listing" / "members.py",
        ROOM / "retrieval" / "matching" / "concept_ways.py",
        ROOM / "text" / "quantities.py",
    ]
)
FULL_WIDTH = frozenset("，；：（）？！％")


def docstrings(tree: ast.Module) -> set[int]:
    """The lines on which strings begin that stand as statements of their own."""
    return {
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def full_width_strings(source: str) -> list[str]:
    """The strings of a module, but those that document it, that hold a full-width mark."""
    tree = ast.parse(source)
    documenting = docstrings(tree)
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.lineno not in documenting
        and FULL_WIDTH.intersection(node.value)
    ]


@pytest.mark.parametrize("path", MATCHED_NORMALISED, ids=lambda path: path.name)
def test_patterns_have_half_width_marks(path: Path) -> None:
    assert full_width_strings(path.read_text(encoding="utf-8")) == []


def test_a_full_width_mark_is_found() -> None:
    source = '"""文档，说明。"""\nPATTERN = r"[^，。]{0,8}"\n'
    assert full_width_strings(source) == ["[^，。]{0,8}"]
