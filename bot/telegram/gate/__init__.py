"""Whom a message is for, and whether it may pass."""
