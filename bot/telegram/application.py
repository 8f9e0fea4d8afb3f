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

from bot.callback_data.administration import (
    CancelLoad,
    Confirm,
    ListAudit,
    ListRoles,
    MakeRole,
    OpenPerson,
    PutStateBack,
    ShowStatistics,
)
from bot.callback_data.codec import pattern
from bot.callback_data.personal import (
    AskAgain,
    CastVote,
    ChooseLanguage,
    Forget,
    GiveReason,
    KeepPassage,
    ListFavourites,
    RemoveFavourite,
)
from bot.callback_data.reminders import ShowReminder
from bot.callback_data.scheduled import ChangeOwnReminder, ShowNews, ShowValidity, WatchDocument
from bot.callback_data.teaching import ExportTeaching
from bot.chat.commands import BROWSED
from bot.config.config import Config, Telegram
from bot.telegram import error_handler, site_link, start
from bot.telegram.admin import (
    audit,
    confirmation,
    dialogue_input,
    documents,
    ledger,
    reload,
    roles,
    state_file,
    statistics,
    teaching,
)
from bot.telegram.delivery.at_most_once import AtMostOnce
from bot.telegram.delivery.durable_queue import DurableQueue
from bot.telegram.delivery.journal import JOURNAL, Journal
from bot.telegram.delivery.notices import Notices
from bot.telegram.delivery.rate_limiter import PatientRateLimiter
from bot.telegram.delivery.shared_memory import SharedMemory
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
from bot.telegram.handlers.office import reports
from bot.telegram.handlers.scheduled import bulletins, own_reminders, watches
from bot.telegram.transport.connections import Times, WatchedRequest
from bot.telegram.transport.polling import PollLine, PollRequest
from bot.telegram.transport.services import KEY, Context, Services

App = Application[Any, Any, Any, Any, Any, Any]
Handler = BaseHandler[Any, Context, None]

# Before the guard, which knows a listed group by its id.
MOVED: Handler = MessageHandler(filters.StatusUpdate.MIGRATE, groups.move)
GUARD: Handler = TypeHandler(Update, guard.check)
MIDWAY: Handler = MessageHandler(addressing.QUESTION, dialogue_input.carry_on)

# The first that fits an update gets it.
HANDLERS: tuple[Handler, ...] = (
    MessageHandler(called("start"), start.greet),
    MessageHandler(called("help"), start.explain_usage),
    MessageHandler(called("ask"), questions.ask_plainly),
    MessageHandler(called("bulletin"), bulletins.tell),
    *(MessageHandler(called(command), browsing.open_list) for command in BROWSED),
    MessageHandler(called("remind"), reminders.remind),
    MessageHandler(called("reminders"), reminders.show_list),
    MessageHandler(called("watch"), watches.watch),
    MessageHandler(called("recent"), personal.recent),
    MessageHandler(called("favorites"), personal.favourites),
    MessageHandler(called("web"), site_link.invite),
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
    MessageHandler(addressing.CAPTION, questions.ask_plainly),
    MessageHandler(addressing.GROUP_QUESTION, questions.ask_plainly),
    MessageHandler(addressing.EDITED, questions.correct),
    MessageHandler(addressing.TABLE, start.unless_asked(ledger.take_table)),
    MessageHandler(addressing.DOCUMENT, start.unless_asked(documents.take_file)),
    MessageHandler(addressing.OTHER, start.only_text),
    ChatMemberHandler(groups.greet),
    InlineQueryHandler(inline.offer),
    CallbackQueryHandler(feedback.vote, pattern(CastVote)),
    CallbackQueryHandler(feedback.give_reason, pattern(GiveReason)),
    CallbackQueryHandler(feedback.keep, pattern(KeepPassage)),
    CallbackQueryHandler(personal.ask_again, pattern(AskAgain)),
    CallbackQueryHandler(personal.turn_favourites, pattern(ListFavourites)),
    CallbackQueryHandler(personal.remove_favourite, pattern(RemoveFavourite)),
    CallbackQueryHandler(privacy.forget, pattern(Forget)),
    CallbackQueryHandler(language.choose, pattern(ChooseLanguage)),
    CallbackQueryHandler(reload.cancel, pattern(CancelLoad)),
    CallbackQueryHandler(statistics.tell_of, pattern(ShowStatistics)),
    CallbackQueryHandler(roles.turn, pattern(ListRoles)),
    CallbackQueryHandler(roles.open_person, pattern(OpenPerson)),
    CallbackQueryHandler(roles.make, pattern(MakeRole)),
    CallbackQueryHandler(state_file.put_back, pattern(PutStateBack)),
    CallbackQueryHandler(audit.turn, pattern(ListAudit)),
    CallbackQueryHandler(confirmation.decide, pattern(Confirm)),
    CallbackQueryHandler(settings.choose, pattern(*settings.BUTTONS)),
    CallbackQueryHandler(teaching.press, pattern(*teaching.PAGES, ExportTeaching)),
    CallbackQueryHandler(reminders.turn, pattern(ShowReminder)),
    CallbackQueryHandler(reminders.press, pattern(*reminders.BUTTONS)),
    CallbackQueryHandler(own_reminders.press, pattern(ChangeOwnReminder)),
    CallbackQueryHandler(bulletins.press, pattern(*bulletins.BUTTONS)),
    CallbackQueryHandler(watches.press, pattern(*watches.BUTTONS)),
    CallbackQueryHandler(watches.turn, pattern(ShowNews, ShowValidity)),
    CallbackQueryHandler(watches.watch_document, pattern(WatchDocument)),
    CallbackQueryHandler(reports.press, pattern(*reports.BUTTONS)),
    CallbackQueryHandler(marks.press, pattern(*marks.BUTTONS)),
    CallbackQueryHandler(documents.press, pattern(*documents.PAGES)),
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
LARGEST = 32 << 20  # bytes of an answer or a file; a bot may fetch files of 20 MB
CONNECT, READ, WRITE, FREE = 10.0, 20.0, 20.0, 10.0  # seconds


def build(
    config: Telegram, services: Services, requests: tuple[BaseRequest, BaseRequest], line: PollLine
) -> App:
    """The application; `requests` are the connections for sending and for polling, `line` what is known of it."""
    send, poll = requests
    journal = Journal(services.state, lambda: services.clock.now().timestamp())
    queue = DurableQueue(journal, (MOVED, *HANDLERS), line)
    shared = services.state.is_shared and config.webhook_url  # else there is one program
    memory = SharedMemory(services.memory, services.state.conversations) if shared else None
    application = (
        ApplicationBuilder()
        .token(config.token.reveal())
        .base_url(config.base_url)
        .base_file_url(config.base_file_url)
        .request(send)
        .get_updates_request(poll)
        .update_queue(queue)
        .rate_limiter(PatientRateLimiter(AtMostOnce(journal), Notices(journal, services.clock.zone)))
        .concurrent_updates(ChatByChat(AT_ONCE, journal, memory))
        .build()
    )
    application.bot_data |= {KEY: services, JOURNAL: journal}
    if isinstance(poll, PollRequest):
        poll.deliver(application.bot, queue.put_all)
    application.add_handler(MOVED, group=-3)
    application.add_handler(GUARD, group=-2)
    application.add_handler(MIDWAY, group=-1)
    application.add_handlers(HANDLERS)
    application.add_error_handler(error_handler.handle)
    return application


def connections(config: Config, line: PollLine) -> tuple[BaseRequest, BaseRequest]:
    """The connections for sending and for polling, through the proxy if there is one."""
    proxy, times = config.telegram.proxy.reveal(), Times(CONNECT, READ, WRITE, FREE)
    return WatchedRequest(times, SEND_POOL, proxy, LARGEST), PollRequest(line, times, POLL_POOL, proxy)
