"""The reading room: the documents and the answers as pages that a browser shows."""
