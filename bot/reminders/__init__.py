"""Reminders: which deadlines a chat is told of, when, and that each is told once."""
