"""Order: one chat's updates one after the other, different chats side by side."""

import asyncio

from telegram import Chat, Message, Update

from bot.telegram.transport.update_processor import ChatByChat


def update(number, chat):
    message = Message(number, None, Chat(chat, "private"))
    return Update(number, message=message)


async def test_a_chat_keeps_its_order_while_another_passes_it():
    order, gate = [], asyncio.Event()

    async def work(name, wait):
        if wait:
            await gate.wait()
        order.append(name)

    processor = ChatByChat(2)
    jobs = [(1, 7, "slow", True), (2, 7, "after it", False), (3, 8, "other chat", False)]
    tasks = [
        asyncio.create_task(processor.process_update(update(number, chat), work(name, wait)))
        for number, chat, name, wait in jobs
    ]
    await asyncio.sleep(0.01)
    assert order == ["other chat"]
    gate.set()
    await asyncio.gather(*tasks)
    assert order == ["other chat", "slow", "after it"]


async def test_a_flood_from_one_chat_takes_no_place_from_another():
    gate, done = asyncio.Event(), asyncio.Event()

    async def stuck():
        await gate.wait()

    async def quick():
        done.set()

    processor = ChatByChat(2)
    tasks = [asyncio.create_task(processor.process_update(update(n, 7), stuck())) for n in range(1000)]
    tasks.append(asyncio.create_task(processor.process_update(update(1000, 8), quick())))
    await asyncio.wait_for(done.wait(), 1)
    gate.set()
    await asyncio.gather(*tasks)


async def test_an_error_lets_the_next_one_have_its_turn():
    async def fail():
        raise RuntimeError

    async def work():
        return None

    processor = ChatByChat(1)
    await asyncio.gather(processor.process_update(update(1, 7), fail()), return_exceptions=True)
    await asyncio.wait_for(processor.process_update(update(2, 7), work()), 1)
