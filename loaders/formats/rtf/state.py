"""What holds inside a group of rich text, and which groups are not printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Sink = Literal["body", "label", "note", "box", "fonts", "styles", "none"]

UNPRINTED = frozenset(
    (
        "annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background bkmkend "
        "bkmkstart buptim category colorschememapping colortbl comment company creatim datafield datastore defchp defpap "
        "do doccomm docvar fldinst filetbl footer footerf footerl footerr ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc "
        "generator header headerf headerl headerr info keywords latentstyles listoverridetable listtable manager mmathPr "
        "nextfile nonesttables nonshppict objdata operator panose pict pn pnseclvl printim private revtbl revtim rsidtbl "
        "rxe shppict shprslt sn sp subject sv tc template themedata title txe userprops xe xmlnstbl picprop falt "
        "objclass objname oldcprops oldpprops oldsprops oldtprops protusertbl pgptbl wgrffmtfilter"
    ).split()
)
"""Groups whose words are not printed in the body."""

SINKS: dict[str, Sink] = {
    "listtext": "label",
    "pntext": "label",
    "footnote": "note",
    "shptxt": "box",
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "ud": "body",
}
"""Groups whose words go somewhere of their own; `ud` is the better of two spellings."""

KNOWN_STARRED = frozenset(
    {"shpinst", "ud", "pntext", "listtext", "footnote", "shptxt", "nesttableprops", "fonttbl"}
)
"""Groups that say that a reader may skip them and that are read."""

SYMBOLS = {
    "tab": " ",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "nestcell": " ",
    "page": "\n",
}
_CHARSETS = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949"}


@dataclass(slots=True)
class RtfGroup:
    """What holds inside a group and ends with it."""

    sink: Sink = "body"
    starred: bool = False
    skip: int = 1
    font: int = 0
    hidden: bool = False
    deleted: bool = False

    @property
    def left_out(self) -> str:
        """Why words in it are not printed that stand where others are: hidden, deleted, nothing for the rest."""
        reason = "deleted" if self.deleted else "hidden" if self.hidden else ""
        return reason if self.sink in ("body", "box", "note") else ""

    @property
    def printed(self) -> bool:
        """Whether words in it are printed anywhere."""
        return self.sink != "none" and not self.hidden and not self.deleted


@dataclass(slots=True)
class Fonts:
    """The encodings of a file: its code page and those of its fonts."""

    page: str = "cp1252"
    charsets: dict[int, str] = field(default_factory=dict)

    def set_page(self, number: int | None) -> None:
        """The code page of the file; simplified Chinese is read as GB 18030, which holds it."""
        self.page = {936: "gb18030", 65001: "utf-8", 950: "big5hkscs"}.get(number or 0, f"cp{number}")

    def set_charset(self, font: int, number: int | None) -> None:
        """The character set of a font."""
        if number in _CHARSETS:
            self.charsets[font] = _CHARSETS[number]

    def decode(self, data: bytes, font: int) -> str:
        """The characters of some bytes in a font."""
        try:
            return data.decode(self.charsets.get(font, self.page), errors="replace")
        except LookupError:
            return data.decode("gb18030", errors="replace")
