"""A .docx is a zip of XML like others: what is packed into one to do harm is a line of the report."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from knowledge.indexing import ingestion
from knowledge.indexing.indexer import load
from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.server_pool import ServerPool

pytestmark = pytest.mark.fault

FIXTURE = Path(__file__).parents[2] / "loaders" / "fixtures" / "files" / "plan.docx"
BODY = "word/document.xml"
OPEN = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
CLOSE = b"</w:body></w:document>"
PARAGRAPH = "<w:p><w:r><w:t>6月底前完成。</w:t></w:r></w:p>".encode()
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 11)).encode()

CASES = {
    "bomb": (bytes(300 << 20), "TooBig"),
    "laughs": (b'<!DOCTYPE x [<!ENTITY e0 "x">' + ENTITIES + b"]>" + OPEN + b"&e10;" + CLOSE, "DamagedFile"),
    "outside": (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + OPEN + b"&e;" + CLOSE,
        "DamagedFile",
    ),
    "torn": (OPEN + PARAGRAPH, "DamagedFile"),
}


def word(path: Path, body: bytes) -> None:
    with zipfile.ZipFile(FIXTURE) as good, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bad:
        for name in good.namelist():
            bad.writestr(name, body if name == BODY else good.read(name))


def errors(folder: Path, database: Path) -> dict[str, str]:
    return {file.path: file.error for file in load(folder, database).files}


def test_each_is_a_line(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    for name, (body, _) in CASES.items():
        word(folder / name, body)
    assert errors(folder, tmp_path / "k.db") == {name: error for name, (_, error) in CASES.items()}


@pytest.mark.parametrize(
    ("body", "limits", "error"),
    [
        (PARAGRAPH * 300_000, ResourceLimits(processor=2), "TooSlow"),
        (b"<w:p/>" * (4 << 20), ResourceLimits(memory=400 << 20), "TooDemanding"),
    ],
)
def test_too_much_of_it_is_ended_by_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: bytes, limits: ResourceLimits, error: str
) -> None:
    monkeypatch.setattr(ingestion, "_SERVERS", ServerPool(ingestion.WORKER, limits))
    (tmp_path / "c").mkdir()
    word(tmp_path / "c" / "bad", OPEN + body + CLOSE)
    assert errors(tmp_path / "c", tmp_path / "k.db") == {"bad": error}


def test_deep_nesting_ends_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    word(tmp_path / "c" / "deep", OPEN + b"<w:sdt>" * 50_000 + b"</w:sdt>" * 50_000 + CLOSE)
    (error,) = errors(tmp_path / "c", tmp_path / "k.db").values()
    assert error in ("EmptyFile", "DamagedFile", "TooDemanding")
