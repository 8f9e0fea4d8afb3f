"""The ledger as files: the workbook and the sheet to be signed, sent by a button."""

from __future__ import annotations

from bot.callback_data.ledger import ListLedger, SendLedger
from bot.chat.attachments import file_name, fitted_caption
from bot.chat.context import ChatContext
from bot.chat.response import Attachment, Response
from bot.chat.scope import scope_notes
from bot.deadlines.filtered_list import notes, nothing_fits, understood_of
from bot.ledger.pages import Ledger, ledger_of
from bot.marks.selection import read
from knowledge.knowledge_base import KnowledgeBase


def send_ledger(knowledge: KnowledgeBase, setting: ChatContext, button: SendLedger) -> Response:
    """The file of the ledger that a button carries."""
    shown = ledger_of(knowledge, setting, read(button.words))
    if not shown.rows:
        return nothing_fits(shown.these, setting, ListLedger, notes(knowledge, setting))
    say, title = setting.words.ledger, title_of(shown, setting)
    name = file_name(f"{title}-{setting.today.isoformat()}", {"x": "xlsx", "d": "docx"}[button.form])
    made = say.made.format(today=setting.today.isoformat(), count=len(shown.rows))
    if button.form == "x":
        content, caption = _workbook(shown, setting, title), say.caption.format(title=title, made=made)
    else:
        content, caption = (
            _signing_sheet(shown, setting, title),
            f"{say.signing_title.format(title=title)}　{made}",
        )
    caption = fitted_caption((caption, *scope_notes(knowledge, setting)))
    return Response(enclosures=(Attachment(name, content, caption),))


def title_of(shown: Ledger, setting: ChatContext) -> str:
    """The ledger by what was asked for."""
    told_back = understood_of(shown.these, setting)
    return setting.words.ledger.title + (f"：{told_back}" if told_back else "")


def _workbook(shown: Ledger, setting: ChatContext, title: str) -> bytes:
    from bot.ledger.workbook import workbook

    return workbook(shown.rows, title, setting.words, setting.today, setting.zone)


def _signing_sheet(shown: Ledger, setting: ChatContext, title: str) -> bytes:
    from bot.ledger.signing_sheet import signing_sheet

    return signing_sheet(shown.rows, title, setting.words, setting.today)
