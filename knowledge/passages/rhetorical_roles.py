"""The rhetorical role of a passage in a speech: what was achieved, what is wrong, what is to be done.

After argumentative zoning (S. Teufel, M. Moens, Computational Linguistics 28, 2002), with the zones of this genre.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from loaders.lazy_pattern import lazy_pattern

Role = Literal["achievement", "problem", "task", "view"]

_HEADING_CUES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "problem",
        lazy_pattern(r"问题|不足|短板|差距|困难|薄弱|挑战|堵点|难点|矛盾|硬骨头|痛点|瓶颈|顽疾|藏着掖着"),
    ),
    ("achievement", lazy_pattern(r"成绩|成效|回顾|肯定|进展|答卷|实惠|成果|亮点")),
    ("task", lazy_pattern(r"任务|重点|抓好|推进|加快|落实|加强|提升|行动|保障|措施|怎么干|深化|完善")),
)
_PROBLEM = lazy_pattern(
    r"不足|不够|不高|不强|不到位|不完善|不健全|不合理|不平衡|不充分|不畅|薄弱|短板|差距|滞后|欠缺|亟待|匮乏|短缺|缺失|缺乏|偏低|偏弱|偏少|难度|"
    r"仍然存在|还存在|问题(?:是|突出|比较)|隐患|漏洞|欠账|较差|下降明显|堵点"
)
_TASK = lazy_pattern(
    r"(?:^|[，。；、：])(?:各.{0,12})?(?:要|确保|力争|必须|务必|进一步|着力|大力|全面|切实|加快|推进|推动|完善|健全|建立|加强|强化|实施|开展|落实|"
    r"抓好|深化|提升|支持|鼓励|探索|构建|严格|严厉)"
)
_DONE = lazy_pattern(
    r"(?:取得|实现了|完成了|建成了?|达到|获|荣获|通过了|位居|排名|同比|增长|下降|降至|提高到|被评为|命名|表彰|共有|累计|顺利|率先|开诊|投用|投入使用)"
)
_PAST = lazy_pattern(r"近年来|去年|过去|以来|一年来|长期以来|20\d\d年(?!.{0,4}[底末前])|截至|已经|目前")


def role_of(text: str, headings: Sequence[str]) -> Role:
    """The role of a passage, told by its headings first, then by its words."""
    outer = _by_heading(headings[1:2] if _is_mixed(headings[:1]) else headings[:1])
    if outer in ("problem", "achievement") and not _TASK.search(text[:12]):
        return "problem" if outer == "achievement" and _problems(text) >= 2 else outer
    if _problems(text) >= 2 and len(_TASK.findall(text)) <= 1:
        return "problem"
    if _DONE.search(text) and _PAST.search(text) and not _TASK.search(text):
        return "achievement"
    return "task" if _TASK.search(text) or outer == "task" else "view"


def _is_mixed(headings: Sequence[str]) -> bool:
    """Whether a heading announces both what was achieved and what is wrong: 成绩要肯定、短板要正视."""
    return any(all(cue.search(heading) for _, cue in _HEADING_CUES[:2]) for heading in headings)


def _by_heading(headings: Sequence[str]) -> Role | None:
    for heading in headings:
        for role, cue in _HEADING_CUES:
            if cue.search(heading):
                return role
    return None


def _problems(text: str) -> int:
    return len(_PROBLEM.findall(text))
