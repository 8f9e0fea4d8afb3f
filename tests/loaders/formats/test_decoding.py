"""Bytes become text whatever the encoding."""

import codecs

import pytest

from loaders.formats.decoding import decode, plausibility

SPEECH = (
    "同志们：\n今天的会议很重要，要认真贯彻落实全市卫生健康工作会议精神，加快推进紧密型医共体建设。\n" * 3
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_speech_is_decoded_in_any_encoding(encoding: str) -> None:
    decoded = decode(SPEECH.encode(encoding))
    assert decoded is not None
    assert decoded.text.lstrip("\ufeff") == SPEECH
    assert not decoded.damaged


def test_a_traditional_speech_in_big5_is_decoded() -> None:
    text = "各位同志：今天的會議很重要，我們要把醫療衛生工作做好，讓人民群眾有更多的獲得感。" * 3
    decoded = decode(text.encode("big5hkscs"))
    assert decoded is not None and decoded.text == text


def test_one_bad_byte_costs_one_character_and_is_told() -> None:
    data = SPEECH.encode()
    decoded = decode(data[:28] + b"\xff" + data[28:])
    assert decoded is not None and decoded.damaged
    assert decoded.text.replace("\ufffd", "") == SPEECH


def test_line_ends_become_one_newline() -> None:
    decoded = decode("一\r\n二\r三\n".encode())
    assert decoded is not None and decoded.text == "一\n二\n三\n"


def test_a_byte_order_mark_is_no_character_of_the_text() -> None:
    decoded = decode(codecs.BOM_UTF8 + "甲".encode())
    assert decoded is not None and decoded.text == "甲"


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n" + bytes(200), b"PK\x03\x04" + bytes(300)]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert decode(data) is None


def test_the_right_encoding_is_the_more_plausible() -> None:
    wrong = SPEECH.encode().decode("gb18030", errors="replace")
    assert plausibility(SPEECH) > 0.5 > plausibility(wrong)
