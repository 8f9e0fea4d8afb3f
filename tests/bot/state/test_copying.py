"""What people made moves from a file to a database and back: all of it, in its order, and into an empty place alone."""

from contextlib import closing

import pytest

from bot.errors import StateCopyRefused
from bot.state import State
from bot.state.chats.homes import Home
from bot.state.chats.marks import Mark
from bot.state.chats.outbox import DueReminder
from bot.state.chats.preferences import Preference
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.chats.unsure import UnsureAnswer
from bot.state.editing.confirmations import Pending
from bot.state.scheduling.messages import ScheduledMessage
from bot.state.scheduling.watches import KnownStatement, Look, Watch
from bot.state.storage.audit import Actor
from bot.state.storage.copying import TABLES, copy
from bot.state.storage.engines import write_snapshot
from bot.state.usage.favourites import Favourite
from bot.state.usage.inbox import Waiting
from bot.state.usage.question_log import AskedQuestion
from bot.state.usage.votes import Vote
from knowledge.teaching.lessons import Edit, Lesson, Revision, Synonym
from tests.bot.reminders.due import due
from tests.clock import seconds

ACTOR = Actor(7, "编辑")


def fill(state):
    """Something in every table."""
    for text in ("第一问", "第二问", "重新问"):
        state.questions.add(AskedQuestion(7, 70, text, "decline", 0.25, "d", "p", 5), message=5)
    state.forget(8)
    state.votes.cast(Vote(7, 70, 5, False, "p", "c"))
    for passage in ("z", "a", "m"):
        state.favourites.add(7, Favourite(passage, "开头……", "《讲话》"))
    state.scopes.set(70, ["d1", "d2"])
    state.languages.set(7, "en")
    state.homes.set(70, Home("甲市", "", "王芳"))
    state.preferences.set(70, Preference(length="short", quiet="22-7"))
    state.appointments.appoint(9, "王芳", ACTOR.change("role", "王芳", "", "editor"))
    state.pending.add(Pending(7, "role", {"名": "值"}))
    state.dialogues.begin(7, {"step": "pick"})
    revision = Revision(
        (Lesson(("甲", "乙"), "p", "f", "开头"),),
        (Synonym("甲", "乙", True),),
        (Edit("q", "原", "", "p", "f", answer="另一句。"),),
    )
    state.lessons.change(ACTOR, "import", revision, lambda teaching: None)
    state.lessons.put_aside(["第二问"])
    subscription = state.subscriptions.add(
        Subscription(0, 70, 3, 7, "zh", "医共体", Schedule(), "running", 0.0)
    )
    state.outbox.claim(subscription.id, [DueReminder("k2", "d2"), DueReminder("k1", "d1")], 5.5, 9.25)
    state.marks.add(Mark("d1", "done", "一.txt", "标题", "任务", "句子", person=7, name="刘洋"))
    state.inbox.put(Waiting(11, 70, 7, 1.5, '{"text": "等着"}'))
    state.unsure.note(70, UnsureAnswer("answer", "zh"))
    state.lasting_ids.of([due(7, "新建站点6个"), due(20, "印发任务清单")])
    state.moved_chats  # noqa: B018
    state.migrate_chat(-4, -1004)
    message = ScheduledMessage(70, None, 7, "zh", "own", {"text": "交表"}, 99.5)
    state.scheduled.add(message)
    watch = state.watches.add(
        Watch(70, None, 7, "zh", "医共体"), [KnownStatement("k", "乙.txt", "标题", "句子")]
    )
    known = {watch: [KnownStatement("k2", "甲.txt", "标题", "又一句")]}
    state.watches.record(Look(known, {}, [], {}, {"甲.txt": "digest"}, {}))
    state.answer_counts.add("people", 7)
    state.conversations.keep(70, {("last", 7): '"问题"'})
    state.validity.record([(70, "废止")], [])


def everything(state):
    return {
        name: [
            {column: value for column, value in row.items() if column != "rowid"}
            for row in state._database.rows(f"SELECT * FROM {name} ORDER BY {order}")
        ]
        for name, order in TABLES.items()
    }


@pytest.fixture
def other_place(request, place, tmp_path):
    """A place in the other engine."""
    return (
        request.getfixturevalue("postgresql_server").new_place()
        if place == tmp_path / "state.db"
        else tmp_path / "copy.db"
    )


@pytest.mark.service
@pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=True)
def test_a_copy_has_all_there_is_and_goes_on_as_the_original(place, other_place):
    with closing(State(place, clock=seconds)) as state, closing(State(other_place, clock=seconds)) as target:
        fill(state)
        state._database.rows("SELECT 1 AS warm")
        with state._database.writing(repeatable=True) as db:
            db.execute(
                "DELETE FROM questions WHERE text = '重新问'"
            )  # the number of one that is gone is not given again
        counts = copy(state._database, target._database)
        original = everything(state)
        assert all(original.values()), [name for name, rows in original.items() if not rows]
        assert everything(target) == original
        assert counts == {name: len(rows) for name, rows in original.items()}
        target.questions.add(AskedQuestion(7, 70, "新问", "answer", 0.5, "d", "p", 5))
        assert [question.id for question in target.questions.recent(7, 1)] == [4]
        with pytest.raises(StateCopyRefused):
            copy(state._database, target._database)
        assert target.favourites.all(7) == state.favourites.all(7)


@pytest.mark.service
@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_a_copy_that_reads_otherwise_is_not_kept(place, other_place, monkeypatch):
    with closing(State(place, clock=seconds)) as state, closing(State(other_place, clock=seconds)) as target:
        fill(state)
        target._database._db.execute(
            "CREATE TRIGGER odd AFTER INSERT ON votes BEGIN UPDATE votes SET reason = 'other'; END"
        )
        with pytest.raises(StateCopyRefused):
            copy(state._database, target._database)
        assert not any(everything(target).values())


@pytest.mark.service
@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_a_snapshot_of_a_database_is_a_file_without_what_is_being_answered(place, tmp_path):
    with closing(State(place, clock=seconds)) as state:
        fill(state)
        write_snapshot(place, tmp_path / "snapshot.db")
        original = everything(state)
    assert sorted(path.name for path in tmp_path.glob("snapshot.db-*")) == []
    with closing(State(tmp_path / "snapshot.db", clock=seconds)) as copied:
        assert everything(copied) == original | {"inbox": [], "remembered": [], "counted": []}
