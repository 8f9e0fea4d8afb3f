"""What a process that answers does: it opens the knowledge base and answers until the other side has gone."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Protocol

from knowledge.answers import Answer, Reply
from knowledge.readers import Reader
from knowledge.serving.records import receive, send
from knowledge.teaching.lessons import Teaching


class Answerer(Protocol):
    """What answers: a knowledge base."""

    def teach(self, teaching: Teaching) -> None:
        """Take over what editors have taught."""

    def read_by(self, reader: Reader | None) -> Answerer:
        """The same as a reader may read it."""

    def ask(self, question: str, scope: Collection[str] = ()) -> Reply:
        """Answer a question."""

    def search(self, words: str, scope: Collection[str] = (), limit: int = 50) -> list[Answer]:
        """The passages nearest to some words."""

    def warm_up(self) -> None:
        """Read beforehand what the first question would wait for."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, among which documents (by their ids; all where empty), by whom, and with what taught (pickled).

    `nearest`: how many passages are wanted that are nearest to it; None: its answer is.
    """

    text: str
    scope: frozenset[str]
    reader: Reader | None
    teaching: bytes
    nearest: int | None = None


class Worker:
    """Answers one question after the other; where it cannot, whoever asked answers and tells what is wrong."""

    def __init__(self, opening: Callable[[], Answerer]) -> None:
        self._opening = opening
        self._answerer: Answerer | None = None
        self._teaching = b""

    def open(self) -> bool:
        """Opens the knowledge base, if that can be done by now; True when the attempt is over."""
        with suppress(Exception):
            self._opened().warm_up()
        return True

    def reply(self, question: Question) -> Reply | list[Answer] | None:
        """The answer, or the nearest passages; None where answering fails."""
        with suppress(Exception):
            answerer = self._opened()
            if question.teaching != self._teaching:
                answerer.teach(pickle.loads(question.teaching))
                self._teaching = question.teaching
            answerer = answerer.read_by(question.reader)
            if question.nearest is None:
                return answerer.ask(question.text, question.scope)
            return answerer.search(question.text, question.scope, question.nearest)
        return None

    def _opened(self) -> Answerer:
        if self._answerer is None:
            self._answerer = self._opening()
        return self._answerer


def answer_until_closed(connection: Connection) -> None:
    """Receives what opens the knowledge base and says True when that is done; then answers each question, by its number."""
    with suppress(EOFError, OSError):
        worker = Worker(connection.recv())
        connection.send(worker.open())
        gc.freeze()  # what is there now stays to the end: the collector need not look at it again and again
        while True:
            number, question = receive(connection)
            send(connection, (number, worker.reply(question)))
