"""Why a file was not loaded, in words: Chinese first, what to do beside it."""

from __future__ import annotations

from knowledge.indexing.load_report import FileOutcome

REASONS = {
    "UnknownFormat": "不认识这种格式",
    "AmbiguousFormat": "格式有歧义",
    "EmptyFile": "文件里没有文字",
    "DamagedFile": "文件不完整或已损坏，请重新保存或重新下载",
    "EncryptedFile": "文件有密码，请另存为没有密码的文件",
    "Scanned": "整份是扫描图片，没有文字，请先做文字识别",
    "TooBig": "文件或它解压后太大",
    "NestedArchive": "压缩包里的压缩包不打开，请先解压",
    "OutsideCorpus": "链接指向语料文件夹之外或一个文件夹，请把文件本身放进来",
    "UnreadableName": "文件名不是 UTF-8 编码，请改名",
    "TooDemanding": "读它需要的内存太多或嵌套太深，没有读",
    "TooSlow": "读它太费时间，没有读",
    "TooLong": "读出来的内容太多，没有读",
    "ParserDied": "读到中途出错退出（可能内存不够），没有读",
    "EmptyArchive": "压缩包里没有文件",
    "Junk": "压缩包里的杂项没有读",
    "IsADirectoryError": "这是文件夹，不是文件",
    "PermissionError": "没有读取权限",
    "FileNotFoundError": "没有这个文件，或者读的时候已不在",
}


def reason(outcome: FileOutcome) -> str:
    """Why, with the detail in brackets; for a file that was loaded, what it holds."""
    told = REASONS.get(outcome.error, "")
    if not told:
        return outcome.detail
    return f"{told}（{outcome.detail}）" if outcome.detail else told
