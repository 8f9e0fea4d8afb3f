"""A question gets the passage, word for word, with its citation."""

from pathlib import Path

import pytest

from knowledge.filters.filters import Filters
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase


@pytest.mark.parametrize(
    ("question", "holds", "path", "section"),
    [
        ("药品目录什么时候统一", "6月底前完成药品目录统一", "yunxi.txt", "（一）推进紧密型医共体建设"),
        ("县域内就诊率的目标", "达到90%以上", "yunxi.txt", "（一）推进紧密型医共体建设"),
        ("什么是“三免”", "即免挂号费、免注射费、免诊查费", "yunxi.txt", "（二）关心重点人群"),
        (
            "中医院新院区何时投用",
            "2027年12月底前投入使用",
            "lanjiang.txt",
            "1.建设市中医院新院区，2027年12月底前投入使用",
        ),
        ("新建了多少村卫生室", "36所", "yunxi.txt", "一、肯定成绩"),
    ],
)
def test_the_passage_with_its_citation(
    knowledge: KnowledgeBase, question: str, holds: str, path: str, section: str
) -> None:
    answer = knowledge.ask(question).answers[0]
    assert holds in answer.passage
    assert answer.document.path == path
    assert section in answer.section


def test_every_answer_is_word_for_word(knowledge: KnowledgeBase, corpus: Path) -> None:
    texts = {p.name: p.read_text(encoding="utf-8") for p in corpus.glob("*.txt")}
    for question in ("就诊率", "中医骨干人才", "老年人体检", "检查检验结果互认", "卫生院条件"):
        for answer in knowledge.ask(question).answers:
            start, end = answer.span
            assert texts[answer.document.path][start:end] == answer.passage
            assert all(0 <= a < b <= len(answer.passage) for a, b in answer.highlights)


def test_what_answers_is_highlighted(knowledge: KnowledgeBase) -> None:
    answer = knowledge.ask("药品目录什么时候统一").answers[0]
    start, end = answer.highlights[0]
    assert answer.passage[start:end] == "由县卫健局牵头，6月底前完成药品目录统一。"


def test_a_blank_in_the_source_is_told(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask("县财政新增投入多少").answers[0].redacted
    assert not knowledge.ask("药品目录什么时候统一").answers[0].redacted


@pytest.mark.parametrize(
    "question", ["明天会下雨吗", "给我讲个笑话", "写一首诗", "火车票怎么退", "????", "", "asdf qwer"]
)
def test_what_the_documents_do_not_say_is_not_answered(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(question)
    assert not reply.answered and reply.zone in ("unsure", "decline")


def test_several_questions_get_a_reply_each(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("药品目录什么时候统一？中医院新院区何时投用？")
    assert [part.question for part in reply.parts] == ["药品目录什么时候统一？", "中医院新院区何时投用？"]
    assert reply.answers == reply.parts[0].answers


def test_at_most_five_different_passages(knowledge: KnowledgeBase) -> None:
    ids = [answer.passage_id for answer in knowledge.ask("全县全市建设工作").answers]
    assert len(ids) <= 5 and len(ids) == len(set(ids))


def test_a_load_is_seen_by_the_next_question(knowledge: KnowledgeBase, corpus: Path, database: Path) -> None:
    (corpus / "new.txt").write_text(
        "在会议上的讲话\n一、疫苗\n要为适龄女生免费接种HPV疫苗3000人。\n", encoding="utf-8"
    )
    load(corpus, database)
    assert "HPV疫苗" in knowledge.ask("HPV疫苗免费接种多少人").answers[0].passage


def test_what_was_asked_just_now_is_not_looked_for_again(
    knowledge: KnowledgeBase, corpus: Path, database: Path
) -> None:
    question = "县域内就诊率的目标"
    assert knowledge.candidates(question) is knowledge.candidates(question)
    before = knowledge.candidates(question)
    (corpus / "yunxi.txt").unlink()
    assert load(corpus, database).ok
    assert knowledge.candidates(question) is not before


def test_browsing(knowledge: KnowledgeBase) -> None:
    assert [document.title for document in knowledge.documents()] == [
        "澜江市2027年卫生健康工作要点",
        "在云溪县卫生健康工作会议上的讲话",
    ]
    topics = knowledge.topics()
    assert sum(topic.passages for topic in topics) == knowledge.status().passages
    assert {"县域医共体", "医院建设与项目"} <= {topic.name for topic in topics}


def test_deadlines_and_targets_by_filter(knowledge: KnowledgeBase) -> None:
    phrases = [found.item.phrase for found in knowledge.deadlines(Filters(document="yunxi.txt"))]
    assert "6月底前" in phrases
    assert all(
        found.document.path == "lanjiang.txt" for found in knowledge.deadlines(Filters(document="澜江市"))
    )
    assert "90%" in [found.item.value for found in knowledge.targets()]


def test_status(knowledge: KnowledgeBase) -> None:
    status = knowledge.status()
    assert (status.documents, status.loaded_at is not None) == (2, True)
    assert status.questions > status.passages > 5


def test_a_scope_narrows_to_some_documents(knowledge: KnowledgeBase) -> None:
    lanjiang = next(d for d in knowledge.documents() if d.path == "lanjiang.txt")
    answers = knowledge.ask("中医院建设什么时候完成", scope=[lanjiang.id]).answers
    assert answers and {answer.document.path for answer in answers} == {"lanjiang.txt"}
    assert {a.document.path for a in knowledge.search("建设", [lanjiang.id])} == {"lanjiang.txt"}


def test_neighbours_lead_through_the_document(knowledge: KnowledgeBase) -> None:
    answer = knowledge.ask("药品目录什么时候统一").answers[0]
    after = knowledge.neighbour(answer.passage_id, 1)
    assert after is not None and after.span[0] >= answer.span[1]
    back = knowledge.neighbour(after.passage_id, -1)
    assert back is not None and back.passage_id == answer.passage_id
    assert knowledge.neighbour(answer.passage_id, 99) is None
    assert knowledge.neighbour("no such id", 1) is None


def test_a_section_is_all_that_stands_under_its_heading(knowledge: KnowledgeBase) -> None:
    answer = knowledge.ask("什么是“三免”").answers[0]
    section = knowledge.section(answer.passage_id)
    assert "".join(one.passage for one in section).startswith("（二）关心重点人群。")
    assert all(one.section == answer.section for one in section)


def test_the_outline_and_the_questions_of_a_topic(knowledge: KnowledgeBase) -> None:
    yunxi = next(d for d in knowledge.documents() if d.path == "yunxi.txt")
    assert knowledge.headings(yunxi.id) == ["一、肯定成绩", "二、抓好重点工作", "三、加强保障"]
    pairs = knowledge.questions("医院建设与项目")
    assert pairs and all(pair.topic == "医院建设与项目" for pair in pairs)
    assert knowledge.questions("医院建设与项目", scope=[yunxi.id]) == []


def test_an_opened_passage_has_nothing_marked(knowledge: KnowledgeBase) -> None:
    answer = knowledge.ask("药品目录什么时候统一").answers[0]
    opened = knowledge.passage(answer.passage_id)
    assert opened is not None and opened.highlights == ()


def test_what_is_declined_comes_with_topics_to_try(knowledge: KnowledgeBase) -> None:
    names = {topic.name for topic in knowledge.topics()}
    assert set(knowledge.ask("明天会下雨吗").suggestions) <= names


def test_what_is_said_to_the_bot_itself_is_told_as_such(knowledge: KnowledgeBase) -> None:
    errand, greeting = knowledge.ask("给我讲个中医药的笑话"), knowledge.ask("你好")
    assert (errand.zone, errand.talk, errand.suggestions) == ("decline", "errand", ())
    assert (greeting.zone, greeting.talk) == ("decline", "greeting")
    assert greeting.suggestions and all(knowledge.ask(question).answers for question in greeting.suggestions)


def test_the_id_of_a_deadline_holds_over_a_change_elsewhere(corpus: Path, database: Path) -> None:
    before = {found.item.sentence: found.item.id for found in KnowledgeBase(database).deadlines()}
    text = (corpus / "yunxi.txt").read_text(encoding="utf-8")
    (corpus / "yunxi.txt").write_text(
        text.replace("二、抓好", "又及：8月底前完成自查。\n二、抓好"), encoding="utf-8"
    )
    load(corpus, database)
    after = {found.item.sentence: found.item.id for found in KnowledgeBase(database).deadlines()}
    assert len(after) == len(before) + 1
    assert all(after[sentence] == id_ for sentence, id_ in before.items())
    assert all(after.values()) and len(set(after.values())) == len(after)
