"""How long reading a document takes, as a ratio to the library that it rests on, alone, in the same run.

    python benchmarks/reading.py [FILE…]

PDF: pypdfium2 opens each page, gives its text and the box of each character. Without files, the printed fixtures are
read, their pages put into one file of some hundred, and a `.doc`: LibreOffice makes text of that, its start included.
The times are of the processor, also of programs that are started, the best of three.
"""

from __future__ import annotations

import argparse
import io
import resource
import subprocess
import tempfile
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
    for name, data in files or [
        ("fixtures.pdf", many_pages()),
        ("plan.doc", (FIXTURES / "plan.doc").read_bytes()),
    ]:
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


def made_text(data: bytes) -> None:
    """The text of a document as LibreOffice makes it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "document.doc")
        path.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", folder, str(path)],
            check=True,
            capture_output=True,
        )


def best(work: Callable[[], object]) -> float:
    """The least processor time of some runs, in seconds."""
    return min(seconds(work) for _ in range(RUNS))


def seconds(work: Callable[[], object]) -> float:
    began = processor()
    work()
    return processor() - began


def processor() -> float:
    """The processor time of this process and of those that it started, in seconds."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


PEERS: dict[str, Callable[[bytes], None]] = {"PDF": characters, "Word 97": made_text}

if __name__ == "__main__":
    main()
