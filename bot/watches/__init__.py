"""Watches: a chat is told when a new or changed document says something on its words."""
