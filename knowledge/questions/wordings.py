"""The wordings of a fact as they may be stored: without the place, with the plan that an evaluation is of, and sound."""

from __future__ import annotations

from knowledge.facts.records import Fact
from knowledge.questions.checks import is_sound
from knowledge.questions.forms import forms_of
from loaders.lazy_pattern import lazy_pattern

_PLACE = lazy_pattern(r"(?<![健完安齐保])(?:全|我)[市县省区州](?!域|级|内|外|乡|直)")
# 中期评估 is that of the plan in whose text it stands.
_PLAN = lazy_pattern(
    "[一二三四五六]年行动(?:计划|方案)|行动(?:计划|方案)|“?十[四五]五”?规划|发展规划|规划|实施方案"
)
_EVALUATION = lazy_pattern(
    r"(?:^|(?<=怎样开展)|(?<=怎样组织)|(?<=开展)|(?<=组织)|(?<=完成)|(?<=进行))(?:中期|终期|期末|总)评估"
)
LEAST = 2
"""A fact of which fewer wordings are sound is not asked for."""


def wordings_of(fact: Fact, title: str) -> list[str]:
    """The sound wordings of a fact, the standard one first; none where too few of them are sound.

    Arguments: the fact; the title of its document.
    """
    plan = match[0] if (match := _PLAN.search(title)) else ""
    forms = (_of_plan(_PLACE.sub("", form), plan) for form in forms_of(fact))
    sound = [form for form in forms if form and is_sound(form)]
    return sound if len(sound) >= LEAST else []


def _of_plan(form: str, plan: str) -> str:
    """A plan's evaluation half way or at its end as that of the plan that the title names; nothing where it names none."""
    if not _EVALUATION.search(form):
        return form
    return _EVALUATION.sub(f"{plan}\\g<0>", form) if plan else ""
