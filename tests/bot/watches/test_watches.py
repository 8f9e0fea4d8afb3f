"""A watch tells once, with the old and the new sentence, what new and changed documents say, and nothing else."""

import datetime as dt
import shutil

import pytest

from bot.messages import CHINESE
from bot.telegram.tasks.reminder_posting import poster
from bot.telegram.tasks.scheduled.delivery import ScheduledDelivery
from bot.telegram.tasks.scheduled.kinds import kinds_of
from bot.watches.looking import look
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

SAY = CHINESE.watches
PLAN = """青汀县2026年卫生健康工作要点
一、医共体建设
推进紧密型县域医共体建设，年底前覆盖所有乡镇卫生院。
建立医共体总会计师制度，由县财政局派驻。
二、家庭医生
重点人群签约率达到80%以上。
"""
OTHER = """岚川县2026年卫生健康工作要点
一、重点任务
医共体内实行药品统一采购。
所有村卫生室纳入医保定点。
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


@pytest.fixture
async def office(closed_office, folder, tmp_path):
    write(folder, "qingting.txt", PLAN)
    load(folder, tmp_path / "jianda.db")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    closed_office.load = lambda progress: load(folder, tmp_path / "jianda.db")
    return await closed_office.open(limit_per_minute=0)


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


async def loaded(office, folder):
    """Loads the folder, looks and sends, as the running bot does."""
    load(folder, office.folder / "jianda.db")
    services = office.application.bot_data["services"]
    office.now += dt.timedelta(minutes=1)
    look(office.knowledge, office.state, services.access, office.now.timestamp())
    await ScheduledDelivery(services.sources(), kinds_of(services), poster(office.application.bot)).tick(
        office.now
    )


def told(office, dialogue, after):
    return [sent.text for sent in office.api.sent(dialogue.chat)[after:]]


async def test_a_changed_document_is_told_with_the_old_sentence_and_the_new_one(office, folder):
    dialogue = office.dialogue()
    (made,) = await dialogue.says("/watch 医共体")
    assert made.text.startswith("👁 好的，已关注“医共体”：现有文件里有 2 处")
    changed = PLAN.replace("年底前覆盖所有乡镇卫生院", "6月底前覆盖所有乡镇卫生院和村卫生室")
    write(folder, "qingting.txt", changed.replace("80%", "85%"))
    await loaded(office, folder)
    await loaded(office, folder)
    (news,) = told(office, dialogue, 1)
    assert news == (
        "🔔 您关注的内容有更新：1 份文件，1 处\n"
        "《青汀县2026年卫生健康工作要点》（2026）有改动，“医共体”1 处：\n"
        "1. 改为：“推进紧密型县域医共体建设，6月底前覆盖所有乡镇卫生院和村卫生室。”\n"
        "    原来：“推进紧密型县域医共体建设，年底前覆盖所有乡镇卫生院。”"
    )
    (passage,) = await dialogue.presses("1")
    assert "村卫生室" in passage.text


async def test_a_new_document_is_told_and_what_a_document_says_no_more(office, folder):
    dialogue = office.dialogue()
    await dialogue.says("关注")
    await dialogue.says("/关注 医共体")
    write(folder, "lanchuan.txt", OTHER)
    write(folder, "qingting.txt", PLAN.replace("建立医共体总会计师制度，由县财政局派驻。\n", ""))
    await loaded(office, folder)
    (news,) = told(office, dialogue, 2)
    assert news.startswith("🔔 您关注的内容有更新：2 份文件，2 处")
    assert "新文件《岚川县2026年卫生健康工作要点》（2026），“医共体”1 处：" in news
    assert "“医共体内实行药品统一采购。”" in news and "删去了：“建立医共体总会计师制度" in news


async def test_saved_again_moved_and_in_another_format_it_tells_nothing(office, folder):
    dialogue = office.dialogue()
    await dialogue.says("/watch 医共体")
    write(folder, "qingting.txt", PLAN.replace("\n", "\r\n"))
    await loaded(office, folder)
    (folder / "2026").mkdir()
    shutil.move(folder / "qingting.txt", folder / "2026" / "plan.txt")
    await loaded(office, folder)
    write(folder, "plan.md", (folder / "2026" / "plan.txt").read_text(encoding="utf-8"))
    (folder / "2026" / "plan.txt").unlink()
    await loaded(office, folder)
    assert told(office, dialogue, 1) == []
    write(folder, "plan.md", PLAN.replace("总会计师制度", "首席会计师制度"))
    await loaded(office, folder)
    (news,) = told(office, dialogue, 1)
    assert "首席会计师" in news and "原来：“建立医共体总会计师" in news


async def test_many_are_one_message_that_turns(office, folder):
    dialogue = office.dialogue()
    await dialogue.says("/watch 医共体")
    lines = "\n".join(
        f"第{number}项任务是在医共体内统一第{number}类管理{'职能' * number}。" for number in range(1, 31)
    )
    write(folder, "lanchuan.txt", f"岚川县2026年工作安排\n一、任务\n{lines}\n")
    await loaded(office, folder)
    (news,) = told(office, dialogue, 1)
    assert "30 处（第 1/2 页）" in news and len(news) < 4096
    (second,) = await dialogue.presses("下一页")
    assert "（还有 20 处没有列出）" in second.text and "（第 2/2 页）" in second.text


async def test_a_closed_document_is_not_told_of(office, folder):
    dialogue = office.dialogue()
    reader = office.dialogue()
    for each in (dialogue, reader):
        await each.says("/watch 医共体")
    write(folder, "lanchuan.txt", OTHER)
    write(folder, "corpus.toml", f'[[document]]\nfile = "lanchuan.txt"\nreaders = [{reader.user.id}]\n')
    await loaded(office, folder)
    assert told(office, dialogue, 1) == [] and len(told(office, reader, 1)) == 1


async def test_it_is_listed_ended_and_put_back(office, folder):
    dialogue = office.dialogue()
    (empty,) = await dialogue.says("/watch")
    assert empty.text == SAY.ask
    for number in range(9):
        await dialogue.says(f"/watch 任务{number}")
    (page,) = await dialogue.says("我的关注")
    assert "（共 9 个）" in page.text and "（第 1/2 页）" in page.text
    await dialogue.presses("下一页")
    (view,) = await dialogue.presses("9")
    assert view.text.startswith("👁 关注“任务8”")
    (gone,) = await dialogue.presses(SAY.remove)
    assert gone.text == "已取消关注“任务8”。"
    (back,) = await dialogue.presses(SAY.restore)
    assert back.text.startswith("👁 关注“任务8”")
    await dialogue.presses(SAY.remove)
    write(folder, "lanchuan.txt", OTHER.replace("统一采购", "任务8"))
    await loaded(office, folder)
    assert told(office, dialogue, 0)[-1] == gone.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("/watch 医", "太短"), (f"/watch {'词' * 81}", "太长"), ("/watch 医共体", "已经关注了")],
)
async def test_what_cannot_be_watched_is_said(office, typed, said):
    dialogue = office.dialogue()
    await dialogue.says("/watch 医共体")
    (reply,) = await dialogue.says(typed)
    assert said in reply.text and len(office.state.watches.of_chat(dialogue.chat.id)) == 1


async def test_in_a_group_administrators_alone_watch(office, api, folder):
    admin, member = api.user(), api.user()
    group = api.group(admins=[admin], members=[member])
    (refused,) = await office.dialogue(member, group).says("/watch 医共体")
    assert refused.text == SAY.admins_only
    (made,) = await office.dialogue(admin, group).says("/watch 医共体")
    assert await office.dialogue(member, group).presses(SAY.remove, under=made) == []
    write(folder, "lanchuan.txt", OTHER)
    await loaded(office, folder)
    assert "药品统一采购" in api.sent(group)[-1].text


async def test_forgetting_erases_it(office, folder):
    dialogue = office.dialogue()
    await dialogue.says("/watch 医共体")
    office.state.forget(dialogue.user.id)
    assert office.state.watches.running() == []
    assert office.state._database.rows("SELECT * FROM watched") == []
