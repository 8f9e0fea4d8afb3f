"""What the bot says in English of what it tells of its own accord."""
