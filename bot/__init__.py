"""The faces of the knowledge base: Telegram, the terminal and the command line."""
