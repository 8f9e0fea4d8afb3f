"""Editing in the terminal chat: the pages of the teaching for who sits at the machine, who may do all that editors may."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.callback_data.administration import Confirm
from bot.callback_data.codec import unpacked
from bot.callback_data.teaching import ExportTeaching, ListSynonyms, ListUnanswered
from bot.chat.commands import Call
from bot.chat.response import Attachment, Response, told
from bot.cli.commands.editing.workspace import COMMAND_LINE
from bot.config.config import Config
from bot.editing.workspace import EditorWorkspace
from bot.messages import Messages
from bot.opening import open_state
from bot.state.storage.audit import Actor
from bot.teaching import synonyms
from bot.teaching.changes import KIND, make
from bot.teaching.csv_table import FILE_NAME, exported
from bot.teaching.dialogue import continue_teaching
from bot.teaching.pages import PAGES
from bot.teaching.pairs.pages import pairs_about
from knowledge.knowledge_base import KnowledgeBase

EDITED = ("pairs", "unanswered", "synonym")
_FIRST = {"unanswered": ListUnanswered(), "synonym": ListSynonyms()}
HERE = 0  # the person at the terminal


@dataclass(frozen=True, slots=True)
class TerminalEditor:
    """The editor at the terminal, over the knowledge base of the chat; the state is opened for each step."""

    config: Config
    knowledge: KnowledgeBase
    words: Messages

    def open(self, call: Call) -> Response:
        """The first page of a command, or what came of the words after it."""
        with self._workspace() as workspace:
            workspace.state.dialogues.end(HERE)
            if call.name == "synonym" and call.rest:
                return synonyms.add_synonym(workspace, call.rest)
            if call.name == "pairs":
                return pairs_about(workspace, call.rest)
            button = _FIRST[call.name]
            return PAGES[type(button)](workspace, button)

    def press(self, data: str) -> Response | None:
        """What a button of an editor brings, None for another button."""
        if Confirm.fits(data):
            return self._decided(Confirm.unpack(data))
        if ExportTeaching.fits(data):
            caption = self.words.teaching.exported
            return Response(
                (), enclosures=(Attachment(FILE_NAME, exported(self.knowledge.teaching), caption),)
            )
        button = unpacked(data, PAGES)
        if button is None:
            return None
        with self._workspace() as workspace:
            return PAGES[type(button)](workspace, button)

    def carry_on(self, typed: str) -> Response | None:
        """What comes of typed words in the middle of a dialogue, None when there is none."""
        with self._workspace() as workspace:
            dialogue = workspace.state.dialogues.of(HERE)
            return continue_teaching(workspace, dialogue, typed) if dialogue else None

    def _decided(self, button: Confirm) -> Response:
        with self._workspace() as workspace:
            pending = workspace.state.pending.take(button.key)
            if pending is None or pending.kind != KIND:
                return told(self.words.confirm_ended)
            return told(make(workspace, pending.payload) if button.confirmed else self.words.confirm_dropped)

    @contextmanager
    def _workspace(self) -> Iterator[EditorWorkspace]:
        config = self.config
        with open_state(config) as state:
            yield EditorWorkspace(
                config.corpus,
                config.database,
                self.knowledge,
                state,
                Actor(HERE, COMMAND_LINE),
                self.words,
                config.clock,
            )
