"""A request reaches Telegram by whichever proxy there is, bears its files, and reads no more of an answer than it is to."""

import asyncio
import base64
import socket

import pytest
from telegram import InputFile
from telegram.error import BadRequest, NetworkError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.transport.connections import LEAVING, LineLost, NotLeft, Times, WatchedRequest
from bot.telegram.transport.http.proxies import environment_proxy, proxy_at
from bot.telegram.transport.http.request_body import PIECE, RequestBody, body_of
from tests.bot.telegram.test_failures import (
    GRANTED,
    JSON,
    LARGE,
    MESSAGE,
    answer,
    answers_with,
    server,
    whole,
)
from tests.bot_api.bodies import read_body

OK = b'{"ok":true,"result":[]}'
NOWHERE = "http://telegram.invalid/bot1:a/getMe"


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """No proxy but that of a test."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    environment_proxy.cache_clear()
    yield monkeypatch
    environment_proxy.cache_clear()


async def answered(proxy):
    request = WatchedRequest(proxy=proxy)
    try:
        return await request.do_request(NOWHERE, "POST", MESSAGE)
    finally:
        await request.shutdown()


async def socks(reader, writer):
    for granted in GRANTED:
        await reader.read(1024)
        writer.write(granted)
    await answers_with(200, OK)(reader, writer)


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_by_a_socks_proxy_which_looks_the_name_up(scheme):
    async with server(socks) as port:
        assert await answered(f"{scheme}://127.0.0.1:{port}") == (200, OK)


async def test_by_an_http_proxy():
    async with server(answers_with(200, OK)) as port:
        assert await answered(f"http://127.0.0.1:{port}") == (200, OK)


@pytest.mark.parametrize("scheme", ["http://", "HTTP://", ""])
async def test_by_the_proxy_of_the_environment(environment, scheme):
    async with server(answers_with(200, OK)) as port:
        environment.setenv("HTTP_PROXY", f"{scheme}127.0.0.1:{port}")
        assert await answered("") == (200, OK)


async def test_each_host_by_the_proxy_that_is_for_it(environment):
    async with server(socks) as proxy, server(answers_with(200, b"[]")) as port:
        environment.setenv("ALL_PROXY", f"socks5://127.0.0.1:{proxy}")
        environment.setenv("NO_PROXY", "127.0.0.1")
        request, local = WatchedRequest(), f"http://127.0.0.1:{port}/getMe"
        answers = [await request.do_request(url, "POST", MESSAGE) for url in (local, NOWHERE)]
        await request.shutdown()
    assert answers == [(200, b"[]"), (200, OK)]


@pytest.mark.parametrize("url", [NOWHERE, NOWHERE.replace("http:", "https:")], ids=["plain", "tunnel"])
async def test_an_http_proxy_is_told_the_password_in_any_letters(url):
    heads = []

    async def refuse(reader, writer):
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer(407, b"<html>"))

    async with server(refuse) as port:
        request = WatchedRequest(proxy=f"http://员工:%E5%AF%86%3A%40@127.0.0.1:{port}")
        with pytest.raises(NetworkError, match="407"):
            await request.post(url, MESSAGE)
        await request.shutdown()
    login = base64.b64encode("员工:密:@".encode())
    assert b"proxy-authorization: basic " + login.lower() in heads[0].lower() and login in heads[0]


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("socks5://[::1]", "socks5://[::1]:1080"),
        ("SOCKS5H://proxy.invalid:9050/", "socks5h://proxy.invalid:9050"),
        (" proxy.invalid ", "http://proxy.invalid:80"),
    ],
)
def test_the_address_of_a_proxy_may_be_short(address, url):
    assert proxy_at(address).url == url


@pytest.mark.parametrize("address", ["socks4://proxy.invalid", "http://", "http://u:secret@:port", "::"])
async def test_what_is_no_address_of_a_proxy_is_told_without_its_password(environment, address):
    environment.setenv("ALL_PROXY", address)
    with pytest.raises(NotLeft, match="UnusableProxy") as raised:
        await answered("")
    assert "secret" not in str(raised.value)


def test_no_proxy_where_the_environment_wants_none(environment):
    environment.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    environment.setenv("NO_PROXY", "telegram.invalid, ::1, 10.0.0.1:8081")
    for origin in ("telegram.invalid", "api.telegram.invalid:80", "[::1]:8081", "10.0.0.1:8081"):
        assert environment_proxy("http", origin) is None
    for origin in ("elsewhere.invalid", "10.0.0.1:8082"):
        assert environment_proxy("http", origin) == proxy_at("http://127.0.0.1:1")


async def test_of_an_answer_so_much_is_read_and_no_more():
    async def endless(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer(200, b"x" * (1 << 20), JSON + b"Connection: close\r\n"))
        await writer.drain()

    async with server(endless) as port:
        request = WatchedRequest(largest=1000)
        _, payload = await request.do_request(f"http://127.0.0.1:{port}/x", "POST", MESSAGE)
        await request.shutdown()
    assert 1000 < len(payload) < 1 << 20


def test_files_go_with_their_names_and_types():
    file = InputFile("正文\r\n".encode() * 1000, filename="讲话“二”.txt")
    body = body_of(
        RequestData(
            [RequestParameter.from_input("chat_id", 7), RequestParameter.from_input("document", file)]
        ),
        1.0,
    )
    parameters, uploads = read_body(body.content_type, body.decode().encode())
    assert parameters["chat_id"] == "7"
    assert [(upload.name, upload.content) for upload in uploads.values()] == [
        ("讲话“二”.txt", "正文\r\n".encode() * 1000)
    ]


class Stuck:
    """A writer that takes a piece and no more."""

    def __init__(self):
        self.written, self.is_aborted, self.transport = 0, False, self

    def abort(self):
        self.is_aborted = True

    async def write(self, piece):
        self.written += len(piece)
        if self.written > PIECE:
            await asyncio.Event().wait()


@pytest.mark.parametrize(
    "values", [{"text": "字\udcd7"}, {"text": "字\udcd7", "document": InputFile(b"", "\udcd7.txt")}]
)
def test_half_a_letter_is_a_question_mark(values):
    body = body_of(RequestData([RequestParameter.from_input(*value) for value in values.items()]), 1.0)
    parameters, uploads = read_body(body.content_type, body.decode().encode())
    assert parameters["text"] == "字?"
    assert [upload.name for upload in uploads.values()] == ["?.txt"] * len(uploads)


async def test_a_file_that_is_larger_than_it_may_be_is_refused():
    async with server(answers_file) as port:
        request = WatchedRequest(largest=9)
        assert await request.retrieve(f"http://127.0.0.1:{port}/9") == b"x" * 9
        with pytest.raises(BadRequest, match="too big"):
            await request.retrieve(f"http://127.0.0.1:{port}/10")
        await request.shutdown()


async def answers_file(reader, writer):
    """A file of as many bytes as its name says."""
    head = await reader.readuntil(b"\r\n\r\n")
    size = int(head.split()[1].removeprefix(b"/"))
    writer.write(answer(200, b"x" * size, b"Connection: close\r\n"))
    writer.close()


async def test_a_body_has_left_once_its_last_piece_has():
    body = RequestBody(b"x" * (PIECE + 1), "text/plain", 0.05)
    with pytest.raises(TimeoutError):
        await body.write(Stuck())
    assert not body.has_left
    short = RequestBody(b"x", "text/plain", 0.05)
    await short.write(Stuck())
    assert short.has_left


async def test_of_a_body_that_took_too_long_nothing_leaves_later():
    writer = Stuck()
    with pytest.raises(TimeoutError):
        await RequestBody(b"x" * (PIECE + 1), "text/plain", 0.05).write(writer)
    assert writer.is_aborted


async def test_connections_close_though_nobody_takes_what_is_sent():
    async def deaf(reader, writer):
        writer.transport.pause_reading()
        taken.set()
        await asyncio.sleep(30)

    taken = asyncio.Event()
    async with server(deaf) as port, asyncio.timeout(20):
        request = WatchedRequest(Times(write=0.2))
        post = asyncio.create_task(request.post(f"http://127.0.0.1:{port}/x", LARGE))
        await taken.wait()
        await request.shutdown()
        with pytest.raises(NotLeft):
            await post


async def test_of_a_request_that_is_cancelled_nothing_leaves_later():
    writer = Stuck()
    writing = asyncio.create_task(RequestBody(b"x" * (PIECE + 1), "text/plain", None).write(writer))
    await asyncio.sleep(0)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    assert writer.is_aborted


class Keeping:
    """A server that keeps its connections, and counts the requests; of the first connection the test may do more."""

    def __init__(self):
        self.requests, self.connections = 0, []

    async def __call__(self, reader, writer):
        self.connections.append(writer)
        while True:
            await whole(reader)
            self.requests += 1
            writer.write(answer(200, b'{"ok":true,"result":%d}' % self.requests))

    def hangs_up(self):
        self.connections[0].get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def answers_unasked(self):
        self.connections[0].write(answer(200, b'{"ok":true,"result":"of another"}'))


@pytest.mark.parametrize("event", [Keeping.hangs_up, Keeping.answers_unasked])
async def test_a_connection_at_whose_end_something_has_happened_is_not_used_again(event):
    telegram = Keeping()
    async with server(telegram) as port:
        request, url = WatchedRequest(), f"http://127.0.0.1:{port}/sendMessage"
        assert [await request.post(url, MESSAGE) for _ in range(2)] == [1, 2]
        event(telegram)  # the event loop of the bot has not seen it yet
        assert [await request.post(url, MESSAGE) for _ in range(2)] == [3, 4]
        await request.shutdown()
    assert len(telegram.connections) == 2


async def test_what_waits_for_a_connection_when_all_are_closed_has_not_left():
    taken = asyncio.Event()

    async def silent(reader, writer):
        await whole(reader)
        taken.set()
        await asyncio.sleep(30)

    async with server(silent) as port:
        request = WatchedRequest(size=1)
        posts = [asyncio.create_task(request.post(f"http://127.0.0.1:{port}/x", MESSAGE)) for _ in range(2)]
        await taken.wait()
        await request.shutdown()
        errors = await asyncio.gather(*posts, return_exceptions=True)
    assert [type(error) for error in errors] == [LineLost, NotLeft]


async def test_what_is_broken_off_before_it_leaves_is_not_a_failure_that_is_tried_again():
    async def left_to_another_replica():
        raise asyncio.CancelledError

    async with server(answers_with(200, OK)) as port:
        request, token = WatchedRequest(), LEAVING.set(left_to_another_replica)
        with pytest.raises(asyncio.CancelledError):
            await request.post(f"http://127.0.0.1:{port}/x", MESSAGE)
        LEAVING.reset(token)
        await request.shutdown()


def test_another_event_loop_gets_other_connections():
    request = WatchedRequest()

    async def ask():
        async with server(answers_with(200, OK)) as port:
            return await request.do_request(f"http://127.0.0.1:{port}/x", "POST", MESSAGE)

    assert [asyncio.run(ask()) for _ in range(2)] == [(200, OK)] * 2
    asyncio.run(request.shutdown())
