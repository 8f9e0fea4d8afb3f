"""Where a chat is at home: said once, then the default of its lists, questions and reminders."""
