"""Few views of a knowledge base are open however many threads ask, and each is one thread's at a time."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import pytest

from knowledge.lexicon import thesaurus
from knowledge.sessions import MOST_SESSIONS, Sessions
from knowledge.store.source import FileSource
from knowledge.text.analyzer import Analyzer

THREADS = 8
WAIT = 30.0  # seconds; a busy machine is no failure


class Counting(FileSource):
    """A file whose openings are counted; `failing` makes the next one fail."""

    def __init__(self, path):
        super().__init__(path)
        self.opened_stores = []
        self.version = (1, 1)
        self.failing = False

    def identity(self):
        return self.version

    def opened(self):
        if self.failing:
            raise OSError
        _, store = super().opened()
        self.opened_stores.append(store)
        return self.version, store

    def faults(self):
        return nullcontext()


@pytest.fixture
def source(database):
    return Counting(database)


@pytest.fixture
def sessions(source):
    made = Sessions(source, Analyzer(thesaurus.field_words()))
    yield made
    made.close()


def test_many_threads_share_few_and_no_two_have_one_at_once(sessions, source):
    in_use, most, guard = set(), [0], threading.Lock()
    start = threading.Barrier(THREADS)

    def work():
        start.wait(WAIT)
        for _ in range(20):
            with sessions.current() as session:
                with guard:
                    assert id(session) not in in_use
                    in_use.add(id(session))
                    most[0] = max(most[0], len(in_use))
                session.store.count("passages")
                with guard:
                    in_use.remove(id(session))

    with ThreadPoolExecutor(THREADS) as pool:
        for task in [pool.submit(work) for _ in range(THREADS)]:
            task.result(WAIT)
    assert len(source.opened_stores) <= MOST_SESSIONS and most[0] <= MOST_SESSIONS


def test_what_is_asked_within_a_question_has_the_same_one(sessions):
    with sessions.current() as session, sessions.current() as inner:
        assert inner is session


def test_the_one_used_last_is_taken_first(sessions, source):
    for _ in range(3):
        with sessions.current():
            pass
    assert len(source.opened_stores) == 1


def test_the_next_version_is_opened_and_the_one_before_closed(sessions, source):
    with sessions.current() as before:
        pass
    source.version = (2, 2)
    with sessions.current() as after:
        assert after.identity == (2, 2) and after.store is not before.store
    with pytest.raises(Exception, match="closed"):
        before.store.count("passages")


def test_one_in_which_something_failed_is_not_used_again(sessions, source):
    with pytest.raises(ZeroDivisionError), sessions.current():
        raise ZeroDivisionError
    with sessions.current():
        pass
    assert len(source.opened_stores) == 2


def test_places_are_given_back_when_nothing_can_be_opened(sessions, source):
    source.failing = True
    for _ in range(2 * MOST_SESSIONS):
        with pytest.raises(OSError), sessions.current():
            pass
    source.failing = False
    with sessions.current() as session:
        assert session.store.count("passages")
