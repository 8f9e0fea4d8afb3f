"""Responsible bodies: the names of bodies and persons in a list, each with its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.text.clauses import split_outside
from loaders.lazy_pattern import lazy_pattern

Role = Literal["lead", "support", "person"]

# A body is known by how its name ends; in a list (人社、教育、卫生健康部门) only the last name has to.
ENDINGS = tuple(
    (
        "委员会 委 (?<![布格大全结开定])局 厅 (?<!全)部 部门? 编办 医改办 爱卫办 (?<=[县市区省镇乡])办 办公室 政府 党委 党组 督查室 领导小组 专班 工作组 指挥部 "
        "联席会议 单位 医院 分院 卫生院 卫生室 (?<![在其全])中心 公司 集团 监督所 派出所 保健所 防治所 总站 (?<!车)站 (?<![排军组带])队 学院 大学 学校 院校 中小学 幼儿园 "
        "协会 学会 总会 红十字会 残联 妇联 工商联 科协 团委 工会 机构 医共体 医联体 乡镇 街道 办事处 社区 村委会 管委会 企业 银行 法院 检察院 "
        "科 股 处 (?<!教)室 组 [市省州盟旗县区镇乡] 县[（(](?:市、)?区[）)] 村[（(]社区[）)] 财政 同志 科室 分局 保健院 电视台 融媒体"
    ).split()
)
NAMED = lazy_pattern(rf"(?:{'|'.join(ENDINGS)})(?:[（(][^（）()]{{2,14}}[）)])?$")
NOT_A_NAME = lazy_pattern(r"[0-9%“”：:]|的|了")
# The 和 inside the name of one body: 文化和旅游局, 发展和改革委.
JOINED = lazy_pattern(
    "(?<=文化)和(?=旅游)|(?<=发展)和(?=改革)|(?<=信息化)和|(?<=工业)和(?=信息)|(?<=经济)和(?=信息)|(?<=住房)和(?=城乡)"
    "|(?<=人力资源)和(?=社会)|(?<=资源)和(?=规划)|(?<=规划)和(?=自然资源)|(?<=教育)和(?=体育)|(?<=科技)和(?=工业)"
)
OPENER = lazy_pattern(
    r"^(?:[（(]?[一二三四五六七八九十]+[）)是要、]|[（(]?[0-9]{1,3}[）).．、]+|[①-⑳]|同时|此外|另外|特别是|尤其是|其中|目前|下一步|要|请|希望|并|今年|明年)+"
)
LIST_MARKS = "、和及与"
MORE = lazy_pattern(r"等(?P<kind>(?:有关|相关|各)?(?:部门|单位|科室))?$")


# 副主任周明远: a person is known by the post before the name.
PERSON = lazy_pattern(
    r"(?:书记|主任|局长|[市县区镇乡州]长|院长|部长|主席|站长|所长|科长|处长|秘书长)(?!带队|负责|牵头|担任|召集|主持|亲自)[\u4e00-\u9fff]{2,3}(?:同志)?$"
)


@dataclass(frozen=True, slots=True)
class Responsible:
    """A body or person with what it has to do with the task."""

    body: str
    role: Role


def named(bodies: Iterable[str], role: Role) -> list[Responsible]:
    """Some bodies, all in one role; persons among them are that."""
    return [Responsible(body, "person" if PERSON.search(body) else role) for body in bodies]


def each_once(responsible: Iterable[Responsible]) -> tuple[Responsible, ...]:
    """Each body once, in the role in which it comes first."""
    return tuple({party.body: party for party in reversed(list(responsible))}.values())[::-1]


def known_bodies(printed: str) -> list[str]:
    """The names of a list, or nothing where its last one is not known for a body."""
    names = bodies_in(printed)
    ends_with_body = bool(names) and bool(NAMED.search(names[-1]) or PERSON.search(names[-1]))
    return names if ends_with_body and not any(map(NOT_A_NAME.search, names)) else []


def bodies_in(printed: str, marks: str = LIST_MARKS) -> list[str]:
    """The names of a list, whatever they are: 县卫健局、县财政局和各乡镇."""
    pieces = split_outside(JOINED.sub("\0", printed.replace("会同", "、")), marks)
    names = (OPENER.sub("", piece.replace("\0", "和")) for piece in pieces)
    return [name for raw in names for name in _without_more(raw.removeprefix("以")) if len(name) > 1]


def _without_more(name: str) -> Iterator[str]:
    """市场监管等部门 is 市场监管部门; 县财政局等部门 is 县财政局."""
    more = MORE.search(name)
    if more is None:
        yield name
        return
    bare = name[: more.start()]
    kind = more["kind"] or ""
    yield bare if NAMED.search(bare) else bare + kind.removeprefix("有关").removeprefix("相关")


def leads(responsible: Sequence[Responsible]) -> list[Responsible]:
    """Those that lead."""
    return [party for party in responsible if party.role == "lead"]
