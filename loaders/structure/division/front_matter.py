"""What stands before a speech or plan: its number, title and subtitle, who speaks or issues, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.structure.official.annexes import plain_title
from loaders.structure.official.bodies import bodies_named
from loaders.structure.official.elements import (
    Element,
    annex_title,
    element_of,
    number_in,
    subtitle_in,
)
from loaders.structure.official.titles import is_title, joined_title, title_lines
from loaders.structure.official.written_dates import bodies_before_date, date_of_line
from loaders.structure.outline import HeadKind

_POST = "书记|主任|省长|市长|县长|区长|州长|盟长|旗长|局长|院长|厅长|部长|秘书长|主席|理事长|会长|所长|站长|处长|科长|镇长|乡长|组长|委员"
_NAME = r"[\u4e00-\u9fffX*×]{2,4}|[\u4e00-\u9fffX*×]\s[\u4e00-\u9fffX*×]"
_SPEAKER = (
    lazy_pattern(rf"[(（]?(?P<post>[^，。；\s]{{0,30}}(?:{_POST}))\s+(?P<name>{_NAME})(?:同志)?[)）]?"),
    lazy_pattern(
        rf"[(（]?(?P<post>[^，。；\s]{{2,30}}(?:{_POST}))(?P<name>[\u4e00-\u9fffX*×]{{2,3}})(?:同志)?[)）]?"
    ),
    lazy_pattern(rf"(?P<name>{_NAME})\s*[(（](?P<post>[^，。；\s]{{0,30}}(?:{_POST}))[)）]"),
)
# A name alone, below the title of a speech; what ends as a body or a part of a document does is none.
_NAME_ALONE = lazy_pattern(
    r"(?P<name>(?:[\u4e00-\u9fff]\s?){1,2}[\u4e00-\u9fff])(?<![局委办院府部会处站科室厅组章录件要言市县区省])(?:同志)?(?P<post>)"
)
_SPOKEN = lazy_pattern(r"讲话|发言|致辞|讲稿|报告|总结|主持词|汇报")
_RECORDED = lazy_pattern(r"[(（](?:根据|据|按).{0,6}(?:录音|记录|讲话|速记).{0,6}[)）]")

_ABOVE: dict[Element, HeadKind] = {
    Element.NUMBER: "number",
    Element.DATE: "date",
    Element.LETTERHEAD: "issuer",
}
_BELOW: dict[Element, HeadKind] = {
    Element.NUMBER: "number",
    Element.DATE: "date",
    Element.SUBTITLE: "subtitle",
    Element.BODY: "issuer",
    Element.MARK: "other",
    Element.NOTE: "other",
}


@dataclass(frozen=True, slots=True)
class Front:
    """What the lines before a speech tell; None where they do not.

    `kinds` says what each of the first lines tells; those after them are no head.
    """

    title: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    post: str | None = None
    number: str | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    kinds: tuple[HeadKind, ...] = ()


def read_front(lines: Sequence[str]) -> Front:
    """Read the lines before a speech.

    The letterhead and the issuing number stand above the title (GB/T 9704-2012, 7.2); below it stand the subtitle
    after a dash, the speaker with the post, the body, the date. The first line below the title that is none of these
    begins the text.
    """
    lines = [line.strip() for line in lines]
    elements = [element_of(line) for line in lines]
    title = title_lines(lines, elements) or _first_line(lines, elements)
    first, end = title or (0, 0)
    words = joined_title([annex_title(line) or line for line in lines[first:end]]) or None
    above: list[HeadKind] = [_ABOVE.get(element, "other") for element in elements[:first]]
    below = list(_below(lines, elements, end, words or ""))
    middle: list[HeadKind] = ["title"] * (end - first)
    kinds = (*above, *middle, *below)
    return _told(lines, kinds, words)


def _told(lines: Sequence[str], kinds: tuple[HeadKind, ...], title: str | None) -> Front:
    """What the lines of a head tell that are of some kinds."""

    def of(kind: HeadKind) -> Iterator[str]:
        return (line for line, other in zip(lines, kinds, strict=False) if other == kind)

    number = next(
        (printed_number for line in lines[: len(kinds)] if (printed_number := number_in(line))), None
    )
    speaker, post = _speaker(next(of("speaker"), ""))
    return Front(
        title,
        next(map(subtitle_in, of("subtitle")), None),
        speaker,
        post,
        number or next(of("number"), None),
        next(map(date_of_line, of("date")), None),
        next(map(_issuer, of("issuer")), None) or next(filter(None, map(_dated_body, of("date"))), None),
        kinds,
    )


def is_front(words: str) -> bool:
    """Whether a line could stand between a title and the speech: title, speaker, date, a note in brackets."""
    if is_title(words):
        return True
    return (
        len(words) < 60 and words[-1] not in "。！？；，：!?;,:" and not words.startswith(("同志们", "各位"))
    )


def _first_line(lines: Sequence[str], elements: Sequence[Element]) -> tuple[int, int] | None:
    """The first line that nothing else is told of, where no line reads like a title."""
    for i, (line, element) in enumerate(zip(lines, elements, strict=True)):
        if annex_title(line) or (element is Element.TEXT and _speaker(line) == (None, None)):
            return i, i + 1
    return None


def _below(lines: Sequence[str], elements: Sequence[Element], start: int, title: str) -> Iterator[HeadKind]:
    """What the lines below the title tell, up to the first that begins the text."""
    speaks, again = False, ""
    for line, element in zip(lines[start:], elements[start:], strict=True):
        if not speaks and _names_speaker(line, title):
            speaks = True
            yield "speaker"
        elif element in _BELOW:
            yield _BELOW[element]
        elif _RECORDED.fullmatch(line):
            yield "other"
        elif title and plain_title(title).startswith(again + plain_title(line)):
            again += plain_title(line)  # the title once more, over one line or several
            yield "other"
        else:
            return


def _names_speaker(line: str, title: str) -> bool:
    is_spoken = not title or _SPOKEN.search(title)
    return _speaker(line) != (None, None) and bool(is_spoken or not _NAME_ALONE.fullmatch(line))


def _speaker(line: str) -> tuple[str | None, str | None]:
    """Who speaks by a line, with the post."""
    for pattern in (*_SPEAKER, _NAME_ALONE):
        if match := pattern.fullmatch(" ".join(line.split())):
            return "".join(match["name"].split()), match["post"] or None
    return None, None


def _issuer(line: str) -> str:
    """The body that a letterhead or a line below the title names."""
    return "、".join(bodies_named(line)) or "".join(line.split()).removesuffix("文件")


def _dated_body(line: str) -> str | None:
    """The body before the date of a line: minutes and bulletins print it so below their number."""
    return "、".join(bodies_before_date(line)) or None
