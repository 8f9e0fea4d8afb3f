"""The sentences in Chinese."""
