"""The bot leads into the reading room: from citations, inline results, reminders, the menu, and by a one-time link."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telegram import MenuButtonWebApp, WebAppInfo

from bot.access.signatures import Signer
from bot.chat.context import ChatContext
from bot.chat.keyboards import answer_rows
from bot.chat.passage_view import view_around, view_of
from bot.chat.site_links import SiteLinks
from bot.messages import CHINESE
from bot.reminders.contents import reminder_message
from bot.reminders.sources import Deadlines
from bot.state.chats.outbox import Reminder
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.editing.confirmations import WEB
from bot.telegram.transport.menus import show_site
from bot.telegram.transport.services import KEY
from tests.bot.sample import ANSWER, ANSWERED, Knowledge
from tests.clock import TODAY

SITE = SiteLinks("https://room.example.cn", Signer("123:abc"))


def test_a_citation_has_a_button_that_opens_it_in_a_browser():
    shown = view_around(Knowledge(), view_of(ANSWERED), ANSWER)  # type: ignore[arg-type]
    urls = [
        button.url for row in answer_rows(shown, CHINESE, True, site=SITE) for button in row if button.url
    ]
    assert len(urls) == 1 and urls[0].startswith(f"{SITE.url}/p/{ANSWER.passage_id}?t=")
    assert not any(button.url for row in answer_rows(shown, CHINESE, True) for button in row)


@pytest.mark.parametrize("there", [True, False])
async def test_web_sends_a_link_for_one_person(office, there):
    services = office.application.bot_data[KEY]
    if there:
        office.application.bot_data[KEY] = replace(services, site=SITE)
    dialogue = office.dialogue()
    await dialogue.says("/web")
    links = office.state.pending.of_kind(WEB)
    assert len(links) == there
    if there:
        assert [pending.person for pending in links.values()] == [dialogue.user.id]


@pytest.mark.parametrize("there", [True, False])
async def test_an_inline_result_leads_to_its_passage(office, there):
    services = office.application.bot_data[KEY]
    office.application.bot_data[KEY] = replace(services, site=SITE if there else None)
    (result,) = (await office.dialogue().asks_inline("细则"))["results"]
    keys = [key for row in result.get("reply_markup", {}).get("inline_keyboard", []) for key in row]
    assert [key["url"] for key in keys] == ([SITE.passage(ANSWER)] if there else [])


@pytest.mark.parametrize(
    ("words", "query"), [("", ""), ("医共体 本月", "?q=%E5%8C%BB%E5%85%B1%E4%BD%93+%E6%9C%AC%E6%9C%88")]
)
@pytest.mark.parametrize("there", [True, False])
def test_a_reminder_leads_to_its_list(there, words, query):
    subscription = Subscription(1, 7, None, 7, "zh", words, Schedule(), "running", 0.0)
    reminder = Reminder(1, 1, 0.0, False, "claimed", ("a",))
    setting = ChatContext(CHINESE, TODAY, site=SITE if there else None)
    message = reminder_message(setting, subscription, reminder, Deadlines([], {}, {}))
    urls = [button.url for row in message.buttons for button in row if button.url]
    assert urls == ([f"{SITE.url}/ddl{query}"] if there else [])


async def menu_of(office) -> dict:
    return (await office.application.bot.get_chat_menu_button()).to_dict()


async def test_the_menu_opens_the_reading_room_as_a_mini_app(office):
    bot = office.application.bot
    await show_site(bot, SITE.url)
    assert (await menu_of(office))["web_app"] == {"url": f"{SITE.url}/enter"}
    await show_site(bot, "")
    assert await menu_of(office) == {"type": "commands"}


async def test_what_somebody_else_put_into_the_menu_stays(office):
    bot = office.application.bot
    theirs = MenuButtonWebApp("预约", WebAppInfo("https://other.example.cn/app"))
    await bot.set_chat_menu_button(menu_button=theirs)
    await show_site(bot, "http://room.example.cn")
    assert (await menu_of(office))["text"] == "预约"
