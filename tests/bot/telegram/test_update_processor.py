"""Order: one chat's updates one after the other, different chats side by side; whoever waits keeps nobody else waiting."""

import asyncio

import pytest
from telegram import Chat, Message, Update

from bot.state import State
from bot.telegram.delivery.handling import CURRENT, waiting
from bot.telegram.delivery.journal import Journal
from bot.telegram.delivery.update_processor import ChatByChat


@pytest.fixture
def journal(tmp_path):
    state = State(tmp_path / "state.db", clock=lambda: 0.0)
    yield Journal(state, lambda: 0.0)
    state.close()


def update(number, chat):
    message = Message(number, None, Chat(chat, "private"))
    return Update(number, message=message)


def handled(processor, number, chat, work):
    return asyncio.create_task(processor.process_update(update(number, chat), work))


async def until(true):
    """Waits until something is true; a test that waits for ever is ended by its runner."""
    while not true():
        await asyncio.sleep(0.001)


async def test_a_chat_keeps_its_order_while_another_passes_it(journal):
    order, gate = [], asyncio.Event()

    async def work(name, wait):
        if wait:
            await gate.wait()
        order.append(name)

    processor = ChatByChat(2, journal)
    jobs = [(1, 7, "slow", True), (2, 7, "after it", False), (3, 8, "other chat", False)]
    tasks = [handled(processor, number, chat, work(name, wait)) for number, chat, name, wait in jobs]
    await until(lambda: order == ["other chat"])
    gate.set()
    await asyncio.gather(*tasks)
    assert order == ["other chat", "slow", "after it"]


async def test_a_flood_from_one_chat_takes_no_place_from_another(journal):
    gate, done = asyncio.Event(), asyncio.Event()

    async def stuck():
        await gate.wait()

    async def quick():
        done.set()

    processor = ChatByChat(2, journal)
    tasks = [handled(processor, n, 7, stuck()) for n in range(200)]
    tasks.append(handled(processor, 1000, 8, quick()))
    await done.wait()
    gate.set()
    await asyncio.gather(*tasks)


async def test_an_error_lets_the_next_one_have_its_turn(journal):
    async def fail():
        raise RuntimeError

    async def work():
        return None

    processor = ChatByChat(1, journal)
    await asyncio.gather(handled(processor, 1, 7, fail()), return_exceptions=True)
    await handled(processor, 2, 7, work())


async def test_those_who_wait_for_telegram_hold_no_place(journal):
    gate, held, order = asyncio.Event(), [], []

    async def hold(number):
        with waiting():
            held.append(number)
            await gate.wait()
        order.append(number)

    async def quick():
        order.append("quick")

    processor = ChatByChat(2, journal)
    tasks = [handled(processor, n, n, hold(n)) for n in range(1, 201)]
    await until(lambda: len(held) == 200)
    await handled(processor, 1000, 1000, quick())
    assert order == ["quick"]
    gate.set()
    await asyncio.gather(*tasks)
    assert len(order) == 201 and processor._places._free == 2


async def test_a_chat_that_waits_keeps_its_order(journal):
    gate, order = asyncio.Event(), []

    async def hold():
        with waiting():
            await gate.wait()
        order.append("held")

    async def follow():
        order.append("follows")

    processor = ChatByChat(4, journal)
    tasks = [handled(processor, 1, 7, hold()), handled(processor, 2, 7, follow())]
    await asyncio.sleep(0.05)
    assert order == []
    gate.set()
    await asyncio.gather(*tasks)
    assert order == ["held", "follows"]


async def test_no_lock_and_no_place_is_left_behind(journal):
    async def work():
        with waiting():
            await asyncio.sleep(0)

    processor = ChatByChat(3, journal)
    for start in range(0, 300, 30):
        await asyncio.gather(*(handled(processor, n, n, work()) for n in range(start, start + 30)))
    assert len(processor._turns) == len(processor._handlings) == len(journal._in_hand) == 0
    assert processor._places._free == 3


async def test_at_the_end_what_waits_is_kept_what_works_is_finished_and_nothing_is_begun(journal):
    gate, sent, done = asyncio.Event(), asyncio.Event(), []

    async def wait():
        with waiting():
            await gate.wait()
        done.append("waited")

    async def send():
        with CURRENT.get().sending():
            await sent.wait()
        done.append("sent")

    async def begin():
        done.append("begun")

    processor = ChatByChat(5, journal)
    held, under_way = update(1, 7), update(2, 8)
    for one in (held, under_way):
        assert await journal.take(one, one.to_json(), 0.0)
    tasks = [
        asyncio.create_task(processor.process_update(held, wait())),
        asyncio.create_task(processor.process_update(under_way, send())),
        handled(processor, 3, 7, begin()),
    ]
    await until(lambda: [handling.step for handling in processor._handlings].count("sending") == 1)
    await until(
        lambda: (
            sorted(handling.step for handling in processor._handlings) == ["sending", "waiting", "waiting"]
        )
    )
    processor.end()
    sent.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    await handled(processor, 4, 9, begin())
    assert done == ["sent"]
    assert [one.id for one in journal._inbox.left()] == [1]


async def test_what_does_not_end_is_broken_off_and_kept(journal):
    async def send():
        with CURRENT.get().sending():
            await asyncio.Event().wait()

    processor, asked = ChatByChat(5, journal), update(1, 7)
    assert await journal.take(asked, asked.to_json(), 0.0)
    task = asyncio.create_task(processor.process_update(asked, send()))
    await until(lambda: [handling.step for handling in processor._handlings] == ["sending"])
    processor.end()
    await processor.break_off()
    assert task.cancelled() and [one.id for one in journal._inbox.left()] == [1]
