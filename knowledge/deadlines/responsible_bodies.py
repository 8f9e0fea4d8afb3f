"""Responsible bodies: who, in the words of a sentence, is to do what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.temporal.expressions import find_times
from knowledge.text.clauses import split_outside

# A body is known by how its name ends; in a list (人社、教育、卫生健康部门) only the last name has to.
ENDINGS = tuple(
    (
        "委员会 委 局 厅 部门? 编办 医改办 爱卫办 办公室 政府 党委 党组 督查室 领导小组 专班 工作组 指挥部 单位 医院 卫生院 中心 "
        "公司 集团 监督所 总站 站 学院 大学 学校 院校 协会 学会 红十字会 残联 妇联 工会 机构 医共体 医联体 乡镇 街道 社区 "
        "[市省州盟旗县区] 县[（(](?:市、)?区[）)] 财政 同志"
    ).split()
)
NAMED = re.compile(rf"(?:{'|'.join(ENDINGS)})$")
NOT_A_NAME = re.compile(r"[0-9%“”：:]|的|了")
ROLE = r"(?:牵头|负责(?!制|人|同志|的)|会同|组织实施|承担|主责|主抓|主办|承办|联合(?!体|国)|兜底)"
BY_WHOM = re.compile(
    rf"由(?P<bodies>[^由]{{2,40}}?)(?:分别|共同|具体|全额|统一|按|在)?(?:{ROLE}|主管|制定|落实|提供|补助|研究|提名|审批|核实)"
)
WHO_DOES = re.compile(
    rf"(?P<bodies>[^由]{{2,40}}?)(?:要|将|应|须)?(?:抓紧|尽快|分别|共同|按(?:各自)?职责(?:分工)?)?{ROLE}"
)
WHO_MUST = re.compile(
    r"(?P<bodies>[^要]{2,40}?)(?:都|也|均|务必|一定|必须){0,3}(?:要(?!求|点|素)|必须|应当|务必)"
)
WHO_JOINS = re.compile(r"(?P<bodies>.{2,40}?)(?:参加|配合|参与|协同|协助)")
WITH_WHOM = re.compile(
    r"(?:会同|联合)(?P<bodies>.{2,40}?)(?:要|将|在|于|抓|共同|组织|制定|开展|建立|推进|出台|研究|完成|落实|调整|核定|$)"
)
LABEL = re.compile(
    r"(?:责任|牵头|主办|承办|配合|协办|参与|参加|主责)(?:单位|部门|科室)(?:为)?[:：](?P<bodies>[^；;。）)]{2,80})"
)
ROLE_AFTER = re.compile(r"(?:牵头|配合|负责|参与|协助)$")
# The 和 inside the name of one body: 文化和旅游局, 发展和改革委.
JOINED = re.compile(
    "(?<=文化)和(?=旅游)|(?<=发展)和(?=改革)|(?<=工业)和(?=信息)|(?<=住房)和(?=城乡)|(?<=人力资源)和(?=社会)|(?<=资源)和(?=规划)"
)
CLAUSE = re.compile(r"[^，,。；;！？]+")
OPENER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]+[）)是要、]|同时|此外|另外|特别是|尤其是|其中|目前|下一步|要|请|希望|并|今年|明年)+"
)


def find_bodies(text: str) -> tuple[str, ...]:
    """The bodies that a text makes responsible, in the order of the text, each once.

    Read are 由X牵头, X负责, X会同Y, X、Y等部门配合, 各级X要 and （责任单位：A、B）.
    """
    plain = _without_times("".join(text.split()))
    found = sorted([*_in_labels(plain), *_in_clauses(plain)])
    return tuple(dict.fromkeys(name for _, _, name in found))


def _without_times(text: str) -> str:
    """The text with its time phrases as commas: 2027年底前市医保局要… begins with the body."""
    pieces, at = [], 0
    for time in find_times(text, None):
        pieces += [text[at : time.start_offset], "，"]
        at = time.end_offset
    return "".join([*pieces, text[at:]])


def _in_labels(text: str) -> Iterator[tuple[int, int, str]]:
    for match in LABEL.finditer(text):
        names = [ROLE_AFTER.sub("", name) for name in _split(match["bodies"], "，、和及与")]
        yield from ((match.start(), order, name) for order, name in enumerate(names))


def _in_clauses(text: str) -> Iterator[tuple[int, int, str]]:
    for clause in CLAUSE.finditer(LABEL.sub(lambda match: "，" * len(match[0]), text)):
        words = OPENER.sub("", clause[0])
        who = (
            BY_WHOM.search(words) or WHO_DOES.match(words) or WHO_MUST.match(words) or WHO_JOINS.match(words)
        )
        for part, match in enumerate((who, WITH_WHOM.search(words))):
            names = _names(match["bodies"]) if match else []
            yield from ((clause.start(), part * 100 + order, name) for order, name in enumerate(names))


def _names(printed: str) -> list[str]:
    """The names of a list, or nothing where its last one is not known for a body."""
    names = _split(printed, "、和及与")
    return names if names and NAMED.search(names[-1]) and not any(map(NOT_A_NAME.search, names)) else []


def _split(printed: str, marks: str) -> list[str]:
    whole = JOINED.sub("\0", printed)
    pieces = (piece.replace("\0", "和") for piece in split_outside(whole, marks))
    names = (OPENER.sub("", piece).replace("会同", "") for piece in pieces)
    tidied = (re.sub("等(?=(?:有关|相关)?(?:部门|单位)$|$)", "", name).removeprefix("以") for name in names)
    return [name for name in tidied if len(name) > 1]
