"""A file finds its loader by its content."""

import pytest

from loaders.errors import AmbiguousFormat, EmptyFile, UnknownFormat
from loaders.formats import FORMATS
from loaders.formats.plain import PlainText
from loaders.registry import LOADERS, choose, load


def test_text_and_markdown_are_told_apart_by_content() -> None:
    assert choose("一、提高认识\n要快。".encode()).name == "plain text"
    assert choose("## 一、提高认识\n要快。".encode()).name == "Markdown"


def test_the_names_told_of_formats_are_those_of_the_loaders() -> None:
    assert sorted(FORMATS) == sorted(loader.name for loader in LOADERS)


def test_none_claims_a_program() -> None:
    with pytest.raises(UnknownFormat):
        choose(b"\x7fELF\x02\x01\x01" + bytes(range(200)))


def test_pictures_are_known_by_their_first_bytes() -> None:
    assert choose(b"\x89PNG\r\n\x1a\n" + bytes(20)).name == "picture"
    assert choose(b"\0\0\0\x18ftypheic\0\0\0\0").name == choose(b"\xff\xd8\xff\xe0").name == "picture"


def test_two_claimants_are_an_error_that_names_them() -> None:
    with pytest.raises(AmbiguousFormat, match="plain text, plain text"):
        choose("要快。".encode(), (PlainText(), PlainText()))


@pytest.mark.parametrize("data", [b"", b"  \n\n "])
def test_an_empty_file_is_an_error(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        load(data, "a.txt")


def test_loaders_have_names() -> None:
    assert len({loader.name for loader in LOADERS}) == len(LOADERS)
