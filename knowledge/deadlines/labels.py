"""Labels: 牵头单位：A；配合单位：B；责任人：C；完成时限：6月底前, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.deadlines.responsible_bodies import LIST_MARKS, NAMED, Responsible, Role, bodies_in, named
from knowledge.text.normalisation import NormalisedText
from loaders.lazy_pattern import lazy_pattern

OF_BODIES = r"(?:责任|配合|参与|协助)?(?:单位|部门|科室|股室|处室|主体|机构|乡镇)"
NAMES: dict[Role, str] = {
    "lead": rf"(?:(?:第一|主要)?责任|牵头|主责|主办|承办|实施|落实|负责|主管|组织){OF_BODIES}|牵头|主办|承办|责任",
    "support": rf"(?:协同)?(?:配合|协办|协同|协作|参与|参加|协助|支持){OF_BODIES}|配合|协办|协同|参与|协助",
    "person": r"(?:第一|直接|主要|具体|包保)?(?:责任|负责|牵头|包保|包抓)(?:人员?|领导|同志)|(?:分管|联系|挂点|挂牌|责任)[省市县区镇院局]?领导",
}
TIMES = (
    r"(?:完成|办结|整改|实施|推进|责任|工作|任务|时间)?(?:时限|时间|期限|节点|进度|日期)(?:要求|安排|节点)?"
)
COLON = r"[为是]?[*]{0,2}[：:][*]{0,2}"
LABEL = lazy_pattern(
    r"[*]{0,2}(?:"
    + "|".join(f"(?P<{role}>{names})" for role, names in NAMES.items())
    + rf"|(?P<time>{TIMES})){COLON}"
)
# A label stands where a clause or bracket opens, after the body that ends the value before it, or after a space.
OPENS = lazy_pattern(r"[（(【\[，,；;。、：:）)*|局委办厅院部站校会心门位县区市镇乡]")
LABEL_LINE = lazy_pattern(
    rf"^[（(【\[*]*(?:{'|'.join(NAMES.values())}|{TIMES}){COLON}"
    r"|^[^，。；：]{0,6}(?:单位|部门|科室|责任人|时限|时间|期限|节点|进度)[：:]"
)
ENDS_VALUE = lazy_pattern(r"[；;。！!\n]")
OPENING, CLOSING = "（(【[", "）)】]"
ROLE_SAID: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("lead", lazy_pattern(r"[（(]?(?:牵头|主办|主责|负责)(?:负责|落实|实施|抓总)?[）)]?$")),
    ("support", lazy_pattern(r"[（(]?(?:配合|协办|参与|参加|协助|协同|支持)(?:落实|实施)?[）)]?$")),
)
BY_DUTY = lazy_pattern(r"(?:分别)?按照?(?:各自)?(?:的)?职责(?:任务)?(?:分工)?(?:负责|落实)?")
JOINTLY = lazy_pattern("会同|联合(?![国体会])")
LONGEST_NAME = 30


def role_of(header: str) -> Role:
    """The role that the header of a column or the name of a label gives."""
    if re.search(r"人员?$|人[（(]|领导|同志", header):
        return "person"
    return "support" if re.search("配合|协办|协同|协助|参与|参加|支持", header) else "lead"


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says of its item: who is responsible; nobody for a time.

    `start` and `end` count characters of the decoded text, `place` those of the squeezed sentence.
    """

    start: int
    end: int
    place: tuple[int, int]
    responsible: tuple[Responsible, ...]


def is_label_line(words: str) -> bool:
    """Whether a line begins with a label, so that it belongs to what stands above it."""
    return bool(LABEL_LINE.search(words))


def find_labels(words: NormalisedText) -> list[Label]:
    """The labels of a sentence in reading order; each of its values goes on to the next mark or label."""
    text = words.text
    matches = [match for match in LABEL.finditer(text) if _opens(words, match.start())]
    ends = [*(match.start() for match in matches), len(text)][1:]
    has_lead = any(match["lead"] and "牵头" in match["lead"] for match in matches)
    return [
        _label(words, match, _value_end(text, match.end(), end), has_lead)
        for match, end in zip(matches, ends, strict=True)
    ]


def _opens(words: NormalisedText, at: int) -> bool:
    """Whether a label may begin at a place."""
    return at == 0 or bool(OPENS.match(words.text, at - 1)) or words.origin[at] - words.origin[at - 1] > 1


def _value_end(text: str, begin: int, limit: int) -> int:
    """Where a value ends: at a mark, at the bracket around it, or at the next label."""
    depth = 0
    for at in range(begin, limit):
        sign = text[at]
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth < 0 or (depth == 0 and ENDS_VALUE.match(sign)):
            return at
    return limit


def _label(words: NormalisedText, match: re.Match[str], end: int, has_lead: bool) -> Label:
    place = (match.start(), max(end, match.end()))
    if match.lastgroup == "time":
        return Label(*words.span(*place), place, ())
    role: Role = "person" if match["person"] else "support" if match["support"] else "lead"
    if has_lead and match["lead"] and "牵头" not in match["lead"]:
        role = "support"
    value = _spaced(words, match.end(), end)
    return Label(*words.span(*place), place, tuple(responsible_in(value, role)))


def _spaced(words: NormalisedText, begin: int, end: int) -> str:
    """A value in which bodies that only a space sets apart are set apart by a mark (县卫健局　县财政局)."""
    pieces, at = [], begin
    for place in range(begin + 1, end):
        apart = words.origin[place] - words.origin[place - 1] > 1
        if apart and NAMED.search(words.text[at:place]) and words.text[place] not in "、，,；;和及与":
            pieces.append(words.text[at:place])
            at = place
    return "、".join([*pieces, words.text[at:end]])


def responsible_in(value: str, role: Role) -> Iterator[Responsible]:
    """The bodies of a value; 县卫健局牵头，县财政局配合 gives each its own role."""
    for part in re.split("[，,]", BY_DUTY.sub("", value)):
        own_role, rest = _said_role(part)
        joint = JOINTLY.split(rest, maxsplit=1)
        yield from _of_part(joint[0], own_role or role)
        if len(joint) > 1:
            yield from _of_part(joint[1], "support")


def _said_role(part: str) -> tuple[Role | None, str]:
    for role, pattern in ROLE_SAID:
        if (match := pattern.search(part)) and not _in_bracket_alone(part, match):
            return role, part[: match.start()].removeprefix("由")
    return None, part.removeprefix("由")


def _in_bracket_alone(part: str, match: re.Match[str]) -> bool:
    """县卫健局、县财政局（配合）: the bracket is of the last body, not of all."""
    return match[0].startswith(("（", "(")) and "、" in part


def _of_part(part: str, role: Role) -> Iterator[Responsible]:
    for name in bodies_in(part, "、" if role == "person" else LIST_MARKS):
        own, bare = _said_role(name)
        if 1 < len(bare) <= LONGEST_NAME and not re.search("[0-9]{2}|[。；]", bare):
            yield from named([bare.strip("*（(）)") if own else bare.strip("*")], own or role)
