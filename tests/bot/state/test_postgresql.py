"""A database on a server: what can be wrong with it is one line without the password, and no change is half made."""

import contextlib
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from urllib.parse import urlsplit

import psycopg
import pytest

from bot.config.secrets import DatabaseUrl
from bot.errors import StateDamaged, StateError, StateInUse, StateTooNew, StateUnusable, explain
from bot.state import State
from bot.state.chats.unsure import UnsureAnswer
from bot.state.storage.engines import check_server, only_run
from bot.state.storage.postgresql import connection, database, migrations
from bot.state.storage.sqlite.migrations import VERSION
from bot.state.usage.question_log import AskedQuestion
from knowledge.store.postgresql import connection as lines
from tests.clock import seconds

pytestmark = pytest.mark.service

PASSWORD = "geheim%40wort"


@pytest.fixture
def server(postgresql_server):
    return postgresql_server


@pytest.fixture
def url(server):
    return server.new_place()


@pytest.fixture
def state(url):
    with closing(State(url, clock=seconds)) as opened:
        yield opened


def refused(url, kind=StateUnusable):
    """The line in which opening is refused, and a check beforehand too."""
    lines = set()
    for use in (lambda: State(url, clock=seconds), lambda: check_server(url)):
        with pytest.raises(kind) as caught:
            use()
        lines.add(explain(caught.value))
    (line,) = lines
    assert "\n" not in line and "geheim" not in line and str(url) in line
    return line


def with_password(url, user):
    parts = urlsplit(url.reveal())
    return DatabaseUrl(parts._replace(netloc=f"{user}:{PASSWORD}@").geturl())


def schema_of(url):
    return url.reveal().rpartition("%3D")[2]


def test_a_server_that_is_not_there(tmp_path):
    line = refused(DatabaseUrl(f"postgresql://jianda:{PASSWORD}@/jianda?host={tmp_path}"))
    assert "连不上" in line and "storage.url" in line and "jianda:***@" in line


def test_a_database_that_does_not_exist(server):
    assert "nowhere" in refused(server.url(database="nowhere"))


def test_a_person_whom_the_server_does_not_know(server):
    assert "连不上" in refused(with_password(server.url(), "nobody_known"))


def test_a_person_who_may_make_no_tables(server, url):
    reader = server.new_role()
    server.ask(f"GRANT USAGE ON SCHEMA {schema_of(url)} TO {reader}")
    place = DatabaseUrl(url.reveal().replace("//jianda@", f"//{reader}@"))
    with pytest.raises(StateUnusable) as opened:
        State(place, clock=seconds)
    with pytest.raises(StateUnusable) as checked:
        check_server(place)
    assert all("不允许" in explain(caught.value) for caught in (opened, checked))


def test_a_server_that_is_too_old(url, monkeypatch):
    monkeypatch.setattr(lines, "OLDEST", 99)
    assert "99 版" in refused(url)


def test_a_database_that_holds_no_chinese(server):
    server.ask("CREATE DATABASE latin ENCODING LATIN1 TEMPLATE template0")
    assert "LATIN1" in refused(server.url(database="latin"))


def test_a_library_that_is_not_installed(url, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("bot.state.storage.postgresql.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "jianda[postgres]" in refused(url)


def test_a_schema_of_something_else_is_left_alone(server, url):
    server.ask(f"CREATE TABLE {schema_of(url)}.other (id int)")
    refused(url, StateDamaged)
    assert server.ask(
        f"SELECT count(*) FROM pg_class WHERE relnamespace = '{schema_of(url)}'::regnamespace"
    ) == [(1,)]


def test_a_newer_schema_is_refused(server, url):
    State(url, clock=seconds).close()
    server.ask(f"UPDATE {schema_of(url)}.schema_version SET version = 99")
    assert "99" in refused(url, StateTooNew)


def test_a_replica_that_only_reads_is_not_taken_for_the_primary(server, url):
    standby = server.new_role()
    server.ask(f"ALTER ROLE {standby} SUPERUSER; ALTER ROLE {standby} SET default_transaction_read_only = on")
    assert "read-only" in refused(DatabaseUrl(url.reveal().replace("//jianda@", f"//{standby}@")))


def test_a_migration_that_fails_leaves_the_tables_as_they_were(server, url, monkeypatch):
    State(url, clock=seconds).close()
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    half = lambda db: db.execute("CREATE TABLE half (a INTEGER); SELECT nothing FROM nowhere")  # noqa: E731
    monkeypatch.setattr(migrations, "SHARED", (*migrations.SHARED, half))
    with pytest.raises(StateError):
        State(url, clock=seconds)
    assert server.ask(f"SELECT version FROM {schema_of(url)}.schema_version") == [(VERSION,)]
    assert server.ask(f"SELECT to_regclass('{schema_of(url)}.half')") == [(None,)]


def test_a_database_of_the_beginning_is_brought_to_the_present(server, url, monkeypatch):
    with monkeypatch.context() as beginning:
        beginning.setattr(migrations, "SHARED", ())
        beginning.setattr(migrations, "VERSION", migrations.BEGINNING)
        State(url, clock=seconds).close()
    with closing(State(url, clock=seconds)) as state:
        state.languages.set(1, "en")
    assert server.ask(f"SELECT version FROM {schema_of(url)}.schema_version") == [(VERSION,)]


def test_both_engines_count_their_migrations_alike():
    assert migrations.VERSION == VERSION


def test_both_engines_have_the_same_tables_and_columns(state, tmp_path):
    with closing(State(tmp_path / "state.db", clock=seconds)) as file:
        tables = file._database._db.table_names()
        sqlite = {
            name: sorted(column.name for column in file._database._db[name].columns)
            for name in tables
            if not name.startswith("sqlite_")
        }
    postgresql = {
        name: sorted(set(table.columns) - {"rowid"})
        for name, table in state._database._tables.items()
        if name != "schema_version"
    }
    assert postgresql == sqlite


def test_two_programs_can_open_an_empty_database_at_once(server):
    for _ in range(3):
        place = server.new_place()
        with ThreadPoolExecutor(4) as pool:
            for opened in list(pool.map(lambda _, place=place: State(place, clock=seconds), range(4))):
                opened.close()


def test_a_text_that_no_database_keeps_whole_is_kept_without_the_sign(state):
    state.questions.add(AskedQuestion(1, 1, "前\0后", "answer", 0.9, "d", "p", 1))
    assert [question.text for question in state.questions.recent(1, 1)] == ["前\N{REPLACEMENT CHARACTER}后"]


def lose_the_line(server, state):
    server.ask(f"SELECT pg_terminate_backend({state._database._connection.info.backend_pid}, 5000)")


def test_a_line_that_was_lost_is_made_anew(server, state):
    state.languages.set(1, "en")
    lose_the_line(server, state)
    assert state.votes.of(1, 1, 1) is None
    lose_the_line(server, state)
    state.languages.set(2, "zh")
    state.languages.read_again()
    assert (state.languages.of(1), state.languages.of(2)) == ("en", "zh")


def test_a_line_that_is_lost_within_a_change_leaves_nothing_of_it(server, state):
    with pytest.raises(StateUnusable) as caught, state._database.writing() as db:
        db.insert("languages", {"person": 1, "code": "en"})
        lose_the_line(server, state)
        db.insert("languages", {"person": 2, "code": "en"})
    assert "\n" not in explain(caught.value)
    state.languages.read_again()
    assert state.languages.of(1) is None and state.languages.of(2) is None
    state.languages.set(1, "zh")
    assert state.languages.of(1) == "zh"


@pytest.mark.parametrize("is_made", [True, False])
def test_where_the_line_is_lost_at_the_end_the_server_knows_what_became_of_it(
    server, state, monkeypatch, is_made
):
    execute = psycopg.Connection.execute

    def cut(self, query, *arguments, **settings):
        if query != "COMMIT":
            return execute(self, query, *arguments, **settings)
        monkeypatch.undo()
        if is_made:
            execute(self, query)
        lose_the_line(server, state)
        return execute(self, "SELECT 1")

    monkeypatch.setattr(psycopg.Connection, "execute", cut)
    with contextlib.nullcontext() if is_made else pytest.raises(StateUnusable):
        state.unsure.note(1, UnsureAnswer("answer", "zh"))
    state.unsure.read_again()
    assert bool(state.unsure.of(1)) is is_made


def test_a_server_that_is_started_again_has_all_that_was_written(server, state, monkeypatch):
    state.languages.set(1, "en")
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    server.stop("immediate")
    try:
        with pytest.raises(StateUnusable):
            state.languages.set(2, "en")
    finally:
        server.start()
    monkeypatch.undo()
    state.languages.set(3, "en")
    state.languages.read_again()
    assert [state.languages.of(person) for person in (1, 2, 3)] == ["en", None, "en"]


def test_a_full_disk_is_told_and_nothing_is_half_written(server, state, url):
    # What a server says that cannot write its files.
    server.ask(
        f"CREATE FUNCTION {schema_of(url)}.no_room() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
    )
    server.ask(
        f"CREATE TRIGGER no_room BEFORE INSERT ON {schema_of(url)}.answers EXECUTE FUNCTION {schema_of(url)}.no_room()"
    )
    with pytest.raises(StateUnusable) as caught:
        state.questions.add(AskedQuestion(1, 1, "问", "answer", 0.9, "d", "p", 1), message=5)
    assert "磁盘已满" in explain(caught.value)
    assert state.questions.recent(1, 9) == []


def test_a_writer_that_does_not_end_is_not_waited_for_for_ever(url, monkeypatch):
    monkeypatch.setattr(connection, "SETTINGS", "SET lock_timeout = 50; LISTEN jianda")
    with closing(State(url, clock=seconds)) as state, closing(State(url, clock=seconds)) as other:
        with other._database.writing(), pytest.raises(StateUnusable) as caught:
            state.languages.set(1, "en")
        assert "太忙" in explain(caught.value)
        state.languages.set(1, "en")
        assert state.languages.of(1) == "en"


def test_what_another_program_changes_is_heard_of(server, state, url):
    before = state._database.version()
    state.languages.set(1, "en")
    assert state._database.version() == before
    with closing(State(url, clock=seconds)) as other:
        other.languages.set(1, "zh")
    heard = state._database.version()
    assert heard != before and state._database.version() == heard
    lose_the_line(server, state)  # what was said meanwhile was not heard
    assert state._database.version() != heard


def test_one_run_at_a_time_holds_a_database(url):
    with only_run(url):
        with pytest.raises(StateInUse) as caught, only_run(url):
            pass
        assert "storage.url" in explain(caught.value)
    with only_run(url):
        pass


def test_one_replica_at_a_time_leads_and_another_when_its_line_ends(server, url):
    with closing(State(url, clock=seconds)) as second:
        with closing(State(url, clock=seconds)) as first:
            term = first.term()
            assert term is not None and first.term() == term and second.term() is None
            lose_the_line(server, first)
            assert second.term() not in (None, term) and first.term() is None
        assert second.term() is not None


def test_two_offices_in_one_database_do_not_keep_each_other_from_anything(server):
    urls = [server.new_place() for _ in range(2)]
    with contextlib.ExitStack() as stack:
        first, second = (stack.enter_context(closing(State(url, clock=seconds))) for url in urls)
        assert first.term() is not None and second.term() is not None
        for url in urls:
            stack.enter_context(only_run(url))
        with first._database.writing(), second._database.writing():
            pass


def test_replicas_run_together_and_one_that_fetches_updates_alone(url):
    with contextlib.ExitStack() as replicas:
        for _ in range(2):
            replicas.enter_context(only_run(url, among_replicas=True))
        with pytest.raises(StateInUse), only_run(url):
            pass
    with only_run(url), pytest.raises(StateInUse), only_run(url, among_replicas=True):
        pass


def test_a_run_may_begin_as_soon_as_the_one_before_has_ended(url):
    for _ in range(50):
        with only_run(url):
            pass
