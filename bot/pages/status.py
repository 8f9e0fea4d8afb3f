"""The state of the set-up and of the knowledge base, in lines."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from bot.config.config import Config
from bot.messages import Messages
from knowledge.knowledge_base import KnowledgeBase
from knowledge.semantics.encoder import Standing
from knowledge.status import Status

EVERYONE = (
    "没有设置 telegram.allowed_users 和 telegram.allowed_chats：任何人都可以提问（everyone may ask the bot）"
)
NO_TOKEN = "没有设置 telegram.token：可以用 jianda chat，但不能 jianda run（no token is set）"
NO_ADMINS = (
    "没有设置 telegram.owners 和 telegram.admins：没有人能在聊天里管理（nobody may administer in the chat）"
)

EXPOSED = "{path} 里有令牌，这台机器上谁都能读：请运行 chmod 600 {path}（everybody on this machine may read the token there）"

INSTALL_SEMANTICS = "pip install 'jianda[semantic]'"
SEMANTICS: Mapping[Standing, str] = {
    "used": "在用，换个说法的问题也按意思找（in use: other words for the same are found）",
    "pending": "已经装好，再载入一次就用上（installed: used from the next load）",
    "missing": "知识库里有向量，这里却没有装，所以不用（not installed here, though the base has vectors）",
    "absent": "没有装，只按字词找（not installed: words alone are compared）",
}


PUBLISHED = (
    "（载入时在这里建立，发布到 storage.url，发布以后从那里检索；built here, read there once published）"
)


def setup_lines(config: Config) -> Iterator[str]:
    """Where things are."""
    yield f"语料 corpus: {config.corpus}"
    yield f"知识库 database: {config.database}" + (PUBLISHED if config.storage.url else "")
    engine = "PostgreSQL，" if config.storage.url else ""
    yield f"使用记录 state: {config.state_place}（{engine}提问保存 {config.retention_days} 天）"
    if config.telegram.proxy:
        yield f"代理 proxy: {config.telegram.proxy}"


def setup_warnings(config: Config) -> Iterator[str]:
    """What is wrong with the set-up, or open to everyone."""
    telegram = config.telegram
    if not telegram.token:
        yield NO_TOKEN
    if config.token_file and _is_readable_by_all(config.token_file):
        yield EXPOSED.format(path=config.token_file)
    if telegram.open_to_everyone:
        yield EVERYONE
    if not (telegram.owners or telegram.admins):
        yield NO_ADMINS


def _is_readable_by_all(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & stat.S_IROTH)
    except OSError:
        return False


def knowledge_lines(knowledge: KnowledgeBase, config: Config) -> Iterator[str]:
    """How much there is, its versions, the last load and what is wrong."""
    status = knowledge.status()
    loaded = status.loaded_at.astimezone(config.time_zone) if status.loaded_at else None
    yield f"文件 documents: {status.documents}"
    yield f"段落 passages: {status.passages}"
    yield f"问答 questions: {status.questions}"
    yield f"时限 deadlines: {status.deadlines}（列出 listed: {status.listed}）"
    yield f"指标 targets: {status.targets}"
    yield f"版本 versions: schema {status.schema_version}, analyzer {status.analyzer_version}"
    yield f"语义 semantics: {SEMANTICS[status.semantics]}"
    yield f"检索 search: {status.search}"
    yield f"上次载入 last load: {loaded:%Y-%m-%d %H:%M:%S}" if loaded else "上次载入 last load: 无"
    yield from (f"问题 problem: {problem}" for problem in status.problems)


def status_text(status: Status, words: Messages, time_zone: dt.tzinfo) -> str:
    """The same for an administrator in the chat."""
    loaded = status.loaded_at.astimezone(time_zone) if status.loaded_at else None
    text = words.status.format(
        documents=status.documents,
        passages=status.passages,
        questions=status.questions,
        deadlines=status.deadlines,
        listed=status.listed,
        loaded=f"{loaded:%Y-%m-%d %H:%M}" if loaded else words.status_never,
        version=version("jianda"),
        schema=status.schema_version,
        analyzer=status.analyzer_version,
    )
    problems = [words.status_problem.format(problem=problem) for problem in status.problems]
    return "\n".join([text, *(problems or [words.status_sound])])
