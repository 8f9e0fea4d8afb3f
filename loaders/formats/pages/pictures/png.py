"""Pixels as a PNG file (ISO/IEC 15948): what a browser shows, without a library of pictures."""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR = 0, 2  # types of PNG
_UNFILTERED = b"\0"


def png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """The file of a picture; one without colours takes a third.

    Arguments: the size in pixels; the bytes of a row with what fills it up; red, green and blue of each pixel, from the
    upper left corner.
    """
    rows = [pixels[start : start + 3 * width] for start in range(0, stride * height, stride)]
    grey = all(row[0::3] == row[1::3] == row[2::3] for row in rows)
    packed = b"".join(_UNFILTERED + (row[0::3] if grey else row) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, _GREY if grey else _COLOUR, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(packed)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
