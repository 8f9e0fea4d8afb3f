"""Processes answer as the knowledge base itself does, and whoever asks is answered even where they cannot."""

import datetime as dt
import os
import pickle
import signal
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial

import pytest

from knowledge.errors import DatabaseMissing
from knowledge.knowledge_base import KnowledgeBase
from knowledge.serving import processes as serving
from knowledge.serving.processes import AnsweringProcesses
from knowledge.serving.records import send
from knowledge.serving.reply_cache import MOST_KEPT, ReplyCache
from knowledge.serving.worker import Question
from knowledge.teaching.lessons import Lesson, Teaching
from tests.clock import today

QUESTIONS = (
    "县域内就诊率要达到多少",
    "药品目录什么时候统一",
    "建设市中医院新院区由谁负责",
    "月球上有几家医院",
    "你好",
)


@pytest.fixture
def processes(database):
    with closing(AnsweringProcesses(partial(KnowledgeBase, database, today), 1)) as started:
        yield started


@pytest.fixture
def forgetful(monkeypatch):
    """What was asked before is answered anew."""
    monkeypatch.setattr(ReplyCache, "get", lambda cache, key: None)


@pytest.fixture
def served(database, processes):
    """A knowledge base that asks a process alone: it cannot answer by itself."""
    base = KnowledgeBase(database, today)
    base.answer_in(processes)
    base._answering = None
    return base


def test_a_process_answers_as_the_knowledge_base_does(knowledge, served):
    assert [served.ask(question) for question in QUESTIONS] == [
        knowledge.ask(question) for question in QUESTIONS
    ]


def test_a_process_searches_as_the_knowledge_base_does(knowledge, served):
    assert served.search("就诊率", limit=3) == knowledge.search("就诊率", limit=3) != []
    assert served.search("", limit=3) == knowledge.search("", limit=3)


def test_a_process_knows_what_was_taught_and_what_is_closed(knowledge, served):
    asked = "看病走多远"
    passage = knowledge.ask(QUESTIONS[0]).answers[0].passage_id
    teaching = Teaching((knowledge.lesson([asked], passage),))
    assert served.ask(asked).answers[:1] != knowledge.ask(QUESTIONS[0]).answers[:1]
    knowledge.teach(teaching)
    served._taught = knowledge._taught
    assert served.ask(asked) == knowledge.ask(asked)
    assert served.ask(asked).answers[0].passage_id == passage
    scope = [document.id for document in knowledge.documents() if document.path == "lanjiang.txt"]
    assert served.ask(QUESTIONS[0], scope) == knowledge.ask(QUESTIONS[0], scope)


def test_where_a_process_has_died_the_question_is_answered_and_another_process_takes_its_place(
    database, knowledge, processes
):
    base = KnowledgeBase(database, today)
    base.answer_in(processes)
    replies = [knowledge.ask(question) for question in QUESTIONS]
    assert base.ask(QUESTIONS[0]) == replies[0]
    first = processes._processes[0]._process
    first.kill()
    first.wait()
    assert base.ask(QUESTIONS[1]) == replies[1]
    base._answering = None
    assert base.ask(QUESTIONS[2]) == replies[2]
    assert processes._processes[0]._process.pid != first.pid


def test_what_a_process_cannot_open_whoever_asks_learns(tmp_path, database, knowledge):
    away = database.rename(tmp_path / "away.db")
    with closing(AnsweringProcesses(partial(KnowledgeBase, database, today), 1)) as processes:
        knowledge.answer_in(processes)
        with pytest.raises(DatabaseMissing):
            knowledge.ask(QUESTIONS[0])
        away.rename(database)
        knowledge._answering = None
        assert knowledge.ask(QUESTIONS[0]).answered


def test_a_process_ends_with_the_program_that_started_it(processes):
    process = processes._processes[0]
    process._connection.close()
    assert process._process.wait(30) == 0  # seconds; a busy machine is no failure


@pytest.mark.parametrize("executable", ["/bin/false", "/nowhere/python"])
def test_a_process_that_does_not_start_is_not_tried_with_each_question(
    database, knowledge, monkeypatch, executable
):
    starts, start = [], serving._started
    monkeypatch.setattr(serving, "_started", lambda theirs: starts.append(1) or start(theirs))
    monkeypatch.setattr(sys, "executable", executable)
    reply = knowledge.ask(QUESTIONS[0])
    with closing(AnsweringProcesses(partial(KnowledgeBase, database, today), 1)) as processes:
        knowledge.answer_in(processes)
        assert [knowledge.ask(QUESTIONS[0]) for _ in range(3)] == [reply] * 3
        assert len(starts) == 1
        monkeypatch.undo()
        monkeypatch.setattr(serving, "_PAUSE", 0.0)
        assert knowledge.ask(QUESTIONS[0]) == reply
        knowledge._answering = None
        assert knowledge.ask(QUESTIONS[0]) == reply


@pytest.mark.parametrize("excerpt", ["短", "长" * 500_000], ids=["receives", "does not even receive"])
def test_a_process_that_does_not_answer_is_not_waited_for_without_end(
    database, knowledge, monkeypatch, excerpt
):
    with closing(AnsweringProcesses(partial(KnowledgeBase, database, today), 1)) as processes:
        base = KnowledgeBase(database, today)
        base.answer_in(processes)
        reply = base.ask(QUESTIONS[0])
        process = processes._processes[0]
        for direction in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
            with socket.socket(fileno=os.dup(process._connection.fileno())) as ours:
                assert ours.getsockopt(socket.SOL_SOCKET, direction, 16) == serving._time(serving._LONGEST)
                ours.setsockopt(socket.SOL_SOCKET, direction, serving._time(0.1))
        stopped = process._process
        os.kill(stopped.pid, signal.SIGSTOP)
        base.teach(Teaching((Lesson(("无关的话",), "none", "", excerpt),)))
        assert base.ask(QUESTIONS[0]) == reply
        assert stopped.returncode == -signal.SIGKILL


def test_a_question_is_answered_by_what_was_taught_before_it_whoever_asks_beside(
    knowledge, served, processes
):
    asked = "看病走多远"

    @contextmanager
    def beside():
        """Somebody whose question was begun before the teaching is as far by now."""
        processes._packed = Teaching(), pickle.dumps(Teaching())
        yield

    processes._room = beside()
    knowledge.teach(Teaching((knowledge.lesson([asked], knowledge.ask(QUESTIONS[0]).answers[0].passage_id),)))
    served._taught = knowledge._taught
    assert served.ask(asked) == knowledge.ask(asked)


def test_what_lies_where_the_bot_was_started_is_no_part_of_it(knowledge, database, tmp_path, monkeypatch):
    (tmp_path / "pickle.py").write_text("raise SystemExit", encoding="ascii")
    monkeypatch.chdir(tmp_path)
    with closing(AnsweringProcesses(partial(KnowledgeBase, database, today), 1)) as processes:
        reply = knowledge.ask(QUESTIONS[0])
        knowledge.answer_in(processes)
        knowledge._answering = None
        assert knowledge.ask(QUESTIONS[0]) == reply


def test_questions_asked_at_once_are_each_given_their_own_reply(knowledge, served, forgetful):
    replies = {question: knowledge.ask(question) for question in QUESTIONS}
    asked = QUESTIONS * 20
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(served.ask, asked)) == [replies[question] for question in asked]


def test_a_process_that_ends_takes_no_reply_to_another_question(database, knowledge, processes, forgetful):
    base = KnowledgeBase(database, today)
    base.answer_in(processes)
    replies = {question: knowledge.ask(question) for question in QUESTIONS}
    asked = QUESTIONS * 20
    with ThreadPoolExecutor(8) as pool:
        answered = pool.map(base.ask, asked)
        for _ in range(3):
            processes._processes[0]._process.kill()
            time.sleep(0.2)
        assert list(answered) == [replies[question] for question in asked]


def test_a_reply_to_another_question_is_none(database, knowledge, forgetful):
    with closing(AnsweringProcesses(partial(KnowledgeBase, database, today), 1)) as processes:
        base = KnowledgeBase(database, today)
        base.answer_in(processes)
        reply = base.ask(QUESTIONS[0])
        first = processes._processes[0]
        send(first._connection, (-1, Question(QUESTIONS[1], frozenset(), None, pickle.dumps(Teaching()))))
        assert base.ask(QUESTIONS[0]) == reply
        assert base.ask(QUESTIONS[0]) == reply


def test_a_question_that_is_asked_again_is_answered_once(database, knowledge, processes, monkeypatch):
    base, days, asked = KnowledgeBase(database, lambda: days[-1]), [today()], []
    monkeypatch.setattr(
        processes, "_reply", lambda question, ask=processes._reply: (asked.append(question), ask(question))[1]
    )
    base.answer_in(processes)
    assert [base.ask(QUESTIONS[0]) for _ in range(3)] == [knowledge.ask(QUESTIONS[0])] * 3
    assert len(asked) == 1
    base.ask(QUESTIONS[0], [knowledge.documents()[0].id])
    assert len(asked) == 2
    days.append(today() + dt.timedelta(days=1))
    base.ask(QUESTIONS[0])
    assert len(asked) == 3
    base.teach(
        Teaching((knowledge.lesson(["看病走多远"], knowledge.ask(QUESTIONS[0]).answers[0].passage_id),))
    )
    base.ask(QUESTIONS[0])
    assert len(asked) == 4
    os.utime(database)
    base.ask(QUESTIONS[0])
    assert len(asked) == 5
    base.read_by(frozenset({"7"})).ask(QUESTIONS[0])  # to whom nothing is closed
    assert len(asked) == 5


def test_so_many_replies_are_kept_and_no_more():
    cache = ReplyCache()
    for number in range(MOST_KEPT + 1):
        cache.keep(number, number)
    assert cache.get(0) is None and cache.get(1) == 1 and cache.get(MOST_KEPT) == MOST_KEPT
