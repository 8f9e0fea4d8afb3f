"""The store: all that can be rebuilt from the corpus, in one SQLite file."""

from loaders.hidden_library import hidden

with hidden("numpy"):
    import sqlite_utils  # noqa: F401
