"""Files that want to do harm, or are only broken: each is made here, small, by what makes it bad."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "loaders" / "fixtures"
PAGE = "Doc_0/Pages/Page_0/Content.xml"
Make = Callable[[Path], None]


def ofd(path: Path, parts: dict[str, bytes]) -> None:
    """The .ofd fixture with some of its parts replaced."""
    with (
        zipfile.ZipFile(FIXTURES / "plan.ofd") as good,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in {*good.namelist(), *parts}:
            bad.writestr(name, parts.get(name) or good.read(name))


def zip_bomb(path: Path) -> None:
    """300 MB of nothing in 300 KB."""
    ofd(path, {PAGE: bytes(300 << 20)})


def lying_zip(path: Path) -> None:
    """A part that unpacks to more than it says."""
    ofd(path, {PAGE: b"<Page>" + b" " * 100_000 + b"</Page>"})
    data = path.read_bytes()
    true, said = (100_013).to_bytes(4, "little"), (40).to_bytes(4, "little")
    path.write_bytes(data.replace(true, said))


def entity_bomb(path: Path) -> None:
    """Ten billion laughs."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 11))
    ofd(path, {PAGE: f'<!DOCTYPE x [<!ENTITY e0 "笑">{entities}]><Page>&e10;</Page>'.encode()})


def external_entity(path: Path) -> None:
    ofd(path, {PAGE: b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Page>&e;</Page>'})


def deep_nesting(path: Path) -> None:
    ofd(path, {PAGE: b"<a>" * 200_000 + b"</a>" * 200_000})


def many_elements(path: Path) -> None:
    """50 MB of XML that is far more as a tree."""
    ofd(path, {PAGE: b"<Page>" + b"<a/>" * (12 << 20) + b"</Page>"})


def many_paragraphs(path: Path) -> None:
    path.write_text("".join(f"第{n}项任务6月底前完成。\n" for n in range(300_000)), encoding="utf-8")


def pdf_bomb(path: Path) -> None:
    """A page of fifty million letters, deflated twice into some kilobytes."""
    drawing = b"BT /F 9 Tf " + b"(A)Tj " * (50 << 20) + b"ET"
    once = zlib.compress(drawing, 9)
    stream = zlib.compress(once, 9)
    filters = b"/Filter[/FlateDecode/FlateDecode]/Length %d" % len(stream)
    path.write_bytes(
        pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                b"<<" + filters + b">>stream\n" + stream + b"\nendstream",
                b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            ]
        )
    )


def pdf(objects: list[bytes]) -> bytes:
    written = b"".join(b"%d 0 obj" % n + body + b"endobj\n" for n, body in enumerate(objects, 1))
    return b"%PDF-1.7\n" + written + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


def cut(fixture: str) -> Make:
    """A fixture of which the second half is lost."""

    def make(path: Path) -> None:
        data = (FIXTURES / fixture).read_bytes()
        path.write_bytes(data[: len(data) // 2])

    return make


def copy(fixture: str) -> Make:
    """A fixture as it is."""

    def make(path: Path) -> None:
        path.write_bytes((FIXTURES / fixture).read_bytes())

    return make


def empty(path: Path) -> None:
    path.write_bytes(b"")


def link_out(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing.txt")


def pipe(path: Path) -> None:
    os.mkfifo(path)


HOSTILE: dict[str, tuple[Make, str]] = {
    "zip-bomb.ofd": (zip_bomb, "TooBig"),
    "lying.ofd": (lying_zip, "DamagedFile"),
    "entity-bomb.ofd": (entity_bomb, "DamagedFile"),
    "external-entity.ofd": (external_entity, "DamagedFile"),
    "cut.pdf": (cut("plan.pdf"), "DamagedFile"),
    "cut.ofd": (cut("plan.ofd"), "DamagedFile"),
    "cut.doc": (cut("plan.doc"), "DamagedFile"),
    "locked.pdf": (copy("locked.pdf"), "EncryptedFile"),
    "locked.doc": (copy("locked.doc"), "EncryptedFile"),
    "scanned.pdf": (copy("scanned.pdf"), "Scanned"),
    "empty.pdf": (empty, "EmptyFile"),
    "link.txt": (link_out, "OutsideCorpus"),
    "broken-link.txt": (link_to_nothing, "DanglingLink"),
}
"""Each bad file by its name: what makes it, and the error that it must come to."""
