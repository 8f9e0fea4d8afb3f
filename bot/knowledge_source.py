"""Where the configuration says that the knowledge base is; who only loads it need not import what answers from it."""

from __future__ import annotations

from bot.config.config import Config
from bot.config.driver import driver_of
from knowledge.store.source import FileSource, Source


def knowledge_source(config: Config) -> Source:
    """Where the knowledge base is read from, and published by a load. Raises StateUnusable where there is no driver."""
    if not config.storage.url:
        return FileSource(config.database)
    with driver_of(config.storage.url):
        from knowledge.store.postgresql.source import GenerationSource
    return GenerationSource(config.storage.url, config.database)
