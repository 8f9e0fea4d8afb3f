"""The Telegram bot: application, server, start, errors."""
