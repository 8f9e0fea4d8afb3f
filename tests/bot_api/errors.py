"""What the fake answers when it refuses a call.

ApiError            any refusal; carries the code and the description of the Bot API
└── BadRequest      400: right in form, but not in this state (message not found, not modified)
    └── Violation   400: wrong in any state; also written down in `BotApi.violations`
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_PREFIX = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class ApiError(Exception):
    """A refusal, with the code, the description and the parameters of the Bot API."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = _prefixed(code, description)
        self.parameters = parameters

    def envelope(self) -> Json:
        """The JSON object Telegram answers with."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = dict(self.parameters)
        return answer


class BadRequest(ApiError):
    """The call does not fit the present state of the chats."""

    def __init__(self, description: str, **parameters: int) -> None:
        super().__init__(400, description, **parameters)


class Violation(BadRequest):
    """The call is wrong whatever the state: the bot that sent it has a fault."""


def forbidden(description: str) -> ApiError:
    """The bot may not do this in that chat."""
    return ApiError(403, description)


def flooded(retry_after: int) -> ApiError:
    """The bot has to wait."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def _prefixed(code: int, description: str) -> str:
    prefix = _PREFIX.get(code, "")
    if not prefix or description.startswith(prefix):
        return description
    return f"{prefix}: {description}"
