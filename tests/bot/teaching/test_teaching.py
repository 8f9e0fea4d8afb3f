"""Dialogues: editors teach by /unanswered, /synonym, /pairs and a table, over a knowledge base of its own."""

import pytest

from bot.messages import CHINESE, ENGLISH
from bot.state.usage.question_log import AskedQuestion
from bot.teaching.csv_table import written
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.questions.checks import NAMES
from knowledge.teaching.lessons import Teaching
from tests.bot.cli.test_command_line import PLAN, SPEECH

SAYS = CHINESE.teaching
ASKED = "村里看病能报多少钱"
CLINIC = "2027年底前，所有乡镇卫生院设置中医馆。"
HOUSE = "大白房啥时候弄好"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    load(folder, tmp_path / "jianda.db")
    return folder


@pytest.fixture
def editor(api):
    return api.user()


@pytest.fixture
async def office(closed_office, corpus, editor, tmp_path):
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    closed_office.rules = {"editors": (editor.id,)}
    return await closed_office.open(editors=(editor.id,))


def log(office, *questions, zone="decline"):
    for question in questions:
        office.state.questions.add(AskedQuestion(7, 7, question, zone, 0.1, "", "", 5))


async def restarted(office, editor):
    """The office after a restart in the middle, over the same files."""
    await office.application.shutdown()
    office.state.close()
    office.knowledge = KnowledgeBase(office.folder / "jianda.db")
    return await office.open(editors=(editor.id,))


def first(office, question):
    reply = office.knowledge.ask(question)
    return reply.answered, reply.answers[0].passage if reply.answers else ""


def toast(api):
    return api.calls_of("answerCallbackQuery")[-1].parameters.get("text")


def number_of(message, words):
    """The number under which a list tells some words."""
    rows = message.text.split("\n")
    return next(row.split(".")[0] for row in rows if words in row and row.split(".")[0].isdecimal())


async def picked(dialogue, words="中医馆"):
    """Picks, for the first group of /unanswered, the passage that some typed words find."""
    await dialogue.says("/unanswered")
    await dialogue.presses("1")
    await dialogue.presses(SAYS.pick)
    (found,) = await dialogue.says(words)
    (seen,) = await dialogue.presses(number_of(found, words))
    (question,) = await dialogue.presses(SAYS.take)
    return seen, question


async def test_a_declined_question_is_answered_by_picking_a_passage(office, editor):
    log(office, ASKED, ASKED, "村里看病能报多少钱？", "食堂几点开饭")
    dialogue = office.dialogue(editor)
    (page,) = await dialogue.says("/unanswered")
    assert page.text.startswith(SAYS.unanswered.format(count=2, place=""))
    assert f"1. {ASKED}（3 次：未答 3）" in page.text
    seen, question = await picked(dialogue)
    assert CLINIC in seen.text
    assert CLINIC in question.text and "现在能答（2）" in question.text
    assert first(office, ASKED)[0] is False
    (done,) = await dialogue.presses(SAYS.go)
    assert done.text.endswith(SAYS.done) and ASKED in done.text
    assert first(office, ASKED) == (True, CLINIC) == first(office, "村里看病能报多少钱？")
    (page,) = await dialogue.says("/unanswered")
    assert ASKED not in page.text and "食堂" in page.text
    (answer,) = await office.dialogue().says(ASKED)
    assert CLINIC in answer.text
    assert office.state.audit.entries(1)[0].change.action == "teach"


async def test_what_was_taught_survives_a_restart(office, editor):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    await picked(dialogue)
    await dialogue.presses(SAYS.go)
    office = await restarted(office, editor)
    assert first(office, ASKED) == (True, CLINIC)


async def test_the_dialogue_goes_on_after_a_restart_in_the_middle(office, editor):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    await dialogue.says("/unanswered")
    await dialogue.presses("1")
    await dialogue.presses(SAYS.pick)
    office = await restarted(office, editor)
    dialogue = office.dialogue(editor)
    (found,) = await dialogue.says("中医馆")
    await dialogue.presses(number_of(found, "中医馆"))
    office = await restarted(office, editor)
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.take)
    office = await restarted(office, editor)
    dialogue = office.dialogue(editor)
    assert not office.state.lessons.all().lessons
    await dialogue.presses(SAYS.go)
    assert first(office, ASKED) == (True, CLINIC)


async def test_it_is_dropped_by_the_other_button(office, editor):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    await picked(dialogue)
    (told,) = await dialogue.presses(CHINESE.confirm_no)
    assert told.text == CHINESE.confirm_dropped and not first(office, ASKED)[0]


async def test_two_taps_make_one_change(office, editor, api):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    _, question = await picked(dialogue)
    for _ in range(2):
        api.press(editor, question, SAYS.go)
    await office.process_updates()
    assert [entry.change.action for entry in office.state.audit.entries(9)] == ["teach"]


async def test_two_editors_at_once_lose_nothing(closed_office, corpus, api, tmp_path):
    one, other = api.user(), api.user()
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open(editors=(one.id, other.id))
    log(office, ASKED, ASKED, "药品怎么涨价")
    first_one, second = office.dialogue(one), office.dialogue(other)
    await picked(first_one)
    (question,) = await second.says("/synonym 涨价=价格动态调整")
    await first_one.presses(SAYS.go)
    await second.presses(SAYS.go, question)
    teaching = office.state.lessons.all()
    assert len(teaching.lessons) == len(teaching.synonyms) == 1 and office.knowledge.teaching == teaching


async def test_another_may_not_confirm(office, editor, api):
    log(office, ASKED)
    _, question = await picked(office.dialogue(editor))
    api.press(api.user(), question, SAYS.go)
    await office.process_updates()
    assert toast(api) == CHINESE.not_yours and not office.state.lessons.all().lessons


async def test_an_ended_dialogue_says_so(office, editor):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    await dialogue.says("/unanswered")
    await dialogue.presses("1")
    (page,) = await dialogue.presses(SAYS.pick)
    await dialogue.says("/pairs")
    (answer,) = await dialogue.says("中医馆")
    assert SAYS.candidates_hint not in answer.text
    (late,) = await dialogue.presses("1", page)
    assert late.text == SAYS.ended


async def test_a_taught_question_leans_on_no_other(office, editor):
    dialogue = office.dialogue(editor)
    await dialogue.says("什么时候出台实施细则")
    passage = next(one for one in office.knowledge.search("中医馆") if one.passage == CLINIC)
    office.knowledge.teach(Teaching((office.knowledge.lesson(["那期限呢"], passage.passage_id),)))
    (answer,) = await dialogue.says("那期限呢？")
    assert CLINIC in answer.text and "接上一问" not in answer.text


async def test_a_group_becomes_a_variant_of_a_known_question(office, editor):
    log(office, "中医馆的事咋说")
    dialogue = office.dialogue(editor)
    await dialogue.says("/unanswered")
    await dialogue.presses("1")
    (found,) = await dialogue.presses(SAYS.variant)
    (seen,) = await dialogue.presses(number_of(found, "中医馆"))
    assert CLINIC in seen.text
    await dialogue.presses(SAYS.take)
    await dialogue.presses(SAYS.go)
    assert first(office, "中医馆的事咋说") == (True, CLINIC)


async def test_a_group_is_put_aside_until_it_is_asked_three_times_again(office, editor, api):
    log(office, "食堂几点开饭")
    dialogue = office.dialogue(editor)
    await dialogue.says("/unanswered")
    await dialogue.presses("1")
    (page,) = await dialogue.presses(SAYS.dismiss)
    assert page.text == f"{SAYS.dismissed}\n\n{SAYS.unanswered_none}"
    office.state._database._db.execute("UPDATE dismissals SET aside_at = aside_at - 9")
    log(office, "食堂几点开饭")
    office.state._database._db.execute("UPDATE questions SET asked_at = asked_at - 99 WHERE id = 1")
    log(office, "食堂几点开饭")
    assert (await dialogue.says("/unanswered"))[0].text == SAYS.unanswered_none
    log(office, "食堂几点开饭")
    assert "食堂几点开饭（3 次" in (await dialogue.says("/unanswered"))[0].text


async def test_a_synonym_for_a_group_is_typed(office, editor):
    log(office, "大白房啥时候弄好")
    dialogue = office.dialogue(editor)
    await dialogue.says("/unanswered")
    await dialogue.presses("1")
    await dialogue.presses(SAYS.synonym)
    (wrong,) = await dialogue.says("大白房")
    assert wrong.text == SAYS.synonym_how
    (question,) = await dialogue.says("大白房=中医馆")
    assert "大白房" in question.text and SAYS.go in question.labels[0]
    await dialogue.presses(SAYS.go)
    assert first(office, "大白房啥时候弄好")[1] == CLINIC


async def test_synonyms_are_listed_and_removed(office, editor):
    dialogue = office.dialogue(editor)
    (page,) = await dialogue.says("/synonym")
    assert page.text.startswith(SAYS.synonyms_none) and SAYS.synonym_how in page.text
    await dialogue.says("/近义词 大白房==中医馆")
    await dialogue.presses(SAYS.go)
    (page,) = await dialogue.says("/synonym")
    assert "1. 大白房 ↔ 中医馆" in page.text
    await dialogue.presses(SAYS.synonym_remove.format(number=1))
    await dialogue.presses(SAYS.go)
    assert office.knowledge.teaching.synonyms == ()


@pytest.mark.parametrize("typed", ["大白房=大白房", "房=中医馆", "房" * 40 + "=中医馆"])
async def test_a_wrong_synonym_is_told_why(office, editor, typed):
    (told,) = await office.dialogue(editor).says(f"/synonym {typed}")
    assert told.text.startswith("没有添加：") and told.labels == []


async def opened_pair(dialogue, topic="中医药", words="中医馆"):
    (topics,) = await dialogue.says("/pairs")
    label = next(label for row in topics.labels for label in row if label.startswith(topic))
    (page,) = await dialogue.presses(label)
    return await dialogue.presses(number_of(page, words))


async def test_pairs_of_a_topic_named_after_the_command_are_listed(office, editor):
    dialogue = office.dialogue(editor)
    (page,) = await dialogue.says("/pairs 中医")
    assert page.text.startswith("中医药")
    (topics,) = await dialogue.says("/pairs 飞机")
    assert topics.text.startswith(CHINESE.no_topic_named.format(typed="飞机"))


async def test_a_generated_pair_is_hidden_and_restored(office, editor):
    dialogue = office.dialogue(editor)
    await opened_pair(dialogue)
    before = [question.question for question in office.knowledge.questions("中医药")]
    await dialogue.presses(SAYS.hide)
    await dialogue.presses(SAYS.go)
    after = [question.question for question in office.knowledge.questions("中医药")]
    assert len(after) == len(before) - 1
    await opened_pair(dialogue, words="✕")
    await dialogue.presses(SAYS.restore)
    await dialogue.presses(SAYS.go)
    assert [question.question for question in office.knowledge.questions("中医药")] == before


async def test_a_generated_pair_is_reworded(office, editor):
    dialogue = office.dialogue(editor)
    await opened_pair(dialogue)
    await dialogue.presses(SAYS.reword)
    (question,) = await dialogue.says("乡里的卫生院哪年都有中医？")
    assert "乡里的卫生院哪年都有中医？" in question.text
    await dialogue.presses(SAYS.go)
    assert first(office, "乡里的卫生院哪年都有中医") == (True, CLINIC)
    shown = [one.question for one in office.knowledge.questions("中医药")]
    assert "乡里的卫生院哪年都有中医？" in shown


async def test_a_wording_is_added_to_a_generated_pair_and_split_off_again(office, editor):
    dialogue = office.dialogue(editor)
    await opened_pair(dialogue)
    await dialogue.presses(SAYS.add_wording)
    await dialogue.says("乡里啥时候都有中医")
    await dialogue.presses(SAYS.go)
    assert first(office, "乡里啥时候都有中医") == (True, CLINIC)
    (pair,) = office.knowledge.questions("中医药")
    assert pair.variants[0] == "乡里啥时候都有中医" and len(pair.variants) > 1
    (shown,) = await opened_pair(dialogue)
    assert "乡里啥时候都有中医" in shown.text
    (variants,) = await dialogue.presses(SAYS.split)
    await dialogue.presses(number_of(variants, "乡里啥时候都有中医"))
    await dialogue.presses(SAYS.go)
    assert first(office, "乡里啥时候都有中医") == (True, CLINIC)
    questions = {pair.question: pair.variants for pair in office.knowledge.questions("中医药")}
    assert len(questions) == 2 and "乡里啥时候都有中医" not in questions[pair.question]


async def test_the_answer_of_a_pair_is_changed_kept_over_a_reload_and_restored(
    office, editor, corpus, tmp_path
):
    dialogue = office.dialogue(editor)
    plan = PLAN.replace("设置中医馆。", "设置中医馆。中医馆由县中医院派人坐诊。{more}")
    (corpus / "county-2027.txt").write_text(plan.format(more=""), encoding="utf-8")
    load(corpus, tmp_path / "jianda.db")
    (before,) = [pair for pair in office.knowledge.questions("中医药") if pair.kind == "deadline"]
    await opened_pair(dialogue, words=before.question)
    (how,) = await dialogue.presses(SAYS.answer)
    assert before.question in how.text and "设置中医馆" in how.text
    (wrong,) = await dialogue.says("中医馆由市中医院派人坐诊。")
    assert wrong.text == SAYS.answer_wrong
    (asks,) = await dialogue.says("中医馆 由县中医院派人坐诊。")
    assert "中医馆由县中医院派人坐诊。" in asks.text
    await dialogue.presses(SAYS.go)
    (corpus / "county-2027.txt").write_text(plan.format(more="每周两次。"), encoding="utf-8")
    load(corpus, tmp_path / "jianda.db")
    (after,) = [placed for placed in office.knowledge.pairs() if placed.pair.id == before.id]
    assert after.answer == "中医馆由县中医院派人坐诊。"
    (shown,) = await opened_pair(dialogue, words=before.question)
    assert SAYS.answer_gone not in shown.text
    (corpus / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    load(corpus, tmp_path / "jianda.db")
    (shown,) = await opened_pair(dialogue, words=before.question)
    assert SAYS.answer_gone in shown.text
    await dialogue.says("/pairs")
    (failing,) = await dialogue.presses(SAYS.failing_button)
    assert before.question in failing.text and SAYS.failing_answer in failing.text
    await dialogue.presses("1")
    await dialogue.presses(SAYS.restore)
    await dialogue.presses(SAYS.go)
    assert office.knowledge.teaching == Teaching()


async def test_a_pair_is_moved_and_stays_there_over_a_reload(office, editor, corpus, tmp_path):
    dialogue = office.dialogue(editor)
    (moved,) = office.knowledge.questions("中医药")
    await opened_pair(dialogue)
    (topics,) = await dialogue.presses(SAYS.move)
    target = next(label for row in topics.labels for label in row if label not in (SAYS.back_pair, "下一页"))
    (asks,) = await dialogue.presses(target)
    assert target in asks.text
    await dialogue.presses(SAYS.go)
    (corpus / "county-2027.txt").write_text(
        PLAN.replace("2027年底前，所", "2027年9月底前，所"), encoding="utf-8"
    )
    load(corpus, tmp_path / "jianda.db")
    assert moved.id in [pair.id for pair in office.knowledge.questions(target)]
    counts = {topic.name: topic.questions for topic in office.knowledge.topics()}
    assert office.knowledge.questions("中医药") == [] and counts["中医药"] == 0 and counts[target] >= 1
    assert moved.id in [placed.pair.id for placed in office.knowledge.pairs() if placed.pair.topic == target]


@pytest.mark.parametrize("reworded", ["", "中药房啥时候改完？"])
async def test_a_pair_is_merged_into_another_and_restored(office, editor, corpus, tmp_path, reworded):
    plan = PLAN.replace("设置中医馆。", "设置中医馆。2027年6月底前，县中医院完成中药房改造。")
    (corpus / "county-2027.txt").write_text(plan, encoding="utf-8")
    load(corpus, tmp_path / "jianda.db")
    dialogue = office.dialogue(editor)
    questions = [pair.question for pair in office.knowledge.questions("中医药")]
    gone = next(question for question in questions if "中药房" in question)
    await opened_pair(dialogue, words="中药房")
    if reworded:
        await dialogue.presses(SAYS.reword)
        await dialogue.says(reworded)
        await dialogue.presses(SAYS.go)
        await opened_pair(dialogue, words="中药房")
        gone = reworded
    (alike,) = await dialogue.presses(SAYS.merge)
    await dialogue.presses(number_of(alike, "中医馆"))
    await dialogue.presses(SAYS.go)
    (left,) = office.knowledge.questions("中医药")
    assert gone in left.variants and first(office, gone) == (True, first(office, left.question)[1])
    await opened_pair(dialogue, words="✕")
    await dialogue.presses(SAYS.restore)
    await dialogue.presses(SAYS.go)
    assert [pair.question for pair in office.knowledge.questions("中医药")] == questions
    assert office.knowledge.teaching == Teaching()


async def test_what_fails_the_checks_is_listed_with_why(office, editor):
    dialogue = office.dialogue(editor)
    await dialogue.says("/pairs")
    (page,) = await dialogue.presses(SAYS.failing_button)
    assert page.text == SAYS.failing_none
    await opened_pair(dialogue)
    await dialogue.presses(SAYS.reword)
    await dialogue.says("，该馆何时？？")
    await dialogue.presses(SAYS.go)
    await dialogue.says("/pairs")
    (page,) = await dialogue.presses(SAYS.failing_button)
    assert set(NAMES) == set(SAYS.checks) == set(ENGLISH.teaching.checks)
    assert "，该馆何时？？" in page.text and SAYS.checks["leading mark"] in page.text
    (pair,) = await dialogue.presses("1")
    assert CLINIC in pair.text


async def test_an_edit_of_another_kind_survives_a_table(office, editor):
    dialogue = office.dialogue(editor)
    await opened_pair(dialogue)
    await dialogue.presses(SAYS.add_wording)
    await dialogue.says("乡里啥时候都有中医")
    await dialogue.presses(SAYS.go)
    (pair,) = office.knowledge.questions("中医药")
    await send_table(office, editor, [HEADER, ("改写", pair.question, "中医馆何时设？", "", pair.passage)])
    await dialogue.presses(SAYS.go)
    (edit,) = office.state.lessons.all().edits
    assert (edit.question, edit.added) == ("中医馆何时设？", ("乡里啥时候都有中医",))


async def test_a_taught_pair_is_edited_and_removed(office, editor):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    await picked(dialogue)
    await dialogue.presses(SAYS.go)
    await opened_pair(dialogue, words="★")
    await dialogue.presses(SAYS.add_wording)
    await dialogue.says("乡下看病报多少")
    await dialogue.presses(SAYS.go)
    assert first(office, "乡下看病报多少") == (True, CLINIC)
    (pair,) = await opened_pair(dialogue, words="★")
    assert ASKED in pair.text and "乡下看病报多少" in pair.text
    await dialogue.presses("删除")
    await dialogue.presses(SAYS.go)
    assert not first(office, ASKED)[0] and not office.knowledge.teaching.lessons


async def test_a_taught_pair_whose_passage_has_changed_is_flagged_and_mended(
    office, editor, corpus, tmp_path
):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    await picked(dialogue)
    await dialogue.presses(SAYS.go)
    (corpus / "county-2027.txt").write_text(PLAN.replace("设置中医馆", "建成中医馆"), encoding="utf-8")
    load(corpus, tmp_path / "jianda.db")
    assert not first(office, ASKED)[0]
    (page,) = await dialogue.says("/unanswered")
    (doubtful,) = await dialogue.presses(SAYS.doubtful_button.format(count=1))
    assert CLINIC in doubtful.text and page.labels[0] == [SAYS.doubtful_button.format(count=1)]
    (found,) = await dialogue.presses(SAYS.mend.format(number=1))
    await dialogue.presses(number_of(found, "建成中医馆"))
    await dialogue.presses(SAYS.take)
    await dialogue.presses(SAYS.go)
    assert first(office, ASKED) == (True, "2027年底前，所有乡镇卫生院建成中医馆。")
    assert office.knowledge.doubtful() == []


async def send_table(office, editor, rows, name="t.csv"):
    revision = office.api.world.revision
    office.api.document(office.api.private(editor), editor, name, written(rows))
    return await office.dialogue(editor).settled(revision)


HEADER = ("类型", "内容", "对应", "双向", "原文")


async def test_a_table_is_checked_and_then_used(office, editor):
    rows = [
        HEADER,
        ("问答", f"{ASKED}\n看病报多少", "", "", "设置中医馆"),
        ("近义词", "大白房", "中医馆", "是", ""),
        ("近义词", "大白房", "", "", ""),
        ("问答", "啥", "nowhere", "", ""),
        ("别的", "", "", "", ""),
    ]
    (report,) = await send_table(office, editor, rows)
    assert SAYS.import_rows.format(lessons=1, synonyms=1, edits=0) in report.text
    assert f"4: {SAYS.bad_rows['empty']}" in report.text and f"5: {SAYS.bad_rows['passage']}" in report.text
    assert f"6: {SAYS.bad_rows['kind']}" in report.text
    assert not office.state.lessons.all().lessons
    await office.dialogue(editor).presses(SAYS.go)
    assert first(office, "看病报多少") == (True, CLINIC)
    assert office.knowledge.teaching.synonyms[0].both


async def test_what_is_exported_is_taken_back_without_change(office, editor, api):
    dialogue = office.dialogue(editor)
    await dialogue.says("/synonym =大白房=中医馆")
    await dialogue.says("/synonym 大白房=中医馆")
    await dialogue.presses(SAYS.go)
    await dialogue.says("/pairs")
    (file,) = await dialogue.presses(SAYS.export)
    content = file.file
    assert content.startswith(b"\xef\xbb\xbf")
    revision = api.world.revision
    api.document(api.private(editor), editor, "back.csv", content)
    (told,) = await dialogue.settled(revision)
    assert told.text == SAYS.nothing


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"a,b\n1,2", b""])
async def test_a_file_that_is_no_table_is_said_to_be_none(office, editor, content):
    revision = office.api.world.revision
    office.api.document(office.api.private(editor), editor, "t.csv", content)
    (told,) = await office.dialogue(editor).settled(revision)
    assert told.text in [CHINESE.notes[f"TableUnreadable.{code}"] for code in ("large", "damaged", "header")]


@pytest.mark.parametrize("command", ["/unanswered", "/synonym", "/synonym 大白房=中医馆", "/pairs", "/未答"])
async def test_others_are_refused(office, command):
    (reply,) = await office.dialogue().says(command)
    assert reply.text == CHINESE.not_editor and reply.labels == []


async def test_every_button_pressed_by_another_changes_nothing(office, editor, api):
    log(office, ASKED)
    dialogue, stranger = office.dialogue(editor), api.user()
    await dialogue.says("/unanswered")
    for label in ("1", SAYS.pick):
        await dialogue.presses(label)
    for message in api.sent(dialogue.chat):
        for row in message.buttons:
            for button in row:
                api.press(stranger, message, button.text)
    before = [one.text for one in api.sent(dialogue.chat)]
    await office.process_updates()
    assert [one.text for one in api.sent(dialogue.chat)] == before
    assert toast(api) == CHINESE.not_editor and office.state.audit.count() == 0


async def test_a_table_of_another_changes_nothing(office, api):
    (reply,) = await send_table(office, api.user(), [HEADER, ("近义词", "大白房", "中医馆", "", "")])
    assert reply.text == CHINESE.not_editor


async def test_who_is_no_editor_any_more_does_not_go_on(office, editor, api):
    log(office, ASKED)
    dialogue = office.dialogue(editor)
    _, question = await picked(dialogue)
    await office.application.shutdown()
    office.state.close()
    office.knowledge = KnowledgeBase(office.folder / "jianda.db")
    office = await office.open()
    dialogue = office.dialogue(editor)
    await dialogue.presses(SAYS.go, question)
    assert not office.state.lessons.all().lessons


async def test_a_group_is_led_to_the_private_chat(office, editor, api):
    group = api.group(members=[editor])
    (reply,) = await office.dialogue(editor, group).says("/unanswered")
    assert reply.text.startswith(CHINESE.only_private)


async def test_in_english(closed_office, corpus, api, tmp_path):
    editor = api.user(language_code="en")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open(editors=(editor.id,))
    log(office, ASKED)
    dialogue, says = office.dialogue(editor), ENGLISH.teaching
    (page,) = await dialogue.says("/unanswered")
    assert page.text.startswith("Questions without a good answer: 1 groups")
    await dialogue.presses("1")
    await dialogue.presses(says.pick)
    (found,) = await dialogue.says("中医馆")
    await dialogue.presses(number_of(found, "中医馆"))
    await dialogue.presses(says.take)
    (done,) = await dialogue.presses(says.go)
    assert done.text.endswith(says.done) and first(office, ASKED) == (True, CLINIC)
