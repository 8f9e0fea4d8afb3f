"""/d/{document}/page/{number}.png: a printed page as a picture; .svg: the boxes of a passage, to lie over it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.web.page_pictures import PageBoxes, PagePictures, media_type
from bot.web.pages.files import document_of, drawn_file
from bot.web.visit import Drawing, Visit

_KEPT = {"Cache-Control": "private, max-age=600"}
_MARGIN = 2  # points around the words


def picture_page(visit: Visit) -> Drawing:
    """The picture of a page; HTTPException 404 where none may be sent or there is none."""
    return Drawing(partial(_picture, visit.pictures, _file(visit), visit.number))


def boxes_page(visit: Visit) -> Drawing:
    """The boxes of the passage that `p` names, of this document alone."""
    file, answer = _file(visit), visit.knowledge.passage(visit.query.get("p", ""))
    if answer is None or answer.document.id != visit.place:
        raise HTTPException(404)
    missing = visit.words.web.not_on_page
    return Drawing(partial(_boxes, visit.pictures, file, visit.number, answer.passage, missing))


def _file(visit: Visit) -> Path:
    file = drawn_file(visit, document_of(visit))
    if file is None:
        raise HTTPException(404)
    return file


def _picture(pictures: PagePictures, file: Path, number: int) -> Response:
    if picture := pictures.picture(file, number):
        return Response(picture, media_type=media_type(picture), headers=_KEPT)
    raise HTTPException(404)


def _boxes(pictures: PagePictures, file: Path, number: int, words: str, missing: str) -> Response:
    if boxes := pictures.boxes(file, number, words):
        return Response(_svg(boxes, missing), media_type="image/svg+xml", headers=_KEPT)
    raise HTTPException(404)


def _svg(page: PageBoxes, missing: str) -> str:
    """The boxes, or that there are none."""
    view = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:.1f} {:.1f}">{}</svg>')
    return view.format(page.width, page.height, _boxes_svg(page) if page.boxes else _note(page, missing))


def _boxes_svg(page: PageBoxes) -> Markup:
    box = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/>')
    boxes = (
        box.format(left - _MARGIN, top - _MARGIN, right - left + 2 * _MARGIN, bottom - top + 2 * _MARGIN)
        for left, top, right, bottom in page.boxes
    )
    style = Markup('<g fill="#ffc400" fill-opacity=".28" stroke="#a3341f" stroke-width=".8">{}</g>')
    return style.format(Markup("").join(boxes))


def _note(page: PageBoxes, missing: str) -> Markup:
    """A line over the top of the page."""
    size = min(16.0, page.width / (len(missing) + 2))
    band = Markup('<rect width="{:.1f}" height="{:.1f}" fill="#a3341f"/>').format(page.width, size * 2)
    line = Markup(
        '<text x="{:.1f}" y="{:.1f}" font-size="{:.1f}" fill="#fff" text-anchor="middle" font-family="sans-serif">{}</text>'
    )
    return band + line.format(page.width / 2, size * 1.35, size, missing)
