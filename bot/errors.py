"""What can go wrong in the faces, and the one place that turns any error into words.

BotError
├── ConfigUnreadable
├── UnknownKey
├── WrongValue
├── BatchInvalid
├── StateError
│   ├── StateDamaged
│   ├── StateTooNew
│   └── StateUnusable
├── TableUnreadable
├── TeachingRefused
├── FilingRefused
├── UploadGone
├── TokenMissing
├── TokenRefused
├── TelegramUnreachable
├── PollingDied
├── NothingDated
└── PictureError
    ├── PicturesMissing
    └── FontMissing
"""

from __future__ import annotations

import logging
from pathlib import Path

from knowledge import errors as knowledge_errors

log = logging.getLogger(__name__)


class BotError(Exception):
    """Something the faces cannot do; the attributes carry what there is to say of it."""


class ConfigUnreadable(BotError):
    """The configuration file cannot be read."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path, self.detail = path, detail


class UnknownKey(BotError):
    """The configuration file holds a key that does not exist."""

    def __init__(self, path: Path, key: str, nearest: str) -> None:
        super().__init__(f"{path}: unknown key {key}, the nearest is {nearest}")
        self.path, self.key, self.nearest = path, key, nearest


class WrongValue(BotError):
    """A value of the configuration is not what its key takes."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"{name} must be {expected}")
        self.name, self.expected = name, expected


class BatchInvalid(BotError):
    """A line of a batch is a JSON object without a question."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} has no question")
        self.line = line


class TableUnreadable(BotError):
    """A file is no table of the teaching; `reason` is a key of `TeachingWords.bad_tables`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TeachingRefused(BotError):
    """Something cannot be taught; `detail` says why, in words."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class FilingRefused(BotError):
    """A document cannot be added or changed; `detail` says why, in words."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class UploadGone(BotError):
    """The bytes of an upload have been erased: its time is over."""


class StateError(BotError):
    """What people made cannot be read or written."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}")
        self.path, self.detail = path, detail


class StateDamaged(StateError):
    """The file of what people made is damaged, or is not such a file."""


class StateTooNew(StateError):
    """A later version of the program made the file of what people made."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, f"schema {found}, known {known}")
        self.found, self.known = found, known


class StateUnusable(StateError):
    """The file of what people made is sound but cannot be opened or written."""


class TokenMissing(BotError):
    """No token is configured."""


class TokenRefused(BotError):
    """Telegram does not know the token."""


class TelegramUnreachable(BotError):
    """Telegram did not answer at the start."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class PollingDied(BotError):
    """Telegram answers, and yet no update arrives even after a new start of the polling."""


class NothingDated(BotError):
    """None of the deadlines that are asked for has a date, or there are none."""


class PictureError(BotError):
    """No picture can be drawn."""


class PicturesMissing(PictureError):
    """The libraries of the extra `pictures` are not installed."""


class FontMissing(PictureError):
    """No font with Chinese characters was found."""


WORDS: dict[type[Exception], str] = {
    ConfigUnreadable: "读不了配置文件 {path}：{detail}（cannot read the configuration）",
    UnknownKey: "配置文件 {path} 里没有“{key}”这一项，最接近的是“{nearest}”（unknown key）",
    WrongValue: "配置 {name} 应当是{expected}",
    BatchInvalid: '批量提问的第 {line} 行没有 question 字段（line {line} has no "question"）',
    TableUnreadable: "这个文件不是教学用的表，或者太大：第一行要是 类型,内容,对应,双向,原文"
    "（not a table of the teaching; `jianda export` shows one）",
    TeachingRefused: "没有启用：{detail}（not taught）",
    FilingRefused: "{detail}",
    UploadGone: "这份文件过了时间，请重新发送（its time is over; send the file again）",
    StateDamaged: "使用记录 {path} 已损坏（{detail}）：请移走它或换回备份，再重新启动"
    "（the state file is damaged; move it away or restore a copy）",
    StateTooNew: "使用记录 {path} 由更新的程序建立（版本 {found}，本程序认到 {known}），请升级健答"
    "（the state file was made by a newer version; upgrade jianda）",
    StateUnusable: "使用记录 {path} 打不开或写不进（{detail}）：请检查文件夹、权限和磁盘空间"
    "（the state file cannot be opened or written）",
    TokenMissing: "没有设置 Telegram 令牌：请设置 JIANDA_TELEGRAM_TOKEN 或 telegram.token（no token is set）",
    TokenRefused: "Telegram 不认这个令牌：请核对 telegram.token（the token was refused; check it）",
    TelegramUnreachable: "连不上 Telegram：{detail}；请检查网络或设置 telegram.proxy"
    "（Telegram cannot be reached; check the network or set telegram.proxy）",
    PollingDied: "收不到 Telegram 的消息，重新连接也无效，程序退出，请重新启动（polling died; start again）",
    NothingDated: "没有写明日期的时限，放宽筛选再试（no deadline with a date; ask for more）",
    PicturesMissing: "画不了图：请运行 pip install 'jianda[pictures]'（no pictures without this extra）",
    FontMissing: "画不了图：没有中文字体，请运行 pip install 'jianda[pictures]'（no Chinese font was found）",
    knowledge_errors.DatabaseMissing: "知识库 {path} 不存在，请先运行 jianda load"
    "（no knowledge base there; run `jianda load` first）",
    knowledge_errors.DatabaseDamaged: "知识库 {path} 已损坏（{detail}）：请删除它，再运行 jianda load"
    "（damaged; delete it and run `jianda load`）",
    knowledge_errors.DatabaseTooNew: "知识库 {path} 由更新的程序建立（版本 {found}，本程序认到 {known}），"
    "请升级健答（made by a newer version; upgrade jianda）",
    knowledge_errors.CorpusMissing: "语料文件夹 {path} 不存在（no such corpus folder）",
    knowledge_errors.CorpusEmpty: "语料文件夹 {path} 里没有文件，知识库保持不变；确要清空请加 --allow-empty"
    "（empty corpus, the knowledge base is kept; --allow-empty empties it）",
    knowledge_errors.CorpusReadOnly: "不能改文件夹 {path}：它是自带的示例或者不可写；请把 corpus 设为自己的文件夹，再重新启动"
    "（set `corpus` to a folder of your own that can be written, and start again）",
    knowledge_errors.CorpusChanged: "{path} 在这期间被别人改过，没有做任何改动，请重新开始"
    "（it was changed meanwhile; nothing was done, begin again）",
    knowledge_errors.LoadInProgress: "另一个程序正在载入 {path}，请稍候再试（another load is running）",
    knowledge_errors.LoadCancelled: "载入已取消，知识库没有变（the load was cancelled, nothing has changed）",
    knowledge_errors.WeightsInvalid: "权重文件 {path} 有误：{detail}；可运行 jianda train 重新生成"
    "（the file of weights cannot be used; `jianda train` makes a new one）",
    knowledge_errors.RunInvalid: "{path} 不是 jianda evaluate --save 写的文件：{detail}（not a saved evaluation）",
    knowledge_errors.HolidaysInvalid: "节假日表 {path} 有误：{detail}；照程序自带的 holidays.toml 改好再载入"
    "（the table of holidays is not valid; mend it and load again）",
    knowledge_errors.ManifestInvalid: "清单 {path} 有误：{detail}（the manifest is not valid）",
}


def explain(error: BaseException) -> str:
    """One line that says what went wrong and what to do, Chinese first."""
    for kind in type(error).__mro__:
        if kind in WORDS:
            return _one_line(WORDS[kind].format_map(vars(error)))
    if isinstance(error, OSError):
        place = f"{error.filename}：" if error.filename else ""
        return _one_line(f"{place}{error.strerror or error}（{type(error).__name__}）")
    log.debug("unexpected", exc_info=error)
    return _one_line(f"出现意外错误（unexpected error）：{type(error).__name__}: {error}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
