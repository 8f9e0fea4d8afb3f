"""A library that others import only to know its types, hidden from them while they are imported themselves.

sqlite-utils and openpyxl import numpy where it is installed, which takes a tenth of a second of each start and twenty
megabytes of each process; whoever reckons with it imports it later all the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast


@contextmanager
def hidden(library: str) -> Iterator[None]:
    """As if a library were not installed, unless it has been imported already."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = cast(
        ModuleType, None
    )  # what the import system takes for a module that is not there
    try:
        yield
    finally:
        sys.modules.pop(library, None)
