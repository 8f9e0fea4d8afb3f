"""What is backed up comes back as it was, elsewhere too and while the bot runs; a bad backup changes nothing."""

import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.config.config import Config, read_config
from bot.config.portable import portable_config
from bot.state import State
from bot.state.usage.inbox import Waiting
from knowledge.corpus.changes import CorpusChange, FileWrite, last, make
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.cli.test_command_line import PLAN, SPEECH
from tests.clock import NOON, today

TOKEN, PERSON = "123456:very-secret", 7
CONFIG = f"""# 旧令牌 {TOKEN}
corpus = "speeches"
database = "base.db"
state = "jianda-state.db"
retention_days = 90
reminder_time = "08:30"
time_zone = "Asia/Urumqi"

[telegram]
token = "{TOKEN}"
proxy = "socks5://clerk:password@127.0.0.1:1080"
admins = [7, 8]
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder in which the bot has worked for a while."""
    folder = tmp_path / "office"
    (folder / "speeches" / "市").mkdir(parents=True)
    (folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "speeches" / "市" / "讲话.txt").write_text(SPEECH, encoding="utf-8")
    write = FileWrite("plan.txt", "", PLAN.encode())
    make(folder / "speeches", CorpusChange("add", "plan.txt", (write,)), "乙", NOON)
    assert run(folder, "load").exit_code == 0
    with closing(state_of(folder)) as state:
        state.languages.set(PERSON, "en")
    return folder


def run(folder: Path, *arguments: object):
    config = folder / "config.toml"
    return CliRunner().invoke(main, [str(word) for word in (*arguments, "--config", config)])


def state_of(folder: Path) -> State:
    return State(folder / "jianda-state.db", clock=lambda: 0.0)


def documents(path: Path) -> dict[str, bytes]:
    """The files below a folder; of the state file SQLite writes the journal's mode anew when it is looked at."""
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and file.name != "lock" and not file.name.startswith("jianda-state.db")
    }


def test_another_machine_goes_on_where_this_one_stopped(office, tmp_path):
    backup, moved = tmp_path / "backup.zip", tmp_path / "moved"
    done = run(office, "backup", backup)
    assert done.exit_code == 0 and "文件 2 份" in done.stdout
    done = run(moved, "restore", backup)
    assert done.exit_code == 0, done.output
    assert documents(moved / "corpus") == documents(office / "speeches")
    assert last(moved / "corpus").subject == "plan.txt"
    with closing(state_of(moved)) as state:
        assert state.languages.of(PERSON) == "en"
    with closing(KnowledgeBase(moved / "jianda.db", today)) as knowledge:
        assert knowledge.status().documents == 2 and not knowledge.status().problems
    config = read_config(moved / "config.toml")
    assert (config.retention_days, config.telegram.admins) == (90, (7, 8))
    assert config.corpus == moved / "corpus" and not config.telegram.token
    assert "unchanged" in run(moved, "load").stdout


def test_no_secret_is_in_a_backup_and_it_is_its_owners_alone(office, tmp_path):
    run(office, "backup", tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        content = b"".join(map(archive.read, archive.namelist()))
    assert TOKEN.encode() not in content and b"password" not in content
    assert b"socks5://127.0.0.1:1080" in content
    assert (tmp_path / "backup.zip").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.service
def test_what_people_made_in_a_database_is_backed_up_as_a_file(office, tmp_path, postgresql_server):
    url = postgresql_server.new_place()
    with closing(State(url, clock=lambda: 0.0)) as state:
        state.languages.set(PERSON, "zh")
        state.inbox.put(Waiting(1, 1, 1, 0.0, "{}"))
        login = url.reveal().replace("//jianda@", "//jianda:password@")  # which this server does not ask for
        with open(office / "config.toml", "a", encoding="utf-8") as config:
            config.write(f'\n[storage]\nurl = "{login}"\n')
        done = run(office, "backup", tmp_path / "backup.zip")
        assert done.exit_code == 0, done.output
    with zipfile.ZipFile(tmp_path / "backup.zip") as archive:
        assert b"password" not in b"".join(map(archive.read, archive.namelist()))
    done = run(tmp_path / "moved", "restore", tmp_path / "backup.zip")
    assert done.exit_code == 0 and "state copy" not in done.output
    with closing(state_of(tmp_path / "moved")) as state:
        assert state.languages.of(PERSON) == "zh" and state.inbox.left() == []
    done = run(office, "restore", tmp_path / "backup.zip", "--replace")
    assert done.exit_code == 0 and "jianda state copy" in done.output


def test_it_is_consistent_while_people_use_the_bot(office, tmp_path):
    """Each change writes two rows at once: a backup holds both or none."""
    stop = threading.Event()

    def work() -> None:
        with closing(state_of(office)) as state:
            number = 1000
            while not stop.is_set():
                number += 1
                state.inbox.put(Waiting(number, 1, 1, 0.0, "{}"))
                state.languages.set(number, "en")

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for _ in range(3):
            assert run(office, "backup", tmp_path / "backup.zip", "--overwrite").exit_code == 0
            assert run(office, "restore", tmp_path / "backup.zip", "--check").exit_code == 0
    finally:
        stop.set()
        thread.join()
    run(tmp_path / "moved", "restore", tmp_path / "backup.zip")
    with closing(state_of(tmp_path / "moved")) as state:
        assert state.languages.of(1001) == "en"
        assert state.inbox.left() == []  # those who asked then are answered by the bot that goes on


def test_what_is_there_stays_unless_it_is_to_be_replaced(office, tmp_path):
    backup = tmp_path / "backup.zip"
    run(office, "backup", backup)
    with closing(state_of(office)) as state:
        state.languages.set(PERSON, "zh")
    (office / "speeches" / "new.txt").write_text(PLAN, encoding="utf-8")
    refused = run(office, "restore", backup)
    assert refused.exit_code == 1 and "--replace" in refused.stderr
    with closing(state_of(office)) as state:
        assert state.languages.of(PERSON) == "zh"
    done = run(office, "restore", backup, "--replace")
    assert done.exit_code == 0 and "speeches.before-restore" in done.stdout
    assert not (office / "speeches" / "new.txt").exists()
    assert (office / "speeches.before-restore" / "new.txt").is_file()
    assert read_config(office / "config.toml").telegram.token.reveal() == TOKEN
    with closing(state_of(office)) as state:
        assert state.languages.of(PERSON) == "en"


def test_nothing_is_restored_under_a_running_bot(office, tmp_path):
    backup = tmp_path / "backup.zip"
    run(office, "backup", backup)
    with closing(state_of(office)) as state:
        refused = run(office, "restore", backup, "--replace")
        assert refused.exit_code == 1 and "先停下" in refused.stderr
        assert state.languages.of(PERSON) == "en"


def test_a_damaged_state_file_is_replaced(office, tmp_path):
    backup = tmp_path / "backup.zip"
    run(office, "backup", backup)
    (office / "jianda-state.db").write_bytes(b"rubbish" * 1000)
    assert run(office, "restore", backup, "--replace").exit_code == 0
    with closing(state_of(office)) as state:
        assert state.languages.of(PERSON) == "en"


@pytest.mark.parametrize("place", [0.3, 0.6, 0.97])
def test_a_damaged_backup_changes_nothing(office, tmp_path, place):
    backup = tmp_path / "backup.zip"
    run(office, "backup", backup)
    content = bytearray(backup.read_bytes())
    middle = int(len(content) * place)
    backup.write_bytes(content[:middle])
    cut = run(office, "restore", backup, "--check")
    content[middle] ^= 0xFF
    backup.write_bytes(content)
    before = documents(office)
    assert cut.exit_code == 1 and "Traceback" not in cut.output
    if place < 0.9:  # at the end stand names and dates, which may be wrong and the content whole
        assert run(office, "restore", backup, "--check").exit_code == 1
        assert run(office, "restore", backup, "--replace").exit_code == 1
        assert documents(office) == before


def test_another_file_is_no_backup_and_is_not_overwritten(office, tmp_path):
    other = tmp_path / "other.zip"
    other.write_bytes(b"PK something else")
    assert "不是健答的备份" in run(office, "restore", other).stderr
    assert run(office, "backup", other).exit_code == 1 and other.read_bytes().startswith(b"PK some")
    assert run(office, "backup", office / "speeches" / "backup.zip").exit_code == 1
    assert run(office, "backup", tmp_path / "none" / "backup.zip").exit_code == 1


def test_an_earlier_backup_is_overwritten_only_when_told_so(office, tmp_path):
    backup = tmp_path / "backup.zip"
    assert run(office, "backup", backup).exit_code == 0
    earlier = backup.read_bytes()
    refused = run(office, "backup", backup)
    assert refused.exit_code == 1 and "--overwrite" in refused.stderr and backup.read_bytes() == earlier
    (office / "speeches" / "new.txt").write_text(
        "松江县工作要点\n一、任务\n年底前建成卫生室3所。", encoding="utf-8"
    )
    assert run(office, "backup", backup, "--overwrite").exit_code == 0
    assert "corpus/new.txt" in zipfile.ZipFile(backup).namelist()


def test_a_name_that_leads_out_of_the_folder_is_not_written(office, tmp_path):
    backup = tmp_path / "backup.zip"
    run(office, "backup", backup)
    with zipfile.ZipFile(backup, "a") as archive:
        archive.writestr("corpus/../../escaped.txt", "out")
    assert run(tmp_path / "deep" / "moved", "restore", backup).exit_code == 0
    assert not list(tmp_path.rglob("escaped.txt"))


def test_what_cannot_be_read_is_told_and_the_rest_is_backed_up(office, tmp_path):
    (office / "base.db").write_bytes(b"rubbish" * 1000)
    (office / "speeches" / "outside.txt").symlink_to("/etc/hostname")
    done = run(office, "backup", tmp_path / "backup.zip")
    assert done.exit_code == 0 and "base.db" in done.stderr and "outside.txt" in done.stderr
    assert run(tmp_path / "moved", "restore", tmp_path / "backup.zip").exit_code == 0
    assert run(tmp_path / "moved", "load").exit_code == 0


def test_the_portable_configuration_is_read_back_as_it_was(tmp_path):
    assert portable_config(Config(), {}) == ""
    (tmp_path / "full.toml").write_text(
        CONFIG + "limit_per_minute = 0\nsend_files = false\n", encoding="utf-8"
    )
    config = read_config(tmp_path / "full.toml")
    (tmp_path / "config.toml").write_text(portable_config(config, {"corpus": "c"}), encoding="utf-8")
    again = read_config(tmp_path / "config.toml")
    assert (again.time_zone, again.reminder_time) == (config.time_zone, config.reminder_time)
    assert (again.telegram.limit_per_minute, again.telegram.send_files) == (0, False)
    assert again.corpus == tmp_path / "c" and again.database == tmp_path / "base.db"
