"""An update that PTB cannot read is taken out by its id, and holds up nobody else's."""

import json

import pytest
from telegram import Update

from bot.telegram.transport.connections import UnreadableAnswer
from bot.telegram.transport.update_batch import LARGEST, read_batch


def message(number, **fields):
    sender = {"id": 5, "is_bot": False, "first_name": "王芳"}
    content = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": sender, "text": "问"}
    return {"update_id": number, "message": {**content, **fields}}


def body(*updates):
    return json.dumps({"ok": True, "result": list(updates)}).encode()


def ids(batch):
    return [update["update_id"] for update in batch.updates]


def without(field):
    update = message(2)
    del update["message"][field]
    return update


UNREADABLE = [
    without("date"),
    without("chat"),
    without("message_id"),
    message(2, date="yesterday"),
    message(2, chat={"id": 5}),
    message(2, chat={"id": "x", "type": "private"}),
    message(2, chat={"id": {}, "type": "private"}),
    message(2, chat={"id": 10**40, "type": "private"}),
    message(2, entities=[{"type": "bold"}]),
    message(2, **{"from": {"id": 5}}),
    {"update_id": 2, "message": "words"},
    {"update_id": 2, "message": 7},
    {"update_id": 2, "callback_query": {"id": "1"}},
    {"update_id": 2, "inline_query": []},
]


@pytest.mark.parametrize("odd", UNREADABLE, ids=str)
def test_of_an_unreadable_update_the_id_alone_is_left(odd):
    batch = read_batch(body(message(1), odd, message(3)))
    assert ids(batch) == [1, 2, 3] and batch.updates[1] == {"update_id": 2}
    assert [one.id for one in batch.skipped] == [2]
    assert Update.de_list(json.loads(batch.payload())["result"], None)[2].message.text == "问"


@pytest.mark.parametrize("number", [None, "7", 1.5, True, -1, 2**40, [], 10**30], ids=str)
def test_an_update_without_an_id_is_left_out(number):
    batch = read_batch(body({**message(2), "update_id": number}, message(3)))
    assert ids(batch) == [3] and [one.id for one in batch.skipped] == [None]


@pytest.mark.parametrize("odd", [None, 5, "x", [], True], ids=str)
def test_what_is_no_update_is_left_out(odd):
    assert ids(read_batch(body(odd, message(3)))) == [3]


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"<html>Bad gateway</html>",
        b"[]",
        b"null",
        b'{"ok":true}',
        b'{"ok":true,"result":{}}',
        b'{"ok":true,"result":[',
        b"\xff\xfe" * 9,
        b"[" * 100_000,
    ],
    ids=lambda payload: payload[:20],
)
def test_an_answer_without_updates_is_an_error_that_does_not_hold_it(payload):
    with pytest.raises(UnreadableAnswer) as raised:
        read_batch(payload)
    assert "html" not in str(raised.value)


def test_of_an_answer_that_is_cut_the_whole_updates_are_taken_and_the_broken_one_is_passed_over():
    whole = body(message(1), message(2), message(3))
    batch = read_batch(whole[: whole.index(b'"update_id": 3') + 40])
    assert ids(batch) == [1, 2, 3] and [one.id for one in batch.skipped] == [3]


def test_an_update_too_deep_for_a_parser_is_passed_over_with_its_id():
    deep = '{"update_id":2,"message":' + "[" * 100_000 + "]" * 100_000 + "}"
    payload = f'{{"ok":true,"result":[{json.dumps(message(1))},{deep},{json.dumps(message(3))}]}}'
    assert ids(read_batch(payload.encode())) == [1, 2]


def test_a_giant_update_is_passed_over_with_its_id():
    payload = body(message(1), message(2, text="字" * LARGEST), message(3))
    batch = read_batch(payload[: LARGEST + 1])
    assert ids(batch) == [1, 2] and [one.id for one in batch.skipped] == [2]
