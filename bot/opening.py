"""Opening what every interface works with: the knowledge base, and what people made, as the configuration says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from bot.config.config import Config
from bot.knowledge_source import knowledge_source
from bot.state import State
from knowledge.knowledge_base import KnowledgeBase
from knowledge.retrieval.weights import read_weights


def open_knowledge(config: Config) -> KnowledgeBase:
    """The knowledge base with the weights that are configured, and what was taught; a file for that is not made."""
    knowledge = open_untaught(config)
    if config.has_state:
        with open_state(config) as state:
            state.lessons.tell(knowledge.teach)
    return knowledge


def open_untaught(config: Config) -> KnowledgeBase:
    """The knowledge base with the weights that are configured, without what was taught."""
    weights = read_weights(config.weights) if config.weights else None
    return KnowledgeBase(knowledge_source(config), config.clock.today, weights)


@contextmanager
def open_state(config: Config) -> Iterator[State]:
    """What people made; the file, or the tables of the database, are made where there are none."""
    with closing(State(config.state_place, config.retention_days, clock=config.clock.seconds)) as state:
        yield state


@contextmanager
def open_both(config: Config) -> Iterator[tuple[KnowledgeBase, State]]:
    """The knowledge base with what was taught, and what people made."""
    with closing(open_knowledge(config)) as knowledge, open_state(config) as state:
        yield knowledge, state
