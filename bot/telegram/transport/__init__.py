"""The line to Telegram: connections, polling, what a failure means, sending, menus."""
