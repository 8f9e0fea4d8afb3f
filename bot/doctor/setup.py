"""Checks of what the configuration names: the file itself, the documents, the knowledge base, what people made."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from bot.config.config import Config, example_corpus
from bot.config.secrets import DatabaseUrl
from bot.doctor.finding import Finding
from bot.errors import BotError, TokenMissing, explain
from bot.opening import open_knowledge
from bot.pages.status import INSTALL_SEMANTICS, NO_TOKEN, SEMANTICS, setup_warnings
from bot.state.storage.engines import check_server
from bot.state.storage.sqlite.snapshot import check_state
from knowledge.corpus.files import corpus_files
from knowledge.errors import CorpusMissing, KnowledgeError
from knowledge.semantics.encoder import Standing
from knowledge.status import Status

CONFIG, TOKEN, ACCESS = "配置 config", "令牌 token", "权限 access"
CORPUS, DATABASE, STATE, LOG = "语料 corpus", "知识库 database", "使用记录 state", "日志 log"
MEANING, PUBLISHING = "语义 semantics", "发布 publishing"
OWNER = "运行健答的用户要能写这里（the user who runs jianda must be able to write there）：chown、chmod u+w"


def check_setup(config: Config, file: Path | None) -> Iterator[Finding]:
    """How everything stands that the configuration names; `file` is its file, None where there is none."""
    yield _config_file(file)
    yield from _openness(config)
    yield _corpus(config.corpus)
    yield from _base(config)
    yield _server(config.storage.url) if config.storage.url else _state(config.state)
    yield from _publishing(config.storage.url) if config.storage.url else ()
    if config.log_file and not _is_writable(config.log_file):
        yield Finding("fault", LOG, f"{config.log_file} 写不进（cannot be written）", OWNER)


def _config_file(file: Path | None) -> Finding:
    if file is None:
        advice = "cp config.example.toml config.toml"
        return Finding("note", CONFIG, "没有配置文件，都用默认值和环境变量（no file, all defaults）", advice)
    if file.stat().st_mode & stat.S_IROTH:
        text = f"{file} 谁都能读，里面可能有令牌（anyone may read the token in it）"
        return Finding("note", CONFIG, text, f"chmod 600 {file}")
    return Finding("ok", CONFIG, str(file))


def _openness(config: Config) -> Iterator[Finding]:
    """What is open to everyone, or missing."""
    for warning in setup_warnings(config):
        if warning == NO_TOKEN:
            yield Finding("fault", TOKEN, NO_TOKEN, explain(TokenMissing()))
        else:
            advice = "在 config.toml 的 [telegram] 里填写（set it in config.toml, section telegram）"
            yield Finding("note", ACCESS, warning, advice)


def _corpus(corpus: Path) -> Finding:
    if not corpus.is_dir():
        return Finding(
            "fault",
            CORPUS,
            explain(CorpusMissing(corpus)),
            "建立文件夹，或改正 corpus（make it, or set it right）",
        )
    count = sum(not file.problem for file in corpus_files(corpus))
    text = f"{corpus}，文件 {count} 份（{count} files）"
    if not count:
        return Finding(
            "fault", CORPUS, text, "放入讲话和计划，再运行 jianda load（put documents there, then load）"
        )
    if corpus == example_corpus():
        text += "，是自带的示例（the example that comes along）"
        return Finding(
            "note", CORPUS, text, "把 corpus 设为自己的文件夹（set `corpus` to a folder of your own）"
        )
    if not os.access(corpus, os.W_OK):
        text += "，只能读：编辑不能在聊天里加文件（read-only: nobody can add documents in the chat）"
        return Finding("note", CORPUS, text, OWNER)
    return Finding("ok", CORPUS, text)


def _base(config: Config) -> Iterator[Finding]:
    try:
        with closing(open_knowledge(config)) as knowledge:
            status = knowledge.status()
    except (KnowledgeError, BotError) as error:
        yield Finding("fault", DATABASE, explain(error), "jianda load")
        return
    yield _database(config, status)
    yield _semantics(status.semantics)


def _semantics(standing: Standing) -> Finding:
    """Whether the meaning of passages counts, and what to do that it does."""
    if standing == "used":
        return Finding("ok", MEANING, SEMANTICS[standing])
    advice = "jianda load" if standing == "pending" else INSTALL_SEMANTICS
    return Finding("note", MEANING, SEMANTICS[standing], advice)


def _database(config: Config, status: Status) -> Finding:
    if status.problems:
        advice = "在 corpus.toml 里写明日期，再运行 jianda load（give the date in corpus.toml, then load）"
        return Finding("note", DATABASE, "；".join(status.problems), advice)
    if not _is_writable(config.database):
        return Finding("note", DATABASE, f"{config.database} 只能读，不能更新（read-only）", OWNER)
    loaded = status.loaded_at.astimezone(config.time_zone) if status.loaded_at else None
    text = f"{config.database}，文件 {status.documents} 份，段落 {status.passages}（documents, passages），{status.search}"
    return Finding("ok", DATABASE, f"{text}，{loaded:%Y-%m-%d %H:%M}" if loaded else text)


def _state(state: Path) -> Finding:
    if not _is_writable(state):
        return Finding("fault", STATE, f"{state} 写不进（cannot be written）", OWNER)
    if not state.exists():
        return Finding("ok", STATE, f"{state} 还没有，第一次运行时建立（made at the first run）")
    try:
        check_state(state)
    except BotError as error:
        return Finding("fault", STATE, explain(error), "jianda restore")
    if state.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        text = f"{state} 别人也能读，里面有提问（others may read what people asked）"
        return Finding("note", STATE, text, f"chmod 600 {state}")
    return Finding("ok", STATE, str(state))


def _server(url: DatabaseUrl) -> Finding:
    try:
        return Finding("ok", STATE, f"{url}，{check_server(url)}")
    except BotError as error:
        advice = (
            "改正 storage.url，或让数据库可用（correct storage.url, or mend the database）：docs/scaling.md"
        )
        return Finding("fault", STATE, explain(error), advice)


def _publishing(url: DatabaseUrl) -> Iterator[Finding]:
    """Whether a load may publish; of a server that cannot be used the line before tells."""
    with suppress(KnowledgeError, ImportError):
        from knowledge.store.postgresql.examination import may_publish

        if not may_publish(url):
            text = "账号不能在库里建模式，各机器读自己的文件（no schema may be made: each machine reads its own file）"
            yield Finding("note", PUBLISHING, text, "GRANT CREATE ON DATABASE：docs/scaling.md")


def _is_writable(path: Path) -> bool:
    """Whether a file can be written, or made."""
    if path.exists() and not os.access(path, os.W_OK):
        return False
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    return os.access(folder, os.W_OK)
