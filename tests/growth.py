"""How the processor time of a reader grows with its text: the fragments that are repeated, and the measure.

Only ratios are judged, each of the best of several tries, so that a busy machine changes nothing: a reader that takes
time in proportion to its text needs about four times as long for four times as much, one that tries every place anew
sixteen times, one that tries every way for ever.
"""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SHORT, LONG = 1024, 4096  # characters
MOST = 8.0  # of LONG against SHORT
LITTLE = 0.004  # seconds of processor time: what takes less for LONG cannot be bad
TRIES = 5
END = 60  # seconds after which a reader is taken to run for ever

BITS = (
    *("1", "12", "9:00", "1、", "1 、 ", "一", "十", "万", "X", "*", "□", "年", "月", "6月", "每年", "每周", "今年", "第"),
    *(" ", "\n", "、", "，", "。", "？", "（", "）", "《", "“", "-", "%", ".", "的", "和", "由", "到", "要", "达到", "以上", "前后"),
    *("局", "医院", "医共体", "单位：", "提前", "every ", "a", "多久", "多少", "请问", "急", "已过期", "历年", "=", "@"),
)  # fmt: skip


def fragments(seed: int, mixed: int) -> list[str]:
    """What is repeated: each of the bits, and so many pairs and triples of them."""
    chance = random.Random(seed)
    made = ("".join(chance.choices(BITS, k=chance.choice((2, 2, 3)))) for _ in range(mixed))
    return list(dict.fromkeys([*BITS, *made]))


def repeated(fragment: str, length: int) -> str:
    """A text of so many characters that says the same again and again."""
    return (fragment * (length // len(fragment) + 1))[:length]


def seconds(read: Callable[[str], object], text: str) -> float:
    """The processor time of this thread for reading a text once."""
    with _ended():
        begun = time.thread_time()
        read(text)
        return time.thread_time() - begun


def growth(read: Callable[[str], object], make: Callable[[int], str], sizes: tuple[int, int]) -> float:
    """How many times as long reading takes of the longer text, the best of several tries; 0 where it takes no time.

    Arguments: the reader; what makes a text of a length; the two lengths.
    """
    short, long = sizes
    last = seconds(read, make(long))
    if last < LITTLE:
        return 0.0
    first = seconds(read, make(short))
    for _ in range(TRIES):
        if last / max(first, LITTLE / 16) <= MOST:
            break
        first, last = (min(best, seconds(read, make(size))) for best, size in ((first, short), (last, long)))
    return last / max(first, LITTLE / 16)


def too_steep(read: Callable[[str], object], repeats: list[str]) -> dict[str, float]:
    """The fragments for which reading grows faster than the text, each with how fast."""
    found = {
        repeat: growth(read, lambda size, repeat=repeat: repeated(repeat, size), (SHORT, LONG))
        for repeat in repeats
    }  # type: ignore[misc]
    return {one: ratio for one, ratio in found.items() if ratio > MOST}


@contextmanager
def _ended() -> Iterator[None]:
    """Ends what would run for ever: patterns look for signals while they are matched."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise AssertionError("reading does not end")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(END)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
