"""The words that an editor gave as an answer are found again word for word, wherever they stand in the section."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.records import StoredPassage
from knowledge.teaching.lessons import Edit, Teaching
from knowledge.teaching.stretches import find_stretch

PLAN = """青山县2027年卫生健康工作要点

一、中医药
2027年底前，所有乡镇卫生院设置中医馆。{more}中医馆开设针灸、推拿两类门诊，由县中医院派人坐诊。

各乡镇卫生院要把中医馆建设纳入年度考核，考核结果与院长绩效挂钩。
二、传染病防控
2027年9月底前，县疾控中心建成智慧化监测预警平台。
"""
ASKED = "所有乡镇卫生院什么时候设置中医馆？"
CLINICS = "中医馆开设针灸、推拿两类门诊，由县中医院派人坐诊。"
RATED = "把中医馆建设纳入年度考核"


def stored(text: str, start: int = 0) -> StoredPassage:
    return StoredPassage(f"p{start}", "d", 0, start, start + len(text), text, (), "", (), "", False)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("设置中医馆", "设置中医馆"),
        (" 2027年底前，设置 ", "2027 年底前，\n设置"),
        ("２０２７年底前,设置", "2027 年底前，\n设置"),
        ("设立中医馆", None),
        ("馆", None),
        ("", None),
    ],
)
def test_words_stand_there_but_for_white_space_and_width(words: str, printed: str | None) -> None:
    stretch = find_stretch(words, [stored("到2027 年底前，\n设置中医馆。", 40)], 40)
    assert (stretch.text if stretch else None) == printed


def test_of_several_places_the_nearest_counts_and_the_own_passage_comes_first() -> None:
    own, other = stored("建成平台。建成平台。", 10), stored("建成平台。", 90)
    stretch = find_stretch("建成平台", [own, other], 16)
    assert stretch and (stretch.passage, stretch.start, stretch.end) == (own, 15, 19)
    stretch = find_stretch("建成平台", [stored("别的话。"), other], 16)
    assert stretch and stretch.passage == other


def loaded(folder: Path, more: str = "") -> None:
    (folder / "corpus").mkdir(exist_ok=True)
    (folder / "corpus" / "plan.txt").write_text(PLAN.format(more=more), encoding="utf-8")
    load(folder / "corpus", folder / "k.db")


def answered(knowledge: KnowledgeBase, words: str) -> None:
    """Teaches some words as the answer to when the clinics come."""
    pair = next(placed.pair for placed in knowledge.pairs() if placed.pair.question == ASKED)
    lesson = knowledge.lesson([ASKED], pair.passage)
    assert lesson
    edit = Edit(pair.id, ASKED, ASKED, pair.passage, lesson.fingerprint, answer=words)
    knowledge.teach(Teaching(edits=(edit,)))


@pytest.mark.parametrize("words", [CLINICS, RATED])
def test_the_pair_the_page_and_the_question_have_the_words(tmp_path: Path, words: str) -> None:
    loaded(tmp_path)
    knowledge = KnowledgeBase(tmp_path / "k.db")
    answered(knowledge, words)
    (placed,) = [placed for placed in knowledge.pairs() if placed.pair.question == ASKED]
    text = PLAN.format(more="")
    assert placed.answer == words == text[placed.pair.start : placed.pair.end]
    (shown,) = [pair for pair in knowledge.questions("中医药") if pair.question == ASKED]
    passage = knowledge.passage(shown.passage)
    assert shown == placed.pair and passage and words in passage.passage
    first = knowledge.ask(ASKED).answers[0]
    (highlight,) = first.highlights
    assert first.passage[slice(*highlight)] == words


def test_they_are_kept_over_a_reload_that_changes_what_stands_around(tmp_path: Path) -> None:
    loaded(tmp_path)
    knowledge = KnowledgeBase(tmp_path / "k.db")
    answered(knowledge, CLINICS)
    loaded(tmp_path, "中医馆面积不小于60平方米。")
    (placed,) = [placed for placed in knowledge.pairs() if placed.pair.question == ASKED]
    assert placed.answer == CLINICS
    first = knowledge.ask(ASKED).answers[0]
    assert first.passage[slice(*first.highlights[0])] == CLINICS


def test_where_they_stand_no_more_the_generated_answer_counts(tmp_path: Path) -> None:
    loaded(tmp_path)
    knowledge = KnowledgeBase(tmp_path / "k.db")
    generated = [placed for placed in knowledge.pairs() if placed.pair.question == ASKED]
    answered(knowledge, "中医馆开设牙科门诊。")
    assert [placed for placed in knowledge.pairs() if placed.pair.question == ASKED] == generated


def test_another_section_does_not_count(tmp_path: Path) -> None:
    loaded(tmp_path)
    knowledge = KnowledgeBase(tmp_path / "k.db")
    answered(knowledge, "县疾控中心建成智慧化监测预警平台")
    (placed,) = [placed for placed in knowledge.pairs() if placed.pair.question == ASKED]
    assert "监测预警" not in placed.answer


def test_an_answer_of_one_document_is_none_of_another(tmp_path: Path) -> None:
    loaded(tmp_path)
    newer = PLAN.format(more="").replace("青山县2027年", "河口县2029年").replace("2027年", "2029年")
    (tmp_path / "corpus" / "newer.txt").write_text(newer, encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "k.db")
    knowledge = KnowledgeBase(tmp_path / "k.db")
    asked = [placed for placed in knowledge.pairs() if placed.pair.question == ASKED]
    first = knowledge.ask(ASKED).answers[0]
    other = next(placed for placed in asked if placed.document != first.document)
    own = next(placed for placed in asked if placed.document == first.document)
    edits = [
        Edit(placed.pair.id, ASKED, ASKED, placed.pair.passage, "", answer=CLINICS) for placed in (other, own)
    ]
    knowledge.teach(Teaching(edits=(edits[0],)))
    assert knowledge.ask(ASKED).answers[0] == first
    knowledge.teach(Teaching(edits=tuple(edits)))
    answer = knowledge.ask(ASKED).answers[0]
    assert answer.document == first.document and answer.passage[slice(*answer.highlights[0])] == CLINICS
