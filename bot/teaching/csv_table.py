"""The teaching as a table that Excel opens: out with a guard against formulas, in with a report on each bad row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.errors import TableUnreadable
from bot.messages.teaching import TeachingWords
from bot.rendering.escaping.spreadsheet import guarded, unguarded
from bot.teaching.pairs.answers import with_answer
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.records import QuestionAnswer
from knowledge.teaching.lessons import Edit, Revision, Synonym, Teaching

FILE_NAME = "jianda-teaching.csv"
HEADER = ("类型", "内容", "对应", "双向", "原文")
PAIR, SYNONYM, EDIT, ANSWER = "问答", "近义词", "改写", "答案"
KINDS = {"pair": PAIR, "synonym": SYNONYM, "edit": EDIT, "answer": ANSWER}
YES = ("是", "yes", "y", "1", "true")
LARGEST = 2 * 2**20  # bytes of a table
MOST_ROWS = 5000
LONGEST = 500  # characters of a question or a word
BAD_TOLD = 10  # rows

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and other zip files; .xls, .et
_STATED = re.compile(r'"?sep=([,;\t|])"?\s*', re.IGNORECASE)
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used: its number as Excel counts, and the reason, a key of `Messages.bad_rows`."""

    number: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Import:
    """What a table would change, and the rows of it that cannot be used."""

    revision: Revision
    bad: tuple[BadRow, ...]


def exported(teaching: Teaching) -> bytes:
    """The teaching as CSV in UTF-8, with the mark by which Excel knows that."""
    lessons = (
        (PAIR, "\n".join(lesson.questions), lesson.passage, "", lesson.excerpt) for lesson in teaching.lessons
    )
    synonyms = (
        (SYNONYM, synonym.said, synonym.meant, YES[0] if synonym.both else "", "")
        for synonym in teaching.synonyms
    )
    edits = ((EDIT, edit.original, edit.question, "", edit.passage) for edit in teaching.edits)
    answers = (
        (ANSWER, edit.original, edit.answer, "", edit.passage) for edit in teaching.edits if edit.answer
    )
    return written([HEADER, *lessons, *synonyms, *edits, *answers])


def imported(content: bytes, knowledge: KnowledgeBase) -> Import:
    """What a table would change; raises TableUnreadable when it is none."""
    reader = _Reader(knowledge)
    revisions, bad = [], []
    for number, row in enumerate(_body(read(content)), 2):
        if not any(cell.strip() for cell in row):
            continue
        revision = reader.revision(_padded(row))
        if isinstance(revision, str):
            bad.append(BadRow(number, revision, " ".join(filter(None, row))[:60]))
        else:
            revisions.append(revision)
    return Import(_joined(revisions), tuple(bad))


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of any text as CSV."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows([guarded(cell) for cell in row] for row in rows)
    return (_BOM + buffer.getvalue()).encode("utf-8")


def read(content: bytes) -> list[list[str]]:
    """The rows of a CSV in UTF-8 or, as Chinese Excel saves it, GB18030."""
    if len(content) > LARGEST:
        raise TableUnreadable("large")
    if content.startswith(_WORKBOOKS):
        raise TableUnreadable("workbook")
    separator, text = _separated(_decoded(content))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise TableUnreadable("damaged") from error
    if len(rows) > MOST_ROWS:
        raise TableUnreadable("large")
    return [[unguarded(cell) for cell in row] for row in rows]


class _Reader:
    """Makes a change of each row, or says what is wrong with it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._edits: dict[str, Edit] = {}  # as the rows before leave them
        self._rows: dict[str, Callable[[list[str]], Revision | str]] = {
            PAIR: self._pair,
            SYNONYM: self._synonym,
            EDIT: self._edit,
            ANSWER: self._answer,
        }

    def revision(self, row: list[str]) -> Revision | str:
        kind = KINDS.get(row[0].strip().lower(), row[0].strip())
        if kind not in self._rows:
            return "kind"
        if any(len(line) > LONGEST for line in row[1].splitlines()):
            return "long"
        return self._rows[kind](row)

    def _pair(self, row: list[str]) -> Revision | str:
        questions = tuple(filter(None, (" ".join(line.split()) for line in row[1].splitlines())))
        if not questions:
            return "empty"
        lesson = self._knowledge.lesson(questions, row[2].strip() or self._standing(row[4]))
        return Revision(lessons=(lesson,)) if lesson else "passage"

    def _standing(self, words: str) -> str:
        """The passage in which some words stand, empty when it is none or not one alone."""
        wanted = "".join(words.split())
        answers = self._knowledge.search(words.strip(), limit=20) if wanted else []
        standing = [answer.passage_id for answer in answers if wanted in "".join(answer.passage.split())]
        return standing[0] if len(standing) == 1 else ""

    def _synonym(self, row: list[str]) -> Revision | str:
        said, meant = (" ".join(cell.split()) for cell in row[1:3])
        if reason := wrong_synonym(said, meant):
            return reason
        return Revision(synonyms=(Synonym(said, meant, row[3].strip().lower() in YES),))

    def _edit(self, row: list[str]) -> Revision | str:
        pair = self._pair_of(row)
        edit = self._edit_of(pair) if pair else None
        return self._edited(replace(edit, question=row[2].strip())) if edit else "pair"

    def _answer(self, row: list[str]) -> Revision | str:
        pair = self._pair_of(row)
        edit = self._edit_of(pair) if pair else None
        if pair is None or edit is None:
            return "pair"
        answered = with_answer(self._knowledge, edit, pair, row[2])
        return self._edited(answered) if answered else "answer"

    def _pair_of(self, row: list[str]) -> QuestionAnswer | None:
        """The generated pair that a row names by its question and its passage."""
        named = row[4].strip(), row[1].strip()
        return next((pair for pair in self._generated if (pair.passage, pair.question) == named), None)

    def _edit_of(self, pair: QuestionAnswer) -> Edit | None:
        """The edit of a pair as the rows before leave it, None when its passage is not there."""
        if stood := self._edits.get(pair.id) or self._knowledge.teaching.edit(pair.id):
            return stood
        lesson = self._knowledge.lesson((pair.question,), pair.passage)
        return (
            Edit(pair.id, pair.question, pair.question, pair.passage, lesson.fingerprint) if lesson else None
        )

    def _edited(self, edit: Edit) -> Revision:
        self._edits[edit.pair] = edit
        return Revision(edits=(edit,))

    @cached_property
    def _generated(self) -> list[QuestionAnswer]:
        return [pair for topic in self._knowledge.topics() for pair in self._knowledge.generated(topic.name)]


def wrong_synonym(said: str, meant: str) -> str:
    """What is wrong with a synonym, a key of `Messages.bad_rows`, empty when nothing is."""
    if not said or not meant:
        return "empty"
    if said == meant:
        return "same"
    return "long" if max(len(said), len(meant)) > 30 else "short" if len(said) < 2 else ""


def report_lines(imported_table: Import, says: TeachingWords) -> Iterator[str]:
    """What a table would change, and each row of it that cannot be used."""
    yield rows_line(imported_table, says)
    if imported_table.bad:
        yield says.import_bad.format(count=len(imported_table.bad))
        yield from (bad_row_line(row, says) for row in imported_table.bad[:BAD_TOLD])
    if len(imported_table.bad) > BAD_TOLD:
        yield says.import_more.format(count=len(imported_table.bad) - BAD_TOLD)


def rows_line(imported_table: Import, says: TeachingWords) -> str:
    """How many rows of each sort can be used."""
    revision = imported_table.revision
    counts = {"lessons": revision.lessons, "synonyms": revision.synonyms, "edits": revision.edits}
    return says.import_rows.format(**{name: len(rows) for name, rows in counts.items()})


def bad_row_line(row: BadRow, says: TeachingWords) -> str:
    """A row that cannot be used, and why."""
    return f"{row.number}: {says.bad_rows[row.reason]}（{row.text}）"


def _body(rows: list[list[str]]) -> list[list[str]]:
    """The rows under the heading."""
    if not rows or not rows[0] or rows[0][0].strip().lower() not in (HEADER[0], "kind"):
        raise TableUnreadable("header")
    return rows[1:]


def _separated(text: str) -> tuple[str, str]:
    """What stands between the cells, and the table: Excel takes what the computer's region says, or what a line
    `sep=;` says that stands before all others."""
    first, _, rest = text.partition("\n")
    if stated := _STATED.fullmatch(first):
        return stated[1], rest
    return max(",\t;", key=first.count), text


def _padded(row: list[str]) -> list[str]:
    return [*row, *[""] * len(HEADER)][: len(HEADER)]


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableUnreadable("damaged")


def _joined(revisions: Sequence[Revision]) -> Revision:
    return Revision(
        tuple(lesson for revision in revisions for lesson in revision.lessons),
        tuple(synonym for revision in revisions for synonym in revision.synonyms),
        tuple({edit.pair: edit for revision in revisions for edit in revision.edits}.values()),
    )
