"""The ways of asking when something is done, how soon, how often and how long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from knowledge.facts.clauses import parse
from knowledge.facts.records import Clause, Due
from loaders.lazy_pattern import lazy_pattern

# 什么时候实现全覆盖, never 全覆盖什么时候实现: what these verbs bring about is asked for with them.
_NO_FRONT = lazy_pattern(
    r"^(?:实现|形成|取得|确保|达到|获得|获评|通过|坚持|覆盖|纳入|列入|完成|增挂|接入|成为|迎接|接受|参加)"
)
_ADDS = lazy_pattern(
    r"^(?:新增|增加|招聘|引进|培养|培训|选派|新建|建设|招录|轮训|改造|选拔|新创|打造|补充|培育)"
)
# What a body draws up or holds is asked for without the body, too.
_DRAWS_UP = lazy_pattern(
    r"^(?:组织|召开|开展|制定|制订|出台|印发|举办|公布|发布|编制|启动|建立|设立|成立|报送|提交)$"
)
# 目录的出台时限, but no 办法的拿出时限.
_HAS_TERM = lazy_pattern(
    "(?:制定|制订|出台|印发|公布|发布|编制|启动|建立|设立|成立|报送|提交|建成|开展|完成|整改|办理|验收|交付|上线|投用)$"
)
# 建成县级诊断机构什么时候完成 is asked as 县级诊断机构什么时候建成.
_BROUGHT_ABOUT = lazy_pattern("建成|出台|印发|成立|设立|组建|开设|启动|上线|设置|启用")
SHORTEST_THING = 3
_PUSHES = lazy_pattern(r"^(?:要|应|须|将|必须|都|均|先)+")


def due_forms(fact: Due) -> Iterator[str]:
    """How to ask for a due time."""
    return _FORMS[fact.manner](fact.clause)


def _when(clause: Clause) -> Iterator[str]:
    subject, verb, thing = clause.subject, clause.verb, clause.object
    if not subject:
        yield from _when_without_subject(verb, thing)
        return
    verb = verb.removeprefix("先")
    act = parse(subject) if verb == "完成" and not thing else None
    if (
        act
        and not (act.subject or act.lead)
        and _BROUGHT_ABOUT.fullmatch(act.verb)
        and len(act.object) > SHORTEST_THING
    ):
        yield f"{act.object}什么时候{act.verb}"
    yield f"{subject}什么时候{_PUSHES.sub('', clause.adverbs)}{verb}{thing}"
    if len(thing) > 3 and _DRAWS_UP.match(verb):
        yield f"{thing}什么时候{verb}"
    yield f"{subject}{verb}{thing}的时限"
    yield f"{subject}啥时候{verb}{thing}"


def _when_without_subject(verb: str, thing: str) -> Iterator[str]:
    """出台目录: the thing stands before the verb where that is how people say it."""
    if not thing:
        yield f"什么时候{verb}"
        yield f"{verb}的时限"
        yield f"啥时候{verb}"
    elif _ADDS.match(verb):
        yield f"{verb}{thing}什么时候完成"
        yield f"什么时候{verb}{thing}"
        yield f"{verb}{thing}的时限"
    elif _NO_FRONT.match(verb):
        yield f"{thing}什么时候完成" if verb.startswith("完成") else f"什么时候{verb}{thing}"
        yield f"{verb}{thing}的时限"
        yield f"{thing}啥时候{verb}" if verb.startswith("完成") else f"啥时候{verb}{thing}"
    else:
        yield f"{thing}什么时候{verb}"
        yield f"什么时候{verb}{thing}"
        yield f"{thing}的{verb}时限" if _HAS_TERM.match(verb) else f"{verb}{thing}的时限"
        yield f"{thing}啥时候{verb}"


def _from(clause: Clause) -> Iterator[str]:
    subject, verb, thing = clause.subject or clause.object, clause.verb, clause.object
    rest = thing if clause.subject else ""
    if not subject:
        yield f"从什么时候开始{verb}"
        yield f"什么时候起{verb}"
        return
    yield f"{subject}从什么时候开始{_PUSHES.sub('', clause.adverbs)}{verb}{rest}"
    yield f"{subject}什么时候起{verb}{rest}"
    yield f"{subject}啥时候{verb}{rest}"


def _until(clause: Clause) -> Iterator[str]:
    yield f"{clause.subject}{clause.verb}到什么时候"
    yield f"{clause.subject}{clause.verb}到哪天"
    yield f"{clause.subject}什么时候到期" if "有效" in clause.subject else ""


def _within(clause: Clause) -> Iterator[str]:
    done = f"{clause.verb}{clause.object}"
    yield f"{clause.subject}多久内{done}"
    yield f"{clause.subject}多长时间内{done}"
    yield f"{clause.subject}多久{done}" if clause.subject.endswith("后") else f"{clause.subject}{done}的时限"


def _every(clause: Clause) -> Iterator[str]:
    yield f"{clause.subject}多久{clause.verb}"
    once = clause.verb.startswith("一")
    yield f"{clause.subject}多长时间{clause.verb}"
    yield f"{clause.subject}多久要{clause.verb}" if not once else ""


def _at_most(clause: Clause) -> Iterator[str]:
    yield f"{clause.subject}最长多久"
    yield f"{clause.subject}最多多长时间"
    yield f"{clause.subject}的时限"


_FORMS: Mapping[str, Callable[[Clause], Iterator[str]]] = {
    "when": _when,
    "from": _from,
    "until": _until,
    "within": _within,
    "every": _every,
    "most": _at_most,
}
