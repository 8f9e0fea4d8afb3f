"""A chat says once where it is at home: the default of its lists, questions and reminders, told, and widened by a tap."""

from dataclasses import replace

import pytest

from bot.messages import CHINESE
from bot.state.chats.homes import Home
from knowledge.answers import Item, Reply
from knowledge.documents import Document
from knowledge.ids import make_id
from tests.bot.ledger.tasks import FAR, LATE, task
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, LONELY, PLAN, Knowledge

SAY = CHINESE.home
LAN = Document(make_id("d3"), "岚川县2026年工作要点", "lan.txt", place="岚川")
THERE = replace(LONELY, passage_id=make_id("p9"), document=LAN)
HERE_TASK = task(20, "青汀的任务", ("县民政局", "lead"), document=PLAN)
LAN_TASK = task(30, "岚川的任务", ("县民政局", "lead"), document=LAN)
QUESTION = "村卫生室什么时候达标"


class Places(Knowledge):
    """Answers in some documents otherwise than in all of them."""

    local: Reply = DECLINED

    def ask(self, question, scope=()):
        reply = super().ask(question, scope)
        return replace(self.local, question=question) if scope else reply


@pytest.fixture
async def office(closed_office):
    closed_office.knowledge = Places(
        replace(ANSWERED, question=QUESTION),
        Reply(
            "哪个",
            "answer",
            0.9,
            "target",
            (LONELY, THERE),
            items=(Item(LONELY, "达标率", "90%"), Item(THERE, "达标率", "80%")),
            items_kind="choice",
        ),
    )
    closed_office.knowledge.passages[THERE.passage_id] = THERE
    closed_office.knowledge.due = [FAR, LATE, HERE_TASK, LAN_TASK]
    return await closed_office.open()


@pytest.fixture
def dialogue(office):
    return office.dialogue()


async def test_it_is_said_once_and_lists_begin_with_it(office, dialogue):
    (told,) = await dialogue.says("我是青汀的")
    assert "已记下：青汀" in told.text and office.state.homes.of(dialogue.chat.id) == Home("青汀")
    for command in ("/ddl", "/ledger"):
        (page,) = await dialogue.says(command)
        assert (
            "青汀的任务" in page.text
            and "岚川" not in page.text
            and SAY.listed.format(home="青汀") in page.text
        )
        (page,) = await dialogue.presses(SAY.everywhere, under=page)
        assert "岚川的任务" in page.text and "按您的地区" not in page.text


@pytest.mark.parametrize(
    "typed", ["/ddl 岚川", "/ddl 全部地区", "/ledger 岚川", "/ddl 《岚川县2026年工作要点》"]
)
async def test_another_place_is_not_narrowed(dialogue, typed):
    await dialogue.says("我是青汀的")
    (page,) = await dialogue.says(typed)
    assert "岚川的任务" in page.text and "按您的地区" not in page.text


async def test_body_and_person_are_defaults_too(office, dialogue):
    office.knowledge.due.append(task(40, "卫健的任务", ("县卫健局", "lead"), document=PLAN))
    await dialogue.says("我是青汀县民政局的张三")
    (page,) = await dialogue.says("/ledger")
    assert "青汀的任务" in page.text and "卫健的任务" not in page.text and "青汀 民政局" in page.text
    (page,) = await dialogue.says("/ledger 卫健局")
    assert "卫健的任务" in page.text


async def test_a_question_for_a_list_begins_with_it(dialogue):
    await dialogue.says("我是青汀的")
    (page,) = await dialogue.says("哪些快到期了")
    assert "青汀的任务" in page.text and "岚川的任务" not in page.text
    (page,) = await dialogue.presses(SAY.everywhere)
    assert "岚川的任务" in page.text


async def test_a_question_is_answered_there_first_and_widened_by_a_tap(office, dialogue):
    office.knowledge.local = replace(ANSWERED, answers=(LONELY,))
    await dialogue.says("我是青汀的")
    (answer,) = await dialogue.says(QUESTION)
    assert LONELY.passage in answer.text and SAY.answered.format(place="青汀") in answer.text
    assert office.knowledge.scopes[-1] == (PLAN.id,)
    (wide,) = await dialogue.presses("全部地区：")
    assert ANSWER.passage[:12] in wide.text and "按您的地区" not in wide.text and QUESTION in wide.text
    assert office.knowledge.asked[-1] == QUESTION


@pytest.mark.parametrize(("confidence", "local"), [(0.5, False), (0.9, True)])
async def test_a_place_that_is_less_sure_does_not_answer(office, dialogue, confidence, local):
    office.knowledge.local = replace(ANSWERED, answers=(LONELY,), confidence=confidence)
    await dialogue.says("我是青汀的")
    (answer,) = await dialogue.says(QUESTION)
    assert (SAY.answered.format(place="青汀") in answer.text) is local


async def test_what_the_place_does_not_say_is_answered_by_all(office, dialogue):
    await dialogue.says("我是青汀的")
    (answer,) = await dialogue.says(QUESTION)
    assert ANSWER.passage[:12] in answer.text and "按您的地区" not in answer.text


@pytest.mark.parametrize("question", ["岚川村卫生室什么时候达标", "全省村卫生室什么时候达标"])
async def test_a_question_that_names_a_place_is_not_narrowed(office, dialogue, question):
    await dialogue.says("我是青汀的")
    await dialogue.says(question)
    assert list(office.knowledge.scopes[-1:]) == [()] and office.knowledge.asked.count(question) == 1


async def test_a_question_that_fits_several_places_asks_back_with_buttons(dialogue):
    (asked,) = await dialogue.says("哪个")
    assert (
        asked.text.startswith("哪个县（区）？")
        and "青汀（2027）" in str(asked.labels)
        and "岚川" in str(asked.labels)
    )
    (answer,) = await dialogue.presses("青汀")
    assert LONELY.passage in answer.text
    (page,) = await dialogue.presses(SAY.other, under=asked)
    assert "还没有设地区" in page.text


async def test_it_is_chosen_changed_and_taken_back_by_buttons(office, dialogue):
    (page,) = await dialogue.says("/place")
    assert ("还没有设地区" in page.text and page.labels[0] == ("岚川", "青汀")) or "青汀" in str(page.labels)
    (told,) = await dialogue.presses("岚川")
    assert office.state.homes.of(dialogue.chat.id) == Home("岚川") and "已记下：岚川" in told.text
    await dialogue.presses(SAY.other)
    await dialogue.presses("青汀")
    assert office.state.homes.of(dialogue.chat.id) == Home("青汀")
    (told,) = await dialogue.presses(SAY.everywhere)
    assert told.text == SAY.unset and not office.state.homes.of(dialogue.chat.id)


async def test_the_first_greeting_offers_the_places(office, dialogue):
    *_, offered = await dialogue.says("/start")
    assert offered.text == SAY.greeting
    await dialogue.presses("青汀", under=offered)
    assert office.state.homes.of(dialogue.chat.id) == Home("青汀")
    assert len(await dialogue.says("/start")) == 1


async def test_reminders_begin_with_it(office, dialogue):
    await dialogue.says("我是青汀县民政局的")
    await dialogue.says("/remind 提前7天 9:00")
    await dialogue.says("/remind 全部地区 提前7天 9:00")
    assert [one.words for one in office.state.subscriptions.of_chat(dialogue.chat.id)] == ["青汀 民政局", ""]


async def test_in_a_group_its_administrators_say_so(office, api):
    admin, member = api.user("张三"), api.user("李四")
    group = api.group(admins=[admin], members=[member])
    (told,) = await office.dialogue(member, group).says("/ask 我是青汀的")
    assert told.text == SAY.admins_only and not office.state.homes.of(group.id)
    await office.dialogue(admin, group).says("/ask 本群是青汀的")
    assert office.state.homes.of(group.id) == Home("青汀")
    (entry,) = office.state.audit.entries(1)
    assert (entry.change.action, entry.change.after) == ("setting:home", "青汀")


async def test_it_outlives_a_restart_moves_with_the_group_and_is_forgotten(office, dialogue):
    await dialogue.says("我是青汀的")
    office.state.migrate_chat(dialogue.chat.id, -5)
    assert office.state.homes.of(-5) == Home("青汀")
    office.state.migrate_chat(-5, dialogue.chat.id)
    due, knowledge = office.knowledge.due, office.knowledge
    office = await office.restart()
    office.knowledge = knowledge
    assert office.state.homes.of(dialogue.chat.id) == Home("青汀") and due
    office.state.forget(dialogue.user.id)
    assert not office.state.homes.of(dialogue.chat.id)


async def test_it_is_no_question_of_the_log(office, dialogue):
    await dialogue.says("我是青汀的")
    assert office.knowledge.asked == [] and office.state.questions.latest(5) == []
