"""A question, a follow-up, a pressed button: to its response."""
