"""What an editor works with, in the chat and on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock
from bot.messages import Messages
from bot.state import State
from bot.state.storage.audit import Actor
from knowledge.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class EditorWorkspace:
    """The corpus folder and its knowledge base, what people made, who the editor is, the words they read, the clock
    that dates what they do."""

    corpus: Path
    database: Path
    knowledge: KnowledgeBase
    state: State
    editor: Actor
    words: Messages
    clock: Clock
