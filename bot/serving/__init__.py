"""`jianda run`: the bot and its pages in one process."""
