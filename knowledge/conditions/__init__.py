"""Conditions: whose answer a question wants, and whether a passage can give it."""
