"""Risk against coverage: how many replies are wrong, the more questions are answered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.messages import Messages
from bot.pictures.svg import BODY, COLOURS, MARGIN, QUIET, SMALL, TITLE, WIDTH, Drawing

HIGH = 620.0  # pixels of the field
LEFT = 150.0
STEPS = 5  # lines across
LINE, MARK = COLOURS[0], COLOURS[1]


def risk_chart(points: Sequence[tuple[float, float]], coverage: float, words: Messages) -> str:
    """The picture as SVG.

    Arguments: the share answered with the share of wrong ones among them, both 0 to 1, from the surest on; the share
    that is answered at present; the words.
    """
    drawing = Drawing()
    drawing.text(MARGIN, drawing.y + TITLE, words.risk_title, TITLE)
    drawing.y += TITLE + 70
    top, most = drawing.y, _rounded(max((risk for _, risk in points), default=0.0))
    _grid(drawing, top, most)
    for (x, y), (x2, y2) in pairwise(_place(point, top, most) for point in points):
        drawing.rule(x, y, x2, y2, LINE)
    if points:
        now = min(points, key=lambda point: abs(point[0] - coverage))
        drawing.disc(*_place(now, top, most), 14, MARK)
        caption = words.risk_now.format(coverage=f"{now[0]:.0%}", risk=f"{now[1]:.0%}")
        drawing.text(LEFT, top + HIGH + 150, caption, BODY, MARK)
    drawing.text(LEFT, top + HIGH + 100, words.risk_axis, SMALL, QUIET)
    drawing.y = top + HIGH + 170
    return drawing.svg()


def _grid(drawing: Drawing, top: float, most: float) -> None:
    """Lines across with the share of wrong replies, and the share answered below."""
    for step in range(STEPS + 1):
        y = top + HIGH * step / STEPS
        drawing.rule(LEFT, y, WIDTH - MARGIN, y)
        drawing.text(LEFT - 16, y + SMALL / 3, f"{most * (1 - step / STEPS):.0%}", SMALL, QUIET, "end")
        x = LEFT + (WIDTH - MARGIN - LEFT) * step / STEPS
        drawing.text(
            x, top + HIGH + 46, f"{step / STEPS:.0%}", SMALL, QUIET, "end" if step == STEPS else "middle"
        )


def _place(point: tuple[float, float], top: float, most: float) -> tuple[float, float]:
    share, risk = point
    return LEFT + (WIDTH - MARGIN - LEFT) * share, top + HIGH * (1 - risk / most)


def _rounded(risk: float) -> float:
    """The next full tenth above."""
    return max(0.1, (int(risk * 10 - 1e-9) + 1) / 10)
