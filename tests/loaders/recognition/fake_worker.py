"""A recogniser that finds on a page what its file says after %%, whole pages apart by a form feed: no picture is read."""

import io
import os
import time

from PIL import Image

from loaders.isolation.sandbox import DATA, ResourceLimits

LIMITS = ResourceLimits()
MARK = b"%%"


def prepare():
    Image.init()


def work(job, data):
    words = data.rpartition(MARK)[2].decode().split("\f")[job["page"] - 1].strip()
    if job["product"] == "picture":
        Image.new("RGB", (60, 84), "white").save(file := io.BytesIO(), "JPEG")
        return {DATA: file.getvalue()}
    if words == "<error>":
        return {"error": "DamagedFile", "note": ["DamagedFile.structure", {}]}
    if words == "<death>":
        os._exit(1)
    if words == "<sleep>":
        time.sleep(600)
    return page(words.split("\n") if words else [])


def page(words):
    """A page with the lines; one that ends with ? is uncertain."""
    lines = [
        [
            line.rstrip("?"),
            0.5 if line.endswith("?") else 0.99,
            90.0,
            72.0 + 28 * row,
            90.0 + 16 * len(line),
            88.0 + 28 * row,
        ]
        for row, line in enumerate(words)
    ]
    return {"width": 595.0, "height": 842.0, "lines": lines}
