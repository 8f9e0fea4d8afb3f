"""Questions are made of the printed words and a frame."""

import datetime as dt
from dataclasses import replace

from knowledge.deadlines.deadlines import Deadline
from knowledge.passages.question_generation import bare, generate
from knowledge.targets.targets import Target
from loaders.structure.outline import Sentence
from loaders.structure.sentences import sentences


def asked(text: str, headings: tuple[str, ...] = (), role: str = "task") -> list[tuple[str, str]]:
    return [(q.kind, q.text) for q in generate(text, list(sentences(text, 0, len(text))), headings, role)]


def test_a_named_thing_that_is_explained() -> None:
    assert ("definition", "什么是“三免”？") in asked("落实“三免”政策。“三免”即免挂号费、免注射费、免诊查费。")


def test_who_is_responsible() -> None:
    assert asked("由县民政局牵头建设居家养老服务中心。") == [("who", "谁负责建设居家养老服务中心？")]


def test_how_many() -> None:
    assert asked("全县共有村卫生室236个。") == [("fact", "全县村卫生室有多少个？")]
    assert asked("健康素养水平达到36%。") == [("fact", "健康素养水平是多少？")]


def test_what_the_heading_asks() -> None:
    assert ("how", "怎样抓好医共体建设？") in asked("要统一管理。", ("（一）抓好医共体建设",))
    assert ("problem", "“人才队伍”说的是什么问题？") in asked("数量少。", ("二是人才队伍",), "problem")
    assert ("achievement", "“服务能力”体现在哪些方面？") in asked("提高了。", ("1.服务能力",), "achievement")


def test_deadlines_and_targets_are_asked_for() -> None:
    text = "6月底前完成目录统一，就诊率达到90%。"
    day = dt.date(2026, 6, 30)
    due = Deadline("by", "6月底前", text, "完成目录统一", None, day, "month", False, (), (0, len(text)))
    goal = Target("就诊率", "=", "90%", "%", day, text, False, (0, len(text)))
    made = generate(text, list(sentences(text, 0, len(text))), (), "task", [due], [goal])
    assert [q.text for q in made][:2] == ["完成目录统一的时限是什么时候？", "就诊率的目标是多少？"]
    assert all((q.start, q.end) == (0, len(text)) for q in made)


def test_headings_lose_their_numbers() -> None:
    assert [bare(h) for h in ("（一）抓好医改", "一、提高认识", "3.建好医院", "二要加强督查", "①引才")] == [
        "抓好医改", "提高认识", "建好医院", "加强督查", "引才",
    ]  # fmt: skip


def test_questions_are_few_and_differ() -> None:
    made = asked("新增床位500张、护士200名、医师100名、药师50名。" * 8)
    assert len(made) <= 12 and len(made) == len(set(made))


def test_a_list_is_asked_for_by_what_sums_it_up() -> None:
    assert ("list", "重点专科有哪些？") in asked("建设心血管、儿科、肿瘤等三个重点专科。")
    assert not [kind for kind, _ in asked("发热、咳嗽、乏力在县医院就诊。") if kind == "list"]


def test_a_share_is_named_as_one() -> None:
    assert asked("持证上岗的占85%。") == [("fact", "持证上岗的比例是多少？")]


def test_questions_that_nearly_repeat_are_asked_once() -> None:
    target = Target("县域内就诊率", ">=", "90%", "%", None, "", False, (0, 10))
    near = replace(target, indicator="县域内的就诊率")
    other = replace(target, indicator="基层诊疗量占比")
    made = generate("县域内就诊率达到90%。", [Sentence(0, 12)], (), "task", (), (target, near, other))
    asked = [question.text for question in made if question.kind == "target"]
    assert asked == ["县域内就诊率的目标是多少？", "基层诊疗量占比的目标是多少？"]
