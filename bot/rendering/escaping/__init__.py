"""Text made harmless for the program that will show it."""
