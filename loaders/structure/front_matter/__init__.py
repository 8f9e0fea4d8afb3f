"""What stands before the text of a document, and what is inferred of it: title, number, speaker, date, place."""
