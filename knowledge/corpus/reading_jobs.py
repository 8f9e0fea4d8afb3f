"""What is said to a confined process that reads files, and what it answers (see `worker.work`).

It stands apart from the worker, so that who only talks to one does not import all that it works with.
"""

from __future__ import annotations

from typing import Any

from loaders.containers import archive
from loaders.errors import LoaderError
from loaders.faults import system_fault

Json = dict[str, Any]

WORKER = "knowledge.indexing.worker"
"""The module that a process is started with."""
UNREAD, RECOGNISED = "unread", "recognised"
"""Keys of an answer and of a job: pages that are pictures, and what was recognised on them."""


def error_answer(error: LoaderError | OSError) -> Json:
    """The answer of what could not be read: the `error` by its name, and the `note` that tells of it."""
    note = error.note if isinstance(error, LoaderError) else system_fault(error)
    return {"error": type(error).__name__, "note": note.plain()}


def path_of(job: Json) -> str:
    """The path by which what a job reads is known; a file in an archive stands below the archive."""
    name = job.get("member")
    return str(job["path"]) if name is None else archive.member_path(job["path"], name)
