"""The store: all that can be rebuilt from the corpus, in one SQLite file."""
