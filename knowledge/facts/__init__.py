"""What sentences state, as data."""
