"""What people do in the chats: every act makes the update Telegram would send to the bot."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from .characters import cleaned
from .errors import Json
from .formatted import CAPTION_LIMIT, MESSAGE_LIMIT, NO_TEXT, Formatted, plain
from .privacy import reaches_bot
from .replies import thread_of_reply
from .schema import chat_json, member_json, message_json, user_json
from .state import ANONYMOUS_ADMIN, Attachment, Chat, Message, MessageRef, Room, Sent, User, sent_of
from .world import Query, World

INLINE_QUERY = 256
_TOPIC_COLOUR = 0x6FB9F0

P = ParamSpec("P")
R = TypeVar("R")
Someone = TypeVar("Someone", bound="People")


def observed(look: Callable[Concatenate[Someone, P], R]) -> Callable[Concatenate[Someone, P], R]:
    """Look while nothing changes; waking nobody, so that two who wait do not wake each other for ever."""

    @wraps(look)
    def locked(self: Someone, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self.changed:
            return look(self, *args, **kwargs)

    return locked


def announced(act: Callable[Concatenate[Someone, P], R]) -> Callable[Concatenate[Someone, P], R]:
    """Do one thing at a time, and wake whoever waits for a change."""

    @wraps(act)
    def locked(self: Someone, /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self.changed:
            result = act(self, *args, **kwargs)
            self.changed.notify_all()
            return result

    return locked


class People:
    """The members of the chats, moved by the test."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.changed = threading.Condition()
        anonymous = User(ANONYMOUS_ADMIN, "Group", "GroupAnonymousBot", is_bot=True)
        world.users |= {world.bot.id: world.bot, anonymous.id: anonymous}

    @announced
    def user(
        self,
        first_name: str = "王芳",
        *,
        username: str | None = None,
        language_code: str | None = "zh-hans",
        is_bot: bool = False,
    ) -> User:
        """A person who has not talked to the bot yet."""
        number = 500_000 + next(self.world.numbers)
        user = User(number, first_name, username, language_code=language_code, is_bot=is_bot)
        self.world.users[user.id] = user
        chat = Chat(user.id, "private", username=username, first_name=first_name)
        self.world.add_room(Room(chat, {user.id: "member"}))
        return user

    @announced
    def private(self, user: User) -> Chat:
        """The private chat of a person who has pressed Start."""
        room = self._room(user.id)
        room.members[self.world.bot.id] = "member"
        return room.chat

    @announced
    def group(
        self,
        title: str = "卫健工作群",
        *,
        type: str = "supergroup",
        forum: bool = False,
        owner: User | None = None,
        admins: Iterable[User] = (),
        members: Iterable[User] = (),
        bot: str = "member",
        username: str | None = None,
    ) -> Chat:
        """A group, a supergroup or a forum; `bot` is "member", "administrator" or "left"."""
        number = next(self.world.numbers)
        chat_id = -(4_000_000 + number) if type == "group" else -(1_002_000_000_000 + number)
        roles = {user.id: "member" for user in members} | {user.id: "administrator" for user in admins}
        roles |= {owner.id: "creator"} if owner else {}
        chat = Chat(chat_id, type, title, username, is_forum=forum)
        # Message 1 of a supergroup or channel says that it was created: no topic has that number.
        first = 0 if type == "group" else 1
        self.world.add_room(Room(chat, {**roles, self.world.bot.id: bot}, last_message_id=first))
        return chat

    def channel(
        self, title: str = "卫健发布", *, username: str | None = None, bot: str = "administrator"
    ) -> Chat:
        """A channel."""
        return self.group(title, type="channel", bot=bot, username=username)

    @announced
    def role(self, chat: Chat, user: User, status: str) -> None:
        """Make someone "creator", "administrator", "member", "left" or "kicked", without an update."""
        self._room(chat.id).members[user.id] = status

    @announced
    def topic(self, chat: Chat, name: str, by: User | None = None) -> int:
        """Open a topic of a forum; its number is that of the service message."""
        if not chat.is_forum:
            raise ValueError(f"{chat.title} is no forum")
        created = {"forum_topic_created": {"name": name, "icon_color": _TOPIC_COLOUR}}
        message = self._service(chat, by or self.world.bot, created)
        self._room(chat.id).topics[message.message_id] = name
        message = self.world.store(replace(message, thread=message.message_id))
        self._deliver("message", message)
        return message.message_id

    @announced
    def message(
        self,
        chat: Chat,
        user: User,
        text: str,
        *,
        reply_to: MessageRef | None = None,
        thread: int | None = None,
    ) -> Message:
        """A member writes; in a group the bot sees it only if privacy mode lets it."""
        return self._say(self._written(chat, user, _text_of(text), reply_to, thread))

    @announced
    def anonymous(
        self, chat: Chat, text: str, *, reply_to: MessageRef | None = None, thread: int | None = None
    ) -> Message:
        """An admin writes in the name of the group."""
        written = self._written(chat, self.world.users[ANONYMOUS_ADMIN], _text_of(text), reply_to, thread)
        return self._say(replace(written, sender_chat=chat))

    @announced
    def channel_post(self, chat: Chat, text: str) -> Message:
        """A post appears in a channel."""
        written = self._new(chat, body=_text_of(text))
        return self._say(replace(written, sender_chat=chat), "channel_post")

    @announced
    def document(
        self,
        chat: Chat,
        user: User,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        mime_type: str = "application/octet-stream",
        size: int | None = None,
        reply_to: MessageRef | None = None,
        thread: int | None = None,
    ) -> Message:
        """A member sends a file; `size` may be said larger than it is."""
        attachment = Attachment("document", "", name, mime_type, len(content) if size is None else size)
        stored = self.world.add_file(attachment, content)
        written = self._written(chat, user, _text_of(caption, CAPTION_LIMIT), reply_to, thread)
        return self._say(replace(written, attachment=stored))

    @announced
    def photo(self, chat: Chat, user: User, content: bytes, *, caption: str = "") -> Message:
        """A member sends a photograph, which has no name."""
        attachment = Attachment("photo", "", "", "image/jpeg", len(content), 1200, 1600)
        stored = self.world.add_file(attachment, content)
        return self._say(
            replace(
                self._written(chat, user, _text_of(caption, CAPTION_LIMIT), None, None), attachment=stored
            )
        )

    @announced
    def edit(self, message: MessageRef, text: str) -> Message:
        """A member changes what they wrote."""
        old = self._room(message.chat_id).messages[message.message_id]
        new = self.world.store(replace(old, body=_text_of(text), edit_date=self.world.now()))
        self._deliver("edited_channel_post" if old.chat.type == "channel" else "edited_message", new)
        return new

    @announced
    def delete(self, message: MessageRef) -> None:
        """Someone removes a message: Telegram does not tell bots."""
        del self._room(message.chat_id).messages[message.message_id]

    @announced
    def press(self, user: User, message: Message | Sent, button_text: str) -> str:
        """Press a button under a message of the bot, as it stands now; gives the id of the callback query."""
        room = self._room(message.chat_id)
        current = room.messages.get(message.message_id)
        button = self._sent(current or message).button(button_text)
        if button.action != "callback_data":
            raise LookupError(f"{button.text!r} is a {button.action} button: the bot sees no press")
        query = self._query(self.world.callbacks, user)
        # A message removed meanwhile comes as an InaccessibleMessage.
        gone = {"chat": chat_json(room.chat), "message_id": message.message_id, "date": 0}
        content = message_json(current, room) if current else gone
        pressed = {"chat_instance": str(7919 * room.chat.id), "message": content, "data": button.value}
        self.world.updates.put("callback_query", _query_json(query, pressed))
        return query.query_id

    @announced
    def inline(self, user: User, query: str, offset: str = "") -> str:
        """Type an inline query; gives its id. An answer still in Telegram's cache keeps it from the bot."""
        if len(query) > INLINE_QUERY:
            raise ValueError(f"Telegram lets nobody type more than {INLINE_QUERY} characters")
        cached = self._cached_answer(user, (query, offset))
        asked = self._query(self.world.inlines, user)
        asked.asked, asked.answer = (query, offset), cached
        if cached is None:
            typed = {"query": query, "offset": offset, "chat_type": "sender"}
            self.world.updates.put("inline_query", _query_json(asked, typed))
        return asked.query_id

    @announced
    def expire(self, query_id: str) -> None:
        """Let a query grow too old to be answered."""
        queries = {**self.world.callbacks, **self.world.inlines}
        queries[query_id].expired = True

    @announced
    def joined(self, chat: Chat, by: User) -> None:
        """Someone adds the bot to a chat."""
        self._change_bot(chat, by, "administrator" if chat.type == "channel" else "member")
        if chat.is_group:
            added = {"new_chat_members": [user_json(self.world.bot)]}
            self._deliver("message", self._service(chat, by, added))

    @announced
    def removed(self, chat: Chat, by: User | None = None) -> None:
        """Someone throws the bot out of a chat."""
        self._change_bot(chat, by or self.world.users[ANONYMOUS_ADMIN], "kicked")

    @announced
    def blocked(self, user: User) -> None:
        """A person blocks the bot."""
        self._change_bot(self._room(user.id).chat, user, "kicked")

    @announced
    def unblocked(self, user: User) -> None:
        """A person lets the bot write again."""
        self._change_bot(self._room(user.id).chat, user, "member")

    @announced
    def migrate(self, chat: Chat, by: User) -> Chat:
        """Turn a group into a supergroup, which is another chat with another id."""
        old = self._room(chat.id)
        new = replace(chat, id=-(1_003_000_000_000 + next(self.world.numbers)), type="supergroup")
        self.world.add_room(Room(new, dict(old.members), last_message_id=1))
        old.migrated_to = new.id
        self._deliver("message", self._service(chat, by, {"migrate_to_chat_id": new.id}))
        self._deliver("message", self._service(new, by, {"migrate_from_chat_id": chat.id}))
        return new

    def _room(self, chat_id: int) -> Room:
        return self.world.rooms[chat_id]

    def _new(self, chat: Chat, *, body: Formatted, sender: User | None = None) -> Message:
        number = self._room(chat.id).next_message_id()
        return Message(chat, number, self.world.now(), sender=sender, body=body)

    def _written(
        self, chat: Chat, user: User, body: Formatted, reply_to: MessageRef | None, thread: int | None
    ) -> Message:
        room = self._room(chat.id)
        if thread is not None and thread not in room.topics:
            raise ValueError(f"no topic {thread} in {chat.title}")
        if user.id != ANONYMOUS_ADMIN:
            room.members.setdefault(user.id, "member")
        written = replace(self._new(chat, body=body, sender=user), thread=thread)
        if reply_to is None:
            return written
        replied = room.messages[reply_to.message_id]
        return replace(written, reply_to=replied.message_id, thread=thread or thread_of_reply(room, replied))

    def _service(self, chat: Chat, by: User, service: Json) -> Message:
        return self.world.store(replace(self._new(chat, body=NO_TEXT, sender=by), service=service))

    def _say(self, message: Message, kind: str = "message") -> Message:
        stored = self.world.store(message)
        self._deliver(kind, stored)
        return stored

    def _deliver(self, kind: str, message: Message) -> None:
        room = self._room(message.chat_id)
        if reaches_bot(self.world, room, message):
            self.world.updates.put(kind, message_json(message, room))

    def _query(self, queries: dict[str, Query], user: User) -> Query:
        query = Query(str(9_100_000_000 + next(self.world.numbers)), user, self.world.now())
        queries[query.query_id] = query
        return query

    def _cached_answer(self, user: User, asked: tuple[str, str]) -> Json | None:
        now = self.world.now()
        cached = (inline for inline in self.world.inlines.values() if inline.is_cached_for(user, asked, now))
        return next((one.answer for one in cached), None)

    def _sent(self, message: Message | Sent) -> Sent:
        return message if isinstance(message, Sent) else sent_of(message, self.world.files)

    def _change_bot(self, chat: Chat, by: User, status: str) -> None:
        room = self._room(chat.id)
        old = room.members.get(self.world.bot.id, "left")
        room.members[self.world.bot.id] = status
        members = [member_json(self.world.bot, one, chat) for one in (old, status)]
        change = {"old_chat_member": members[0], "new_chat_member": members[1]}
        where = {"chat": chat_json(chat), "from": user_json(by), "date": self.world.now()}
        self.world.updates.put("my_chat_member", {**where, **change})


def _text_of(text: str, limit: int = MESSAGE_LIMIT) -> Formatted:
    return plain(cleaned(text)).checked(limit, "a member cannot send so long a text") if text else NO_TEXT


def _query_json(query: Query, content: Json) -> Json:
    return {"id": query.query_id, "from": user_json(query.user), **content}
