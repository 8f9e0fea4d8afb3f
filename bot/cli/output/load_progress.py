"""How far a load is: a bar with the file, the rate and the time left on a terminal, a line a file when piped."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from bot.cli.output.terminal import echo
from bot.documents.load_report import file_line, one_line
from knowledge.indexing.load_report import FileOutcome

_LONGEST_NAME = 24
RECOGNISING = "{path} 识别 {done}/{total} 页"


class LoadProgress:
    """What a load tells, as it is printed while it runs."""

    def __init__(self, on_terminal: bool) -> None:
        self._on_terminal = on_terminal
        self._bar: Any = None
        self._began = time.monotonic()
        self._done = 0
        self.printed: set[FileOutcome] = set()

    def progress(self, done: int, total: int) -> None:
        """Moves the bar."""
        if not self._on_terminal:
            return
        if self._bar is None:
            self._bar = click.progressbar(
                length=total, show_pos=True, item_show_func=_item, file=sys.stderr, width=24
            )
            self._bar.__enter__()
        rate = done / max(0.001, time.monotonic() - self._began)
        self._bar.label = f"载入 {rate:.1f} 个/秒"
        self._bar.update(done - self._done, self._bar.current_item)
        self._done = done

    def told(self, outcome: FileOutcome) -> None:
        """Names the file on the bar, or prints its line."""
        if self._bar is not None:
            self._bar.current_item = _name(outcome.path)
            self._bar.render_progress()
        elif not self._on_terminal:
            self.printed.add(outcome)
            echo(file_line(outcome))

    def pages(self, path: str, done: int, total: int) -> None:
        """Tells on the bar how many pages of a scan are recognised."""
        if self._bar is not None:
            self._bar.current_item = RECOGNISING.format(path=_name(path), done=done, total=total)
            self._bar.render_progress()

    def close(self) -> None:
        """Ends the line of the bar."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)


@contextmanager
def load_progress(on_terminal: bool) -> Iterator[LoadProgress]:
    """The progress of one load, with its line ended whatever happens."""
    progress = LoadProgress(on_terminal)
    try:
        yield progress
    finally:
        progress.close()


def _item(text: str | None) -> str:
    return text or ""


def _name(path: str) -> str:
    name = one_line(path)
    return name if len(name) <= _LONGEST_NAME else "…" + name[1 - _LONGEST_NAME :]
