"""The line to Telegram: polling, pace, order of updates, sending, menus."""
