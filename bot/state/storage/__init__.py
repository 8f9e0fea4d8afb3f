"""The state file: its migrations, its audit, what is erased."""
