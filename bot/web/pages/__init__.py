"""What each page shows, as pure functions from a visit."""
