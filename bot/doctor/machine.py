"""Checks of the machine: versions, room on the disks, the font of pictures, LibreOffice for old Word files, what recognises
scans."""

from __future__ import annotations

import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from bot.config.config import Config
from bot.doctor.finding import Finding
from bot.errors import PictureError, explain
from bot.pictures.png import chosen_font
from loaders.isolation import libreoffice
from loaders.recognition.engine import is_installed

VERSIONS, SEGMENTER, DISK = "版本 versions", "分词 segmenter", "磁盘 disk"
FONT, OFFICE, SCANS = "字体 font", "LibreOffice", "扫描件 scans"
PYTHONS = ((3, 11), (3, 14))  # from, and before
LITTLE, LEAST = 500 << 20, 50 << 20  # bytes free on a disk


def check_machine(config: Config) -> Iterator[Finding]:
    """How the machine stands on which the bot is to run."""
    yield _versions()
    yield _segmenter()
    yield from _disks(config)
    yield _font()
    yield _office()
    yield _scans()


def _versions() -> Finding:
    names = (("jianda", "jianda"), ("PTB", "python-telegram-bot"), ("jieba", "jieba"))
    versions = [f"{name} {_version(package)}" for name, package in names]
    text = ", ".join([*versions, f"Python {platform.python_version()}", f"SQLite {_sqlite()}"])
    if not PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1]:
        return Finding("fault", VERSIONS, text, "请用 Python 3.11、3.12 或 3.13（use one of these）")
    return Finding("ok", VERSIONS, text)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a checkout that was never installed
        return "?"


def _sqlite() -> str:
    return sqlite3.sqlite_version


def _segmenter() -> Finding:
    if find_spec("rjieba"):
        return Finding("ok", SEGMENTER, "rjieba")
    text = "jieba；装上 rjieba 载入更快（loads are faster with rjieba）"
    return Finding("note", SEGMENTER, text, "pip install rjieba")


def _disks(config: Config) -> Iterator[Finding]:
    """Each disk once: a load needs room for a second knowledge base."""
    folders = {_existing(path) for path in (config.state, config.database, config.corpus)}
    disks = {folder.stat().st_dev: folder for folder in sorted(folders)}
    needed = config.database.stat().st_size * 2 if config.database.exists() else 0
    for folder in disks.values():
        free = shutil.disk_usage(folder).free
        text = f"{folder} 还有 {free / 1e9:.1f} GB（free）"
        if free < max(LEAST, needed):
            yield Finding(
                "fault", DISK, text, "腾出空间，否则载入和记录会失败（make room, or loads will fail）"
            )
        elif free < LITTLE:
            yield Finding("note", DISK, text, "腾出空间（make room）")
        else:
            yield Finding("ok", DISK, text)


def _existing(path: Path) -> Path:
    return next(parent for parent in path.absolute().parents if parent.exists())


def _font() -> Finding:
    try:
        return Finding("ok", FONT, chosen_font().family)
    except PictureError as error:
        return Finding("note", FONT, explain(error))


def _scans() -> Finding:
    """Whether scanned pages and photographs are recognised."""
    if is_installed():
        return Finding("ok", SCANS, f"RapidOCR {version('rapidocr')}")
    text = "不识别扫描页和照片（scanned pages are not recognised）"
    return Finding("note", SCANS, text, "pip install 'jianda[scans]'")


def _office() -> Finding:
    """Whether old Word files get their automatic numbers."""
    match libreoffice.readiness():
        case "ready":
            return Finding("ok", OFFICE, "读老式 Word 文件的自动编号（reads the numbers of old Word files）")
        case "absent":
            text = "没有安装：.doc 和 .wps 里的自动编号读不出来（not installed: automatic numbers of .doc are lost）"
            return Finding("note", OFFICE, text, "apt-get install libreoffice-writer-nogui")
        case "exposed":
            text = "不能断网运行，所以不用它（it cannot be run without a network, so it is not used）"
            advice = "允许用户命名空间（allow user namespaces）：unshare --user --net true"
            return Finding("note", OFFICE, text, advice)
