"""The bot leads into the reading room: a button under a citation, and a one-time link for who asks for one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.access.signatures import Signer
from bot.chat.keyboards import answer_rows
from bot.chat.passage_view import view_around, view_of
from bot.chat.site_links import SiteLinks
from bot.messages import CHINESE
from bot.state.editing.confirmations import WEB
from bot.telegram.transport.services import KEY
from tests.bot.sample import ANSWER, ANSWERED, Knowledge

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
