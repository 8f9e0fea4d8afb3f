"""What can go wrong with a knowledge base.

KnowledgeError
├── DatabaseMissing    there is no file
├── DatabaseDamaged    the file is no knowledge base, or a broken one
├── DatabaseTooNew     a later version of the program made it
├── CorpusMissing      there is no such folder
├── CorpusEmpty        the folder holds nothing, and a load would empty the knowledge base
├── CorpusReadOnly     the folder cannot be written, or is the example that comes with the program
├── CorpusChanged      a file is no longer as the change of it expects
├── LoadInProgress     another load of the same knowledge base is running
├── LoadCancelled      somebody stopped the load
├── HolidaysInvalid    holidays.toml cannot be used
├── WeightsInvalid     a file of weights cannot be used
└── RunInvalid         a file is no run of an evaluation

ManifestInvalid (corpus.toml cannot be used) is `loaders.errors.ManifestInvalid` with the path of the file.
"""

from __future__ import annotations

from pathlib import Path


class KnowledgeError(Exception):
    """Something is wrong with a knowledge base; `path` names the file or folder."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class DatabaseMissing(KnowledgeError):
    """There is no knowledge base at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"no knowledge base at {path}; run jianda load first")


class DatabaseDamaged(KnowledgeError):
    """The file is damaged or no knowledge base."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            path, f"{path} is damaged or no knowledge base ({detail}); move it away and run jianda load"
        )
        self.detail = detail


class DatabaseTooNew(KnowledgeError):
    """A later version of the program made the knowledge base."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            path, f"{path} has schema {found}, this program knows {known}; use the newer program"
        )
        self.found, self.known = found, known


class CorpusMissing(KnowledgeError):
    """There is no corpus folder at this path."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"no corpus folder at {path}")


class CorpusEmpty(KnowledgeError):
    """The corpus folder holds no document and the knowledge base would be emptied."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"no document in {path}; to empty the knowledge base say --allow-empty")


class CorpusReadOnly(KnowledgeError):
    """The corpus folder cannot be written, or is the example that comes with the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"the corpus folder {path} cannot be written")


class CorpusChanged(KnowledgeError):
    """A file of the corpus was changed by somebody else meanwhile; nothing was done."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"{path} was changed meanwhile")


class LoadInProgress(KnowledgeError):
    """Another load of the same knowledge base is running."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"another load of {path} is running")


class LoadCancelled(KnowledgeError):
    """The load was stopped before its end; the knowledge base is as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, f"the load of {path} was cancelled; the knowledge base is as it was")


class ManifestInvalid(KnowledgeError):
    """The corpus.toml of the corpus folder cannot be used."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, f"{path}: {detail}")
        self.detail = detail


class HolidaysInvalid(KnowledgeError):
    """The holidays.toml of the corpus folder cannot be used."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, f"{path}: {detail}")
        self.detail = detail


class WeightsInvalid(KnowledgeError):
    """A file of weights cannot be read, or names what does not exist."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, f"{path}: {detail}")
        self.detail = detail


class RunInvalid(KnowledgeError):
    """The file is not one that an evaluation wrote."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, f"{path}: {detail}")
        self.detail = detail
