"""Blocks of text to the speeches in them: lines, noise, front matter, headings, outline, sentences."""
