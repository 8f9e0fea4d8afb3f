"""Whatever goes wrong is said in one line of one language: errors are data, and each has its sentence in both."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bot.errors import BotError, explain, said
from bot.messages import CHINESE, ENGLISH
from bot.messages.chinese.notes import CHINESE_NOTES
from bot.messages.english.notes import ENGLISH_NOTES
from knowledge.errors import KnowledgeError, ManifestInvalid
from loaders.errors import DamagedFile, LoaderError
from loaders.faults import system_fault, toml_fault
from loaders.notes import Note
from loaders.structure.composition import _TOLD

ROOT = Path(__file__).parents[3]
SOURCES = [path for package in ("loaders", "knowledge", "bot") for path in (ROOT / package).rglob("*.py")]
AS_TYPED = re.compile(
    r"类型,内容,对应,双向,原文|问答 |近义词 |改写 |答案 |`[^`]*`|\{\w+\}|--[\w-]+|jianda( \w+)*|pip install '[^']*'|telegram\.\w+|\w+/\w+|socks5\S*|CSV UTF-8"
)


def blanks(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def leaves(kind: type[Exception]) -> Iterator[type[Exception]]:
    """The errors that are raised; those between only gather them."""
    below = kind.__subclasses__()
    for one in below:
        yield from leaves(one)
    if not below and kind.__module__.split(".")[0] in ("bot", "knowledge", "loaders"):
        yield kind


def calls() -> Iterator[ast.Call]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def test_both_languages_say_the_same_things() -> None:
    assert CHINESE_NOTES.keys() == ENGLISH_NOTES.keys()
    for code, chinese in CHINESE_NOTES.items():
        assert blanks(ENGLISH_NOTES[code]) == blanks(chinese), code


@pytest.mark.parametrize("code", CHINESE_NOTES)
def test_no_sentence_mixes_the_languages(code: str) -> None:
    chinese = AS_TYPED.sub("", CHINESE_NOTES[code])
    assert not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", chinese)
    english = AS_TYPED.sub("", ENGLISH_NOTES[code])
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert "\n" not in CHINESE_NOTES[code] + ENGLISH_NOTES[code]


@pytest.mark.parametrize("root", [BotError, KnowledgeError, LoaderError])
def test_no_error_was_forgotten(root: type[Exception]) -> None:
    bases = {code.partition(".")[0] for code in CHINESE_NOTES}
    assert [kind.__name__ for kind in leaves(root) if kind.__name__ not in bases] == []


def test_every_code_in_the_program_has_its_sentence() -> None:
    names = {kind.__name__ for root in (BotError, KnowledgeError, LoaderError) for kind in leaves(root)}
    used = {f"left_out.{reason}" for reason in _TOLD}
    for call in calls():
        name = ast.unparse(call.func)
        texts = [
            arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if name in names and name not in ("DocumentRefused", "ThesaurusInvalid") and texts:
            used.add(f"{name}.{texts[-1]}")
        if name in ("Note", "Note.of") and texts:
            used.add(texts[0])
    assert len(used) > 60 and used - CHINESE_NOTES.keys() == set()


@pytest.mark.parametrize("number", range(1, 134))
def test_every_error_of_the_system_is_said_in_the_language_of_the_chat(number: int) -> None:
    note = system_fault(OSError(number, "Strange words of the system", "gold.jsonl"))
    assert "Strange" not in said(note) and not re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", said(note, CHINESE))


def test_an_error_of_the_system_names_the_file() -> None:
    error = FileNotFoundError(2, "No such file or directory", "gold.jsonl")
    assert explain(error, CHINESE) == "gold.jsonl：没有这个文件或文件夹"
    assert explain(error, ENGLISH) == "gold.jsonl: no such file or folder"
    assert explain(error) == "gold.jsonl：没有这个文件或文件夹（gold.jsonl: no such file or folder）"


def test_a_reason_within_a_sentence_is_of_its_language() -> None:
    error = ManifestInvalid(
        Path("corpus.toml"), toml_fault(ValueError("Invalid value (at line 3, column 8)"))
    )
    assert explain(error, CHINESE) == "清单 corpus.toml 有误：第 3 行第 8 个字处写法不对"
    assert explain(error, ENGLISH) == "corpus.toml cannot be used: line 3, column 8 is not written right"


def test_a_detail_that_has_no_sentence_is_said_as_its_class_and_an_unknown_code_as_it_is() -> None:
    assert explain(DamagedFile("odd", part="x"), CHINESE) == CHINESE_NOTES["DamagedFile"]
    assert said(Note.of("Odd", part="x"), CHINESE) == "Odd part=x"


def test_a_surprise_is_one_line_with_its_name() -> None:
    assert explain(ZeroDivisionError("division\nby zero")) == (
        "出现意外错误：ZeroDivisionError: division by zero（unexpected error: ZeroDivisionError: division by zero）"
    )
