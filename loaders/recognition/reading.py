"""A picture to the lines on it: turned upright first, then straightened."""

from __future__ import annotations

from typing import Any, Protocol

from loaders.formats.pages.recognised_page import RecognisedLine, RecognisedPage
from loaders.recognition.punctuation import as_printed

_TALL = 1.5  # times as high as wide: a line on its side
_LONG = 4.0  # times as wide as high: a line that shows how the page lies
_ASKED = 9  # lines that are asked which way is up


class LineReader(Protocol):
    """What finds lines and reads them (see `engine.Engine`)."""

    def boxes(self, picture: Any) -> Any:
        """The corners of the lines."""

    def is_upside_down(self, strip: Any) -> bool:
        """Whether the text of a strip stands on its head."""

    def text(self, strip: Any) -> tuple[str, float]:
        """The words of a strip and their score."""


def read_page(picture: Any, points: float, reader: LineReader) -> RecognisedPage:
    """The lines of a picture. Arguments: height × width × 3; how many points a pixel is; what reads it."""
    picture, boxes = _upright(picture, reader.boxes(picture), reader)
    height, width = picture.shape[:2]
    places = _straightened(boxes) * points
    lines = []
    for box, place in zip(boxes, places, strict=True):
        text, score = reader.text(_strip(picture, box))
        if text.strip():
            left, top = place[[0, 3], 0].mean(), place[[0, 1], 1].mean()
            right, bottom = place[[1, 2], 0].mean(), place[[2, 3], 1].mean()
            lines.append(
                RecognisedLine(as_printed(text.strip()), score, *map(float, (left, top, right, bottom)))
            )
    return RecognisedPage(round(width * points, 1), round(height * points, 1), tuple(lines))


def _upright(picture: Any, boxes: Any, reader: LineReader) -> tuple[Any, Any]:
    """The picture with the boxes of its lines, turned by quarters until most of its text can be read."""
    import numpy

    wide, high = _sizes(boxes)
    if numpy.sum(high[high > _TALL * wide]) > numpy.sum(wide[wide > _TALL * high]):
        boxes = _turned(boxes, picture.shape[1])
        picture = numpy.ascontiguousarray(numpy.rot90(picture))
        wide, high = _sizes(boxes)
    longest = sorted(numpy.flatnonzero(wide > _TALL * high), key=lambda index: -wide[index])[:_ASKED]
    against = sum(reader.is_upside_down(_strip(picture, boxes[index])) for index in longest)
    if 2 * against > len(longest):
        height, width = picture.shape[:2]
        boxes = (numpy.array([width, height], "float32") - boxes)[:, [2, 3, 0, 1]].astype("float32")
        picture = numpy.ascontiguousarray(numpy.rot90(picture, 2))
    return picture, boxes


def _turned(boxes: Any, width: int) -> Any:
    """Boxes on a picture of some width when it is turned a quarter against the clock, their upper left corner first."""
    import numpy

    turned = numpy.stack([boxes[..., 1], width - boxes[..., 0]], axis=-1)
    return turned[:, [1, 2, 3, 0]].astype("float32")


def _sizes(boxes: Any) -> tuple[Any, Any]:
    """How wide and how high boxes are."""
    import numpy

    return (
        numpy.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=-1),
        numpy.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=-1),
    )


def _straightened(boxes: Any) -> Any:
    """The boxes turned by the angle at which most lines run, about the upper left corner of the picture."""
    import numpy

    wide, high = _sizes(boxes)
    run = (boxes[:, 1] - boxes[:, 0])[wide > _LONG * high]
    angle = numpy.median(numpy.arctan2(run[:, 1], run[:, 0])) if len(run) else 0.0
    cosine, sine = numpy.cos(angle), numpy.sin(angle)
    return boxes @ numpy.array([[cosine, -sine], [sine, cosine]])


def _strip(picture: Any, box: Any) -> Any:
    """What stands in a box, as a picture of its own."""
    import cv2
    import numpy

    wide, high = (max(1, round(float(size[0]))) for size in _sizes(box[None]))
    corners = numpy.array([[0, 0], [wide, 0], [wide, high], [0, high]], "float32")
    turn = cv2.getPerspectiveTransform(box.astype("float32"), corners)
    return cv2.warpPerspective(
        picture, turn, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
