"""A time phrase to an interval."""
