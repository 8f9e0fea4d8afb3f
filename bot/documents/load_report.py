"""A load in words: a line a file, the warnings, the sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from bot.documents.file_reasons import reason
from bot.documents.load_warnings import in_words
from bot.messages import Messages
from knowledge.indexing.load_report import FileOutcome, LoadReport, Outcome


def file_line(outcome: FileOutcome) -> str:
    """What became of a file, and why."""
    noise = f"略去杂项 {outcome.noise} 处" if outcome.noise else ""
    return shown("  ".join(filter(None, (f"{outcome.outcome:<9}", outcome.path, reason(outcome), noise))))


def shown(text: str) -> str:
    """A text in one line: a name may hold a line break or other characters that are not printed."""
    return "".join(character if character.isprintable() else "�" for character in text)


def warning_lines(report: LoadReport) -> Iterator[str]:
    """The warnings of the load and of each file."""
    yield from (shown(in_words(warning)) for warning in report.warnings)
    for outcome in report.files:
        yield from (shown(f"{outcome.path}：{in_words(warning)}") for warning in outcome.warnings)


def summary(report: LoadReport, words: Messages) -> str:
    """How many files became what."""
    counts = Counter(outcome.outcome for outcome in report.files)
    numbers = {name: counts[name] for name in get_args(Outcome)}
    return words.reload_done.format(seconds=f"{report.seconds:.1f}", **numbers)


def full_report(report: LoadReport, words: Messages) -> str:
    """The sum, the files that are not as they were, and the warnings."""
    return "\n".join([summary(report, words), *_details(report)])


def short_report(report: LoadReport, words: Messages) -> str:
    """The sum, and that a file tells the rest."""
    more = words.reload_more.format(number=len(_details(report)))
    return f"{summary(report, words)}\n{more}"


def _details(report: LoadReport) -> list[str]:
    changed = (file_line(outcome) for outcome in report.files if outcome.outcome != "unchanged")
    return [*changed, *warning_lines(report)]
