"""The recogniser: RapidOCR with the models in its wheel (PP-OCRv6; both Apache-2.0), on one core.

Threads do not survive a fork, so its sessions have none: pages are recognised side by side in processes instead.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version as version_of
from importlib.util import find_spec
from typing import Any

LONGEST_SIDE = 2000
"""Pixels of a picture at most: an A4 page at 170 dots an inch. What is larger is made smaller by RapidOCR anyway."""
_DETECTED = 1280  # pixels of the longer side of the picture in which lines are looked for
_READING = 1  # changes when pages are read otherwise here
_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


def is_installed() -> bool:
    """Whether the extra `scans` is installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def version() -> str:
    """What makes the same picture another text when it changes."""
    return f"{version_of('rapidocr')}-{_READING}"


@dataclass(frozen=True, slots=True)
class Engine:
    """Finds the lines of a picture and reads them; pictures are arrays of height × width × 3, blue first."""

    ocr: Any

    def boxes(self, picture: Any) -> Any:
        """The corners of the lines, n × 4 × 2 in pixels, from the upper left one clockwise."""
        import numpy

        boxes = self.ocr(picture, use_det=True, use_cls=False, use_rec=False).boxes
        return numpy.zeros((0, 4, 2), "float32") if boxes is None else boxes

    def is_upside_down(self, strip: Any) -> bool:
        """Whether the text of a strip stands on its head."""
        ((label, _),) = self.ocr(strip, use_det=False, use_cls=True, use_rec=False).cls_res
        return bool(label == "180")

    def text(self, strip: Any) -> tuple[str, float]:
        """The words of a strip that holds one line, and how sure they are (0 to 1)."""
        found = self.ocr(strip, use_det=False, use_cls=False, use_rec=True)
        return (found.txts[0], float(found.scores[0])) if found.txts else ("", 0.0)


@cache
def engine() -> Engine:
    """The recogniser, its models loaded."""
    os.environ.update(dict.fromkeys(_VARIABLES, "1"))
    import cv2
    from rapidocr import RapidOCR

    cv2.setNumThreads(1)
    one = {f"EngineConfig.onnxruntime.{pool}_op_num_threads": 1 for pool in ("intra", "inter")}
    size = {"Det.limit_type": "max", "Det.limit_side_len": _DETECTED}
    return Engine(RapidOCR(params={**one, **size, "Global.log_level": "error", "Global.text_score": 0.0}))
