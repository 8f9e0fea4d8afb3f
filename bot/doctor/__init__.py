"""`jianda doctor`: what is set up well, what is not, and what to do about it."""
