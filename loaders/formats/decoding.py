"""Bytes to text: the encoding is found by what gives plausible Chinese, never by the file's name."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs")

# Text in the right encoding is full of these; text in a wrong one is full of rare characters.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平"
    "形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程"
    "展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必"
    "先回则任取完举色权健康卫医疗院市县省務國會來時個們這對發動學產種說經過進著會現實體製機業應開還後樣與關條結問無係題員設級"
    "，。、；：？！“”（）《》"
)
_SAMPLE = 20_000
_PLAUSIBLE = 0.15


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with its line ends made one newline, the encoding found, and whether bytes were lost."""

    text: str
    encoding: str
    damaged: bool = False


# Every loader of text asks this of the same bytes.
@lru_cache(maxsize=1)
def decode(data: bytes) -> Decoded | None:
    """Decode the bytes of a text file.

    Arguments: data, the whole file. Returns the text (offsets of all later stages count its characters), or
    None when the bytes are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _most_plausible(data)
    return _most_plausible(data) if "\0" in text else Decoded(_one_newline(text), "utf-8")


def plausibility(text: str) -> float:
    """Say how much of a text is frequent Chinese or plain ASCII, less what could not be decoded (about 0 to 1)."""
    sample = "".join(text[:_SAMPLE].split())
    if not sample:
        return 0.0
    good = sum(c in _FREQUENT or "!" <= c <= "~" for c in sample)
    lost = sum(c == "\ufffd" or c < " " for c in sample)
    return (good - 5 * lost) / len(sample)


def _most_plausible(data: bytes) -> Decoded | None:
    # One bad byte must not cost the document: every candidate may lose a little, the most plausible wins.
    tried = [_decoded(data, encoding) for encoding in _CANDIDATES]
    best = max(tried, key=lambda decoded: plausibility(decoded.text))
    if plausibility(best.text) >= _PLAUSIBLE:
        return best
    match = from_bytes(data[:_SAMPLE]).best()
    if match is None or b"\0" in data:
        return None
    guess = _decoded(data, match.encoding)
    return guess if plausibility(guess.text) >= _PLAUSIBLE else None


def _decoded(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(_one_newline(text), encoding, damaged="\ufffd" in text)


def _one_newline(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
