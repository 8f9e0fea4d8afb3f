#!/usr/bin/env bash
# python-telegram-bot 22.8: an error in a handler of one group does not keep the handlers of later groups from the update.
#
# Guess: what fails in group -1 (a check that must come first) ends the handling of the update; the error handler is told.
# Truth: the error handler is told, and the handlers of group 0 run all the same, as if the first had let the update pass;
# unless the error handler raises ApplicationHandlerStop.
# For: whoever asks in an early group whether somebody is to be answered at all: let the error handler raise it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-telegram-bot==22.8
cat >"$folder/look.py" <<'PY'
import asyncio
import datetime as dt
import json

import telegram
from telegram import Chat, Message, Update, User
from telegram.ext import ApplicationBuilder, ApplicationHandlerStop, MessageHandler, TypeHandler, filters
from telegram.request import BaseRequest


class Canned(BaseRequest):
    """A server that says who the bot is, and nothing else."""

    read_timeout = None

    async def initialize(self):
        pass

    async def shutdown(self):
        pass

    async def do_request(self, *arguments, **settings):
        me = {"id": 1, "is_bot": True, "first_name": "b", "username": "b"}
        return 200, json.dumps({"ok": True, "result": me}).encode()


async def handled(stops):
    steps = []

    async def check(update, context):
        steps.append("check fails")
        raise ValueError

    async def answer(update, context):
        steps.append("answered")

    async def on_error(update, context):
        steps.append("error handler")
        if stops:
            raise ApplicationHandlerStop

    builder = ApplicationBuilder().token("1:a").request(Canned()).get_updates_request(Canned()).updater(None)
    application = builder.build()
    application.add_handler(TypeHandler(Update, check), group=-1)
    application.add_handler(MessageHandler(filters.TEXT, answer))
    application.add_error_handler(on_error)
    await application.initialize()
    person = User(2, "p", False)
    message = Message(1, dt.datetime.now(dt.timezone.utc), Chat(2, "private"), from_user=person, text="hello")
    await application.process_update(Update(1, message=message))
    return ", ".join(steps)


print("python-telegram-bot", telegram.__version__)
print("plain error handler:", asyncio.run(handled(False)))
print("one that raises ApplicationHandlerStop:", asyncio.run(handled(True)))
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
python-telegram-bot 22.8
plain error handler: check fails, error handler, answered
one that raises ApplicationHandlerStop: check fails, error handler
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
