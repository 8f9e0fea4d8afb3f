"""Names of bodies that stand alone on a line, as letterheads and signatures print them."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

_SUFFIX = (
    "局|委|办|厅|部|院|处|署|府|所|站|科|校|组|团|协会|学会|总会|分会|联合会|委员会|理事会|红十字会|总工会|"
    "中心|公司|集团|银行|大学|学院|支队|大队|总队|指挥部|联席会议|办公室|领导小组"
)
_NAME = lazy_pattern(rf"[\u4e00-\u9fff][\u4e00-\u9fff（）()“”、]{{1,36}}(?:{_SUFFIX})")
# What begins so is a task or a list of those who get the document.
_NO_NAME = lazy_pattern(
    r"各|请|由|对|向|将|把|在|经|按|要|设立|成立|建立|建成|建设|完善|加强|推进|推动|开展|关于|抄送|主送|牵头|责任|组织|新建|改建|落实"
)
_APART = lazy_pattern(r"[ \u3000\t]{1,}")


def bodies_named(words: str) -> tuple[str, ...]:
    """The bodies that a line consists of: one, also with its letters apart, or several side by side; else none."""
    pieces = _APART.split(words.strip())
    if len(pieces) > 1 and all(map(is_body, pieces)):
        return tuple(pieces)
    whole = "".join(pieces)
    return (whole,) if is_body(whole) else ()


def is_body(words: str) -> bool:
    """Whether a text without white space is the name of a body."""
    return bool(_NAME.fullmatch(words)) and not _NO_NAME.match(words)
