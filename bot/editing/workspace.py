"""What an editor works with, in the chat and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from bot.messages import Messages
from bot.state import State
from bot.state.storage.audit import Actor
from knowledge.indexing.recognition import PagesTold, Recognition, untold
from knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class EditorWorkspace:
    """The corpus folder and its knowledge base, what people made, who the editor is, the words they read, the clock
    that dates what they do; what is told how far the pages of a scan are recognised."""

    corpus: Path
    database: Path
    knowledge: KnowledgeBase
    state: State
    editor: Actor
    words: Messages
    clock: Clock
    pages_told: PagesTold = untold

    @property
    def recognition(self) -> Recognition | None:
        """What reads pages that are pictures; None without the extra `scans`."""
        return Recognition.beside(self.database, self.pages_told)
