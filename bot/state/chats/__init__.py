"""What chats set: preferences, subscriptions, reminders sent, marks."""
