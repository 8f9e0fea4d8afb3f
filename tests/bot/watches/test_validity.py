"""Who watches a document or uploaded it is told before it expires and when another takes its place, once."""

import datetime as dt

import pytest

from bot.messages import CHINESE
from bot.state.storage.audit import AuditChange
from bot.telegram.tasks.reminder_posting import poster
from bot.telegram.tasks.scheduled.delivery import ScheduledDelivery
from bot.telegram.tasks.scheduled.kinds import kinds_of
from bot.telegram.tasks.scheduled.looking import look_for_news
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

RULES = """青汀县家庭医生签约服务管理办法
第一条 为规范家庭医生签约服务，制定本办法。
第二条 重点人群签约率达到80%以上。
第三条 本办法有效期至2026年12月20日。
"""
AFTER = """青汀县基层卫生服务管理办法
第一条 为规范基层卫生服务，制定本办法。
第二条 《青汀县家庭医生签约服务管理办法》同时废止。
"""
PLAN = """青汀县2026年卫生健康工作要点{stage}
一、医共体建设
推进紧密型县域医共体建设，覆盖所有乡镇卫生院。
建立医共体总会计师制度，由县财政局派驻。
医共体内实行药品统一采购、统一配送。
二、家庭医生
重点人群签约率达到{rate}以上。
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "rules.txt").write_text(RULES, encoding="utf-8")
    (tmp_path / "corpus" / "plan.txt").write_text(
        PLAN.format(stage="（征求意见稿）", rate="80%"), encoding="utf-8"
    )
    return tmp_path / "corpus"


@pytest.fixture
async def office(closed_office, folder, tmp_path):
    load(folder, tmp_path / "jianda.db")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open(editors=(42,))
    look_for_news(office.application.bot_data["services"])
    return office


async def looked(office, folder=None, day=None):
    """Loads, lets the day come, looks and sends, as the running bot does."""
    if folder:
        load(folder, office.folder / "jianda.db")
    office.now = dt.datetime.combine(day, dt.time(9), dt.UTC) if day else office.now + dt.timedelta(minutes=1)
    services = office.application.bot_data["services"]
    look_for_news(services)
    await ScheduledDelivery(services.sources(), kinds_of(services), poster(office.application.bot)).tick(
        office.now
    )


def told(office, dialogue, after=1):
    return [sent.text for sent in office.api.sent(dialogue.chat)[after:]]


async def test_it_is_told_thirty_and_seven_days_before(office):
    dialogue = office.dialogue()
    await dialogue.says("/watch 家庭医生签约")
    for day in (22, 23, 24):
        await looked(office, day=dt.date(2026, 11, day))
    (first,) = told(office, dialogue)
    assert first == (
        "📄 您关注或上传的文件，效力有变化：\n"
        "1. 《青汀县家庭医生签约服务管理办法》有效期到 2026年12月20日，还有 28 天。"
    )
    await looked(office, day=dt.date(2026, 12, 13))
    await looked(office, day=dt.date(2026, 12, 20))
    await looked(office, day=dt.date(2026, 12, 21))
    assert "还有 7 天" in told(office, dialogue)[1] and len(told(office, dialogue)) == 2
    (opened,) = await dialogue.presses("1")
    assert "家庭医生签约服务管理办法" in opened.text


async def test_a_newer_plan_and_a_rule_that_abolishes_are_told_once(office, folder):
    dialogue, stranger = office.dialogue(), office.dialogue()
    await dialogue.says("/watch 青汀 医共体")
    await dialogue.says("/watch 《青汀县家庭医生签约服务管理办法》")
    await stranger.says("/watch 疫苗")
    (folder / "plan2.txt").write_text(PLAN.format(stage="", rate="85%"), encoding="utf-8")
    (folder / "rules2.txt").write_text(AFTER, encoding="utf-8")
    for _ in range(2):
        await looked(office, folder)
    notices = [text for text in told(office, dialogue, 2) if text.startswith("📄")]
    assert notices == [
        "📄 您关注或上传的文件，效力有变化：\n"
        "1. 《青汀县2026年卫生健康工作要点（征求意见稿）》有了更新的：《青汀县2026年卫生健康工作要点》，以后按新的回答。\n"
        "2. 《青汀县家庭医生签约服务管理办法》已被《青汀县基层卫生服务管理办法》废止。"
    ]
    assert told(office, stranger) == []


async def test_who_uploaded_it_is_told(office, api, folder):
    change = AuditChange(42, "编辑甲", "document:add", "办法", "", "rules.txt 12345678")
    office.state.audit.add(change)
    office.state.audit.add(AuditChange(43, "不再是编辑", "document:add", "要点", "", "plan.txt 12345678"))
    await looked(office, day=dt.date(2026, 12, 1))
    rows = office.state._database.rows("SELECT chat, content FROM scheduled")
    assert [row["chat"] for row in rows] == [42] and "签约服务管理办法" in rows[0]["content"]


async def test_what_was_so_before_the_first_look_is_not_told(closed_office, folder, tmp_path):
    (folder / "rules2.txt").write_text(AFTER, encoding="utf-8")
    load(folder, tmp_path / "jianda.db")
    closed_office.knowledge = KnowledgeBase(tmp_path / "jianda.db")
    office = await closed_office.open()
    dialogue = office.dialogue()
    await dialogue.says("/watch 家庭医生签约")
    await looked(office)
    await looked(office)
    assert told(office, dialogue) == []


async def test_a_document_is_watched_from_its_page(office, folder):
    dialogue = office.dialogue()
    await dialogue.says("/documents")
    await dialogue.presses("1")
    (made,) = await dialogue.presses(CHINESE.watches.watch_document)
    assert "已关注“《青汀县2026年卫生健康工作要点（征求意见稿）》”" in made.text
    (folder / "plan.txt").write_text(PLAN.format(stage="（征求意见稿）", rate="90%"), encoding="utf-8")
    await looked(office, folder)
    assert "改为：“重点人群签约率达到90%以上。”" in told(office, dialogue)[-1]
