"""The interfaces of the knowledge base: Telegram, the web pages and the command line."""
