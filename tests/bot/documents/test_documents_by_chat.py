"""Dialogues: editors send files, correct them, add, replace and remove them, and take it back."""

import os
import shutil

import pytest

from bot.documents.upload import DRAFT
from bot.messages import CHINESE
from bot.state.editing.confirmations import Pending
from bot.state.usage.question_log import AskedQuestion
from bot.telegram.admin import documents
from knowledge.corpus import drafts
from knowledge.corpus.changes import FOLDER, versions
from knowledge.errors import LoadInProgress
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.cli.test_command_line import PLAN, SPEECH
from tests.bot.telegram.test_permissions import pressed

SAYS = CHINESE.documents
TEACHING = CHINESE.teaching
ASKED = "所有乡镇卫生院什么时候设置中医馆？"
CLINIC = "2027年底前，所有乡镇卫生院设置中医馆。"
UNCHANGED_FOLDER = ["city-2026.txt"]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    load(folder, tmp_path / "jianda.db")
    return folder


@pytest.fixture
def editor(api):
    return api.user("编辑甲")


@pytest.fixture
async def office(closed_office, folder, editor, tmp_path):
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    closed_office.load = lambda progress: load(folder, tmp_path / "jianda.db")
    office = await closed_office.open(editors=(editor.id,))
    office.state.questions.add(AskedQuestion(7, 7, ASKED, "decline", 0.1, "", "", 5))
    return office


async def sends(office, editor, name="county-2027.txt", content=PLAN, **more):
    revision = office.api.world.revision
    data = content.encode() if isinstance(content, str) else content
    office.api.document(office.api.private(editor), editor, name, data, **more)
    return await office.dialogue(editor).settled(revision)


async def test_the_preview_tells_who_issued_it_and_every_line_left_out(office, editor):
    notice = f"青卫发〔2027〕3号\n{PLAN}- 3 -\n一、其他\n各单位要抓好落实。\n青山县卫生健康局\n2027年1月8日\n关注公众号：某某文库\n"
    (shown,) = await sends(office, editor, content=notice)
    assert "文号 青卫发〔2027〕3号 · 发文单位 青山县卫生健康局" in shown.text and "2027-01-08" in shown.text
    assert SAYS.noise.format(count=2) in shown.text
    for text, reason in (("- 3 -", "page"), ("关注公众号：某某文库", "advert")):
        assert SAYS.left_out.format(text=text, reason=SAYS.reasons[reason]).strip() in shown.text


async def restarted(office, editor):
    await office.application.shutdown()
    office.state.close()
    office.knowledge = KnowledgeBase(office.folder / "jianda.db")
    return await office.open(editors=(editor.id,))


def names(folder):
    return sorted(p.name for p in folder.iterdir() if not p.name.startswith("."))


def answered(office):
    reply = office.knowledge.ask(ASKED)
    return reply.answered and CLINIC in reply.answers[0].passage


async def added(office, editor, **what):
    await sends(office, editor, **what)
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.add)
    (done,) = await dialogue.presses(SAYS.go["add"])
    assert SAYS.done in done.text
    return dialogue


def document(office, path):
    return next(one for one in office.knowledge.documents() if one.path == path)


async def managed(office, editor, path):
    dialogue = office.dialogue(editor)
    (page,) = await dialogue.says("/documents")
    place = [one.path for one in office.knowledge.documents()].index(path) + 1
    await dialogue.presses(str(place))
    (page,) = await dialogue.presses(SAYS.manage)
    assert path in page.text
    return dialogue


async def test_a_file_is_shown_tried_and_added(office, editor, folder):
    (shown,) = await sends(office, editor)
    assert "《青山县2027年卫生健康工作要点》" in shown.text and "2027" in shown.text
    assert (
        "一、传染病防控" in shown.text and SAYS.found.format(passages=2, deadlines=2, targets=0) in shown.text
    )
    assert names(folder) == UNCHANGED_FOLDER and not answered(office)
    dialogue = office.dialogue(editor)
    (question,) = await dialogue.presses(SAYS.add)
    assert f"{TEACHING.effects['answered']}（1）" in question.text and CLINIC[:10] in question.text
    assert names(folder) == UNCHANGED_FOLDER
    (done,) = await dialogue.presses(SAYS.go["add"])
    assert SAYS.done in done.text and "新增 1" in done.text
    assert (folder / "county-2027.txt").read_text(encoding="utf-8") == PLAN and answered(office)
    change = office.state.audit.entries(1)[0].change
    assert (change.name, change.action, change.subject) == (
        editor.first_name,
        "document:add",
        "county-2027.txt",
    )
    (page,) = await dialogue.says("/documents")
    assert "青山县" in page.text


async def test_corrections_are_typed_and_written_into_corpus_toml(office, editor, folder):
    (folder / "corpus.toml").write_text("# 我们的文件\n", encoding="utf-8")
    await sends(office, editor)
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.change["title"])
    (shown,) = await dialogue.says("青山县2027年工作计划")
    assert "《青山县2027年工作计划》" in shown.text
    await dialogue.presses(SAYS.change["date"])
    (wrong,) = await dialogue.says("去年")
    assert wrong.text == SAYS.wrong["date"]
    (shown,) = await dialogue.says("2027年1月8日")
    assert "2027-01-08" in shown.text and "青山县2027年工作计划" in shown.text
    await dialogue.presses(SAYS.change["place"])
    await dialogue.says("青山")
    await dialogue.presses(SAYS.add)
    await dialogue.presses(SAYS.go["add"])
    said = (folder / "corpus.toml").read_text(encoding="utf-8")
    assert said.startswith("# 我们的文件\n") and "date = 2027-01-08" in said
    found = document(office, "county-2027.txt")
    assert (found.title, found.place, found.date.day) == ("青山县2027年工作计划", "青山", 8)


async def test_the_dialogue_outlives_restarts(office, editor, folder):
    await sends(office, editor)
    await office.dialogue(editor).presses(SAYS.change["place"])
    office = await restarted(office, editor)
    await office.dialogue(editor).says("青山")
    office = await restarted(office, editor)
    await office.dialogue(editor).presses(SAYS.add)
    office = await restarted(office, editor)
    await office.dialogue(editor).presses(SAYS.go["add"])
    assert answered(office) and document(office, "county-2027.txt").place == "青山"


async def test_an_upload_whose_time_is_over_says_so(office, editor, folder):
    await sends(office, editor)
    for upload in (folder / drafts.UPLOADS).iterdir():
        upload.unlink()
    (told,) = await office.dialogue(editor).presses(SAYS.add)
    assert "重新发送" in told.text and names(folder) == UNCHANGED_FOLDER


async def test_it_is_dropped_at_either_step(office, editor, folder):
    await sends(office, editor)
    dialogue = office.dialogue(editor)
    (told,) = await dialogue.presses(SAYS.drop)
    assert told.text == SAYS.dropped
    await sends(office, editor)
    await dialogue.presses(SAYS.add)
    (told,) = await dialogue.presses(CHINESE.confirm_no)
    assert told.text == CHINESE.confirm_dropped and names(folder) == UNCHANGED_FOLDER
    assert office.state.audit.count() == 0 and versions(folder) == []


async def test_two_taps_add_once(office, editor, folder, api):
    (shown,) = await sends(office, editor)
    for _ in range(2):
        api.press(editor, shown, SAYS.add)
    await office.process_updates()
    questions = [
        one for one in api.sent(api.private(editor)) if SAYS.asked["add"][:3] in one.text and one.labels
    ]
    question = next(one for one in questions if SAYS.go["add"] in str(one.labels) and one is not shown)
    for _ in range(2):
        api.press(editor, question, SAYS.go["add"])
    await office.process_updates()
    assert len(versions(folder)) == office.state.audit.count() == 1


async def test_the_draft_of_another_cannot_be_pressed(closed_office, folder, api, tmp_path):
    one, other = api.user(), api.user()
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open(editors=(one.id, other.id))
    draft = drafts.DocumentDraft("add", "county-2027.txt", upload=drafts.keep_upload(folder, PLAN.encode()))
    key = office.state.pending.add(Pending(one.id, DRAFT, drafts.stored(draft)))
    for data in (f"y:{key}", f"w:{key}", f"n:{key}", f"f:date::{key}"):
        await pressed(office, api, other, "doc:" + data)
        assert api.sent(api.private(other))[-1].text == SAYS.ended
    assert office.state.pending.find(key) and office.state.dialogues.of(other.id) is None


async def test_two_editors_add_the_same_name_and_only_the_first_is_written(
    closed_office, folder, api, tmp_path
):
    one, other = api.user(), api.user()
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open(editors=(one.id, other.id))
    await sends(office, one)
    await sends(office, other, content=PLAN.replace("所有", "全部"))
    for editor in (one, other):
        await office.dialogue(editor).presses(SAYS.add)
    await office.dialogue(one).presses(SAYS.go["add"])
    (late,) = await office.dialogue(other).presses(SAYS.go["add"])
    assert "被别人改过" in late.text
    assert (folder / "county-2027.txt").read_text(encoding="utf-8") == PLAN and len(versions(folder)) == 1


async def test_a_change_is_taken_back_by_undo(office, editor, folder):
    dialogue = await added(office, editor)
    (question,) = await dialogue.says("/undo")
    assert "county-2027.txt" in question.text and editor.first_name in question.text
    assert f"{TEACHING.effects['declined']}（1）" in question.text
    await dialogue.presses(SAYS.go["undo"])
    assert names(folder) == UNCHANGED_FOLDER and not answered(office)
    assert office.state.audit.entries(1)[0].change.action == "document:undo"
    (told,) = await dialogue.says("/撤销")
    assert told.text == SAYS.undo_none


async def test_undo_changes_nothing_when_the_file_has_changed_meanwhile(office, editor, folder):
    dialogue = await added(office, editor)
    await dialogue.says("/undo")
    (folder / "county-2027.txt").write_text("别人写的", encoding="utf-8")
    (told,) = await dialogue.presses(SAYS.go["undo"])
    assert "被别人改过" in told.text
    (told,) = await dialogue.says("/undo")
    assert "被别人改过" in told.text
    assert (folder / "county-2027.txt").read_text(encoding="utf-8") == "别人写的"


async def test_a_document_is_removed_and_comes_back(office, editor, folder):
    await added(office, editor)
    dialogue = await managed(office, editor, "county-2027.txt")
    (question,) = await dialogue.presses(SAYS.remove)
    assert f"{TEACHING.effects['declined']}（1）" in question.text
    await dialogue.presses(SAYS.go["remove"])
    assert names(folder) == UNCHANGED_FOLDER and not answered(office)
    await dialogue.says("/undo")
    await dialogue.presses(SAYS.go["undo"])
    assert answered(office)


async def test_a_document_is_replaced_and_the_older_version_kept(office, editor, folder):
    await added(office, editor)
    dialogue = await managed(office, editor, "county-2027.txt")
    (how,) = await dialogue.presses(SAYS.replace)
    assert "county-2027.txt" in how.text
    (shown,) = await sends(office, editor, name="新版.md", content=PLAN.replace("中医馆", "国医馆"))
    assert "county-2027.md" in shown.text
    await dialogue.presses(SAYS.go["replace"])
    await dialogue.presses(SAYS.go["replace"])
    assert names(folder) == ["city-2026.txt", "county-2027.md"]
    kept = [one.read_bytes() for one in (folder / FOLDER).glob("*/0")]
    assert PLAN.encode() in kept
    await dialogue.says("/undo")
    await dialogue.presses(SAYS.go["undo"])
    assert names(folder) == ["city-2026.txt", "county-2027.txt"] and answered(office)


async def test_a_file_of_a_name_that_is_there_can_replace_it(office, editor, folder):
    await added(office, editor)
    (shown,) = await sends(office, editor, content=PLAN.replace("中医馆", "国医馆"))
    assert "county-2027-2.txt" in shown.text
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.add_replacing.format(file="county-2027.txt"))
    await dialogue.presses(SAYS.go["replace"])
    await dialogue.presses(SAYS.go["replace"])
    assert "国医馆" in (folder / "county-2027.txt").read_text(encoding="utf-8")
    assert names(folder) == ["city-2026.txt", "county-2027.txt"]


async def test_the_date_of_a_document_is_changed_and_taken_back(office, editor, folder):
    dialogue = await managed(office, editor, "city-2026.txt")
    await dialogue.presses(SAYS.change["date"])
    (question,) = await dialogue.says("2025-03-12")
    assert "2025-03-12" in question.text
    await dialogue.presses(SAYS.go["describe"])
    assert document(office, "city-2026.txt").year == 2025
    assert office.state.audit.entries(1)[0].change.after == "date=2025-03-12"
    await dialogue.says("/undo")
    await dialogue.presses(SAYS.go["undo"])
    assert document(office, "city-2026.txt").year == 2026 and not (folder / "corpus.toml").exists()


async def test_a_document_is_read_again_and_sent(office, editor, folder):
    dialogue = await managed(office, editor, "city-2026.txt")
    (file,) = await dialogue.presses(CHINESE.original_file)
    assert file.file == SPEECH.encode()
    (folder / "city-2026.txt").write_text(SPEECH.replace("55%", "56%"), encoding="utf-8")
    dialogue = await managed(office, editor, "city-2026.txt")
    report, page = await dialogue.presses(SAYS.read_again)
    assert "更改 1" in report.text and "city-2026.txt" in page.text


async def test_the_same_file_and_a_near_one_are_told(office, editor, folder):
    (told,) = await sends(office, editor, name="x.txt", content=SPEECH)
    assert told.text == SAYS.same.format(file="x.txt", other="city-2026.txt") and told.labels == []
    await added(office, editor)
    (shown,) = await sends(office, editor, name="y.txt", content=PLAN + "三、其他\n要加强宣传。\n")
    assert "《青山县2027年卫生健康工作要点》有" in shown.text


HOSTILE = [
    ("../../x.txt", "x.txt"),
    ("..\\..\\x.txt", "x.txt"),
    ("/etc/cron.d/x", "x"),
    ("a\nb\u202e.txt", "a b.txt"),
    (".hidden", "hidden"),
    ("长" * 200 + ".txt", "长" * 40 + ".txt"),
    ("没有后缀", "没有后缀"),
    ("corpus.toml", "corpus-2.toml"),
    ("CITY-2026.TXT", "CITY-2026-2.TXT"),
]


@pytest.mark.parametrize(("name", "kept"), HOSTILE)
async def test_a_hostile_name_is_made_safe(office, editor, folder, name, kept):
    await added(office, editor, name=name)
    assert kept in names(folder)
    assert {one.name for one in folder.parent.iterdir()} >= {"corpus", "jianda.db"}
    assert sum(one.is_file() for one in folder.rglob("*.txt")) <= 2 and "青山" in str(
        office.knowledge.documents()
    )


@pytest.mark.parametrize("content", [b"", b"   ", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4])
async def test_an_unreadable_file_is_one_line(office, editor, folder, content):
    (told,) = await sends(office, editor, name="x.bin", content=content)
    assert "没有加入" in told.text and "\n" not in told.text and told.labels == []
    assert names(folder) == UNCHANGED_FOLDER


async def test_a_file_that_is_too_big_is_one_line(office, editor, folder):
    (told,) = await sends(office, editor, size=documents.LARGEST + 1)
    assert told.text == SAYS.too_big


async def test_the_example_corpus_is_not_changed(office, editor, folder, monkeypatch):
    monkeypatch.setattr("bot.documents.changes.example_corpus", lambda: folder)
    (told,) = await sends(office, editor)
    assert "corpus" in told.text and "\n" not in told.text and names(folder) == UNCHANGED_FOLDER


async def test_a_manifest_that_is_no_toml_is_one_line(office, editor, folder):
    (folder / "corpus.toml").write_text("[[document]\nfile=", encoding="utf-8")
    (told,) = await sends(office, editor)
    assert "corpus.toml" in told.text and "\n" not in told.text


async def test_a_file_that_was_written_but_not_loaded_is_told(office, editor, folder, monkeypatch):
    await sends(office, editor)
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.add)

    def busy(corpus, database, **_):
        raise LoadInProgress(database)

    monkeypatch.setattr("bot.documents.changes.load", busy)
    monkeypatch.setattr("bot.documents.changes.PAUSE", 0.0)
    (told,) = await dialogue.presses(SAYS.go["add"])
    assert SAYS.not_loaded.partition("{")[0] in told.text and SAYS.done not in told.text
    assert "county-2027.txt" in names(folder) and office.state.audit.count() == 1


async def test_others_are_refused(office, api, folder):
    person = api.user("外人")
    (told,) = await sends(office, person)
    assert (
        told.text == CHINESE.only_text
        and not (folder / drafts.UPLOADS).exists()
        and names(folder) == UNCHANGED_FOLDER
    )
    (told,) = await office.dialogue(person).says("/undo")
    assert told.text == CHINESE.not_editor
    dialogue = office.dialogue(person)
    await dialogue.says("/documents")
    (page,) = await dialogue.presses("1")
    assert SAYS.manage not in str(page.labels)
    assert not any(data.startswith("doc:") for data in str(page.labels).split("'"))


async def test_an_editor_who_is_none_any_more_cannot_confirm(office, editor, folder, closed_office):
    await sends(office, editor)
    await office.dialogue(editor).presses(SAYS.add)
    await office.application.shutdown()
    office.state.close()
    office = await office.open(editors=())
    (told,) = await office.dialogue(editor).presses(SAYS.go["add"])
    assert told.text == CHINESE.not_admin and names(folder) == UNCHANGED_FOLDER


async def test_a_reload_tells_what_it_did_to_the_questions(closed_office, folder, api, tmp_path):
    admin = api.user()
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    for name in ("", ".sum"):
        shutil.copyfile(tmp_path / f"jianda.db{name}", tmp_path / f"next.db{name}")
    (folder / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    report = load(folder, tmp_path / "next.db")

    def swapped(progress):
        for name in (".sum", ""):
            os.replace(tmp_path / f"next.db{name}", tmp_path / f"jianda.db{name}")
        return report

    closed_office.load = swapped
    office = await closed_office.open(admins=(admin.id,))
    office.state.questions.add(AskedQuestion(7, 7, ASKED, "decline", 0.1, "", "", 5))
    dialogue = office.dialogue(admin)
    (report,) = await dialogue.says("/reload")
    assert SAYS.reloaded.format(asked=1, answered=1, declined=0, other=0) in report.text
    (examples,) = await dialogue.presses(SAYS.examples)
    assert f"{TEACHING.effects['answered']}（1）" in examples.text
    came = [placed.pair.question for placed in office.knowledge.pairs() if "county" in placed.document.path]
    assert SAYS.questions_changed.format(came=len(came), went=0, changed=0) in report.text
    await dialogue.says("/reload")
    (changes,) = await dialogue.presses(SAYS.question_changes)
    assert all(question in changes.text for question in came)


async def test_links_and_pipes_in_the_folder_stop_no_upload_and_no_list(office, editor, folder, tmp_path):
    (tmp_path / "secret.txt").write_text(PLAN, encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    for name, target in (
        ("out.txt", tmp_path / "secret.txt"),
        ("nothing.txt", "gone"),
        ("zero.txt", "/dev/zero"),
    ):
        (folder / name).symlink_to(target)
    dialogue = await added(office, editor)
    assert answered(office)
    (page,) = await dialogue.says("/documents")
    assert "共" in page.text or "2 份文件" in page.text


async def test_an_upload_never_takes_the_name_of_a_link_or_pipe(office, editor, folder):
    os.mkfifo(folder / "county-2027.txt")
    (shown, *_) = await sends(office, editor)
    assert "county-2027-2.txt" in shown.text


async def test_a_document_whose_file_has_become_a_link_out_of_the_folder_is_not_sent(
    office, editor, folder, tmp_path
):
    (tmp_path / "secret.txt").write_text("机密", encoding="utf-8")
    (folder / "city-2026.txt").unlink()
    (folder / "city-2026.txt").symlink_to(tmp_path / "secret.txt")
    dialogue = office.dialogue(editor)
    await dialogue.says("/documents")
    await dialogue.presses("1")
    (told,) = await dialogue.presses("原文件")
    assert told.file is None and "不在服务器上" in told.text
    await dialogue.presses(SAYS.manage)
    (refused,) = await dialogue.presses(SAYS.remove)
    assert "意外" not in refused.text and "链接" in refused.text
