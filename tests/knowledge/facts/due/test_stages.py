"""What is made, bought or hired is asked for by what becomes of it later."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("为山区县采购负压救护车90辆，8月底前交付到县。", "负压救护车什么时候交付到县？"),
        ("改建县第三医院为县精神卫生中心，2027年10月投用。", "县精神卫生中心什么时候投用？"),
        ("为6家中心更换DR和彩超，6月底前完成招标，9月底前装机使用。", "DR和彩超什么时候装机使用？"),
        ("招聘社区全科医生40名，7月底前办完入职手续。", "社区全科医生招聘什么时候办完入职手续？"),
        ("稀有血型血库12月底前在县血站投入使用。", "稀有血型血库什么时候在县血站投入使用？"),
        ("6月底前，先在两个镇开展人工智能辅助诊断试点。", "人工智能辅助诊断试点什么时候开展？"),
    ],
)
def test_a_later_stage(words: str, question: str) -> None:
    assert question in questions(words, "其他")


@pytest.mark.parametrize("words", ["由县财政局牵头，4月底前完成招标。", "总投资860万元，9月底前交付使用。"])
def test_nothing_is_made_of_what_pays_or_leads(words: str) -> None:
    assert not any("什么时候" in question for question in questions(words, "其他"))
