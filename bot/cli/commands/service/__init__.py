"""Loading the corpus, running the bot, and how both do."""
