"""What an office does in the chat: reports on tasks, and the place that a chat is at home in."""
