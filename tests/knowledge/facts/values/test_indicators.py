"""Pay is asked for as it is paid; what it shall rise to by some day is a goal."""

import pytest

from tests.knowledge.pairs import asked


@pytest.mark.parametrize(
    ("words", "kind", "question"),
    [
        ("到2028年，村医岗位补贴提高到1000元。", "target", "村医岗位补贴要提高到多少元？"),
        ("“十五五”期间，乡村医生年均报酬提高到5万元。", "target", "乡村医生年均报酬要提高到多少元？"),
        ("2028年底前，护士夜班津贴提高到120元。", "target", "护士夜班津贴要提高到多少元？"),
        ("村医岗位补贴提高到1000元。", "fact", "村医岗位补贴提高到多少元？"),
        ("从2027年7月1日起，村医岗位补贴提高到1000元。", "fact", "村医岗位补贴提高到多少元？"),
        ("2027年7月起村医岗位补贴提高到1000元。", "fact", "村医岗位补贴提高到多少元？"),
        ("儿科医师奖金系数不低于1.35。", "fact", "儿科医师奖金系数不低于多少？"),
    ],
)
def test_pay(words: str, kind: str, question: str) -> None:
    (pair,) = [pair for pair in asked(words) if "多少" in pair.question]
    assert (pair.kind, pair.question) == (kind, question)
    assert not any("达到了" in wording for wording in pair.wordings)
