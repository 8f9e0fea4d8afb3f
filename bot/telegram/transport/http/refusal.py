"""A refusal as PTB can read it: it checks nothing, and fails on what it did not expect."""

from __future__ import annotations

import json
from typing import Any

# Of the parameters that PTB reads: from which number to which.
PARAMETERS = {"migrate_to_chat_id": range(-(2**52), 2**52), "retry_after": range(1, 2**31)}


def readable_refusal(payload: bytes) -> bytes:
    """The text of a refusal, and where a chat has gone or how long to wait; of what is no JSON object nothing, else PTB
    would put all of a proxy's page into its error."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return b"{}"
    return json.dumps(_readable(answer) if isinstance(answer, dict) else {}).encode()


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
