"""What a failure says: whether the message surely did not arrive, and whether trying again may help."""

import asyncio
import contextlib
import json
import socket
import ssl
import struct

import aiohttp
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.transport.connections import NotLeft, Times, UnreadableAnswer, WatchedRequest
from bot.telegram.transport.failures import is_passing, surely_not_sent
from bot.telegram.transport.http.reasons import reason_of
from bot.telegram.transport.retrying import seconds_of

MESSAGE = RequestData([RequestParameter.from_input("text", "细则什么时候出台")])
LARGE = RequestData([RequestParameter.from_input("text", "字" * 3_000_000)])
JSON = b"Content-Type: application/json\r\n"
REFUSAL = b'{"ok":false,"description":"no"}'


def answer(code, body, headers=JSON):
    return b"HTTP/1.1 %d X\r\n%sContent-Length: %d\r\n\r\n%s" % (code, headers, len(body), body)


async def whole(reader):
    """Reads a request to its end."""
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    await reader.readexactly(sum(lengths))


def reset(writer):
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.close()


async def cut(reader, writer):
    await whole(reader)
    writer.close()


async def reset_after_reading(reader, writer):
    await whole(reader)
    reset(writer)


async def reset_in_the_middle(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    reset(writer)


async def silent(reader, writer):
    await whole(reader)
    await asyncio.sleep(5)


async def half_an_answer(reader, writer):
    await whole(reader)
    writer.write(answer(200, b'{"ok":true}')[:-4])
    writer.close()


def answers_with(code, body, headers=JSON):
    async def serve(reader, writer):
        await whole(reader)
        writer.write(answer(code, body, headers))
        await writer.drain()

    return serve


@contextlib.asynccontextmanager
async def server(behaviour):
    async def serve(reader, writer):
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await behaviour(reader, writer)

    running = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield running.sockets[0].getsockname()[1]
    finally:
        running.close()


async def error_of(port, data=MESSAGE):
    request = WatchedRequest(Times(read=0.3, write=1.0))
    with pytest.raises(TelegramError) as raised:
        await request.post(f"http://127.0.0.1:{port}/sendMessage", data)
    await request.shutdown()
    return raised.value


MAY_HAVE_ARRIVED = [
    cut,
    reset_after_reading,
    silent,
    half_an_answer,
    answers_with(200, b"<html>"),
    answers_with(200, b"[]"),
    answers_with(200, b'{"ok":true}'),
    answers_with(504, b"<html>"),
]


@pytest.mark.parametrize("behaviour", MAY_HAVE_ARRIVED)
async def test_what_may_have_arrived_is_not_said_to_be_lost(behaviour):
    async with server(behaviour) as port:
        assert not surely_not_sent(await error_of(port))


async def test_what_a_gateway_gave_up_is_not_asked_again_at_once():
    async with server(answers_with(504, b"")) as port:
        assert not isinstance(
            await error_of(port), TimedOut
        )  # which PTB's polling takes for a reason to hurry


async def says_nothing(reader, writer):
    await asyncio.sleep(30)


async def hangs_up(reader, writer):
    await reader.read(3)
    writer.close()


def says(*answers: bytes):
    """A proxy that answers so, a part a turn, then says nothing more."""

    async def serve(reader, writer):
        for answer in answers:
            await reader.read(1024)
            writer.write(answer)
            await writer.drain()
        await asyncio.sleep(30)

    return serve


GRANTED = (b"\x05\x00", b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
NO_PROXY = [
    says_nothing, hangs_up, says(b"HTTP/1.1 400 Bad Request\r\n\r\n"), says(b"\x05"), says(b"\x05\xff"), says(b"\xff" * 40),
    says(GRANTED[0]), says(GRANTED[0], b"\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00"), says(GRANTED[0], b"HTTP/1.1"), says(*GRANTED),
]  # fmt: skip


@pytest.mark.parametrize("behaviour", NO_PROXY)
async def test_a_proxy_that_is_none_ends_the_request_and_leaves_room_for_the_next(behaviour):
    async with server(behaviour) as port:
        request = WatchedRequest(Times(connect=0.2, free=0.2), proxy=f"socks5://127.0.0.1:{port}")
        async with asyncio.timeout(20):
            for _ in range(3):
                with pytest.raises(TelegramError) as raised:
                    await request.post("https://api.telegram.org/bot1:a/getMe", MESSAGE)
                assert surely_not_sent(raised.value) and is_passing(raised.value)
                assert "pool" not in str(raised.value).lower()
        await request.shutdown()


REFUSED = [answers_with(500, b"{}"), answers_with(502, b"<html>"), answers_with(503, b"")]


@pytest.mark.parametrize("behaviour", REFUSED)
async def test_what_a_server_did_not_take_is_worth_another_try(behaviour):
    async with server(behaviour) as port:
        error = await error_of(port)
    assert surely_not_sent(error) and is_passing(error) and "html" not in str(error)


async def test_a_server_that_is_not_there_was_sent_nothing():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = await error_of(taken.getsockname()[1])
    assert surely_not_sent(error) and is_passing(error)


async def test_a_request_that_did_not_leave_as_a_whole_did_not_arrive():
    async with server(reset_in_the_middle) as port:
        error = await error_of(port, LARGE)
    assert isinstance(error, NotLeft) and surely_not_sent(error) and is_passing(error)


@pytest.mark.parametrize("code", [400, 401, 403, 404, 407, 408, 409, 418, 429, 451])
@pytest.mark.parametrize("page", [b"<html>secret", b"", b'{"error":"secret"}', b"[]"])
async def test_a_proxy_that_refuses_is_no_refusal_by_telegram(code, page):
    async with server(answers_with(code, page)) as port:
        error = await error_of(port)
    assert type(error) is NetworkError and surely_not_sent(error) and is_passing(error)
    assert str(code) in str(error) and "secret" not in str(error)


async def test_a_file_that_is_not_there_is_not_asked_for_again():
    async with server(answers_with(404, b"<html>")) as port:
        request = WatchedRequest()
        with pytest.raises(BadRequest):
            await request.retrieve(f"http://127.0.0.1:{port}/file")
        await request.shutdown()


@pytest.mark.parametrize(
    "parameters",
    [{"retry_after": "soon"}, {"retry_after": 10**30}, {"retry_after": -1}, {"a": "secret"}, [1], 1],
)
@pytest.mark.parametrize("description", [1, {}, None, "Too Many Requests"])
async def test_a_refusal_in_any_form_is_a_refusal(parameters, description):
    body = json.dumps({"description": description, "parameters": parameters}).encode()
    async with server(answers_with(429, body)) as port:
        error = await error_of(port)
    assert type(error) is NetworkError and surely_not_sent(error) and "secret" not in str(error)


async def test_a_refusal_says_how_long_to_wait():
    body = json.dumps({"description": "Too Many Requests", "parameters": {"retry_after": 7}}).encode()
    async with server(answers_with(429, body)) as port:
        error = await error_of(port)
    assert isinstance(error, RetryAfter) and seconds_of(error) == 7


def certificate_error():
    error = ssl.SSLCertVerificationError(1, "https://telegram.invalid/bot1:secret")
    error.verify_message = "self-signed certificate"
    return error


KEY = aiohttp.client_reqrep.ConnectionKey("telegram.invalid", 443, True, True, None, None, None)
REASONS = [
    (aiohttp.ClientConnectorCertificateError(KEY, certificate_error()), "self-signed certificate"),
    (aiohttp.ClientConnectorDNSError(KEY, socket.gaierror(-2, "Name not known")), "Name not known"),
    (aiohttp.ClientConnectorError(KEY, ConnectionRefusedError(111, "secret")), "Connection refused"),
    (aiohttp.ClientOSError(104, "Can not write request body for bot1:secret"), "Connection reset by peer"),
    (aiohttp.ServerDisconnectedError("secret"), ""),
]


@pytest.mark.parametrize(("error", "reason"), REASONS)
def test_the_reason_of_a_failure_is_told_without_the_address(error, reason):
    assert reason_of(error) == f"{type(error).__name__}: {reason}".removesuffix(": ")


@pytest.mark.parametrize(("code", "body"), [(413, b"<html>"), (413, REFUSAL), (418, REFUSAL), (451, REFUSAL)])
async def test_a_refusal_by_any_number_is_a_refusal(code, body):
    async with server(answers_with(code, body)) as port:
        error = await error_of(port)
    assert isinstance(error, BadRequest) and surely_not_sent(error) and not is_passing(error)


@pytest.mark.parametrize(
    "error", [Forbidden(""), BadRequest(""), InvalidToken(), ChatMigrated(-1), TelegramError("")], ids=repr
)
def test_what_telegram_refuses_does_not_pass(error):
    assert not is_passing(error)


@pytest.mark.parametrize(
    "error", [RetryAfter(3), NetworkError("Bad Gateway"), TimedOut(), UnreadableAnswer("")]
)
def test_a_lost_line_passes(error):
    assert is_passing(error)
