"""Which times are due dates, what is due, and who is to do it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.deadlines.deadlines import Deadline, find_deadlines
from knowledge.text.modality import heading_mood, section_mood, sentence_mood
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Heading, Paragraph, Sentence
from tests.knowledge.speeches import BASE, TASKS, paragraphs

TABLE = Path(__file__).parents[1] / "data" / "due.tsv"
DATED = ("by", "in", "from", "during")


def rows() -> Iterator[list[str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def found_in(text: str, heading: str = TASKS, base: PartialDate | None = BASE) -> list[Deadline]:
    return find_deadlines(text, paragraphs(text, heading), base)


def dated_in(text: str, heading: str = TASKS) -> list[Deadline]:
    return [deadline for deadline in found_in(text, heading) if deadline.kind in DATED]


def task_of(text: str) -> str:
    return dated_in(text)[-1].task


def printed(deadline: Deadline) -> str:
    if deadline.kind == "from":
        return f"{deadline.phrase}={deadline.start}.."
    return f"{deadline.phrase}={deadline.end}"


@pytest.mark.parametrize(("heading", "due", "sentence"), list(rows()))
def test_due_times(heading: str, due: str, sentence: str) -> None:
    wanted = [] if due == "-" else due.replace("力争20xx年", "20xx年").split(";")
    assert [printed(deadline) for deadline in dated_in(sentence, heading)] == wanted


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("力争到2027年，全市建成3个区域中心。", "全市建成3个区域中心"),
        ("确保年底前将药品目录统一到位。", "将药品目录统一到位"),
        ("各县要在9月底前完成发热门诊改造。", "各县要在9月底前完成发热门诊改造"),
        ("做好急救站点规范化改造，2年内达到省定标准。", "做好急救站点规范化改造，2年内达到省定标准"),
        ("6月底前完成招标；年底前开工建设新院区。", "开工建设新院区"),
        ("粉尘检测率2024年达到90%，2025年达到95%。", "粉尘检测率2024年达到90%，2025年达到95%"),
        (
            "乡镇（街道）覆盖率2024年达到80%、2025年达到100%。",
            "乡镇（街道）覆盖率2024年达到80%、2025年达到100%",
        ),
        ("各县（市、区）于8月31日前将方案报市里备案。", "各县（市、区）于8月31日前将方案报市里备案"),
        ("开展打击非法行医行动，时间从4月到9月。", "开展打击非法行医行动"),
        ("年中、年末各开展一次评估。", "各开展一次评估"),
        ("今年完成三县医院改造，全部达到“二级甲等”标准。", "完成三县医院改造，全部达到“二级甲等”标准"),
    ],
)
def test_task(text: str, task: str) -> None:
    assert task_of(text) == task


@pytest.mark.parametrize(
    ("text", "task"),
    [
        (
            "一是完善三大体系。健全监测网络。要配齐设备，联通数据。建强应急队伍。储备应急物资。这几项工作，8月底前全部完成。",
            "这几项工作，8月底前全部完成",
        ),
        ("健全药品配送网络。要分片包干，定期考核。这项工作年底前完成。", "这项工作年底前完成"),
        ("推进平台互通，实现数据共享。上述任务9月底前完成。", "上述任务9月底前完成"),
    ],
)
def test_a_task_of_scope_words_is_a_stretch_of_its_sentence(text: str, task: str) -> None:
    assert task_of(text) == task


def test_label_dates_the_item_above_it() -> None:
    text = "1.加强急救网络建设。新增救护车4辆。（责任单位：县卫健局、县财政局；完成时限：2024年9月底前）"
    (deadline,) = found_in(text)
    assert deadline.task == "加强急救网络建设"
    assert deadline.bodies == ("县卫健局", "县财政局")


def test_a_short_task_is_as_printed() -> None:
    text = "急救中心二期。6月底前开工。年底前完成全部主体工程和设备安装。"
    path = (Heading("急救中心二期", 2, 0, 6),)
    sentences = (Sentence(0, 7), Sentence(7, 14), Sentence(14, len(text)))
    found = find_deadlines(text, [Paragraph(path, sentences)], BASE, "task")
    assert [deadline.task for deadline in found] == ["开工", "完成全部主体工程和设备安装"]


@pytest.mark.parametrize(
    "label",
    [
        "责任单位：县卫健局、县财政局。",
        "县卫健局、县财政局按职责分工负责。",
        "（县卫健局牵头，县财政局配合）",
    ],
)
def test_bodies_may_stand_in_a_sentence_after_the_task(label: str) -> None:
    (deadline,) = found_in(f"6月底前开通转诊平台。{label}")
    assert deadline.bodies == ("县卫健局", "县财政局")


def test_body_of_an_item_may_stand_in_the_label_after_it() -> None:
    text = "3月底前开通转诊平台，6月底前接入全部卫生院。（责任单位：县卫健局）"
    assert {deadline.bodies for deadline in found_in(text)} == {("县卫健局",)}


def test_bodies_are_those_of_the_same_part_of_the_sentence() -> None:
    text = "由市医保局牵头，6月底前出台细则；由市卫健委牵头，年底前完成改革。"
    assert [deadline.bodies for deadline in found_in(text)] == [("市医保局",), ("市卫健委",)]


@pytest.mark.parametrize(
    ("text", "kind", "phrase"),
    [
        ("各县每季度报告一次进展。", "every", "每季度"),
        ("实行一月一调度，确保进度。", "every", "一月一调度"),
        ("要尽快出台实施细则。", "vague", "尽快"),
        ("方案印发后，各县要抓好落实。", "event", "方案印发后"),
        ("待省里文件出台后，及时制定我市细则。", "event", "待省里文件出台后"),
        ("方案印发后一个月内兑现到人。", "event", "方案印发后一个月内"),
    ],
)
def test_times_without_a_date(text: str, kind: str, phrase: str) -> None:
    deadline = found_in(text)[0]
    assert (deadline.kind, deadline.phrase) == (kind, phrase)
    assert (deadline.start, deadline.end, deadline.precision) == (None, None, "unresolved")


@pytest.mark.parametrize(
    "text", ["每年新增患者约2万人。", "补助标准从每月900元提高到1300元。", "每天新增病例十余例。"]
)
def test_recurring_statistics_are_no_tasks(text: str) -> None:
    assert found_in(text) == []


def test_sentence_is_word_for_word_as_printed() -> None:
    text = "同志们：\n要抓紧落实。确保20xx 年底前，　全省 5 个市建成平台。\n谢谢。"
    (deadline,) = dated_in(text)
    assert deadline.sentence == "确保20xx 年底前，　全省 5 个市建成平台。"
    assert text[slice(*deadline.sentence_span)] == deadline.sentence
    assert deadline.phrase == "20xx 年底前"
    assert (deadline.kind, deadline.redacted, deadline.precision) == ("by", True, "unresolved")


def test_speech_without_a_date_leaves_relative_times_unresolved() -> None:
    (deadline,) = found_in("要在年底前完成改造。", base=None)
    assert (deadline.end, deadline.precision, deadline.redacted) == (None, "unresolved", False)


def test_report_without_headings_goes_over_into_tasks_by_its_words() -> None:
    text = (
        "今年以来，工作取得新成绩。\n新增床位500张，上半年开诊。\n下面，我讲几点意见。\n年内开工建设新院区。"
    )
    assert [deadline.phrase for deadline in dated_in(text, "")] == ["年内"]


def test_sentence_beyond_measure_is_read_in_pieces() -> None:
    text = "完善制度，" * 400 + "年底前完成。"
    (deadline,) = dated_in(text)
    assert deadline.sentence.endswith("年底前完成。")
    assert text[slice(*deadline.sentence_span)] == deadline.sentence


@pytest.mark.parametrize(
    ("heading", "mood"),
    [
        ("一、充分肯定成绩，坚定发展信心", "report"),
        ("二、正视存在的问题", "report"),
        ("三、坚持问题导向，补齐短板", "task"),
        ("四、着力破解看病难题", "task"),
        ("（一）改革给群众带来了实惠", "report"),
        ("五、加强组织保障", "task"),
        ("青山市", "open"),
    ],
)
def test_heading_mood(heading: str, mood: str) -> None:
    assert heading_mood(heading) == mood


def test_items_below_a_report_are_reports() -> None:
    path = [Heading("一、看成绩", 1, 0, 0), Heading("一是服务体系不断完善", 2, 0, 0)]
    assert section_mood(path) == "report"


@pytest.mark.parametrize(
    ("sentence", "around", "mood"),
    [
        ("近年来，我们建成了一批医院。", "task", "report"),
        ("目前，设备还不足。", "task", "report"),
        ("开展检测，人次比上年增长8%。", "task", "task"),
        ("要加快建设。", "report", "task"),
        ("也要看到，短板仍然突出。", "open", "report"),
        ("供应相应增加，需求主要集中在基层。", "open", "open"),
        ("加快平台建设。", "open", "task"),
    ],
)
def test_sentence_mood(sentence: str, around: str, mood: str) -> None:
    assert sentence_mood(sentence, around) == mood  # type: ignore[arg-type]
