"""A document with readers is, for everybody else, not there: in no answer, list, count or suggestion."""

from __future__ import annotations

import pytest

from bot.access.access import Access
from bot.config.config import Telegram
from knowledge.documents import Document
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.readers import STRANGER, ReadingRule, closed_to, packed, unpacked, without_closed
from knowledge.store.files import open_database
from knowledge.store.reader import Store
from knowledge.teaching.lessons import Teaching
from loaders.errors import ManifestInvalid
from loaders.metadata.manifest import read_manifest

OPEN = "在全市卫生健康工作会议上的讲话\n（2026年3月12日）\n\n一、抓重点\n\n今年6月底前，由市医保局牵头出台实施细则。力争基层诊疗量占比达到55%以上。\n"
SECRET = "银杏疗养院整改方案\n（2026年4月1日）\n\n一、整改任务\n\n今年9月底前，由银杏疗养院完成消防水箱改造，水箱容量达到180吨以上。\n"
QUESTION = "银杏疗养院的消防水箱什么时候改造完"


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "corpus" / "内部").mkdir(parents=True)
    (tmp_path / "corpus" / "open.txt").write_text(OPEN, encoding="utf-8")
    (tmp_path / "corpus" / "内部" / "secret.txt").write_text(SECRET, encoding="utf-8")
    return tmp_path / "corpus"


def loaded(corpus, manifest: str) -> KnowledgeBase:
    (corpus / "corpus.toml").write_text(manifest, encoding="utf-8")
    report = load(corpus, corpus.parent / "jianda.db")
    assert not report.warnings
    return KnowledgeBase(corpus.parent / "jianda.db")


CLOSED = '[[document]]\nfile = "内部"\nreaders = [7, -1001]\n'


@pytest.mark.parametrize("reader", [frozenset({"7"}), frozenset({"-1001"}), None])
def test_its_readers_read_it(corpus, reader):
    knowledge = loaded(corpus, CLOSED).read_by(reader)
    reply = knowledge.ask(QUESTION)
    assert reply.answered and "水箱" in reply.answers[0].passage
    assert len(knowledge.documents()) == 2


@pytest.mark.parametrize("reader", [STRANGER, frozenset({"8"}), frozenset({"-7"})])
def test_for_all_others_it_is_not_there(corpus, reader):
    whole = loaded(corpus, CLOSED)
    knowledge = whole.read_by(reader)
    secret = next(d for d in whole.documents() if d.path.startswith("内部"))
    passages = whole.text(secret.id)
    told = [
        knowledge.ask(QUESTION),
        knowledge.search(QUESTION),
        knowledge.documents(),
        knowledge.deadlines(every_kind=True),
        knowledge.targets(),
        knowledge.known_questions(QUESTION, 10),
        [knowledge.questions(topic.name) for topic in whole.topics()],
        knowledge.pairs(),
        [knowledge.generated(topic.name) for topic in whole.topics()],
        knowledge.text(secret.id),
        knowledge.headings(secret.id),
        knowledge.document(secret.id),
        knowledge.contents([secret.id]),
        knowledge.left_out(secret.path),
        [knowledge.passage(answer.passage_id) for answer in passages],
        [knowledge.section(answer.passage_id) for answer in passages],
        [knowledge.neighbour(answer.passage_id, 0) for answer in passages],
        knowledge.ask(QUESTION, (secret.id,)),
    ]
    assert "水箱" in repr(whole.ask(QUESTION).answers)
    assert "水箱" not in repr(told).replace(QUESTION, "") and secret.title not in repr(told)


def test_readers_who_may_read_the_same_share_an_edition_and_others_do_not(corpus):
    knowledge = loaded(corpus, CLOSED)
    readers = (None, frozenset({"7"}), frozenset({"7", "9"}), STRANGER, frozenset({"8"}))
    whole, own, other, stranger, nobody = (knowledge.read_by(reader) for reader in readers)
    assert whole.edition == own.edition == other.edition != stranger.edition == nobody.edition
    before = own.edition
    assert knowledge.read_by(frozenset({"10"})).known_edition is None
    load(corpus, corpus.parent / "jianda.db")
    loaded(corpus, CLOSED.replace("7", "8"))
    assert own.edition != before
    assert own.edition == stranger.edition != nobody.edition


def test_what_is_in_a_document_is_counted_as_it_is_listed(corpus):
    knowledge = loaded(corpus, CLOSED)
    for document in knowledge.documents():
        contents = knowledge.contents([document.id])[document.id]
        assert contents.headings == len(knowledge.headings(document.id)) == 1
        assert contents.deadlines == sum(d.document == document for d in knowledge.deadlines()) == 1
        assert contents.targets == sum(t.document == document for t in knowledge.targets()) == 1


def test_a_word_of_closed_documents_alone_is_a_word_that_nobody_knows(corpus):
    whole = loaded(corpus, CLOSED)
    assert whole.ask("怎么买火车票").zone == "decline"  # what is kept of all documents serves no view of some
    seen, own = whole.read_by(STRANGER), whole.read_by(frozenset({"7"}))
    (corpus / "内部" / "secret.txt").unlink()
    for question in (QUESTION, "银杏疗养院", "实施细则什么时候出台", "怎么买火车票"):
        with_it, reader = seen.ask(question), own.ask(question)
        load(corpus, corpus.parent / "alone.db")
        without_it = KnowledgeBase(corpus.parent / "alone.db").ask(question)
        assert (with_it.zone, with_it.understood, with_it.suggestions) == (
            without_it.zone, without_it.understood, without_it.suggestions,
        )  # fmt: skip
        assert [a.passage for a in with_it.answers] == [a.passage for a in without_it.answers]
        assert reader.zone == "answer" or question in ("银杏疗养院", "怎么买火车票")


def test_words_are_counted_in_the_documents_that_are_there(corpus):
    loaded(corpus, CLOSED)
    store = Store(open_database(corpus.parent / "jianda.db"))
    seen = store.narrowed(STRANGER)
    assert [s.frequency("水箱") > 0 for s in (store, seen)] == [True, False]
    assert (seen.frequency("月底"), store.frequency("月底")) == (1, 2)


def test_counts_are_those_of_what_is_open(corpus):
    whole = loaded(corpus, CLOSED)
    seen, every = whole.read_by(STRANGER), whole.status()
    (corpus / "内部" / "secret.txt").unlink()
    load(corpus, corpus.parent / "jianda.db")
    alone, status = KnowledgeBase(corpus.parent / "jianda.db"), seen.status()
    same = ("documents", "passages", "questions", "deadlines", "targets", "listed")
    assert [getattr(status, name) for name in same] == [getattr(alone.status(), name) for name in same]
    assert every.documents == status.documents + 1
    assert [t.name for t in seen.topics()] == [t.name for t in alone.topics()]


def test_rights_change_with_the_next_load_though_no_file_does(corpus):
    assert len(loaded(corpus, CLOSED).read_by(STRANGER).documents()) == 1
    assert len(loaded(corpus, "").read_by(STRANGER).documents()) == 2
    assert len(loaded(corpus, CLOSED).read_by(STRANGER).documents()) == 1


def test_what_one_narrowed_to_a_reader_is_taught_all_are_taught(corpus):
    whole = loaded(corpus, CLOSED)
    lesson = whole.lesson(["疗养院几时弄好"], whole.search("消防水箱")[0].passage_id)
    whole.read_by(frozenset({"7"})).teach(Teaching(lessons=(lesson,)))
    assert whole.is_taught("疗养院几时弄好")
    assert "水箱" not in repr(whole.read_by(STRANGER).ask("疗养院几时弄好").answers)
    assert whole.trying(Teaching()) is not whole and whole.is_taught("疗养院几时弄好")


def document(id_, path, part=None, instead=None):
    return Document(id_, id_, path, part, instead=instead, replaced="older" if instead else None)


def test_the_narrowest_rule_counts():
    documents = [document("a", "x/a.txt"), document("b", "x/b.txt", "篇二"), document("c", "xy.txt")]
    rules = [
        ReadingRule("x/b.txt", None, frozenset({"2"})),
        ReadingRule("x/", None, frozenset({"1"})),
        ReadingRule("x/b.txt", "篇二", frozenset({"3"})),
    ]
    assert closed_to(frozenset({"1"}), documents, rules) == {"b"}
    assert closed_to(frozenset({"3"}), documents, rules) == {"a"}
    assert closed_to(STRANGER, documents, rules) == {"a", "b"}
    assert unpacked(packed(rules)) == rules and unpacked(None) == []


def test_a_document_is_not_replaced_by_one_that_is_closed():
    left = without_closed({"new"}, [document("old", "o.txt", instead="new"), document("new", "n.txt")])
    assert list(left) == ["old"] and left["old"].instead is None and left["old"].replaced is None


def test_a_document_may_be_for_those_alone_who_look_after_all(corpus):
    whole = loaded(corpus, CLOSED.replace("[7, -1001]", '["editor"]'))
    access = Access(Telegram(owners=(1,), admins=(2,), editors=(3,)))
    counts = {
        person: len(whole.read_by(access.reads_as(person, person)).documents()) for person in range(1, 6)
    }
    assert counts == {1: 2, 2: 2, 3: 2, 4: 1, 5: 1}
    assert len(whole.read_by(access.reads_as(3, -1001)).documents()) == 1, "in a group others read along"


@pytest.mark.parametrize(
    "readers", ['"7"', "[7.5]", "[true]", "[[7]]", "7", '["admin"]', '["王芳"]', '[""]', '[7, "7 8"]']
)
def test_readers_that_are_no_ids_are_refused(tmp_path, readers):
    (tmp_path / "corpus.toml").write_text(
        f'[[document]]\nfile = "a.txt"\nreaders = {readers}\n', encoding="utf-8"
    )
    with pytest.raises(ManifestInvalid):
        read_manifest(tmp_path)
