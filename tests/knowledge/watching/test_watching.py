"""Watched words are met by themselves and their synonyms; what is new is told from what was only saved again."""

import pytest

from knowledge.documents import Document
from knowledge.watching.changes import Change, changes_of
from knowledge.watching.statements import Statement
from knowledge.watching.watched_words import watched_words

PLAN = Document("d", "青汀县2027年卫生健康工作要点", "plan.txt", place="青汀")


def said(text, heading=""):
    return Statement(text, "p", heading)


@pytest.mark.parametrize(
    ("typed", "text", "heading", "met"),
    [
        ("医共体", "推进紧密型县域医共体建设。", "", True),
        ("医共体", "推进县域医疗卫生共同体建设。", "", True),
        ("医共体", "人财物统一管理。", "（二）医共体建设", True),
        ("医共体", "人财物统一管理。", "（二）中医药", False),
        ("签约率", "重点人群签约率达到80%。", "", True),
        ("卫健局", "由县卫生健康局牵头。", "", True),
        ("青汀", "人财物统一管理。", "", True),
        ("青汀县", "人财物统一管理。", "", True),
        ("岚川", "人财物统一管理。", "", False),
        ("青汀 中医", "建设中医馆。", "", True),
        ("岚川 中医", "建设中医馆。", "", False),
        ("ＩＣＵ", "建设icu病床。", "", True),
    ],
)
def test_words_are_met(typed, text, heading, met):
    assert watched_words(typed).are_met(said(text, heading), PLAN) is met


def test_what_was_only_saved_again_is_no_change():
    known = {said("签约率达到 80%。").key: "签约率达到 80%。"}
    assert changes_of(known, [said("签约率达到80％。")]) == []


def test_a_sentence_is_told_with_what_it_was():
    old, new = "重点人群签约率达到80%。", "重点人群签约率达到85%以上。"
    gone, fresh = "建立医共体总会计师制度。", "新建三所社区医院，由县财政安排资金。"
    known = {said(text).key: text for text in (old, gone)}
    assert changes_of(known, [said(fresh), said(new)]) == [
        Change("", fresh, "p"),
        Change(old, new, "p"),
        Change(gone, ""),
    ]
