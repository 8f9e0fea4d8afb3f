"""What the store holds of a document beside its outline."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.targets.targets import Target


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with what is known of it; `start` and `end` count characters of the decoded text.

    `row`: of a row of a table, its cells, each the header of its column and its words. `page` is the printed page on
    which it begins, counted from 1, None where there are no pages; `recognised`: a recogniser read some of it on a scan.
    """

    id: str
    document: str
    position: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    topic: str
    topics: tuple[str, ...]
    role: str
    redacted: bool
    row: tuple[tuple[str, str], ...] = ()
    page: int | None = None
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """A line that belongs to no document of its file, why, and its printed page, counted from 1, if there are pages."""

    text: str
    reason: str
    page: int | None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus as it looked when it was read.

    `digest` is the hash of its content and `said` of what corpus.toml says of it; then its size in bytes, the times
    of its last modification and of the last change of its inode in nanoseconds, and its inode.
    """

    path: str
    digest: str
    said: str = ""
    size: int = -1
    modified: int = 0
    changed: int = 0
    inode: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """The index terms of a passage, by column, each a string of terms with spaces between."""

    body: str
    headings: str
    questions: str
    sounds: str


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A question with its answer: a stretch of the decoded text inside a passage.

    `variants` are other wordings of it; `said` is the stretch of the answer that tells what is asked for. The id is
    made from the document and the fact, so that it outlives another wording and another value.
    """

    id: str
    passage: str
    topic: str
    question: str
    kind: str
    start: int
    end: int
    variants: tuple[str, ...] = ()
    said: tuple[int, int] | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """The question and its variants."""
        return (self.question, *self.variants)


@dataclass(frozen=True, slots=True)
class PlacedPair:
    """A pair with the words of its answer, its document and the headings above it, outermost first."""

    pair: QuestionAnswer
    answer: str
    document: Document
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document ready for the store; deadlines and targets come with the id of their passage.

    `vectors`: the packed vectors of each passage, none where no encoder is installed.
    """

    document: Document
    passages: tuple[tuple[StoredPassage, Terms], ...]
    pairs: tuple[QuestionAnswer, ...]
    deadlines: tuple[tuple[str, Deadline], ...]
    targets: tuple[tuple[str, Target], ...]
    vectors: tuple[bytes, ...] = ()
