"""Which lines of a file are noise, and why."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.blocks.source import LeftOut
from loaders.structure.headings import marker_at
from loaders.structure.lines import Line
from loaders.structure.noise.adverts import LONGEST, is_advert, is_furniture, is_site
from loaders.structure.noise.content import is_content, is_due_or_counted, is_task
from loaders.structure.noise.contents import contents_lines
from loaders.structure.noise.page_numbers import page_numbers
from loaders.structure.noise.repeated_lines import repeated_lines
from loaders.structure.official.titles import is_title

_TEXT = 60


def find_noise(text: str, form: str, lines: Sequence[Line]) -> list[LeftOut]:
    """The lines that belong to no document, each by itself.

    Inside the text only whole phrases that no task says are adverts, and never a line that is numbered, ended by a
    full stop, dated, or names a body or a figure. Before the title and after the last line of the text it may also be
    the furniture of a web page; there an advert takes its neighbours with it, for adverts have several lines of which
    some look like any other. Arguments: the text, its copy in one form, its lines. Returns stretches in order, each
    with its reason (advert, furniture, page, repeated, contents).
    """
    words = [text[line.start : line.end] for line in lines]
    numbered = [marker_at(form, line.start) is not None for line in lines]
    reasons: list[str | None] = [None] * len(lines)
    for i in contents_lines(words):
        reasons[i] = "contents"
    titles = frozenset(line for line in words[:12] if is_title(line))
    for i in repeated_lines(words, numbered, titles):
        reasons[i] = reasons[i] or "repeated"
    for i in page_numbers(words, numbered):
        reasons[i] = reasons[i] or "page"
    _mark_adverts(words, numbered, reasons)
    return [
        LeftOut(_printed_start(text, line), line.end, reason)
        for line, reason in zip(lines, reasons, strict=True)
        if reason
    ]


def _mark_adverts(words: Sequence[str], numbered: Sequence[bool], reasons: list[str | None]) -> None:
    first, last = _body(words, numbered, reasons)
    title = next((i for i in range(first) if is_title(words[i])), first)
    for i, line in enumerate(words):
        if reasons[i] is None:
            above = words[i - 1] if i else ""
            reasons[i] = (
                _inside(line, numbered[i]) if first <= i <= last else _around(line, numbered[i], above)
            )
    adverts = [i for i, reason in enumerate(reasons) if reason == "advert"]
    head = [i for i in adverts if i < title < len(words)]
    tail = [i for i in adverts if i > last >= 0]
    for i in [*range(head[-1] if head else 0), *range(tail[0] if tail else len(words), len(words))]:
        if reasons[i] is None and not (numbered[i] or is_content(words[i])):
            reasons[i] = "advert"


def _inside(words: str, is_numbered: bool) -> str | None:
    """Why a line inside the text is noise."""
    if is_numbered or len(words) > LONGEST or words.endswith("。"):
        return None
    if is_furniture(words, inside=True):
        return "furniture"
    return "advert" if is_advert(words) and not is_content(words) else None


def _around(words: str, is_numbered: bool, above: str) -> str | None:
    """Why a line before or after the text is noise; an address below 登录以下网址： is none."""
    if is_furniture(words, inside=False) and not (is_numbered or is_due_or_counted(words)):
        return "furniture"
    if is_task(words):
        return None
    return "advert" if is_advert(words) or (is_site(words) and not above.endswith(("：", ":"))) else None


def _body(words: Sequence[str], numbered: Sequence[bool], reasons: Sequence[str | None]) -> tuple[int, int]:
    """The first line that is text for sure, and the last that may be."""
    text = [
        i
        for i, line in enumerate(words)
        if reasons[i] is None
        and _is_text(line, numbered[i])
        and not (is_advert(line) or (is_furniture(line, False) and not is_due_or_counted(line)))
    ]
    while len(text) > 1 and words[text[-1]][-1] in "：:":  # leads in nothing
        text.pop()
    return (text[0], text[-1]) if text else (len(words), -1)


def _is_text(words: str, is_numbered: bool) -> bool:
    return (
        is_numbered
        or len(words) >= _TEXT
        or words[-1] in "。；！：;!:"
        or words.startswith(("同志们", "各位"))
    )


def _printed_start(text: str, line: Line) -> int:
    """Where a line begins in print: with its bullet."""
    begin = text.rfind("\n", 0, line.start) + 1
    return line.start - len(text[begin : line.start].lstrip())
