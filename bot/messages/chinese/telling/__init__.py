"""What the bot says in Chinese of what it tells of its own accord."""
