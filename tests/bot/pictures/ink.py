"""The ink of a picture: how much of a region is not background."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

Box = tuple[int, int, int, int]


def picture(png: bytes) -> Image.Image:
    """The picture on white, in colours."""
    drawn = Image.open(BytesIO(png)).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("RGB")


def ink(png: bytes, box: Box | None = None) -> float:
    """The share (0 to 1) of the pixels of a region (left, top, right, bottom) that differ from its first one."""
    region = picture(png).crop(box) if box else picture(png)
    data = region.tobytes()
    pixels = [data[at : at + 3] for at in range(0, len(data), 3)]
    return sum(pixel != pixels[0] for pixel in pixels) / len(pixels)


def inked_box(png: bytes) -> Box | None:
    """The smallest region that holds all that differs from white."""
    grey = picture(png).convert("L")
    return grey.point([255 if level < 250 else 0 for level in range(256)]).getbbox()
