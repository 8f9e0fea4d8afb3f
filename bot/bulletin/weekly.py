"""The bulletin that comes again every week: made, told, cancelled, put back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.access.access import Access
from bot.bulletin.pages import bulletin_page
from bot.callback_data.scheduled import BulletinAction, ChangeBulletin, ShowBulletin
from bot.chat.context import ChatContext
from bot.chat.scope import scoped
from bot.rendering.dates import time_in_words
from bot.rendering.markup import line
from bot.rendering.message import Button, Message, MessageDraft, Row
from bot.state import State
from bot.state.scheduling.messages import ScheduledMessage
from knowledge.knowledge_base import KnowledgeBase

KIND = "bulletin"


def weekly_bulletin(
    message: ScheduledMessage, setting: ChatContext, knowledge: KnowledgeBase, state: State, access: Access
) -> Message:
    """The bulletin as its chat may see it."""
    readable = knowledge.read_by(access.reads_in(message.chat))
    scope = scoped(readable, state.scopes.of(message.chat))
    seen = replace(setting, scope=scope, marks_at=state.marks.as_of)
    return bulletin_page(readable, seen, ShowBulletin(words=message.content["words"])).messages[0]


def unsure_bulletin(message: ScheduledMessage, setting: ChatContext) -> Message:
    """The notice in place of a bulletin of which nobody knows whether it arrived."""
    moment = time_in_words(dt.datetime.fromtimestamp(message.due_at, setting.zone), setting.words)
    text = setting.words.bulletin.unsure.format(moment=moment)
    show = Button(setting.words.bulletin.show, ChangeBulletin(BulletinAction.SHOW, message.id).pack())
    return _message(text, (show,))


def told(message: ScheduledMessage, text: str, setting: ChatContext, action: BulletinAction) -> Message:
    """What is said of a subscription, with the way to cancel it or to put it back."""
    say = setting.words.bulletin
    label = say.cancel if action is BulletinAction.CANCEL else say.restore
    return _message(text, (Button(label, ChangeBulletin(action, message.id).pack()),))


def _message(text: str, *rows: Row) -> Message:
    return MessageDraft(tuple(map(line, text.split("\n"))), rows).messages()[0]
