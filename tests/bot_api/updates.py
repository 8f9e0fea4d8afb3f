"""The queue of updates, and who may fetch from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import ApiError, Json

# Bot API 10.0. The last three come only to a bot that asks for them.
UPDATE_TYPES = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
)
_DEFAULT = frozenset(UPDATE_TYPES[:-3])

_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = "terminated by setWebhook request"
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete it first"


@dataclass
class UpdateQueue:
    """Updates that no getUpdates has confirmed yet."""

    pending: list[Json] = field(default_factory=list)
    allowed: frozenset[str] = _DEFAULT
    webhook_url: str = ""
    next_id: int = 870_000_001
    poll: int = 0
    poll_is_open: bool = False
    ended_polls: dict[int, str] = field(default_factory=dict)

    def put(self, kind: str, content: Json) -> None:
        """Add an update, unless the bot asked for other types only."""
        if kind in self.allowed:
            self.pending.append({"update_id": self.next_id, kind: content})
            self.next_id += 1

    def allow(self, kinds: list[str]) -> None:
        """Choose the types for later updates; an empty list is the default choice."""
        self.allowed = frozenset(kinds) or _DEFAULT

    def start_poll(self) -> int:
        """Let a getUpdates in, and end the one that still waits."""
        self._end_waiting(_OTHER_POLL)
        self.poll += 1
        self.poll_is_open = True
        return self.poll

    def is_ended(self, poll: int) -> bool:
        """Whether a waiting getUpdates must answer with a conflict."""
        return bool(self.webhook_url) or poll in self.ended_polls

    def finish_poll(self, poll: int) -> None:
        """Let a getUpdates out, in conflict if another one or a webhook came meanwhile."""
        if poll == self.poll:
            self.poll_is_open = False
        if reason := self.ended_polls.pop(poll, ""):
            raise ApiError(409, reason)
        if self.webhook_url:
            raise ApiError(409, _WEBHOOK_ACTIVE)

    def set_webhook(self, url: str) -> None:
        """Send updates elsewhere from now on."""
        if url:
            self._end_waiting(_WEBHOOK_SET)
        self.webhook_url = url

    def from_offset(self, offset: int) -> list[Json]:
        """The updates a getUpdates with this offset would see; a negative one counts from the end."""
        if offset < 0:
            return self.pending[offset:]
        return [update for update in self.pending if update["update_id"] >= offset]

    def confirm(self, offset: int) -> None:
        """Forget the updates before the offset."""
        self.pending = self.from_offset(offset)

    def take_all(self) -> list[Json]:
        """Hand over what waits, and forget it."""
        taken, self.pending = self.pending, []
        return taken

    def _end_waiting(self, reason: str) -> None:
        if self.poll_is_open:
            self.ended_polls[self.poll] = reason
            self.poll_is_open = False
