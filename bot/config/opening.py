"""Opening the knowledge base as the configuration says."""

from __future__ import annotations

from bot.config.config import Config
from knowledge.knowledge_base import KnowledgeBase
from knowledge.retrieval.weights import read_weights


def open_knowledge(config: Config) -> KnowledgeBase:
    """The knowledge base of the configuration, with the weights that it names."""
    weights = read_weights(config.weights) if config.weights else None
    return KnowledgeBase(config.database, config.clock.today, weights)
