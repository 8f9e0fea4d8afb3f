"""The state file: its migrations, its audit, what is erased."""

from loaders.hidden_library import hidden

with hidden("numpy"):
    import sqlite_utils  # noqa: F401
