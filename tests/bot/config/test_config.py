"""The configuration: where a value comes from, what is refused or hidden, and that the example is true."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from bot.config.config import Config, example_corpus, keys, read_config, variable
from bot.config.secrets import ProxyUrl, Secret
from bot.errors import ConfigUnreadable, UnknownKey, WrongValue, explain
from bot.pages.status import setup_warnings

EXAMPLE = Path(__file__).parents[3] / "config.example.toml"


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_without_anything_the_defaults_stand(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert read_config() == Config()
    assert Config().database == Path("jianda.db")
    assert Config().telegram.open_to_everyone


def test_an_option_comes_before_the_environment_and_that_before_the_file(file):
    path = file('database = "file.db"\nlog_level = "ERROR"\ntime_zone = "UTC"')
    environment = {"JIANDA_DATABASE": "environment.db", "JIANDA_LOG_LEVEL": "debug"}
    config = read_config(path, {"database": Path("option.db"), "corpus": None}, environment)
    assert config.database == Path("option.db")
    assert config.log_level == "DEBUG"
    assert config.time_zone.key == "UTC"


def test_paths_of_the_file_count_from_its_folder(file, tmp_path):
    assert read_config(file('corpus = "speeches"')).corpus == tmp_path / "speeches"


def test_config_toml_of_the_working_folder_is_read(file, monkeypatch, tmp_path):
    file("[telegram]\nadmins = [7]")
    monkeypatch.chdir(tmp_path)
    assert read_config().telegram.admins == (7,)


def test_every_key_can_be_set_in_the_environment():
    given = {
        "corpus": "c",
        "database": "d.db",
        "state": "s.db",
        "weights": "w.toml",
        "retention_days": "30",
        "answering_processes": "2",
        "today": "2026-03-12",
        "reminder_time": "08:30",
        "time_zone": "UTC",
        "log_level": "INFO",
        "log_file": "l.log",
        "log_format": "JSON",
        "telegram.token": "1:a",
        "telegram.base_url": "http://127.0.0.1/bot",
        "telegram.base_file_url": "http://127.0.0.1/file/bot",
        "telegram.proxy": "socks5://u:p@h:1080",
        "telegram.webhook_url": "https://j.example.cn/telegram",
        "telegram.owners": "9",
        "telegram.admins": "1, 2",
        "telegram.editors": "4,5",
        "telegram.allowed_users": "3",
        "telegram.allowed_chats": "-100，-200,",
        "telegram.send_files": "false",
        "telegram.limit_per_minute": "10",
        "telegram.group_limit_per_minute": "0",
        "web.listen": "[::1]:80",
        "web.public_url": "https://j.example.cn/",
        "web.serve": "false",
        "storage.url": "postgresql://j:p@db.example.cn:5432,db2.example.cn/jianda?connect_timeout=3",
    }
    assert list(given) == [key for key, _ in keys()]
    config = read_config(environment={variable(key): value for key, value in given.items()})
    assert config.today == dt.date(2026, 3, 12)
    assert config.retention_days == 30
    assert config.telegram.token.reveal() == "1:a"
    assert config.telegram.owners == (9,)
    assert config.telegram.admins == (1, 2)
    assert config.telegram.editors == (4, 5)
    assert config.telegram.allowed_chats == (-100, -200)
    assert config.telegram.send_files is False
    assert (config.telegram.limit_per_minute, config.telegram.group_limit_per_minute) == (10, 0)


def test_an_empty_value_counts_as_not_set(file):
    assert read_config(file('corpus = ""\ntoday = ""'), environment={"JIANDA_DATABASE": ""}) == Config()


def test_an_unknown_key_is_refused_with_the_nearest(file):
    with pytest.raises(UnknownKey) as caught:
        read_config(file('[telegram]\ntokn = "1:a"'))
    assert "telegram.tokn" in explain(caught.value)
    assert "telegram.token" in explain(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "database = 5",
        "telegram.send_files = 1",
        "retention_days = -1",
        "telegram.limit_per_minute = -1",
        'retention_days = "long"',
        'today = "soon"',
        "today = 2026-03-12T08:00:00",
        'time_zone = "Mars/Base"',
        'log_level = "LOUD"',
        'log_format = "xml"',
        "[telegram]\nadmins = 7",
        '[telegram]\nadmins = ["seven"]',
        "[telegram]\nadmins = [true]",
        '[telegram]\nproxy = "127.0.0.1:1080"',
        '[telegram]\nproxy = "ftp://h:1"',
        '[telegram]\nwebhook_url = "http://h/telegram"',
        '[telegram]\nwebhook_url = "https://h/"',
        '[telegram]\nproxy = "http://h:port"',
        '[storage]\nurl = "mysql://h/jianda"',
        '[storage]\nurl = "postgresql:jianda"',
        '[storage]\nurl = "host=h dbname=jianda"',
        '[storage]\nurl = "postgresql://u:p%ss@h/jianda"',
        '[storage]\nurl = "postgresql://[h/jianda"',
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_key(file, text):
    with pytest.raises(WrongValue) as caught:
        read_config(file(text))
    assert text.rpartition("\n")[2].partition(" ")[0] in explain(caught.value)


@pytest.mark.parametrize("text", ["= 5", 'a = "\udcff"'])
def test_a_file_that_is_no_toml_is_refused(tmp_path, text):
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(ConfigUnreadable):
        read_config(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ConfigUnreadable):
        read_config(tmp_path / "none.toml")


def test_secrets_do_not_print():
    config = read_config(
        environment={"JIANDA_TELEGRAM_TOKEN": "1:hidden", "JIANDA_TELEGRAM_PROXY": "http://u:hidden@host:80/"}
    )
    assert "hidden" not in f"{config} {config!r} {config.telegram.token} {config.telegram.proxy}"
    assert str(config.telegram.proxy) == "http://***@host:80/"
    assert config.telegram.proxy.password == "hidden"


@pytest.mark.parametrize(
    ("url", "shown", "password"),
    [
        ("postgresql://u:hid%40den@host:5432/name", "postgresql://u:***@host:5432/name", "hid@den"),
        ("postgresql://u@/name?host=/run&password=hidden", "postgresql://u@/name", "hidden"),
        ("postgres://a,b:1/name?sslmode=require", "postgres://a,b:1/name", ""),
    ],
)
def test_the_address_of_a_database_prints_without_its_password(url, shown, password):
    config = read_config(environment={"JIANDA_STORAGE_URL": url})
    assert str(config.storage.url) == str(config.state_place) == shown
    assert config.storage.url.password == password and config.storage.url.reveal() == url
    assert "hid" not in f"{config} {config!r}" and config.has_state


def test_without_a_database_what_people_made_is_in_the_file():
    assert Config(state=Path("s.db")).state_place == Path("s.db")


def test_an_empty_secret_prints_as_nothing():
    assert (str(Secret()), str(ProxyUrl()), bool(Secret())) == ("", "", False)


def test_a_proxy_without_login_is_shown_whole():
    assert str(ProxyUrl("socks5://127.0.0.1:1080")) == "socks5://127.0.0.1:1080"


def test_the_example_corpus_is_there():
    assert list(example_corpus().glob("*.txt"))


def test_copying_the_example_changes_nothing():
    assert read_config(EXAMPLE) == Config()


def test_the_example_shows_every_key_with_its_default(file):
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    shown = "\n".join(line.removeprefix("# ") if " = " in line else line for line in lines)
    flat = {
        f"{section}.{key}" if isinstance(value, dict) else section
        for section, value in tomllib.loads(shown).items()
        for key in (value if isinstance(value, dict) else [""])
    }
    assert flat == {key for key, _ in keys()}
    config, default = read_config(file(shown)), Config()
    assert config.database.name == default.database.name
    assert (config.state.name, config.retention_days) == (default.state.name, default.retention_days)
    assert (config.telegram, config.corpus, config.today) == (default.telegram, default.corpus, default.today)
    assert (config.time_zone, config.log_level) == (default.time_zone, default.log_level)


def test_a_file_with_a_token_that_all_may_read_is_warned_of(tmp_path):
    file = tmp_path / "config.toml"
    file.write_text('telegram.token = "1:secret"\n', encoding="utf-8")
    file.chmod(0o644)
    (warning,) = [line for line in setup_warnings(read_config(file)) if "chmod 600" in line]
    assert str(file) in warning and "secret" not in warning
    file.chmod(0o640)
    assert not any("chmod 600" in line for line in setup_warnings(read_config(file)))
    file.write_text('database = "k.db"\n', encoding="utf-8")
    file.chmod(0o644)
    around = {"JIANDA_TELEGRAM_TOKEN": "1:secret"}
    assert not any("chmod 600" in line for line in setup_warnings(read_config(file, environment=around)))
