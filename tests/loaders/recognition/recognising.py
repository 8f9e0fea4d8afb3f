"""Recognition by the fake worker, and files for it."""

import io
import secrets
from pathlib import Path

import pytest
from PIL import Image

from knowledge.indexing import indexer, recognition
from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.server_pool import ServerPool
from tests.loaders.recognition import fake_worker

FIXTURES = Path(__file__).parents[1] / "fixtures"
PNG = b"\x89PNG\r\n\x1a\n"


def with_fake(patch: pytest.MonkeyPatch, limits: ResourceLimits = fake_worker.LIMITS) -> None:
    """Pages are recognised by the fake worker from now on."""
    patch.setattr(recognition, "_SERVERS", ServerPool(fake_worker.__name__, limits))
    for module in (recognition, indexer):
        patch.setattr(module, "is_installed", lambda: True)
    patch.setattr(recognition, "version", lambda: "fake")


def without_extra(patch: pytest.MonkeyPatch) -> None:
    """As if the extra were not installed."""
    for module in (recognition, indexer):
        patch.setattr(module, "is_installed", lambda: False)


def scan(*pages: str) -> bytes:
    """A PDF of pictures, no two alike, on which the fake worker finds the words of these pages."""
    pictures = [Image.frombytes("L", (6, 8), secrets.token_bytes(48)) for _ in pages]
    pictures[0].save(file := io.BytesIO(), "PDF", save_all=True, append_images=pictures[1:])
    return with_words(file.getvalue(), *pages)


def with_words(data: bytes, *pages: str) -> bytes:
    """A file, on whose pages the fake worker finds these words."""
    return data + fake_worker.MARK + "\f".join(pages).encode()


def photograph(words: str) -> bytes:
    """A picture, of which only the first bytes are one, on which the fake worker finds these words."""
    return with_words(PNG + secrets.token_hex(8).encode(), words)
