"""One loader a format: a file to its text, with what the format says of it."""
