"""A load that fails while nobody looks on is told to an admin in the chat, once, whichever program it was."""

from contextlib import closing

import pytest
from click.testing import CliRunner
from telegram.error import Forbidden, NetworkError

from bot.cli.main import main
from bot.documents.unattended import MOST, note_fault, untold_faults
from bot.errors import explain
from bot.state import State
from bot.telegram.tasks.initial_load import initial_load
from bot.telegram.tasks.load_faults import tell_faults
from knowledge.errors import CorpusEmpty, CorpusMissing
from knowledge.store.source import FileSource
from tests.bot.cli.test_command_line import SPEECH


class Bot:
    """Notes what it is told to send; somebody who has blocked it cannot be reached."""

    def __init__(self, **troubles):
        self.sent, self.troubles = [], troubles

    async def send_message(self, chat, text, **rest):
        if trouble := self.troubles.get(f"to_{chat}"):
            raise trouble
        self.sent.append((chat, text))


@pytest.fixture
def state(tmp_path):
    with closing(State(tmp_path / "jianda-state.db", clock=lambda: 0.0)) as opened:
        yield opened


async def test_every_admin_is_told_once_in_their_language(state):
    state.languages.set(8, "en")
    note_fault(state, ["failed  plan.txt  文件有密码"])
    bot = Bot()
    for _ in range(3):
        note_fault(state, ["failed  plan.txt  文件有密码"])  # each restart meets it again
        await tell_faults(bot, state, [7, 8])
    assert [chat for chat, _ in bot.sent] == [7, 8]
    assert "plan.txt" in bot.sent[0][1] and "自动载入" in bot.sent[0][1]
    assert "by itself" in bot.sent[1][1]


async def test_who_cannot_be_reached_is_told_later_unless_another_was(state):
    note_fault(state, ["failed  plan.txt"])
    await tell_faults(Bot(to_7=NetworkError("gone")), state, [7])
    assert untold_faults(state)
    bot = Bot(to_7=Forbidden("blocked"))
    await tell_faults(bot, state, [7, 8])
    assert [chat for chat, _ in bot.sent] == [8] and not untold_faults(state)


async def test_nothing_is_lost_where_nobody_administers(state):
    note_fault(state, ["failed  plan.txt"])
    await tell_faults(Bot(), state, [])
    assert untold_faults(state)


def test_a_long_list_is_cut(state):
    note_fault(state, [f"failed  {number}.txt" for number in range(MOST + 5)])
    (text,) = untold_faults(state).values()
    assert text.count("\n") == MOST and text.endswith("+5")


class Run:
    """A load that fails."""

    def __init__(self, error):
        self.error = error

    async def report(self):
        raise self.error


class Published(FileSource):
    """What another machine has published."""

    def is_published(self):
        return True


async def test_the_load_at_the_start_leaves_word(state, tmp_path):
    error = CorpusEmpty(tmp_path)
    await initial_load(Bot(), state, FileSource(tmp_path / "jianda.db"), lambda: False)(Run(error))
    assert list(untold_faults(state).values()) == [explain(error)]


async def test_a_missing_folder_is_told_unless_another_machine_publishes(state, tmp_path):
    run = Run(CorpusMissing(tmp_path))
    await initial_load(Bot(), state, Published(tmp_path / "jianda.db"), lambda: False)(run)
    assert not untold_faults(state)
    await initial_load(Bot(), state, FileSource(tmp_path / "jianda.db"), lambda: False)(run)
    assert untold_faults(state)


def test_a_load_under_cron_leaves_word(state, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "good.txt").write_text(SPEECH, encoding="utf-8")
    assert load().exit_code == 0 and not untold_faults(state)
    (tmp_path / "corpus" / "bad.docx").write_bytes(b"PK\x03\x04 cut")
    assert load().exit_code == 1
    (text,) = untold_faults(state).values()
    assert "bad.docx" in text and "good.txt" not in text


def load():
    return CliRunner().invoke(main, ["load", "--corpus", "corpus"])
