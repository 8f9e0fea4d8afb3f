"""How much of the example corpus survives a way through LibreOffice: sentences whole, headings at their level.

    python -m benchmarks.round_trip [--formats docx odt …] [--misses] [FILE…]

Each text is written as .docx with automatic numbers, saved by LibreOffice in each format and read. What a web page of
LibreOffice shows has no automatic numbers, so there they are typed. Needs `soffice` (Debian: libreoffice-writer-nogui)
and, for PDF, a font with Chinese characters.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from loaders.blocks.numerals import numeral
from loaders.registry import load
from loaders.structure.outline import LoadedFile
from tests.loaders.fixtures.blocks import Block, blocks_of
from tests.loaders.fixtures.docx_file import docx, paragraph

CORPUS = Path(__file__).parent.parent / "corpus"
FORMATS = ("docx", "odt", "rtf", "doc", "pdf", "html")
TYPED = ("html",)
WAIT = 300  # seconds; what hangs is ended, a busy machine is waited for
KINDS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%1）"), ("decimal", "%1."))
STYLES = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS)
    parser.add_argument("--misses", action="store_true", help="print what is not whole")
    options = parser.parse_args()
    files = options.files or sorted(CORPUS.glob("*.txt"))
    for form in options.formats:
        shares = Counter[str]()
        for path, found in round_trip(files, form):
            for kind, wanted, kept in compared(load(path.read_bytes(), path.name), found):
                shares[kind] += len(wanted)
                shares[f"{kind} kept"] += sum((Counter(wanted) & Counter(kept)).values())
                for miss in (Counter(wanted) - Counter(kept)) if options.misses else ():
                    print(f"  {path.name}: {miss}")
        print(
            form, *(f"{kind} {shares[f'{kind} kept']}/{shares[kind]}" for kind in ("sentences", "headings"))
        )


def round_trip(files: Sequence[Path], form: str) -> Iterator[tuple[Path, LoadedFile]]:
    """Each file with what is read of it after LibreOffice saved it in a format."""
    with tempfile.TemporaryDirectory() as folder:
        made = [Path(folder) / f"{number}.docx" for number in range(len(files))]
        for path, target in zip(files, made, strict=True):
            target.write_bytes(written(blocks_of(path.read_text(encoding="utf-8")), form in TYPED))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        convert = ["--convert-to", form, "--outdir", f"{folder}/out", *map(str, made)]
        command = ["soffice", profile, "--headless", "--norestore", *convert]
        subprocess.run(command, check=True, capture_output=True, timeout=WAIT)
        for path, target in zip(files, made, strict=True):
            data = (Path(folder) / "out" / f"{target.stem}.{form}").read_bytes()
            yield path, load(data, f"{path.stem}.{form}")


def written(blocks: Sequence[Block], typed: bool) -> bytes:
    """A Word document: a list for each kind of number, a new one with its own start where the counting breaks."""
    numbers = Numbers()
    body = "".join(
        paragraph(block.text)
        if typed or block.level is None
        else paragraph(block.words, numbers=(numbers.list_of(block.level, block.label), 0))
        for block in blocks
    )
    return docx(body, numbers.xml(), STYLES)


class Numbers:
    """The lists of a document, in the order in which they begin: the kind of each and its start."""

    def __init__(self) -> None:
        self._lists: list[tuple[int, int]] = []
        self._open: dict[int, tuple[int, int]] = {}

    def list_of(self, level: int, label: str) -> int:
        """The list, counted from 1, that prints a label next."""
        number = next(
            n for n in range(1, 200) if KINDS[level][1].replace("%1", numeral(n, KINDS[level][0])) == label
        )
        place, last = self._open.get(level, (0, -1))
        if last + 1 != number:
            self._lists.append((level, number))
            place = len(self._lists)
        self._open[level] = (place, number)
        return place

    def xml(self) -> str:
        """The definitions of the lists."""
        levels = "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{KINDS[kind][0]}"/>'
            f'<w:suff w:val="nothing"/><w:lvlText w:val="{KINDS[kind][1]}"/></w:lvl></w:abstractNum>'
            for n, (kind, start) in enumerate(self._lists)
        )
        lists = (
            f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>'
            for n in range(len(self._lists))
        )
        return levels + "".join(lists)


def compared(wanted: LoadedFile, found: LoadedFile) -> Iterator[tuple[str, list[str], list[str]]]:
    """What there should be of sentences and of headings, and what there is."""
    yield "sentences", list(sentences(wanted)), list(sentences(found))
    yield "headings", list(headings(wanted)), list(headings(found))


def sentences(file: LoadedFile) -> Iterable[str]:
    spans = (s for speech in file.speeches for p in speech.paragraphs for s in p.sentences)
    return ("".join(file.text[span.start : span.end].split()) for span in spans)


def headings(file: LoadedFile) -> Iterable[str]:
    return (f"{h.level} {''.join(h.text.split())}" for speech in file.speeches for h in speech.headings)


if __name__ == "__main__":
    main()
