"""Rows of tables: passages of their own with targets and deadlines told by the headers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from bot.rendering.table_rows import cited_section, readable
from knowledge.indexing.indexer import load as load_corpus
from knowledge.knowledge_base import KnowledgeBase
from knowledge.passages.passages import split
from knowledge.targets.table_rows import find_in_rows
from loaders.metadata.metadata import PartialDate
from loaders.registry import load
from loaders.structure.outline import LoadedFile
from tests.loaders.fixtures.docx_file import docx, paragraph, table
from tests.loaders.fixtures.make import FOLDER

BASE = PartialDate(2026, 11)


def file(*rows: tuple[str, ...]) -> LoadedFile:
    return load(docx(paragraph("提高认识", "1") + paragraph("下表所列必须完成。") + table(rows)), "a.docx")


def targets(*rows: tuple[str, ...]) -> list[tuple[str, str, str | None, dt.date | None]]:
    loaded = file(*rows)
    _, found = find_in_rows(loaded.text, loaded.speeches[0].paragraphs, BASE)
    return [(target.indicator, target.op, target.value, target.by) for target in found]


def deadlines(*rows: tuple[str, ...]) -> list[tuple[str, str, dt.date | None, tuple[str, ...]]]:
    loaded = file(*rows)
    found, _ = find_in_rows(loaded.text, loaded.speeches[0].paragraphs, BASE)
    return [(due.task, due.phrase, due.end, due.bodies) for due in found]


def test_each_year_to_come_is_a_target_and_what_was_is_none() -> None:
    rows = (("指标", "2025年", "2027年", "2030年目标"), ("县域内就诊率", "88%", "90%以上", "≥92%"))
    assert targets(*rows) == [
        ("县域内就诊率", ">=", "90%", dt.date(2027, 12, 31)),
        ("县域内就诊率", ">=", "92%", dt.date(2030, 12, 31)),
    ]


def test_a_bare_figure_has_the_unit_in_brackets() -> None:
    rows = (
        ("序号", "指标", "现状", "2027年目标值"),
        ("1", "居民健康素养水平（%）", "29", "37"),
        ("2", "床位（张）", "5", "不少于6"),
    )
    assert targets(*rows) == [
        ("居民健康素养水平", "=", "37%", dt.date(2027, 12, 31)),
        ("床位", ">=", "6张", dt.date(2027, 12, 31)),
    ]


def test_a_blanked_value_stays_blank() -> None:
    rows = (("指标", "2027年目标"), ("县域内就诊率", "XX%以上"), ("托位数", "5个"))
    assert targets(*rows)[0] == ("县域内就诊率", ">=", None, dt.date(2027, 12, 31))


def test_a_time_column_says_when_its_row_is_due_and_by_whom() -> None:
    rows = (
        ("重点任务", "牵头单位", "完成时限"),
        ("建成胸痛中心", "县人民医院", "2027年6月"),
        ("开展培训", "县卫健局", "长期坚持"),
    )
    assert deadlines(*rows) == [("建成胸痛中心", "2027年6月", dt.date(2027, 6, 30), ("县人民医院",))]


def test_a_goal_without_a_year_is_due_when_its_row_is() -> None:
    rows = (
        ("任务", "目标值", "完成时限"),
        ("培训村医", "200名", "2027年8月底前"),
        ("招聘医师", "30名", "2027年9月底前"),
    )
    assert targets(*rows) == [
        ("培训村医", "=", "200名", dt.date(2027, 8, 31)),
        ("招聘医师", "=", "30名", dt.date(2027, 9, 30)),
    ]


def test_a_long_cell_is_read_as_running_text() -> None:
    rows = (
        ("领域", "主要措施", "责任单位"),
        ("托育", "2027年6月底前，新增托位280个。加强机构监管。", "县卫健局"),
        ("急救", "做好演练。", "县急救中心"),
    )
    assert [(phrase, end) for _, phrase, end, _ in deadlines(*rows)] == [
        ("2027年6月底前", dt.date(2027, 6, 30))
    ]
    assert [(value, by) for _, _, value, by in targets(*rows)] == [("280个", dt.date(2027, 6, 30))]


def test_a_row_is_one_passage_word_for_word_and_the_header_its_heading() -> None:
    loaded = file(("指标", "2027年目标"), ("县域内就诊率", "90%以上"), ("托位数", "5个"))
    passages = list(split(loaded.text, loaded.speeches[0].paragraphs))
    rows = [(p.headings, loaded.text[p.start : p.end]) for p in passages if p.row]
    assert rows == [
        (("一、提高认识", "指标 | 2027年目标"), "县域内就诊率\t90%以上"),
        (("一、提高认识", "指标 | 2027年目标"), "托位数\t5个"),
    ]


def test_a_question_finds_the_row_and_it_can_be_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "table.docx").write_bytes((FOLDER / "table.docx").read_bytes())
    load_corpus(corpus, tmp_path / "k.db")
    answer = KnowledgeBase(tmp_path / "k.db").ask("县域内就诊率2027年的目标是多少").answers[0]
    assert answer.passage == "县域内就诊率\t88.4%\t90%以上\t县卫健局"
    assert (
        readable(answer) == "指标：县域内就诊率\n2026年现状：88.4%\n2027年目标：90%以上\n责任单位：县卫健局"
    )
    assert cited_section(answer) == ("一、主要指标",)
    assert [(target.value, target.by) for target in answer.targets] == [("90%", dt.date(2027, 12, 31))]
