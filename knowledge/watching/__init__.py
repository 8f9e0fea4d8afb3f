"""What new and changed documents say on words that somebody watches."""
