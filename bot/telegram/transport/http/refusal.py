"""A refusal as PTB can read it: it checks nothing, and fails on what it did not expect."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

# Refusals for which PTB has errors of their own; any other number of 400 and above means a lost network to it.
KNOWN = (400, 401, 403, 404, 409, 429)
OWN = ("ok", "description")  # what stands in a refusal of Telegram, and in no page of a proxy
# Of the parameters that PTB reads: from which number to which.
PARAMETERS = {"migrate_to_chat_id": range(-(2**52), 2**52), "retry_after": range(1, 2**31)}


def readable_refusal(code: int, payload: bytes, of_message: bool) -> tuple[int, bytes]:
    """The number of a refusal that leads PTB to the right error, and its text, with where a chat has gone or how long to
    wait; of what a proxy says no word.

    A proxy that refuses (its HTTP number is then below 500 too) knows of no token and no chat: the bot is not to stop
    for it, nor to leave the chat. It is a lost network, unless it is the message that is too large, or a file is meant.
    """
    answer = _object(payload)
    if 400 <= code < 500 and not any(name in answer for name in OWN):
        is_lost = of_message and code != HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        answer, code = {"description": f"HTTP {code}, not of Telegram"}, 502 if is_lost else 400
    elif 400 < code < 500 and code not in KNOWN:
        code = 400
    return code, json.dumps(_readable(answer)).encode()


def _object(payload: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _readable(answer: dict[str, Any]) -> dict[str, Any]:
    description, parameters = answer.get("description"), answer.get("parameters")
    readable: dict[str, Any] = {"description": description} if isinstance(description, str) else {}
    if isinstance(parameters, dict):
        readable["parameters"] = {
            name: parameters[name]
            for name, numbers in PARAMETERS.items()
            if isinstance(parameters.get(name), int) and parameters[name] in numbers
        }
    return readable
