"""Teaching and documents, for scripts; what was changed."""
