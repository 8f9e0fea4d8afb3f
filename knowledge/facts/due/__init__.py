"""When something is done: by, from or until a time, how soon after something, how often."""
