"""Full-text search by BM25 over posting lists that every engine keeps as rows."""
