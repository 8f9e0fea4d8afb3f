"""What the bot says of the ledger: tasks, how they stand, what was reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """The sentences of one language; the names in braces are filled in."""

    title: str
    count: str
    states: Mapping[str, str]  # how a task stands (`rows.TaskState`) → its sign and its word
    state_count: str
    between_states: str
    lead: str
    support: str
    persons: str
    between_names: str
    between_parts: str
    report: str
    report_nobody: str
    shortcuts: Mapping[str, str]  # plain words that narrow a ledger → how their button is called
    every_task: str
    how_to_report: str
    back: str
    # the ledger as a file
    see_workbook: str
    see_signing: str
    columns: Mapping[str, str]  # a column of the workbook → its heading
    names: Mapping[str, str]  # how a task stands → its word alone, as a cell holds it
    how_to: Sequence[str]  # the lines of the sheet that explains the workbook
    how_to_title: str
    made: str
    caption: str
    signing_title: str
    signing_columns: Sequence[str]
    signing_end: Sequence[str]
    signing_cut: str
    # a ledger that comes back filled in
    back_changes: str
    back_nothing: str
    back_bad: str
    back_more: str
    back_row: str
    back_bad_row: str
    back_go: str
    back_done: str
    back_skipped: str
    back_undo: str
    back_undone: str
    bad_rows: Mapping[str, str]  # why a row cannot be used (`edits.Reason`) → how it is said
    changes: Mapping[str, str]  # what changes of a row → how it is said


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What the bot says of reports on tasks; the names in braces are filled in."""

    which: str
    kinds: Mapping[str, str]  # what is reported (`parser.ReportKind`) → how it is said
    heading: str
    task: str
    said: str
    to_confirm: str
    to_record: str
    sent: str
    sent_nobody: str
    buttons: Mapping[str, str]  # what is reported, or what else a button does → its label
    accepted: Mapping[str, str]  # what was reported → what became of it
    returned: str
    undone: str
    not_undone: str
    settled: str
    editors_only: str
