"""`jianda doctor` finds what keeps the bot from its work, says what to do, and never shows the token."""

import socket
from contextlib import contextmanager
from email.utils import formatdate
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.main import main
from bot.doctor import machine, setup
from bot.telegram import diagnosis
from knowledge.semantics import encoder
from loaders.isolation import libreoffice
from tests.bot.cli.test_command_line import SPEECH
from tests.bot.sample import STATUS
from tests.bot_api import BotApi, file_url, serve
from tests.semantic_extra import extra


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A folder where everything is well but for the token."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "city.txt").write_text(SPEECH, encoding="utf-8")
    write_config(tmp_path, "admins = [7]\nallowed_users = [7]")
    assert CliRunner().invoke(main, ["load"]).exit_code == 0
    return tmp_path


def write_config(folder: Path, telegram: str) -> None:
    (folder / "config.toml").write_text(f'corpus = "corpus"\n\n[telegram]\n{telegram}\n', encoding="utf-8")
    (folder / "config.toml").chmod(0o600)


def examine(base_url: str = "", token: str = "", **more: str):
    environment = {
        "JIANDA_TELEGRAM_TOKEN": token,
        "JIANDA_TELEGRAM_BASE_URL": base_url,
        "JIANDA_TELEGRAM_BASE_FILE_URL": base_url and file_url(base_url),
        "NO_PROXY": "",
        **more,
    }
    return CliRunner().invoke(main, ["doctor"], env=environment)


def line_of(done, subject: str) -> str:
    return next(line for line in done.stdout.splitlines() if subject in line)


def advice_of(done, subject: str) -> str:
    lines = done.stdout.splitlines()
    return lines[lines.index(line_of(done, subject)) + 1]


def test_where_all_is_well_nothing_is_to_be_mended(folder):
    api = BotApi()
    with serve(api) as base_url:
        done = examine(base_url, api.token)
    assert done.exit_code == 0, done.output
    assert "✗" not in done.stdout and "要处理 0" in done.stdout
    assert "✓ 令牌 token: @jianda_bot" in done.stdout and "✓ 隐私模式" in done.stdout
    assert line_of(done, "时钟").startswith("✓") and "轮询" in line_of(done, "更新")
    assert api.token not in done.output and api.violations == []


def test_without_a_token_it_says_where_to_put_one(folder):
    done = examine()
    assert done.exit_code == 1 and "JIANDA_TELEGRAM_TOKEN" in advice_of(done, "✗ 令牌")
    assert "要处理 1" in done.stdout and "Traceback" not in done.output


def test_a_document_without_a_date_is_a_note_that_loading_alone_does_not_mend(folder):
    (folder / "corpus" / "table.csv").write_text("指标,目标\n签约率,75%\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["load"]).exit_code == 0
    done = examine()
    assert line_of(done, "知识库").startswith("!") and "没有日期" in line_of(done, "知识库")
    assert "corpus.toml" in advice_of(done, "知识库")


def test_a_wrong_token_is_told_without_showing_it(folder):
    api = BotApi()
    with serve(api) as base_url:
        done = examine(base_url, "123:wrong-token")
    assert done.exit_code == 1 and "BotFather" in advice_of(done, "✗ 令牌")
    assert "wrong-token" not in done.output


def test_a_dead_proxy_is_told_from_a_dead_network(folder):
    with closed_port() as port:
        dead = examine(f"http://127.0.0.1:{port}/bot", "123:token")
        proxy = f"http://clerk:secret@127.0.0.1:{port}"
        behind = examine("http://telegram.invalid/bot", "123:token", JIANDA_TELEGRAM_PROXY=proxy)
    assert line_of(dead, "网络").startswith("✗") and "telegram.proxy" in line_of(dead, "网络")
    assert "连不上" in line_of(behind, "代理") and "启动代理" in advice_of(behind, "代理")
    assert "secret" not in behind.output and "123:token" not in dead.output + behind.output


def test_a_proxy_that_leads_nowhere_is_told(folder):
    with socket.create_server(("127.0.0.1", 0)) as listener:  # takes connections and answers none
        proxy = f"socks5://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(diagnosis, "PATIENCE", 0.5)
            done = examine("http://telegram.invalid/bot", "123:token", JIANDA_TELEGRAM_PROXY=proxy)
    assert "到不了 Telegram" in line_of(done, "代理")


@contextmanager
def closed_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def test_privacy_mode_that_is_off_and_groups_that_are_out_of_reach_are_told(folder):
    api = BotApi(privacy=False)
    group, left = api.group(), api.group(bot="left")
    chats = f"{group.id},{left.id},-1009"
    with serve(api) as base_url:
        done = examine(base_url, api.token, JIANDA_TELEGRAM_ALLOWED_CHATS=chats)
    assert "/setprivacy" in advice_of(done, "! 隐私模式")
    assert line_of(done, f"群 groups: {group.id}").startswith("✓")
    assert line_of(done, str(left.id)).startswith("!") and line_of(done, "-1009").startswith("!")


def test_a_clock_that_is_wrong_is_told(folder, monkeypatch):
    api = BotApi()
    monkeypatch.setattr("http.server.BaseHTTPRequestHandler.date_time_string", lambda *_: formatdate(0))
    with serve(api) as base_url:
        done = examine(base_url, api.token)
    assert done.exit_code == 1 and "timedatectl" in advice_of(done, "✗ 时钟")


def test_a_server_that_tells_no_time_is_no_fault_of_the_way(folder, monkeypatch):
    api = BotApi()
    monkeypatch.setattr("http.server.BaseHTTPRequestHandler.date_time_string", lambda *_: "yesterday")
    with serve(api) as base_url:
        done = examine(base_url, api.token)
    assert line_of(done, "令牌").startswith("✓") and "时钟" not in done.stdout


def test_what_others_may_read_is_told(folder):
    (folder / "config.toml").chmod(0o644)
    (folder / "jianda-state.db").touch()
    assert "chmod 600" in advice_of(examine(), "! 配置")


@pytest.mark.parametrize(
    ("spoil", "subject", "advice"),
    [
        (lambda folder: (folder / "jianda.db").unlink(), "✗ 知识库", "jianda load"),
        (lambda folder: (folder / "jianda.db").write_bytes(b"x" * 9999), "✗ 知识库", "jianda load"),
        (lambda folder: (folder / "corpus" / "city.txt").unlink(), "✗ 语料", "jianda load"),
        (
            lambda folder: (folder / "jianda-state.db").write_bytes(b"x" * 9999),
            "✗ 使用记录",
            "jianda restore",
        ),
    ],
)
def test_what_is_missing_or_damaged_is_told(folder, spoil, subject, advice):
    spoil(folder)
    done = examine()
    assert done.exit_code == 1 and advice in advice_of(done, subject)
    assert "Traceback" not in done.output


def test_a_full_disk_a_missing_font_and_a_missing_office_are_told(folder, monkeypatch):
    monkeypatch.setattr(machine, "LEAST", 1 << 62)
    monkeypatch.setattr(machine, "chosen_font", missing_font)
    monkeypatch.setattr(libreoffice, "_PROGRAMS", ("no-such-office",))
    monkeypatch.setattr(machine, "is_installed", lambda: False)
    done = examine()
    assert line_of(done, "磁盘").startswith("✗") and "腾出空间" in advice_of(done, "磁盘")
    assert "pip install" in line_of(done, "字体")
    assert "apt-get install" in advice_of(done, "! LibreOffice")
    assert "jianda[scans]" in advice_of(done, "! 扫描件")


def test_whether_the_meaning_of_passages_counts_is_told(folder, tmp_path, monkeypatch):
    with extra(tmp_path, "9.0"):
        assert advice_of(examine(), "! 语义").strip() == "→ jianda load"
        assert CliRunner().invoke(main, ["load"]).exit_code == 0
        assert line_of(examine(), "语义").startswith("✓")
        assert "in use" in line_of(CliRunner().invoke(main, ["status"]), "语义")
    monkeypatch.setattr(encoder, "is_installed", lambda: False)
    missing = examine()
    assert "not installed" in line_of(missing, "! 语义") and "jianda[semantic]" in advice_of(
        missing, "! 语义"
    )


def test_without_the_extra_it_is_told_how_to_have_it(folder, monkeypatch):
    monkeypatch.setattr(setup, "open_knowledge", lambda config: Unencoded())
    assert "jianda[semantic]" in advice_of(examine(), "! 语义")


class Unencoded:
    """A knowledge base without vectors, where no encoder is installed."""

    def status(self):
        return STATUS

    def close(self):
        pass


def missing_font():
    from bot.errors import FontMissing

    raise FontMissing


def test_a_wrong_configuration_is_one_line(folder):
    write_config(folder, 'limit_per_minute = "many"')
    done = examine()
    assert done.exit_code == 1 and "limit_per_minute" in done.stderr and done.stdout == ""


@pytest.mark.service
def test_a_database_is_looked_at_and_a_wrong_one_is_told_without_its_password(folder, postgresql_server):
    url = postgresql_server.new_place()
    good = line_of(examine(JIANDA_STORAGE_URL=url.reveal()), "使用记录")
    assert good.startswith("✓") and "PostgreSQL 1" in good and str(url) in good
    done = examine(JIANDA_STORAGE_URL="postgresql://jianda:geheim@/x?host=/nowhere")
    assert line_of(done, "使用记录").startswith("✗") and "storage.url" in advice_of(done, "使用记录")
    assert "geheim" not in done.output
    status = CliRunner().invoke(main, ["status"], env={"JIANDA_STORAGE_URL": url.reveal()})
    assert f"{url}（PostgreSQL" in status.output, status.output
