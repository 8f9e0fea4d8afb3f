"""An outline as text, to be read and compared: `python -m tests.loaders.outlines` rewrites the expected ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loaders.registry import load
from loaders.structure.outline import LoadedFile, Speech

FOLDER = Path(__file__).parent / "outlines"


def sources() -> list[Path]:
    """The documents with an expected outline beside each."""
    return sorted(
        p for p in FOLDER.iterdir() if p.suffix in (".txt", ".md") and not p.name.endswith(".outline.txt")
    )


def expected(source: Path) -> Path:
    return source.with_name(f"{source.name}.outline.txt")


def outline(source: Path) -> str:
    return "\n".join(render(load(source.read_bytes(), source.name))) + "\n"


def render(file: LoadedFile) -> Iterator[str]:
    for speech in file.speeches:
        known = speech.metadata
        date = (
            "-".join(str(n) for n in (known.date.year, known.date.month, known.date.day) if n)
            if known.date
            else "?"
        )
        yield f"《{known.title}》 part {known.part} date {date} place {known.place} level {known.level}"
        yield from _body(file, speech)
    yield from (f"noise {n.reason}: {file.text[n.start : n.end]}" for n in file.noise)


def _body(file: LoadedFile, speech: Speech) -> Iterator[str]:
    """Each heading above its paragraphs, each sentence on a line, indented by level."""
    above: tuple[str, ...] = ()
    for paragraph in speech.paragraphs:
        path = tuple(heading.text for heading in paragraph.path)
        same = next(
            (i for i, (a, b) in enumerate(zip(above, path, strict=False)) if a != b),
            min(len(above), len(path)),
        )
        for level in range(same, len(path)):
            yield "  " * level + "# " + path[level]
        above = path
        for sentence in paragraph.sentences:
            words = file.text[sentence.start : sentence.end]
            yield "  " * len(path) + (words if len(words) <= 40 else f"{words[:24]} … {words[-12:]}").replace(
                "\n", "⏎"
            )


if __name__ == "__main__":
    for source in sources():
        expected(source).write_text(outline(source), encoding="utf-8")
        print("wrote", expected(source).name)
