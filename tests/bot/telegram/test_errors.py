"""When something goes wrong: a line with a number to the asker, the rest to the log."""

import logging
import re
from pathlib import Path

from telegram.error import NetworkError
from telegram.ext import MessageHandler, filters

from bot.errors import explain
from bot.telegram.logging import DiscreetFormatter
from knowledge import errors as knowledge_errors
from tests.bot.sample import ANSWERED

WHEN = ANSWERED.question


async def test_the_asker_is_told_a_number_that_stands_in_the_log(office, caplog):
    office.knowledge.trouble = RuntimeError("secret detail")
    (reply,) = await office.dialogue().says(WHEN)
    number = re.search(r"编号 ([0-9a-f]{6})", reply.text)[1]
    assert "secret detail" not in reply.text
    assert f"error {number}" in caplog.text and "secret detail" in caplog.text


async def test_the_same_error_has_the_same_number(office):
    office.knowledge.trouble = RuntimeError
    first, second = [(await office.dialogue().says(WHEN))[0].text for _ in range(2)]
    assert first == second


async def test_a_knowledge_base_that_is_gone_is_said_to_be_unavailable(office):
    office.knowledge.trouble = knowledge_errors.DatabaseMissing(Path("k.db"))
    (reply,) = await office.dialogue().says(WHEN)
    assert reply.text.startswith("抱歉，知识库暂时不能使用（编号 ")


async def test_nobody_answers_where_the_guard_failed(office):
    async def fail(update, context):
        raise RuntimeError

    office.application.add_handler(MessageHandler(filters.ALL, fail), group=-2)
    office.application.handlers[-2].reverse()  # before the guard itself
    (reply,) = await office.dialogue().says(WHEN)
    assert "编号" in reply.text and not office.knowledge.asked


async def test_an_error_in_a_group_is_a_reply_to_the_asker(office, api):
    office.knowledge.trouble = RuntimeError()
    dialogue = office.dialogue(chat=api.group())
    question = api.message(dialogue.chat, dialogue.user, f"/ask {WHEN}")
    (reply,) = await dialogue.settled(0)
    assert reply.reply_to == question.message_id


async def test_somebody_who_blocked_the_bot_is_a_line_in_the_log(office, api, caplog):
    dialogue = office.dialogue()
    api.message(dialogue.chat, dialogue.user, WHEN)
    api.blocked(dialogue.user)
    await office.process_updates()
    assert [record.levelname for record in caplog.records if record.name.startswith("bot")] == ["WARNING"]


async def test_a_flood_limit_is_waited_for(office, api):
    api.flood("sendMessage", retry_after=1)
    assert await office.dialogue().says(WHEN)


def test_an_error_of_the_system_names_the_file():
    assert explain(FileNotFoundError(2, "No such file or directory", "gold.jsonl")).startswith("gold.jsonl：")


def logged(message, *args, error=None):
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("telegram.ext", logging.ERROR, "f.py", 1, message, args, info)
    return DiscreetFormatter(("1:hidden", "p@ss")).format(record)


def test_a_secret_never_stands_in_the_log():
    try:
        raise OSError("https://api.telegram.org/bot1:hidden/getMe")
    except OSError as error:
        text = logged("bot%s and %s", "1:hidden", "http://u:p%40ss@h", error=error)
    assert "hidden" not in text and "p%40ss" not in text
    assert "Traceback" in text and "/bot***/getMe" in text


def test_a_lost_network_is_one_line_of_the_log():
    text = logged("while polling", error=NetworkError("ClientConnectorError: no route"))
    assert text.endswith("while polling (NetworkError: ClientConnectorError: no route)")
    assert "\n" not in text
