"""The messages that are written down are sent at their time."""
