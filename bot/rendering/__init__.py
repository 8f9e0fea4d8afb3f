"""Answers to messages: pure functions."""
