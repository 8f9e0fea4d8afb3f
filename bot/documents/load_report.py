"""A load in words: a line a file with the reason, the warnings, the sum; Chinese first, the gist in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from bot.errors import said
from bot.messages import CHINESE, Messages
from knowledge.indexing.load_report import FileOutcome, LoadReport, Outcome


def file_line(outcome: FileOutcome) -> str:
    """What became of a file, and why, as the command line tells it: the word first by which scripts know it."""
    return _line(f"{outcome.outcome:<9}", outcome, None)


def failed_lines(report: LoadReport) -> list[str]:
    """A line for each file that could not be loaded, with the reason."""
    return [file_line(outcome) for outcome in report.files if outcome.outcome == "failed"]


def reason(outcome: FileOutcome, words: Messages | None) -> str:
    """Why a file was not read, in the language of a chat or in both; of one that was read, what it holds."""
    return said(outcome.note, words) if outcome.note else outcome.detail


def _line(became: str, outcome: FileOutcome, words: Messages | None) -> str:
    noise = (words or CHINESE).loading.noise.format(count=outcome.noise) if outcome.noise else ""
    return one_line("  ".join(filter(None, (became, outcome.path, reason(outcome, words), noise))))


def one_line(text: str) -> str:
    """A text in one line: a name may hold a line break or other characters that are not printed."""
    return "".join(character if character.isprintable() else "�" for character in text)


def warning_lines(report: LoadReport, words: Messages | None = None) -> Iterator[str]:
    """The warnings of the load and of each file, in the language of a chat or in both."""
    yield from (one_line(said(warning, words)) for warning in report.warnings)
    for outcome in report.files:
        yield from (one_line(f"{outcome.path}：{said(warning, words)}") for warning in outcome.warnings)


def summary(report: LoadReport, words: Messages) -> str:
    """How many files became what."""
    counts = Counter(outcome.outcome for outcome in report.files)
    numbers = {name: counts[name] for name in get_args(Outcome)}
    return words.loading.done.format(seconds=f"{report.seconds:.1f}", **numbers)


def full_report(report: LoadReport, words: Messages) -> str:
    """The sum, the files that are not as they were, and the warnings."""
    return "\n".join([summary(report, words), *_details(report, words)])


def short_report(report: LoadReport, words: Messages) -> str:
    """The sum, and that a file tells the rest."""
    more = words.loading.more.format(number=len(_details(report, words)))
    return f"{summary(report, words)}\n{more}"


def _details(report: LoadReport, words: Messages) -> list[str]:
    files = (file_outcome for file_outcome in report.files if file_outcome.outcome != "unchanged")
    changed = (
        _line(words.loading.outcomes[file_outcome.outcome], file_outcome, words) for file_outcome in files
    )
    return [*changed, *warning_lines(report, words)]
