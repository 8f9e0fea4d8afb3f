"""A copy of a corpus folder, which a load reads as it would read the folder itself."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from knowledge.corpus import settings
from knowledge.corpus.files import corpus_files
from loaders.errors import LoaderError
from loaders.regular_file import open_regular


def copy_corpus(corpus: Path, aside: Path) -> None:
    """Copy the files of a corpus and its settings into a new folder.

    Instead of what is no file of the corpus a link stands there that leads nowhere: a load fails on it as it does on
    the original, and keeps what was known of it.
    """
    aside.mkdir()
    for file in corpus_files(corpus):
        copy = aside / os.path.relpath(file.place, corpus)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if file.problem or not _copied(file.place, copy):
            copy.symlink_to(copy.name)
    for name in settings.NAMES:
        if os.path.lexists(corpus / name) and not _copied(corpus / name, aside / name):
            (aside / name).symlink_to(name)


def _copied(source: Path, target: Path) -> bool:
    """Whether a file could be opened, and so was copied; raises OSError when the copy cannot be written."""
    try:
        with open_regular(source) as file, target.open("wb") as copy:
            shutil.copyfileobj(file, copy)
    except (LoaderError, FileNotFoundError, PermissionError):
        return False
    shutil.copystat(source, target)
    return True
