"""What can go wrong with a knowledge base.

KnowledgeError
├── DatabaseMissing    there is no file
├── DatabaseDamaged    the file is no knowledge base, or a broken one
├── DatabaseUnusable   the file is sound, but something keeps us from it
├── DatabaseTooNew     a later version of the program made it
├── CorpusMissing      there is no such folder
├── CorpusEmpty        the folder holds nothing, and a load would empty the knowledge base
├── PublicationRefused another machine has published what this load does not hold
├── CorpusReadOnly     the folder cannot be written, or is the example that comes with the program
├── CorpusChanged      a file is no longer as the change of it expects
├── UploadGone         the content of an upload has been erased
├── LoadInProgress     another load of the same knowledge base is running
├── LoadCancelled      somebody stopped the load
├── HolidaysInvalid    holidays.toml cannot be used
├── WeightsInvalid     a file of weights cannot be used
├── ThesaurusInvalid   a word stands for another in two entries of the thesaurus
└── RunInvalid         a file is no run of an evaluation

ManifestInvalid (corpus.toml cannot be used) is `loaders.errors.ManifestInvalid` with the path of the file.

An error is data, as those of `loaders.errors` are: its sentences stand in `bot.messages`, one for each language.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loaders.notes import Note, NotedError, Value


class KnowledgeError(NotedError):
    """Something is wrong with a knowledge base; `path` names the file or folder, or the address of a database."""

    def __init__(self, path: Path | str, detail: str = "", **values: Value) -> None:
        super().__init__(detail, path=str(path), **values)
        self.path = path


class DatabaseMissing(KnowledgeError):
    """There is no knowledge base at this path; `jianda load` makes one."""


class DatabaseDamaged(KnowledgeError):
    """The file is damaged; `detail` foreign: it is another kind of file; rootless: there is no corpus to build it from."""


class DatabaseUnusable(KnowledgeError):
    """The knowledge base is sound but cannot be read or written.

    `detail`: of a file locked, full, read_only, unopened or disk; of a database those of `bot.errors.StateUnusable`,
    outdated: another version published it; dropped: it is gone since it was opened.
    """


class DatabaseTooNew(KnowledgeError):
    """A later version of the program made the knowledge base; `found` and `known` are the versions of its tables."""

    def __init__(self, path: Path | str, found: int | str, known: int | str) -> None:
        super().__init__(path, found=found, known=known)


class CorpusMissing(KnowledgeError):
    """There is no corpus folder at this path."""


class CorpusEmpty(KnowledgeError):
    """The corpus folder holds no document and the knowledge base would be emptied."""


class PublicationRefused(KnowledgeError):
    """What is published at the address `path` holds `count` files, `file` among them, which the load does not hold as they
    are there: another machine has the corpus."""


class CorpusReadOnly(KnowledgeError):
    """The corpus folder cannot be written, or is the example that comes with the program."""


class CorpusChanged(KnowledgeError):
    """A file of the corpus was changed by somebody else meanwhile; nothing was done."""


class UploadGone(KnowledgeError):
    """The bytes of an upload have been erased: its time is over."""


class LoadInProgress(KnowledgeError):
    """Another load of the same knowledge base is running."""


class LoadCancelled(KnowledgeError):
    """The load was stopped before its end; the knowledge base is as it was."""


class _Invalid(KnowledgeError):
    """A file says what it cannot say; `reason` tells what."""

    def __init__(self, path: Path, reason: Note) -> None:
        super().__init__(path, reason=reason)
        self.reason = reason


class ManifestInvalid(_Invalid):
    """The corpus.toml of the corpus folder cannot be used."""


class HolidaysInvalid(_Invalid):
    """The holidays.toml of the corpus folder cannot be used."""


class WeightsInvalid(_Invalid):
    """A file of weights cannot be read, or names what does not exist."""


class RunInvalid(_Invalid):
    """The file is not one that an evaluation wrote."""


class ThesaurusInvalid(KnowledgeError):
    """A word stands for another in two entries, which may weigh it differently."""

    def __init__(self, word: str, other: str, places: Sequence[str]) -> None:
        self.word, self.other, self.places = word, other, " · ".join(places)
        super().__init__(Path("thesaurus"), word=word, other=other, places=self.places)
