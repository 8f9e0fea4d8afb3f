"""However long and odd a message is, it is answered politely and holds up nobody: the event loop does not read it."""

from __future__ import annotations

import time

import pytest
from telegram import Update

from bot.chat.typed_length import LONGEST_QUESTION, LONGEST_WORDS
from bot.messages import CHINESE
from tests.bot.sample import ANSWER, ANSWERED
from tests.growth import repeated

LONGEST = 4096  # characters of a message of Telegram
ODD = (
    "1、",
    "1 、 ",
    " a",
    "每年",
    "年",
    "（",
    "6月底前，",
    "@jianda_bot ",
    "/",
    "谁负责？",
    "提前1天",
    "=",
    "\n\n问",
)
READS_WORDS = (
    "/ddl",
    "/targets",
    "/chart",
    "/timeline",
    "/calendar",
    "/compare",
    "/remind",
    "时限",
    "／提醒",
)
MOST = 6.0  # times the processor time of an ordinary question, in the thread of the event loop


async def loop_seconds(office, text: str) -> float:
    """The processor time of the event loop for a message that has been parsed, the least of some tries."""
    tries, dialogue = [], office.dialogue()
    for _ in range(3):
        office.api.message(dialogue.chat, dialogue.user, text)
        (raw,) = office.api.take_updates()
        update = Update.de_json(raw, office.application.bot)
        begun = time.thread_time()
        await office.application.process_update(update)
        tries.append(time.thread_time() - begun)
    return min(tries)


@pytest.mark.parametrize("command", READS_WORDS)
async def test_too_many_words_after_a_command_are_refused(office, command):
    (reply,) = await office.dialogue().says(f"{command} {'医' * 300}")
    assert reply.text == CHINESE.words_too_long.format(length=300, limit=LONGEST_WORDS)


@pytest.mark.parametrize("command", ["", "/ask "])
async def test_too_long_a_question_is_refused(office, command):
    (reply,) = await office.dialogue().says(command + "问" * 2000)
    assert reply.text == CHINESE.too_long.format(length=2000, limit=LONGEST_QUESTION)


async def test_too_long_a_synonym_is_refused(closed_office, api):
    editor = api.user("编辑")
    office = await closed_office.open(editors=(editor.id,))
    (reply,) = await office.dialogue(editor).says(f"/synonym {'大' * 300}=防护人员")
    assert reply.text == CHINESE.words_too_long.format(length=305, limit=LONGEST_WORDS)


async def test_in_a_group_only_who_speaks_to_the_bot_is_told(office, api):
    member = api.user()
    group = api.group(members=[member], bot="administrator")
    dialogue = office.dialogue(member, group)
    assert await dialogue.says("问" * 2000) == []
    (reply,) = await dialogue.says("@jianda_bot " + "问" * 2000)
    assert reply.text == CHINESE.too_long.format(length=2000, limit=LONGEST_QUESTION)


async def test_what_fits_is_answered_as_ever(office):
    dialogue = office.dialogue()
    (reply,) = await dialogue.says(ANSWERED.question)
    assert ANSWER.passage in reply.text


@pytest.mark.parametrize("command", ["", "/remind ", "/ddl ", "/ask ", "/synonym ", "/help ", "时限 "])
async def test_the_event_loop_has_no_work_with_it(office, command):
    usual = await loop_seconds(office, "谁负责医共体？")
    for odd in ODD:
        text = command + repeated(odd, LONGEST - len(command))
        assert await loop_seconds(office, text) <= MOST * usual, odd
