#!/usr/bin/env bash
# python-telegram-bot 22.8 over httpx 0.28.1, httpcore 1.0.9 and anyio 4.16.0: each request to the Bot API searches the path
# several times for a package that is not installed.
#
# Guess: a package that httpcore can do without is looked for once, at import.
# Truth: anyio no longer brings sniffio along; httpcore imports it wherever it needs a lock or an event, and a failed import is
# remembered nowhere: four times for each request all folders of the path are looked into; with sniffio installed, never.
# For: whoever runs a bot that must be fast: let it depend on sniffio, which is 7 kB.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    python-telegram-bot==22.8 httpx==0.28.1 httpcore==1.0.9 anyio==4.16.0
cat >"$folder/look.py" <<'PY'
import asyncio
import importlib.abc
import importlib.metadata
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from telegram import Bot

REQUESTS = 20
searches = []


class Counting(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "sniffio":
            searches.append(name)


class BotApi(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        me = {"id": 1, "is_bot": True, "first_name": "b", "username": "b"}
        body = json.dumps({"ok": True, "result": me}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


async def ask(address):
    bot = Bot("1:token", base_url=f"{address}/bot")
    await bot.get_me()
    sys.meta_path.insert(0, Counting())
    for _ in range(REQUESTS):
        await bot.get_me()


server = ThreadingHTTPServer(("127.0.0.1", 0), BotApi)
threading.Thread(target=server.serve_forever, daemon=True).start()
asyncio.run(ask(f"http://127.0.0.1:{server.server_port}"))
with_it = "with" if any(found.metadata["Name"] == "sniffio" for found in importlib.metadata.distributions()) else "without"
print(f"{with_it} sniffio: the path searched at each request: {'yes' if len(searches) >= REQUESTS else 'no'}")
print(len(searches), "searches in", REQUESTS, "requests", file=sys.stderr)
PY
seen=$(NO_PROXY=127.0.0.1 "$folder/venv/bin/python" "$folder/look.py"
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check sniffio==1.3.1
    NO_PROXY=127.0.0.1 "$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
without sniffio: the path searched at each request: yes
with sniffio: the path searched at each request: no
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
