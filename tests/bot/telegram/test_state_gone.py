"""Nothing is said to be stored that is not: who asks for it is told, and an owner puts the state file back."""

import asyncio

import pytest

from bot.messages import CHINESE
from bot.telegram.tasks.state_watch import keep_looking
from bot.telegram.transport.services import KEY

pytestmark = pytest.mark.fault

NOT_STORED = CHINESE.not_stored.partition("（")[0]


@pytest.fixture
def owner(api):
    user = api.user()
    api.private(user)
    return user


@pytest.fixture
async def office(closed_office, owner):
    return await closed_office.open(owners=(owner.id,))


async def told(office, owner):
    """What the owner is told in some looks."""
    revision = office.api.world.revision
    roles = office.application.bot_data[KEY].access.roles.everyone
    looking = asyncio.create_task(keep_looking(office.application.bot, office.state, roles, interval=0.01))
    await asyncio.sleep(0.2)
    looking.cancel()
    return office.api.sent_since(office.api.private(owner), revision)


@pytest.mark.parametrize("button", [CHINESE.state_file.restore, CHINESE.state_file.anew])
async def test_who_asks_is_told_and_an_owner_puts_it_back(office, owner, button):
    path, dialogue = office.folder / "jianda-state.db", office.dialogue()
    (reply,) = await dialogue.says("/remind 提前7天")
    assert NOT_STORED not in reply.text
    path.unlink()
    (refused,) = await dialogue.says("/remind 提前30天")
    assert refused.text.startswith(NOT_STORED)

    (notice,) = await told(office, owner)
    assert str(path) in notice.text and notice.labels == [
        [CHINESE.state_file.restore, CHINESE.state_file.anew]
    ]
    (done,) = await office.dialogue(owner).presses(button, notice)
    is_restored = button == CHINESE.state_file.restore
    assert done.text == (CHINESE.state_file.restored if is_restored else CHINESE.state_file.begun)
    assert path.is_file() and len(office.state.subscriptions.of_chat(dialogue.chat.id)) == is_restored
    (reply,) = await dialogue.says("/remind 提前30天")
    assert NOT_STORED not in reply.text and await told(office, owner) == []


async def test_a_button_that_is_pressed_when_the_file_is_back_changes_nothing(office, owner):
    path = office.folder / "jianda-state.db"
    path.rename(path.with_name("elsewhere"))
    (notice,) = await told(office, owner)
    path.with_name("elsewhere").rename(path)
    before = path.stat().st_ino
    assert await office.dialogue(owner).presses(CHINESE.state_file.anew, notice) == []
    assert path.stat().st_ino == before


async def test_nobody_but_an_owner_puts_it_back(office, owner):
    path, stranger = office.folder / "jianda-state.db", office.dialogue()
    path.unlink()
    (notice,) = await told(office, owner)
    office.api.press(stranger.user, notice, CHINESE.state_file.anew)
    await stranger.settled(0)
    assert not path.exists()
