"""The composition root: the PTB application with its handlers, connections and limits."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.chat.commands import BROWSED
from bot.chat.feedback_buttons import KEEP, REASON, VOTE
from bot.chat.keyboards import ANEW
from bot.config.config import Config, Telegram
from bot.editing.confirmation import CONFIRM
from bot.marks.wording import MARK
from bot.pages.audit import AUDIT
from bot.pages.personal import AGAIN, FAVOURITES, FORGET, LANGUAGE, REMOVE
from bot.pages.roles import MAKE, PERSON, ROLES
from bot.pages.settings import SETTINGS
from bot.reminders.contents import REMIND, SHOW
from bot.statistics.page import STATS
from bot.telegram import error_handler, start
from bot.telegram.admin import (
    audit,
    confirmation,
    dialogue_input,
    documents,
    reload,
    roles,
    statistics,
    tables,
    teaching,
)
from bot.telegram.admin.load_progress import CANCEL
from bot.telegram.delivery.at_most_once import AtMostOnce
from bot.telegram.delivery.durable_queue import DurableQueue
from bot.telegram.delivery.journal import Journal
from bot.telegram.delivery.notices import Notices
from bot.telegram.delivery.rate_limiter import PatientRateLimiter
from bot.telegram.delivery.update_processor import ChatByChat
from bot.telegram.gate import addressing, guard
from bot.telegram.gate.addressing import called
from bot.telegram.handlers import (
    browsing,
    feedback,
    groups,
    inline,
    language,
    marks,
    personal,
    privacy,
    questions,
    reminders,
    settings,
)
from bot.telegram.transport.connections import WatchedRequest
from bot.telegram.transport.polling import PollLine, PollRequest
from bot.telegram.transport.services import KEY, Context, Services

App = Application[Any, Any, Any, Any, Any, Any]
Handler = BaseHandler[Any, Context, None]

GUARD: Handler = TypeHandler(Update, guard.check)
MIDWAY: Handler = MessageHandler(addressing.QUESTION, dialogue_input.carry_on)

# The first that fits an update gets it.
HANDLERS: tuple[Handler, ...] = (
    MessageHandler(called("start"), start.greet),
    MessageHandler(called("help"), start.explain_usage),
    MessageHandler(called("ask"), questions.ask_plainly),
    *(MessageHandler(called(command), browsing.open_list) for command in BROWSED),
    MessageHandler(called("remind"), reminders.remind),
    MessageHandler(called("reminders"), reminders.show_list),
    MessageHandler(called("recent"), personal.recent),
    MessageHandler(called("favorites"), personal.favourites),
    MessageHandler(called("language"), language.ask),
    MessageHandler(called("privacy"), privacy.tell),
    MessageHandler(called("forget"), privacy.ask_to_forget),
    MessageHandler(called("settings"), settings.tell),
    MessageHandler(called("unanswered"), teaching.list_unanswered),
    MessageHandler(called("synonym"), teaching.synonym),
    MessageHandler(called("pairs"), teaching.list_pairs),
    MessageHandler(called("undo"), documents.undo),
    MessageHandler(called("reload"), reload.reload),
    MessageHandler(called("status"), reload.tell_status),
    MessageHandler(called("stats"), statistics.tell),
    MessageHandler(called("roles"), roles.tell),
    MessageHandler(called("audit"), audit.tell),
    MessageHandler(addressing.UNKNOWN_COMMAND, start.unknown_command),
    MessageHandler(addressing.REPLY, marks.hear),
    MessageHandler(addressing.QUESTION, questions.ask_plainly),
    MessageHandler(addressing.GROUP_QUESTION, questions.ask_plainly),
    MessageHandler(addressing.EDITED, questions.correct),
    MessageHandler(filters.StatusUpdate.MIGRATE, groups.move),
    MessageHandler(addressing.TABLE, tables.take_table),
    MessageHandler(addressing.DOCUMENT, documents.take_file),
    MessageHandler(addressing.OTHER, start.only_text),
    ChatMemberHandler(groups.greet),
    InlineQueryHandler(inline.offer),
    CallbackQueryHandler(feedback.vote, f"^{VOTE}[01]:."),
    CallbackQueryHandler(feedback.give_reason, f"^{REASON}[a-e]:."),
    CallbackQueryHandler(feedback.keep, f"^{KEEP}[01]:."),
    CallbackQueryHandler(personal.ask_again, f"^{AGAIN}[0-9]{{1,18}}$"),
    CallbackQueryHandler(personal.turn_favourites, f"^{FAVOURITES}[0-9]{{1,6}}$"),
    CallbackQueryHandler(personal.remove_favourite, f"^{REMOVE}[0-9]{{1,6}}:."),
    CallbackQueryHandler(privacy.forget, f"^{FORGET}[01]:[0-9]+$"),
    CallbackQueryHandler(language.choose, f"^{LANGUAGE}(?:zh|en|tg)$"),
    CallbackQueryHandler(reload.cancel, f"^{CANCEL}[0-9a-f]{{8}}$"),
    CallbackQueryHandler(statistics.tell_of, f"^{STATS}[0-9]{{1,3}}$"),
    CallbackQueryHandler(roles.turn, f"^{ROLES}[0-9]{{1,4}}$"),
    CallbackQueryHandler(roles.open_person, f"^{PERSON}[0-9]{{1,16}}$"),
    CallbackQueryHandler(roles.make, f"^{MAKE}(?:owner|admin|editor|none):[0-9]{{1,16}}$"),
    CallbackQueryHandler(audit.turn, f"^{AUDIT}[0-9]{{1,6}}$"),
    CallbackQueryHandler(confirmation.decide, f"^{CONFIRM}[01]:[0-9a-f]+$"),
    CallbackQueryHandler(
        settings.choose, f"^{SETTINGS}(?:(?:language|length|askers|quiet)(?::[a-z0-9-]+)?)?$"
    ),
    CallbackQueryHandler(teaching.press, f"^{teaching.PRESSED}[A-Za-z]:"),
    CallbackQueryHandler(reminders.turn, f"^(?:{ANEW})?{REMIND}{SHOW}[0-9]{{1,18}}:[0-9]{{1,6}}$"),
    CallbackQueryHandler(
        reminders.press, f"^(?:{ANEW})?{REMIND}[cdefklmprstwxy][0-9]{{1,18}}(?::[0-9a-z-]{{1,13}})?$"
    ),
    CallbackQueryHandler(marks.press, f"^{MARK}(?:[bdknopvw]|u[0-9]{{8}})[0-9a-z]{{13}}:[0-9]{{1,6}}:"),
    CallbackQueryHandler(documents.press, f"^{documents.PRESSED}[{''.join(documents.PAGES)}]:"),
    CallbackQueryHandler(browsing.open_button),
)
UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)

AT_ONCE = 16  # chats worked for side by side
SEND_POOL, POLL_POOL = 256, 4
CONNECT, READ, WRITE, WAIT = 10.0, 20.0, 20.0, 10.0  # seconds


def build(
    config: Telegram, services: Services, requests: tuple[BaseRequest, BaseRequest], line: PollLine
) -> App:
    """The application; `requests` are the connections for sending and for polling, `line` what is known of it."""
    send, poll = requests
    journal = Journal(services.state, lambda: services.now().timestamp())
    application = (
        ApplicationBuilder()
        .token(config.token.reveal())
        .base_url(config.base_url)
        .base_file_url(config.base_file_url)
        .request(send)
        .get_updates_request(poll)
        .update_queue(DurableQueue(journal, HANDLERS, line))
        .rate_limiter(PatientRateLimiter(AtMostOnce(journal), Notices(journal, services.time_zone)))
        .concurrent_updates(ChatByChat(AT_ONCE, journal))
        .build()
    )
    application.bot_data[KEY] = services
    application.add_handler(GUARD, group=-2)
    application.add_handler(MIDWAY, group=-1)
    application.add_handlers(HANDLERS)
    application.add_error_handler(error_handler.handle)
    return application


def connections(config: Config, line: PollLine) -> tuple[BaseRequest, BaseRequest]:
    """The connections for sending and for polling, through the proxy if there is one."""
    settings: dict[str, Any] = {
        "proxy": config.telegram.proxy.reveal() or None,
        "connect_timeout": CONNECT,
        "read_timeout": READ,
        "write_timeout": WRITE,
        "pool_timeout": WAIT,
    }
    sending = WatchedRequest(connection_pool_size=SEND_POOL, **settings)
    return sending, PollRequest(line, connection_pool_size=POLL_POOL, **settings)
