"""What is written down to be sent at a time, so that it comes once and is not lost in silence."""
