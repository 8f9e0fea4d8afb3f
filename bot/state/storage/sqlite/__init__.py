"""The state in a file of SQLite: opened safely, its migrations, a copy of it."""
