"""LibreOffice, where it is installed: it knows the automatic numbers of an old Word file, and saves them in .docx."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

from loaders.isolation.scratch import scratch_folder

WAIT = 90.0
"""Seconds that a conversion may take."""

Readiness = Literal["ready", "absent", "exposed"]

_PROGRAMS = ("soffice", "libreoffice")


def convert(data: bytes) -> bytes | None:
    """A .doc or .wps file as .docx; None where that cannot be done safely, or fails.

    LibreOffice fetches the pictures that a document names, so it runs without a network (unshare(1)) or not at all;
    with a profile of its own, and in a process group of its own that is ended as a whole.
    """
    program = _program()
    if program is None or not _cuts_off():
        return None
    with scratch_folder() as place:
        (place / "document.doc").write_bytes(data)
        _run([*_cuts_off(), program, *_arguments(place)], place)
        converted = place / "out" / "document.docx"
        return converted.read_bytes() if converted.is_file() else None


def readiness() -> Readiness:
    """Whether LibreOffice can be used: it is there, and the system lets it be run without a network."""
    if _program() is None:
        return "absent"
    return "ready" if _cuts_off() else "exposed"


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _arguments(place: Path) -> list[str]:
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    convert = ["--convert-to", "docx", "--outdir", str(place / "out"), str(place / "document.doc")]
    return [profile, "--headless", "--norestore", *convert]


def _run(command: list[str], place: Path) -> None:
    process = subprocess.Popen(
        command,
        cwd=place,
        env={"PATH": os.environ.get("PATH", ""), "HOME": str(place), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with suppress(subprocess.TimeoutExpired):
        process.wait(WAIT)
    # LibreOffice starts others; they go with it.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@cache
def _cuts_off() -> tuple[str, ...]:
    """The command that runs another without a network, empty where the system does not allow it."""
    command = ("unshare", "--user", "--net", "--")
    with suppress(OSError, subprocess.SubprocessError):
        subprocess.run([*command, "true"], check=True, capture_output=True, timeout=10)
        return command
    return ()
