"""What documents say side by side; what has changed from one plan to the next."""
