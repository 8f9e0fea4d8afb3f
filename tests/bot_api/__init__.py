"""A strict, offline Telegram for the tests: what Telegram refuses or repairs in silence, it refuses aloud.

    server.BotApi      the state machine: `call` for the bot, acts of people for the test, `sent` to look
    offline            PTB in memory: `offline_bot_builder`, `Dialogue`
    loopback.serve     the same server behind HTTP on 127.0.0.1

Below: methods (one table a room: sending, editing, queries, profile, chats, files, polling) → texts, replies,
keyboards → html_mode, formatted, links, characters; world and state remember, schema and updates write JSON.
"""

from .exchange import Call
from .keyboards import Button
from .kinds import Upload
from .loopback import file_url, serve
from .offline import Dialogue, OfflineRequest, offline_bot_builder
from .server import TOKEN, BotApi
from .state import Chat, Message, Sent, User

__all__ = [
    "TOKEN",
    "BotApi",
    "Button",
    "Call",
    "Chat",
    "Dialogue",
    "Message",
    "OfflineRequest",
    "Sent",
    "Upload",
    "User",
    "file_url",
    "offline_bot_builder",
    "serve",
]
