"""A filter in plain words to what of a list is asked for."""
