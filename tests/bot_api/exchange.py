"""One call from its arrival to its answer, so that a transport can let a getUpdates wait in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import ApiError, Json, Violation
from .kinds import Upload
from .method import Arguments
from .methods import METHODS

if TYPE_CHECKING:
    from .server import BotApi

LONGEST_POLL = 50


@dataclass(frozen=True)
class Call:
    """A call the bot made: checked values, or the raw ones of a refused call."""

    method: str
    parameters: Json
    error: str | None = None


class Exchange:
    """A call under way."""

    def __init__(
        self, api: BotApi, method: str, parameters: Mapping[str, Any], files: Mapping[str, Upload], token: str
    ) -> None:
        self._api = api
        self._method = method
        self._raw = dict(parameters)
        self._arguments: Arguments = {}
        self._refusal: ApiError | None = None
        self._poll: int | None = None
        self.silence = api.faults.next_silence(method)
        self._take_in(files, token)

    @property
    def wait_seconds(self) -> float:
        """How long the server may hold this call."""
        if self.silence:
            return self.silence
        return min(int(self._arguments.get("timeout", 0)), LONGEST_POLL) if self._poll else 0

    def is_ready(self) -> bool:
        """Whether there is something to answer."""
        if self.silence or self._poll is None:
            return not self.silence
        updates = self._api.world.updates
        return bool(updates.from_offset(self._arguments.get("offset", 0))) or updates.is_ended(self._poll)

    def finish(self) -> Json:
        """Do what the call asks, write it down, and give the envelope."""
        with self._api.changed:
            try:
                answer: Json = {"ok": True, "result": self._result()}
            except ApiError as error:
                answer = error.envelope()
                if isinstance(error, Violation):
                    self._api.violations.append(f"{self._method}: {error.description}")
            values = self._arguments or self._raw
            self._api.calls.append(Call(self._method, values, answer.get("description")))
            self._api.changed.notify_all()
        return answer

    def _take_in(self, files: Mapping[str, Upload], token: str) -> None:
        try:
            self._check(token)
            self._arguments = METHODS[self._method].arguments(self._raw, files)
        except ApiError as error:
            self._refusal = error
            return
        if self._method == "getUpdates" and not self.silence:
            self._poll = self._api.world.updates.start_poll()
            # As soon as it is called, not when it is answered.
            self._api.world.updates.confirm(self._arguments.get("offset", 0))

    def _check(self, token: str) -> None:
        if token != self._api.token:
            raise ApiError(401, "Unauthorized")
        if self._method not in METHODS:
            self._api.violations.append(f"{self._method}: no such method")
            raise ApiError(404, "Not Found: method not found")
        if refusal := self._api.faults.next_refusal(self._method):
            raise refusal

    def _result(self) -> Any:
        if self._refusal:
            raise self._refusal
        if self._poll is not None:
            self._api.world.updates.finish_poll(self._poll)
        return METHODS[self._method].answer(self._api.world, self._arguments)
