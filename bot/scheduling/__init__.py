"""Messages that come at a time: how often again, and how those of each kind are written."""
