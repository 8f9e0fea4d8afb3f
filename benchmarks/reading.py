"""How long reading a document takes, as a ratio to the library that it rests on, alone, in the same run.

    python benchmarks/reading.py [FILE…]

PDF: pypdfium2 opens each page, gives its text and the box of each character. Without files, the printed fixtures are
read, their pages put into one file of some hundred. The times are of the processor, the best of three.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from loaders.registry import choose

FIXTURES = Path(__file__).parent.parent / "tests" / "loaders" / "fixtures"
PRINTED = ("plan.pdf", "conference.pdf")
TIMES, RUNS = 50, 3
AIM = 2.0


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    files = [(path.name, path.read_bytes()) for path in parser.parse_args().files]
    for name, data in files or [("fixtures.pdf", many_pages())]:
        loader = choose(data)
        peer = PEERS.get(loader.name)
        alone = best(lambda data=data, peer=peer: peer(data)) if peer else None
        read = best(lambda data=data, loader=loader: loader.load(data))
        compared = (
            f"alone {alone:.2f} s, ratio {read / alone:.2f} (aim {AIM})" if alone else "no library to compare"
        )
        print(f"{name}: {loader.name}, read {read:.2f} s, {compared}")


def many_pages() -> bytes:
    """The printed fixtures, again and again, in one file."""
    made = pypdfium2.PdfDocument.new()
    for name in PRINTED * TIMES:
        made.import_pages(pypdfium2.PdfDocument(FIXTURES / name))
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def characters(data: bytes) -> None:
    """The text of a PDF and the box of each of its characters, by pypdfium2 as it comes."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for index in range(text.count_chars()):
            text.get_charbox(index, loose=True)


def best(work: Callable[[], object]) -> float:
    """The least processor time of some runs, in seconds."""
    return min(seconds(work) for _ in range(RUNS))


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


PEERS: dict[str, Callable[[bytes], None]] = {"PDF": characters}

if __name__ == "__main__":
    main()
