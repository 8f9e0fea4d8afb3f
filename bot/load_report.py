"""A load in words: a line a file, the warnings, the sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from bot.messages import Messages
from knowledge.indexer import FileOutcome, LoadReport, Outcome

TOLD = ("skipped", "failed")  # the outcomes whose files are named in the chat

LONGEST = 40  # lines of a report in the chat


def file_line(outcome: FileOutcome) -> str:
    """What became of a file, and why."""
    noise = f"略去杂项 {outcome.noise} 处" if outcome.noise else ""
    return "  ".join(filter(None, (f"{outcome.outcome:<9}", outcome.path, outcome.detail, noise)))


def warning_lines(report: LoadReport) -> Iterator[str]:
    """The warnings of the load and of each file."""
    yield from report.warnings
    for outcome in report.files:
        yield from (f"{outcome.path}：{warning}" for warning in outcome.warnings)


def summary(report: LoadReport, words: Messages) -> str:
    """How many files became what."""
    counts = Counter(outcome.outcome for outcome in report.files)
    numbers = {name: counts[name] for name in get_args(Outcome)}
    return words.reload_done.format(seconds=f"{report.seconds:.1f}", **numbers)


def full_report(report: LoadReport, words: Messages) -> str:
    """The sum, the files that were not loaded and the warnings, as many as a chat can bear."""
    left_out = (file_line(outcome) for outcome in report.files if outcome.outcome in TOLD)
    details = [*left_out, *warning_lines(report)]
    more = [words.reload_more.format(number=len(details) - LONGEST)] if len(details) > LONGEST else []
    return "\n".join([summary(report, words), *details[:LONGEST], *more])
