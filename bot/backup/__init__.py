"""Backups: all that an office would miss in one file, made while the bot runs, and put back from it."""
