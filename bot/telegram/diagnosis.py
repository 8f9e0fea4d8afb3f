"""Checks of the way to Telegram: the token, the proxy, privacy mode, the bot's settings and rights, the clock."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import socket
from collections.abc import Iterator, Mapping
from contextlib import closing
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from telegram import Bot, User
from telegram.constants import ChatMemberStatus
from telegram.error import InvalidToken, TelegramError

from bot.config.config import Config
from bot.config.secrets import ProxyUrl
from bot.doctor.finding import Finding
from bot.errors import TelegramUnreachable, TokenRefused, explain
from bot.telegram.transport.connections import Times, WatchedRequest

TOKEN, PROXY, NETWORK, CLOCK = "令牌 token", "代理 proxy", "网络 network", "时钟 clock"
PRIVACY, GROUPS, INLINE, UPDATES = "隐私模式 privacy mode", "群 groups", "行内 inline", "更新 updates"
WAIT, PATIENCE = 10.0, 60.0  # seconds for an answer, and for all of them
PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
WRONG_CLOCK = 60.0  # seconds by which it may be wrong


def check_telegram(config: Config) -> list[Finding]:
    """How the bot stands with Telegram; nothing without a token."""
    return asyncio.run(_Diagnosis(config).findings()) if config.telegram.token else []


class _Diagnosis:
    """The questions to Telegram, and the time that its answers bore."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._answered: list[tuple[float, float]] = []  # the time here and there, in seconds since 1970
        telegram = config.telegram
        times = Times(connect=WAIT, read=WAIT)
        self._request = WatchedRequest(times, proxy=telegram.proxy.reveal(), see=self._note_time)
        self._bot = Bot(telegram.token.reveal(), telegram.base_url, telegram.base_file_url, self._request)

    async def findings(self) -> list[Finding]:
        """What Telegram says, or why it says nothing."""
        try:
            async with asyncio.timeout(PATIENCE), self._bot:
                me = await self._bot.get_me()
                findings_so_far = [
                    Finding("ok", TOKEN, f"@{me.username}"),
                    *_settings(me),
                    await self._updates(),
                ]
                findings_so_far += [
                    await self._chat(chat, me) for chat in self._config.telegram.allowed_chats
                ]
                return [*findings_so_far, *self._clock()]
        except InvalidToken:
            advice = "向 @BotFather 发 /token 取回（ask @BotFather for it: /token）"
            return [Finding("fault", TOKEN, explain(TokenRefused()), advice), *self._clock()]
        except (TelegramError, TimeoutError) as error:
            return [*_network(self._config.telegram.proxy, error), *self._clock()]
        finally:
            await self._request.shutdown()  # PTB leaves it open when the time is up before it is connected

    def _note_time(self, headers: Mapping[str, str]) -> None:
        with contextlib.suppress(ValueError, OverflowError):  # that it says no time is no fault of the way
            server_time = parsedate_to_datetime(headers.get("Date", "")).timestamp()
            self._answered.append((self._config.clock.source(), server_time))

    def _clock(self) -> Iterator[Finding]:
        if not self._answered:
            return
        here, server_time = self._answered[-1]
        shown = f"{dt.datetime.fromtimestamp(here, self._config.time_zone):%Y-%m-%d %H:%M %Z}"
        if abs(here - server_time) > WRONG_CLOCK:
            text = f"{shown}，与 Telegram 相差 {abs(here - server_time):.0f} 秒（seconds off）"
            advice = "对时，否则提醒会早到或晚到（set it, or reminders come at a wrong time）：timedatectl set-ntp true"
            yield Finding("fault", CLOCK, text, advice)
        else:
            yield Finding("ok", CLOCK, shown)

    async def _updates(self) -> Finding:
        """Whether something else gets the updates, and whether those of a webhook arrive."""
        hook = await self._bot.get_webhook_info()
        if hook.last_error_message:
            text = f"{hook.url}：{hook.last_error_message}（{hook.pending_update_count} 条在等 waiting）"
            return Finding(
                "note", UPDATES, text, "检查反向代理和证书（check the reverse proxy and its certificate）"
            )
        return Finding("ok", UPDATES, hook.url or "轮询（polling）")

    async def _chat(self, chat: int, me: User) -> Finding:
        """Whether the bot is in a chat that may ask, and may write there."""
        try:
            member = await self._bot.get_chat_member(chat, me.id)
        except TelegramError as error:
            advice = "把机器人加进群，或从 allowed_chats 删去（add the bot to it, or delete the id）"
            return Finding("note", GROUPS, f"{chat}: {error}", advice)
        if member.status in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED):
            return Finding(
                "note", GROUPS, f"{chat}: 机器人不在群里（the bot is not in it）", "加进群（add it）"
            )
        if member.status == ChatMemberStatus.RESTRICTED and not getattr(member, "can_send_messages", True):
            text = f"{chat}: 机器人不能发言（it may not write）"
            return Finding("fault", GROUPS, text, "在群设置里允许它发消息（let it send messages）")
        return Finding("ok", GROUPS, f"{chat}: {member.status}")


def _settings(me: User) -> Iterator[Finding]:
    """What @BotFather has been told of the bot."""
    if me.can_read_all_group_messages:
        text = "关：群里的每条消息都发给机器人（off: every message of a group is sent to the bot）"
        advice = "最好打开（better on）：@BotFather /setprivacy → Enable，再把机器人重新加进群"
        yield Finding("note", PRIVACY, text, advice)
    else:
        text = "开：群里用 /ask、/ddl，或回复机器人（on: in groups by command or by reply）"
        yield Finding("ok", PRIVACY, text)
    if not me.can_join_groups:
        yield Finding(
            "note", GROUPS, "机器人不能进群（it cannot be added to groups）", "@BotFather /setjoingroups"
        )
    if not me.supports_inline_queries:
        text = "关：在别的聊天里打 @机器人 不能查（off: no search from other chats）"
        yield Finding("note", INLINE, text, "@BotFather /setinline")


def _network(proxy: ProxyUrl, error: Exception) -> Iterator[Finding]:
    """Why Telegram cannot be reached: the proxy, or what lies behind it."""
    if proxy and (fault := _proxy_fault(proxy)):
        advice = "启动代理，或改正 telegram.proxy（start the proxy, or set telegram.proxy right）"
        yield Finding("fault", PROXY, f"{proxy} 连不上（no connection）：{fault}", advice)
    elif proxy:
        text = f"{proxy} 通，但到不了 Telegram（answers, but Telegram is out of reach）：{str(error) or type(error).__name__}"
        yield Finding("fault", PROXY, text, "检查代理的出口和规则（check where the proxy leads）")
    else:
        yield Finding("fault", NETWORK, f"{explain(TelegramUnreachable())} {error}", "docs/administration.md")


def _proxy_fault(proxy: ProxyUrl) -> str:
    """Why nobody answers at the address of a proxy; empty when somebody does."""
    parts = urlsplit(proxy.reveal())
    try:
        with closing(socket.create_connection((parts.hostname, parts.port or PORTS[parts.scheme]), WAIT)):
            return ""
    except OSError as fault:
        return fault.strerror or type(fault).__name__
