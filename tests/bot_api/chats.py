"""Methods about chats and their members."""

from __future__ import annotations

from .errors import BadRequest, Json
from .kinds import boolean, chat, integer
from .method import Arguments, Method
from .schema import full_chat_json, member_json
from .world import World

_PRESENT = frozenset({"creator", "administrator", "member", "restricted"})


def get_chat(world: World, args: Arguments) -> Json:
    """What the bot may know of a chat."""
    return full_chat_json(world.readable_room(args["chat_id"]).chat)


def get_chat_member(world: World, args: Arguments) -> Json:
    """What a user is in a chat."""
    room = world.readable_room(args["chat_id"])
    user = world.users.get(args["user_id"])
    if user is None:
        raise BadRequest("invalid user_id specified")
    return member_json(user, room.members.get(user.id, "left"), room.chat)


def get_chat_administrators(world: World, args: Arguments) -> list[Json]:
    """Who may manage a chat; bots are left out unless asked for."""
    room = world.readable_room(args["chat_id"])
    if room.chat.type == "private":
        raise BadRequest("there are no administrators in the private chat")
    chiefs = [one for one, role in room.members.items() if role in ("creator", "administrator")]
    shown = [chief for chief in chiefs if args.get("return_bots") or _is_listed(world, chief)]
    return [member_json(world.users[one], room.members[one], room.chat) for one in shown]


def get_chat_member_count(world: World, args: Arguments) -> int:
    """How many are in a chat."""
    room = world.readable_room(args["chat_id"])
    return sum(role in _PRESENT for role in room.members.values())


def leave_chat(world: World, args: Arguments) -> bool:
    """Go out of a chat."""
    room = world.readable_room(args["chat_id"])
    if room.chat.type == "private":
        raise BadRequest("chat member status can't be changed in private chats")
    room.members[world.bot.id] = "left"
    return True


def _is_listed(world: World, user_id: int) -> bool:
    """Telegram leaves other bots out."""
    return user_id == world.bot.id or not world.users[user_id].is_bot


METHODS = {
    "getChat": Method(get_chat, {"chat_id": chat}),
    "getChatMember": Method(get_chat_member, {"chat_id": chat, "user_id": integer}),
    "getChatAdministrators": Method(get_chat_administrators, {"chat_id": chat}, {"return_bots": boolean}),
    "getChatMemberCount": Method(get_chat_member_count, {"chat_id": chat}),
    "leaveChat": Method(leave_chat, {"chat_id": chat}),
}
