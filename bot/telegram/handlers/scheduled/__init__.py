"""What the bot tells at a time, or of its own accord, is asked for and changed: own reminders, watches, bulletins."""
