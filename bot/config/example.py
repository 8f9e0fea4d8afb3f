"""Where the example speeches lie: inside an installed wheel, or at the root of a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def example_corpus() -> Path:
    """The folder of the example speeches."""
    installed = PACKAGE / "corpus"
    return installed if installed.is_dir() else PACKAGE.parent / "corpus"
