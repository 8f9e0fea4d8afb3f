"""What people made, as one thing: a store for each concern, all in one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.config.secrets import DatabaseUrl
from bot.state.chats.homes import Homes
from bot.state.chats.languages import Languages
from bot.state.chats.lasting_ids import LastingIds
from bot.state.chats.marks import Marks
from bot.state.chats.moved_chats import MovedChats
from bot.state.chats.outbox import Outbox
from bot.state.chats.preferences import Preferences
from bot.state.chats.scopes import Scopes
from bot.state.chats.subscriptions import Subscriptions
from bot.state.chats.unsure import UnsureAnswers
from bot.state.editing.appointments import Appointments
from bot.state.editing.confirmations import PendingActions
from bot.state.editing.dialogues import Dialogues
from bot.state.editing.lessons import Lessons
from bot.state.scheduling.messages import ScheduledMessages
from bot.state.scheduling.validity import ValidityTold
from bot.state.scheduling.watches import Watches
from bot.state.storage.audit import Audit
from bot.state.storage.database import Together
from bot.state.storage.engines import open_database
from bot.state.storage.erasure import ErasedCounts, erase
from bot.state.storage.moving import move_chat
from bot.state.usage.answer_counts import AnswerCounts
from bot.state.usage.conversations import Conversations
from bot.state.usage.favourites import Favourites
from bot.state.usage.inbox import Inbox
from bot.state.usage.question_log import QuestionLog
from bot.state.usage.statistics import FigureLog
from bot.state.usage.votes import Votes


class State:
    """What people made, in one file or database; safe to use from any thread.

    Arguments: the file or the address of the database, for how many days questions are kept (0: not at all), a clock of seconds since 1970.
    Raises StateDamaged, StateTooNew or StateUnusable, when opened and later.
    """

    def __init__(
        self, place: Path | DatabaseUrl, retention_days: int = 180, *, clock: Callable[[], float]
    ) -> None:
        self.place = place
        self._database = open_database(place)
        self.audit = Audit(self._database, clock)
        self.retention_days = retention_days
        self.scopes = Scopes(self._database, self.audit)
        self.homes = Homes(self._database, self.audit)
        self.languages = Languages(self._database, self.audit)
        self.questions = QuestionLog(self._database, retention_days, clock)
        self.votes = Votes(self._database, clock)
        self.favourites = Favourites(self._database, clock)
        self.appointments = Appointments(self._database, self.audit)
        self.lessons = Lessons(self._database, self.audit, clock)
        self.dialogues = Dialogues(self._database, clock)
        self.pending = PendingActions(self._database, clock)
        self.preferences = Preferences(self._database, self.audit)
        self.figures = FigureLog(self._database)
        self.subscriptions = Subscriptions(self._database, clock)
        self.outbox = Outbox(self._database, clock)
        self.lasting_ids = LastingIds(self._database, clock)
        self.marks = Marks(self._database, self.audit, clock)
        self.inbox = Inbox(self._database, clock)
        self.moved_chats = MovedChats(self._database)
        self.scheduled = ScheduledMessages(self._database, clock)
        self.watches = Watches(self._database, clock)
        self.validity = ValidityTold(self._database, clock)
        self.answer_counts = AnswerCounts(self._database, clock)
        self.conversations = Conversations(self._database, clock)
        self.unsure = UnsureAnswers(self._database, clock)

    def migrate_chat(self, old: int, new: int) -> None:
        """A group has become a supergroup, which is another chat: what was the old one's is the new one's."""
        with self._database.writing() as db:
            self.moved_chats.record(db, old, new)
            move_chat(db, old, new)
        self.read_again()

    def forget(self, user_id: int) -> ErasedCounts:
        """Erases all that is stored of a person, from the file and its journal, and says how much it was."""
        with self._database.writing(repeatable=True) as db:
            forgotten = erase(db, user_id)
        self.read_again()
        self._database.scrub()
        return forgotten

    def read_again(self) -> None:
        """Lets what is kept in memory follow what another program has written."""
        self.appointments.read_again()
        self.languages.read_again()
        self.preferences.read_again()
        self.marks.read_again()
        self.unsure.read_again()
        self.moved_chats.read_again()

    @property
    def is_shared(self) -> bool:
        """Whether several replicas of the bot may work on it at once."""
        return self._database.is_shared

    @property
    def number(self) -> int:
        """What tells this program from the others that work on it; another number once its line was lost."""
        return self._database.number

    @property
    def together(self) -> Together | None:
        """What makes one transaction of all the changes of a block; None where each is one of its own."""
        return self._database.together

    def living(self) -> frozenset[int]:
        """The numbers of the programs that work on it, where it is shared."""
        return self._database.living()

    def term(self) -> int | None:
        """The number of the time in which this program sees to what one replica alone may see to, such as reminders;
        None while another does."""
        return self._database.term()

    @property
    def is_gone(self) -> bool:
        """Whether the file was deleted, moved or replaced since it was opened."""
        return self._database.is_gone

    def restore(self) -> None:
        """Puts a file that is gone back as it was when it was lost."""
        self._database.restore()
        self.read_again()

    def begin_anew(self) -> None:
        """Puts an empty file in the place of one that is gone."""
        self._database.begin_anew()
        self.read_again()

    def scrub(self) -> None:
        """Leaves nothing in the journal of messages that were answered, unless another program reads on it just now."""
        if self.inbox.has_erased:
            self.inbox.has_erased = False
            self.inbox.has_erased |= not self._database.scrub(patience=0)

    def check_writable(self) -> None:
        """Raises StateError where nothing can be written now."""
        with self._database.writing(repeatable=True):
            pass

    def close(self) -> None:
        """Closes the file."""
        self._database.close()
