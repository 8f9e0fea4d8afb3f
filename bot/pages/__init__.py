"""Pages that turn in place: topics, documents, sections, personal lists, settings, roles, audit, status."""
