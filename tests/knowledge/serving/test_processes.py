"""Processes answer as the knowledge base itself does, and whoever asks is answered even where they cannot."""

from contextlib import closing
from functools import partial

import pytest

from knowledge.errors import DatabaseMissing
from knowledge.knowledge_base import KnowledgeBase
from knowledge.serving.processes import AnsweringProcesses
from knowledge.teaching.lessons import Teaching
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
    reply = knowledge.ask(QUESTIONS[0])
    assert base.ask(QUESTIONS[0]) == reply
    first = processes._processes[0]._process
    first.kill()
    first.wait()
    assert base.ask(QUESTIONS[0]) == reply
    base._answering = None
    assert base.ask(QUESTIONS[0]) == reply
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
