"""The ledger: tasks with who has to do what by when, how each stands, and what was last reported of it."""
