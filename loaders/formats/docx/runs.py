"""The printed words of a paragraph: insertions in, deletions, hidden text and field codes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from loaders.formats.docx.styles import Styles, hidden, value

_DELETED = frozenset({"del", "moveFrom", "delText", "delInstrText"})
_APART = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "instrText", "rt", "rubyPr", "fldData", "annotationRef"}
)
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_DRAWN = frozenset({"drawing", "pict", "object"})
# Word keeps the signs of symbol fonts in the private use area; what they look like cannot be told. Halves of
# surrogate pairs, just before it, are no characters.
_PRIVATE = range(0xD800, 0xF900)


@dataclass(slots=True)
class Words:
    """What the runs of a paragraph hold: its words, the text boxes anchored in it, the footnotes it names, and what is
    left out of it, with the reason (hidden, deleted)."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    _goes_on: bool = False

    def leave_out(self, text: str, reason: str) -> None:
        """Keep what is left out; what follows on it for the same reason belongs to it."""
        if self._goes_on and self.left_out and self.left_out[-1][1] == reason:
            text = self.left_out.pop()[0] + text
        self.left_out.append((text, reason))
        self._goes_on = True

    def end_left_out(self) -> None:
        """Something is printed: what is left out after it is another stretch."""
        self._goes_on = False


class RunReader:
    """Reads paragraphs in reading order; a field may run over several of them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []

    def read(self, paragraph: Element, style: str) -> Words:
        """The words of a paragraph in a style."""
        words = Words()
        words.text = "".join(self._inside(paragraph, words, self._styles.is_hidden(style)))
        return words

    def _inside(self, parent: Element, words: Words, unseen: bool) -> Iterator[str]:
        for child in visible_children(parent):
            if child.tag in _DELETED:
                words.leave_out(deleted_words(child), "deleted")
            elif child.tag in _APART:
                continue
            elif child.tag == "r":
                yield from self._inside(child, words, self._is_hidden(child, unseen))
            elif child.tag in _DRAWN:
                words.boxes += [] if unseen else _outermost(child, "txbxContent")
            elif child.tag == "fldChar":
                self._field(child.get("fldCharType"))
            elif not unseen:
                yield from self._sign(child, words)
            elif child.tag == "t" and not any(self._fields):
                words.leave_out(child.text or "", "hidden")

    def _sign(self, child: Element, words: Words) -> Iterator[str]:
        if any(self._fields):
            return  # what stands between the begin of a field and its result is its code
        if child.tag == "t":
            words.end_left_out()
            yield child.text or ""
        elif child.tag == "br":
            yield "\n"
        elif child.tag == "sym":
            yield _symbol(child)
        elif child.tag in _NOTES:
            words.notes.append((_NOTES[child.tag], child.get("id", "")))
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from self._inside(child, words, False)

    def _is_hidden(self, run: Element, unseen: bool) -> bool:
        properties = run.find("rPr")
        own = hidden(properties)
        if own is not None:
            return own
        style = value(properties, "rStyle")
        return unseen or (style is not None and self._styles.is_hidden(style))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def deleted_words(parent: Element) -> str:
    """The words that a revision took out of a paragraph, as they stood; what was moved away stands elsewhere."""
    if parent.tag in ("moveFrom", "delInstrText"):
        return ""
    return "".join(element.text or "" for element in parent.iter() if element.tag in ("delText", "t"))


def visible_children(parent: Element) -> Iterable[Element]:
    """The children of an element, of alternatives the first that says anything, as a new Word would choose."""
    for child in parent:
        if child.tag == "AlternateContent":
            picked = next(
                (branch for branch in child if branch.tag in ("Choice", "Fallback") and len(branch)), None
            )
            yield from visible_children(picked) if picked is not None else ()
        else:
            yield child


def _outermost(parent: Element, tag: str) -> list[Element]:
    """The elements of a tag below an element that stand in no other of that tag."""
    if parent.tag == tag:
        return [parent]
    return [element for child in visible_children(parent) for element in _outermost(child, tag)]


def _symbol(child: Element) -> str:
    try:
        code = int(child.get("char", ""), 16)
    except ValueError:
        return ""
    return "" if code in _PRIVATE or code > 0x10FFFF else chr(code)
