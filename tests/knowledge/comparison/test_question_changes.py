"""The questions that came, went and changed from one load to the next are told by their facts."""

from knowledge.comparison.question_changes import question_changes
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

HEAD = "澄原县2027年卫生健康工作要点\n（2026年12月1日）\n一、提升服务能力\n"


def loaded(folder, words):
    (folder / "corpus").mkdir(exist_ok=True)
    (folder / "corpus" / "plan.txt").write_text(HEAD + words + "\n", encoding="utf-8")
    load(folder / "corpus", folder / "jianda.db")
    return KnowledgeBase(folder / "jianda.db").pairs()


def test_another_value_is_a_change_another_fact_comes_and_goes(tmp_path):
    before = loaded(tmp_path, "规范化门诊占比达到64%以上。\n远程心电中心9月底前投用。")
    after = loaded(tmp_path, "规范化门诊占比达到70%以上。\n6月底前出台转诊目录。")
    changes = question_changes(before, after)
    assert "规范化门诊占比的目标是多少？" in [old.pair.question for old, _ in changes.changed]
    assert [placed.pair.question for placed in changes.came] == ["转诊目录什么时候出台？"]
    assert [placed.pair.question for placed in changes.went] == ["远程心电中心什么时候投用？"]
    assert not question_changes(after, after)
